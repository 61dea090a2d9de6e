import type { OnRecordGraph } from "../../src/graph/index.ts";

/** How many nodes, statements and edges there are of each kind; `unnamed` counts the unnamed entities. */
export function countKinds(graph: OnRecordGraph): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  graph.forEachNode((_, attributes) => {
    count(attributes.kind);
    if (attributes.kind === "Statement") count(attributes.statementKind);
    else if (attributes.kind !== "Article" && attributes.unnamed) count("unnamed");
  });
  graph.forEachEdge((_, { kind }) => {
    count(kind);
  });
  return counts;
}
