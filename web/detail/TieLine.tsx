import type { OnRecordGraph } from "../../src/graph/index.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

interface TieLineProps {
  readonly graph: OnRecordGraph;
  readonly edge: string;
  /** How many edges say so. */
  readonly count: number;
}

/** A tie as a sentence, "Carrie Lam · Chief Executive · Hong Kong"; selects the edge, which opens its words. */
export function TieLine({ graph, edge, count }: TieLineProps) {
  const select = useExplorer((state) => state.select);
  const hover = useExplorer((state) => state.hover);
  const [source, target] = graph.extremities(edge).map((end) => graph.getNodeAttribute(end, "label"));
  return (
    <button
      type="button"
      className="tie-line"
      onClick={() => select({ type: "edge", key: edge }, "detail")}
      onPointerEnter={() => hover({ type: "edge", key: edge })}
      onPointerLeave={() => hover(null)}
    >
      {source} <em>{graph.getEdgeAttribute(edge, "label")}</em> {target}
      {count > 1 && <span className="count"> {text.detail.times(count)}</span>}
    </button>
  );
}
