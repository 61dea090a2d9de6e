import type { AbstractGraph, Attributes } from "graphology-types";
import type { QueryResult, ResultValue } from "../query/index.ts";

type AnyGraph = AbstractGraph<Attributes, Attributes, Attributes>;

/**
 * The part of a graph that a query's result names: its nodes, its relationships with their ends, and those of its paths,
 * wherever in the rows they stand, in the order of the graph.
 */
export function resultGraph<G extends AnyGraph>(graph: G, { rows }: Pick<QueryResult, "rows">): G {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const gather = (value: ResultValue): void => {
    if (value === null || typeof value !== "object") return;
    if (Array.isArray(value)) {
      value.forEach(gather);
      return;
    }
    const { node, relationship, source, target } = value as Record<string, ResultValue>;
    if (typeof relationship === "string" && graph.hasEdge(relationship)) {
      edges.add(relationship);
      nodes.add(String(source)).add(String(target));
    } else if (typeof node === "string" && "labels" in value && graph.hasNode(node)) nodes.add(node);
    else for (const part of Object.values(value)) gather(part);
  };
  for (const row of rows) row.forEach(gather);
  const part = graph.nullCopy() as G;
  graph.forEachNode((key, attributes) => {
    if (nodes.has(key)) part.addNode(key, { ...attributes });
  });
  graph.forEachEdge((key, attributes, source, target) => {
    if (edges.has(key)) part.addEdgeWithKey(key, source, target, { ...attributes });
  });
  return part;
}
