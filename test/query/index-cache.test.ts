import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { query } from "../../src/query/index.ts";
import { randomFrom } from "../../src/query/random.ts";

/** Questions that read labels, types, properties, values by index, columns and adjacency. */
const QUESTIONS = [
  "MATCH (n) RETURN elementId(n) AS key, labels(n) AS labels, n.name AS name, n.rank AS rank ORDER BY key",
  "MATCH (a)-[r]->(b) RETURN elementId(a) AS a, type(r) AS t, r.weight AS w, elementId(b) AS b ORDER BY a, t, w, b",
  "MATCH (n:Person {name: 'n1'}) RETURN elementId(n) AS key ORDER BY key",
  "MATCH (n:Place) WHERE n.rank > 2 RETURN count(*)",
  "MATCH (a:Person)-[:SAID]->(b)<-[:SAID]-(c) RETURN count(*)",
  "MATCH (a)-[*1..3]-(b) RETURN count(DISTINCT b)",
  "CALL db.labels() YIELD label RETURN label",
  "CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey",
];

/** Changes a graph in one of the ways Graphology has. */
function change(graph: MultiDirectedGraph, random: () => number): string {
  const whole = (below: number) => Math.floor(random() * below);
  const one = <T>(of: readonly T[]): T => of[whole(of.length)];
  const attributes = () => ({
    kind: one(["Person", "Place", ["Person", "Old"]]),
    name: `n${whole(3)}`,
    rank: whole(5),
  });
  const relation = () => ({ kind: one(["SAID", "KNOWS"]), weight: whole(9) });
  const node = () => one(graph.nodes());
  const edge = () => one(graph.edges());
  const onNodes: readonly (() => unknown)[] = [
    () => graph.setNodeAttribute(node(), "name", `n${whole(3)}`),
    () => graph.setNodeAttribute(node(), "kind", one(["Person", "Place"])),
    () => graph.updateNodeAttribute(node(), "rank", () => whole(5)),
    () => graph.removeNodeAttribute(node(), one(["rank", "name", "kind"])),
    () => graph.mergeNodeAttributes(node(), { rank: whole(5), extra: true }),
    () => graph.replaceNodeAttributes(node(), attributes()),
    () => graph.updateEachNodeAttributes((_key, old) => ({ ...old, rank: whole(5) })),
    () => graph.addEdge(node(), node(), relation()),
    () => graph.addEdge(node(), node(), relation()),
    () => graph.dropNode(node()),
  ];
  const onEdges: readonly (() => unknown)[] = [
    () => graph.setEdgeAttribute(edge(), "weight", whole(9)),
    () => graph.setEdgeAttribute(edge(), "kind", one(["SAID", "KNOWS"])),
    () => graph.replaceEdgeAttributes(edge(), relation()),
    () => graph.updateEachEdgeAttributes((_key, old) => ({ ...old, weight: whole(9) })),
    () => graph.dropEdge(edge()),
  ];
  const rarely: readonly (() => unknown)[] = [() => graph.clearEdges(), () => graph.clear()];
  const changes: (() => unknown)[] = [() => graph.addNode(`k${whole(1e9)}`, attributes())];
  if (graph.order > 0) changes.push(...onNodes);
  if (graph.size > 0) changes.push(...onEdges);
  const chosen = random() < 0.02 ? one(rarely) : graph.order < 6 ? changes[0] : one(changes);
  chosen();
  return String(chosen);
}

describe("the index of a graph", () => {
  it("answers after every change as the index of a fresh copy does", () => {
    const random = randomFrom(7);
    const graph = new MultiDirectedGraph();
    for (let step = 0; step < 200; step++) {
      const changed = change(graph, random);
      const copy = graph.copy();
      for (const question of QUESTIONS)
        expect(query(graph, question).rows, `${question}, after step ${step}: ${changed}`).toEqual(
          query(copy, question).rows,
        );
    }
  });
});
