import type { OnRecordGraph } from "../../src/graph/index.ts";
import { articleKey, type Reading } from "../../src/model/index.ts";

/** Entity ids of a reading → node keys of the graph. */
export type EntityNodes = ReadonlyMap<string, string>;

/**
 * Finds each entity of a reading in the graph, where entities of many articles may have become one node: the edge from the
 * node to the article says which entities it was made of, unless that is the one of the node's own key.
 */
export function entityNodesOf(graph: OnRecordGraph, reading: Reading): EntityNodes {
  const article = articleKey(reading.article.id);
  const nodes = new Map<string, string>();
  if (!graph.hasNode(article)) return nodes;
  const nodeOf = new Map<string, string>();
  graph.forEachInEdge(article, (_, { kind, entities }, node) => {
    if (kind === "APPEARS_IN") for (const entity of entities ?? [node]) nodeOf.set(entity, node);
  });
  for (const { id } of reading.entities) {
    const node = nodeOf.get(id);
    if (node !== undefined) nodes.set(id, node);
  }
  return nodes;
}
