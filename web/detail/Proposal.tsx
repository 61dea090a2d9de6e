import type { OnRecordGraph } from "../../src/graph/index.ts";
import { text } from "../text.ts";
import { NodeLink } from "./NodeLink.tsx";

interface ProposalProps {
  readonly graph: OnRecordGraph;
  /** A MAY_BE edge. */
  readonly edge: string;
  /** The end to offer. */
  readonly other: string;
}

/** A proposed merge as a question: never made by itself. */
export function Proposal({ graph, edge, other }: ProposalProps) {
  const source = graph.getNodeAttributes(graph.source(edge));
  const unnamed = "unnamed" in source && source.unnamed;
  const reason = graph.getEdgeAttribute(edge, "reason") ?? "";
  return (
    <div className="proposal">
      <p>
        {source.label}
        {unnamed ? `, ${text.detail.unnamed};` : ""} {reason}
      </p>
      <p className="proposal-question">
        <strong>{text.detail.samePerson}</strong> <NodeLink graph={graph} id={other} />
      </p>
    </div>
  );
}
