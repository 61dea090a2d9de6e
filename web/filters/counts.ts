import type { OnRecordGraph } from "../../src/graph/index.ts";
import { EDGE_KINDS } from "../../src/model/index.ts";
import { graphIndex } from "../scene/graph-index.ts";

/**
 * How many nodes, statements and edges there are of each kind; `unnamed` counts the unnamed entities.
 *
 * @param left where the graph is filtered: the nodes that are left. Edges count where both ends are.
 */
export function countKinds(graph: OnRecordGraph, left: ReadonlySet<string> | null = null): Map<string, number> {
  const { nodes, nodeAttributes, kinds, sources, targets } = graphIndex(graph);
  const counts = new Map<string, number>();
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const isLeft = new Uint8Array(nodes.length);
  nodeAttributes.forEach((attributes, node) => {
    if (left !== null && !left.has(nodes[node])) return;
    isLeft[node] = 1;
    count(attributes.kind);
    if (attributes.kind === "Statement") count(attributes.statementKind);
    else if (attributes.kind !== "Article" && attributes.unnamed) count("unnamed");
  });
  const ofKind = new Uint32Array(EDGE_KINDS.length);
  for (let edge = 0; edge < kinds.length; edge++)
    if (isLeft[sources[edge]] === 1 && isLeft[targets[edge]] === 1) ofKind[kinds[edge]]++;
  ofKind.forEach((number, code) => {
    if (number > 0) counts.set(EDGE_KINDS[code], number);
  });
  return counts;
}
