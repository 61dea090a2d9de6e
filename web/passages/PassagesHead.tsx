import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { membersOfTie, speakerOfTie } from "../scene/ties.ts";
import { Icon } from "../shell/Icon.tsx";
import type { PassageQuery } from "../state/passages.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { citations } from "./cite.ts";
import { openPassages } from "./open.ts";
import type { Passages } from "./passages.ts";

interface PassagesHeadProps {
  readonly graph: OnRecordGraph;
  readonly query: PassageQuery | null;
  readonly passages: Passages;
}

/** What the list holds, how much of it there is, the two lists that need no choice, and copying. */
export function PassagesHead({ graph, query, passages }: PassagesHeadProps) {
  const { items, leftOut } = passages;
  const counts = [countOf(query, passages), leftOut > 0 ? text.passages.leftOut(leftOut) : null];
  const chosen = query === null ? "all" : query.type === "unheard" ? "unheard" : null;
  return (
    <header className="passages-head">
      <div>
        <h2>{titleOf(graph, query)}</h2>
        <p className="soft">{counts.filter(Boolean).join(" · ")}</p>
      </div>
      <div className="passages-tools">
        <ToggleButtonGroup
          className="switch"
          aria-label={text.passages.which}
          selectionMode="single"
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const next = [...keys][0];
            if (next !== undefined) openPassages(next === "all" ? null : { type: "unheard" });
          }}
        >
          <ToggleButton id="all" className="switch-item">
            {text.passages.chooseAll}
          </ToggleButton>
          <ToggleButton id="unheard" className="switch-item">
            {text.passages.chooseUnheard}
          </ToggleButton>
        </ToggleButtonGroup>
        <button
          type="button"
          className="button"
          disabled={items.length === 0}
          onClick={() => void copyAll(graph, passages)}
        >
          <Icon name="copy" />
          {text.passages.copy}
        </button>
      </div>
    </header>
  );
}

function countOf(query: PassageQuery | null, { items, groups }: Passages): string {
  if (query?.type === "unheard") return text.passages.countUnheard(groups);
  if (query?.type === "named") return text.passages.countNaming(items.length - groups, groups);
  return text.passages.count(items.length, groups);
}

async function copyAll(graph: OnRecordGraph, { items }: Passages): Promise<void> {
  const { say } = useExplorer.getState();
  try {
    await navigator.clipboard.writeText(citations(graph, items, location.href.split("#")[0]));
    say(text.passages.copied(items.length));
  } catch {
    say(text.passages.notCopied);
  }
}

function titleOf(graph: OnRecordGraph, query: PassageQuery | null): string {
  if (query === null) return text.passages.everything;
  if (query.type === "unheard") return text.passages.unheard;
  if (query.type === "find") return text.passages.find(query.words);
  if (query.type === "tie") return titleOfTie(graph, query.key);
  if (!graph.hasNode(query.key)) return text.passages.gone;
  const name = graph.getNodeAttribute(query.key, "label");
  return query.type === "named" ? text.passages.everywhere(name) : text.passages[query.type](name);
}

function titleOfTie(graph: OnRecordGraph, key: string): string {
  const label = (node: string) => graph.getNodeAttribute(node, "label");
  if (graph.hasEdge(key)) {
    const [source, target] = graph.extremities(key);
    return text.passages.tie(label(source), text.edgeKind(graph.getEdgeAttribute(key, "kind")), label(target));
  }
  const [edge] = membersOfTie(graph, key);
  const speaker = speakerOfTie(key);
  if (edge === undefined || speaker === null) return text.passages.gone;
  const kind = graph.getEdgeAttribute(edge, "kind");
  return text.passages.tie(label(speaker), text.edgeKind(kind), label(graph.target(edge)));
}
