import type { OnRecordGraph } from "../../src/graph/index.ts";

/**
 * How many nodes, statements and edges there are of each kind; `unnamed` counts the unnamed entities.
 *
 * @param left where the graph is filtered: the nodes that are left. Edges count where both ends are.
 */
export function countKinds(graph: OnRecordGraph, left: ReadonlySet<string> | null = null): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  graph.forEachNode((key, attributes) => {
    if (left !== null && !left.has(key)) return;
    count(attributes.kind);
    if (attributes.kind === "Statement") count(attributes.statementKind);
    else if (attributes.kind !== "Article" && attributes.unnamed) count("unnamed");
  });
  graph.forEachEdge((_, { kind }, source, target) => {
    if (left === null || (left.has(source) && left.has(target))) count(kind);
  });
  return counts;
}
