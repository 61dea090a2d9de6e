import type { GraphIndex } from "./graph-index.ts";
import { PathValue } from "./values.ts";

/** The end of a relationship that is not `node`; of a loop, the node itself. */
export function otherEnd(index: GraphIndex, relationship: number, node: number): number {
  return index.sources[relationship] === node ? index.targets[relationship] : index.sources[relationship];
}

/** The path that begins at a node and follows relationships that are linked to one another. */
export function pathFrom(index: GraphIndex, start: number, relationships: readonly number[]): PathValue {
  const nodes = [start];
  for (const relationship of relationships) nodes.push(otherEnd(index, relationship, nodes[nodes.length - 1]));
  return new PathValue(nodes, relationships);
}
