import type { OnRecordGraph } from "../../src/graph/index.ts";
import { formatDay } from "../article/dates.ts";
import { openPassages } from "../passages/open.ts";
import { behindTie } from "../passages/passages.ts";
import { useScene } from "../state/derived.ts";
import { articleIdOf, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { Count } from "./Count.tsx";
import { NodeLink } from "./NodeLink.tsx";
import { Section } from "./Section.tsx";

interface EdgeDetailProps {
  readonly graph: OnRecordGraph;
  readonly edge: string;
}

/** A tie: both its ends, what it says, and the words that show it. */
export function EdgeDetail({ graph, edge }: EdgeDetailProps) {
  const { kind, label, role, on, stance, reason, words, confidence, count } = graph.getEdgeAttributes(edge);
  const [source, target] = graph.extremities(edge);
  const scene = useScene();
  const drawn = scene?.edgeOf.get(edge);
  const tied = drawn === undefined ? [edge] : (scene?.graph.getEdgeAttribute(drawn, "members") ?? [edge]);
  const members = tied.includes(edge) ? tied : [edge];
  const statements = behindTie(graph, edge);
  const facts = [
    role !== undefined && role !== label ? role : null,
    stance,
    on === undefined ? null : formatDay(on),
    confidence === undefined ? null : text.detail.sure(confidence),
  ].filter(Boolean);
  return (
    <>
      <p className="detail-kind">{text.edgeKind(kind)}</p>
      <div className="edge-ends">
        <NodeLink graph={graph} id={source} />
        <p className="edge-label">{label}</p>
        <NodeLink graph={graph} id={target} />
      </div>
      {facts.length > 0 && <p className="soft">{facts.join(" · ")}</p>}
      {count !== undefined && (
        <p className="soft facts">
          <Count query={{ type: "named", key: source }} says={text.detail.named(count)} />
        </p>
      )}
      {reason !== undefined && <p className="proposal">{reason}</p>}
      {words !== undefined && <blockquote className="detail-quote">{words}</blockquote>}
      <Section
        title={text.detail.evidence}
        items={members.map((member) => ({ key: member, body: <Evidence graph={graph} edge={member} /> }))}
      />
      {statements.length > 1 && (
        <p>
          <button type="button" className="text-button" onClick={() => openPassages({ type: "tie", key: edge })}>
            {text.detail.readAll(statements.length)}
          </button>
        </p>
      )}
    </>
  );
}

/** The words an edge rests on, as they stand in the article. */
function Evidence({ graph, edge }: EdgeDetailProps) {
  const { article, start, end } = graph.getEdgeAttributes(edge);
  const id = article === undefined ? null : articleIdOf(article);
  const reading = useExplorer((state) => (id === null ? undefined : state.readings.get(id)));
  const select = useExplorer((state) => state.select);
  if (id === null || start === undefined || end === undefined) return null;
  return (
    <button
      type="button"
      className="quote"
      onClick={() => select({ type: "edge", key: edge, at: { article: id, start, end } }, "detail")}
    >
      <q>{reading?.article.text.slice(start, end) ?? text.article.loading}</q>
    </button>
  );
}
