import type { OnRecordGraph } from "../../src/graph/index.ts";
import { articleKey, type Entity, type Reading } from "../../src/model/index.ts";

/** Entity ids of a reading → node keys of the graph. */
export type EntityNodes = ReadonlyMap<string, string>;

/**
 * Finds each entity of a reading in the graph, where entities of many articles may have become one node. An entity's node
 * appears in the article; it is the one under the entity's own id, else the one first mentioned at the entity's first
 * mention, else the one of its kind that bears its name.
 */
export function entityNodesOf(graph: OnRecordGraph, reading: Reading): EntityNodes {
  const article = articleKey(reading.article.id);
  const nodes = new Map<string, string>();
  if (!graph.hasNode(article)) return nodes;
  const byPlace = new Map<string, string>();
  const byName = new Map<string, string>();
  const here = new Set<string>();
  graph.forEachInEdge(article, (_, edge, node) => {
    if (edge.kind !== "APPEARS_IN") return;
    here.add(node);
    const { kind, ...attributes } = graph.getNodeAttributes(node);
    byPlace.set(`${kind}:${edge.start}-${edge.end}`, node);
    if ("aliases" in attributes)
      for (const name of [attributes.name, ...attributes.aliases]) byName.set(`${kind}:${name.toLowerCase()}`, node);
  });
  const first = firstMentions(reading);
  for (const entity of reading.entities) {
    const node = findNode(entity, here, byPlace, byName, first.get(entity.id));
    if (node !== undefined) nodes.set(entity.id, node);
  }
  return nodes;
}

function findNode(
  { id, kind, name }: Entity,
  here: ReadonlySet<string>,
  byPlace: ReadonlyMap<string, string>,
  byName: ReadonlyMap<string, string>,
  place: string | undefined,
): string | undefined {
  if (here.has(id)) return id;
  return byPlace.get(`${kind}:${place}`) ?? byName.get(`${kind}:${name.toLowerCase()}`);
}

/** Entity id → `start-end` of its first mention. */
function firstMentions({ mentions }: Reading): Map<string, string> {
  const first = new Map<string, { start: number; end: number }>();
  for (const { entity, start, end } of mentions) {
    const known = first.get(entity);
    if (known === undefined || start < known.start || (start === known.start && end > known.end))
      first.set(entity, { start, end });
  }
  return new Map([...first].map(([entity, { start, end }]) => [entity, `${start}-${end}`]));
}
