import type { OnRecordGraph } from "../../src/graph/index.ts";
import { useExplorer } from "../state/store.ts";

interface TieLineProps {
  readonly graph: OnRecordGraph;
  readonly edge: string;
}

/** A tie as a sentence, "Carrie Lam · Chief Executive · Hong Kong"; selects the edge, which opens its words. */
export function TieLine({ graph, edge }: TieLineProps) {
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
    </button>
  );
}
