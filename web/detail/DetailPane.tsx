import { useEffect, useRef, useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { membersOfTie } from "../scene/ties.ts";
import { IconButton } from "../shell/IconButton.tsx";
import { Splitter } from "../shell/Splitter.tsx";
import { storedSize, storeSize } from "../shell/stored-size.ts";
import { useScene, useView, useVisible } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { ArticleDetail } from "./ArticleDetail.tsx";
import { EdgeDetail } from "./EdgeDetail.tsx";
import { EntityDetail } from "./EntityDetail.tsx";
import { StatementDetail } from "./StatementDetail.tsx";
import { TieDetail } from "./TieDetail.tsx";

/** How much of the pane it takes at most, in hundredths: most of the room is the article's. */
const SHARE = { first: 38, least: 20, most: 75, step: 5 } as const;

/** What is selected, in sentences, with everything it is tied to. */
export function DetailPane() {
  const { selection } = useView();
  const select = useExplorer((state) => state.select);
  const [share, setShare] = useState(() => Math.min(SHARE.most, storedSize("detail") ?? SHARE.first));
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    pane.current?.style.setProperty("--detail-share", `${share}%`);
  }, [share]);
  const resize = (next: number) => {
    setShare(next);
    storeSize("detail", next);
  };
  return (
    <section ref={pane} className="detail" aria-label={text.detail.label} data-empty={selection === null}>
      {selection === null ? (
        <p className="detail-empty">{text.detail.empty}</p>
      ) : (
        <>
          <Splitter
            className="splitter-detail"
            label={text.detail.resize}
            orientation="horizontal"
            value={share}
            least={SHARE.least}
            most={SHARE.most}
            step={SHARE.step}
            perPixel={(handle) => -100 / Math.max(1, handle.closest(".side-body")?.clientHeight ?? 1)}
            onChange={resize}
          />
          <IconButton
            className="detail-close"
            icon="close"
            label={text.detail.close}
            onPress={() => select(null, "detail")}
          />
          <div className="detail-body" key={selection.key}>
            <FilteredOut />
            <Selected />
          </div>
        </>
      )}
    </section>
  );
}

function Selected() {
  const graph = useExplorer((state) => state.graph);
  const { selection } = useView();
  if (graph === null || selection === null) return null;
  if (selection.type === "edge") return <SelectedEdge graph={graph} edge={selection.key} />;
  if (!graph.hasNode(selection.key)) return <p className="soft">{text.detail.gone}</p>;
  const node = graph.getNodeAttributes(selection.key);
  if (node.kind === "Statement") return <StatementDetail graph={graph} id={selection.key} statement={node} />;
  if (node.kind === "Article") return <ArticleDetail graph={graph} id={selection.key} article={node} />;
  return <EntityDetail graph={graph} id={selection.key} entity={node} />;
}

function SelectedEdge({ graph, edge }: { readonly graph: OnRecordGraph; readonly edge: string }) {
  if (graph.hasEdge(edge)) return <EdgeDetail graph={graph} edge={edge} />;
  const members = membersOfTie(graph, edge);
  if (members.length === 0) return <p className="soft">{text.detail.gone}</p>;
  return <TieDetail graph={graph} tie={edge} members={members} />;
}

/** Says that the graph doesn't show what is selected, and undoes that. */
function FilteredOut() {
  const { selection, hidden } = useView();
  const visible = useVisible();
  const scene = useScene();
  const change = useExplorer((state) => state.change);
  if (selection === null || scene === null) return null;
  const drawn = selection.type === "edge" ? scene.edgeOf.get(selection.key) : selection.key;
  const known = drawn !== undefined && (selection.type === "edge" || scene.graph.hasNode(drawn));
  if (!known || visible.edges.has(drawn) || visible.nodes.has(drawn)) return null;
  const kinds = new Set<string>();
  const nodes = selection.type === "edge" ? scene.graph.extremities(drawn) : [drawn];
  if (selection.type === "edge") kinds.add(scene.graph.getEdgeAttribute(drawn, "kind"));
  for (const node of nodes) {
    const { kind, statementKind } = scene.graph.getNodeAttributes(node);
    kinds.add(kind);
    if (statementKind !== null) kinds.add(statementKind);
  }
  return (
    <p className="detail-hidden">
      {text.detail.hidden}{" "}
      <button
        type="button"
        className="text-button"
        onClick={() => change({ hidden: hidden.filter((kind) => !kinds.has(kind)) })}
      >
        {text.detail.showAgain}
      </button>
    </p>
  );
}
