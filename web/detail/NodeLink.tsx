import type { OnRecordGraph } from "../../src/graph/index.ts";
import { fillOf } from "../scene/scene.ts";
import { KindMark } from "../shell/KindMark.tsx";
import { useExplorer } from "../state/store.ts";

interface NodeLinkProps {
  readonly graph: OnRecordGraph;
  readonly id: string;
}

/** The name of a node, with its mark; selects it. */
export function NodeLink({ graph, id }: NodeLinkProps) {
  const select = useExplorer((state) => state.select);
  const hover = useExplorer((state) => state.hover);
  const node = graph.getNodeAttributes(id);
  const name = node.kind === "Article" ? node.title : node.kind === "Statement" ? node.label : node.name;
  return (
    <button
      type="button"
      className="node-link"
      onClick={() => select({ type: "node", key: id }, "detail")}
      onPointerEnter={() => hover({ type: "node", key: id })}
      onPointerLeave={() => hover(null)}
    >
      <KindMark kind={node.kind} fill={fillOf(node)} />
      <span>{name}</span>
    </button>
  );
}
