import { useDeferredValue, useId, useMemo, useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { EDGE_KINDS, NODE_KINDS, STATEMENT_KINDS } from "../../src/model/index.ts";
import { AppearanceControls } from "../appearance/AppearanceControls.tsx";
import { SchemeLegend } from "../appearance/SchemeLegend.tsx";
import { SizeLegend } from "../appearance/SizeLegend.tsx";
import { DASHED_EDGES, QUIET_EDGES, STATEMENT_FILL } from "../scene/kinds.ts";
import { statementIndex } from "../scene/statement-index.ts";
import { KindMark } from "../shell/KindMark.tsx";
import { selectSifted, selectTouched, useView } from "../state/derived.ts";
import { type Found, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { countKinds } from "./counts.ts";
import { Facets } from "./Facets.tsx";
import { LegendRow } from "./LegendRow.tsx";

/** What the marks mean and how many there are; each row shows or hides its kind. */
export function Legend() {
  const graph = useExplorer((state) => state.graph);
  const id = useId();
  const sifted = useExplorer(selectSifted);
  // The counts may follow a moment after the picture.
  const left = useDeferredValue(useExplorer(selectTouched));
  const all = useMemo(() => (graph === null ? new Map<string, number>() : countKinds(graph)), [graph]);
  const counts = useMemo(() => {
    if (graph === null || left === null || sifted === null) return all;
    const counted = new Map(countKinds(graph, left));
    statementIndex(graph).columns.kinds.values.forEach((kind, code) => {
      counted.set(kind, sifted.counts.kinds[code]);
    });
    return counted;
  }, [graph, left, sifted, all]);
  const { hidden, appearance } = useView();
  const { color } = appearance;
  const [isOpen, setOpen] = useState(EDGE_KINDS.some((kind) => hidden.includes(kind)));
  const has = (kind: string) => (all.get(kind) ?? 0) > 0;
  const row = (kind: string, label: string, peers: readonly string[], mark: React.ReactNode) => (
    <LegendRow
      key={kind}
      kind={kind}
      label={label}
      count={counts.get(kind) ?? 0}
      peers={peers}
      mark={mark}
      find={() => partsOf(graph, kind)}
    />
  );
  const nodes = NODE_KINDS.filter((kind) => kind !== "Statement" && has(kind));
  const statements = STATEMENT_KINDS.filter(has);
  const ties = EDGE_KINDS.filter(has);
  return (
    <div className="legend" data-color={color === "kind" ? "kind" : "other"}>
      <AppearanceControls />
      <SchemeLegend />
      <SizeLegend />
      <div className="kinds">
        <h2 id={`${id}-nodes`}>{text.legend.stakeholders}</h2>
        <ul aria-labelledby={`${id}-nodes`}>
          {nodes.map((kind) => row(kind, text.kinds(kind), nodes, <KindMark kind={kind} />))}
        </ul>
        {has("unnamed") && (
          <p className="legend-note">
            <KindMark kind="Person" fill="dashed" /> {text.legend.unnamed}
          </p>
        )}
      </div>
      <div>
        <h2 id={`${id}-statements`}>{text.legend.statements}</h2>
        <ul aria-labelledby={`${id}-statements`}>
          {statements.map((kind) =>
            row(kind, text.statementKind(kind), statements, <KindMark kind="Statement" fill={STATEMENT_FILL[kind]} />),
          )}
        </ul>
      </div>
      <Facets />
      <details className="facet" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2 id={`${id}-ties`}>{text.legend.ties}</h2>
        </summary>
        <ul aria-labelledby={`${id}-ties`}>
          {ties.map((kind) =>
            row(
              kind,
              text.edgeKind(kind),
              ties,
              <svg
                className={`line ${QUIET_EDGES.has(kind) ? "line-quiet" : ""} ${DASHED_EDGES.has(kind) ? "line-dashed" : ""}`}
                viewBox="0 0 16 16"
                aria-hidden="true"
              >
                <path d={QUIET_EDGES.has(kind) ? "M1 8h14" : "M1 8h13M11 5.5 14 8l-3 2.5"} />
              </svg>,
            ),
          )}
        </ul>
      </details>
    </div>
  );
}

/** The nodes, statements or edges of a kind. */
function partsOf(graph: OnRecordGraph | null, kind: string): Found {
  if (graph === null) return { nodes: [], edges: [] };
  return {
    nodes: graph.filterNodes(
      (_, node) => node.kind === kind || (node.kind === "Statement" && node.statementKind === kind),
    ),
    edges: graph.filterEdges((_, edge) => edge.kind === kind),
  };
}
