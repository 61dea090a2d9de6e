import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { drawPlan, type QueryError, query } from "../../src/query/index.ts";

/** A ring of `size` nodes with a tail: r0 → r1 → … → r0, and r0 → t. */
function ring(size: number): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (let i = 0; i < size; i++) graph.addNode(`r${i}`, { kind: "Stop", number: i });
  graph.addNode("t", { kind: "Tail", number: -1 });
  for (let i = 0; i < size; i++)
    graph.addEdgeWithKey(`e${i}`, `r${i}`, `r${(i + 1) % size}`, { kind: "NEXT", weight: i });
  graph.addEdgeWithKey("out", "r0", "t", { kind: "LEAVES" });
  return graph;
}

const column = (graph: MultiDirectedGraph, text: string) => query(graph, text).rows.map(([value]) => value);

describe("variable length", () => {
  it("walks each trail once and no relationship twice", () => {
    expect(column(ring(3), "MATCH (a {number: 0})-[r:NEXT*]->(b) RETURN b.number ORDER BY size(r)")).toEqual([1, 2, 0]);
    expect(column(ring(3), "MATCH (a {number: 0})-[*0..0]->(b) RETURN b.number")).toEqual([0]);
    expect(column(ring(3), "MATCH (a {number: 0})-[*2..1]->(b) RETURN b")).toEqual([]);
  });

  it("demands its conditions of every relationship on the way", () => {
    expect(column(ring(4), "MATCH (a {number: 0})-[*.. {weight: 0}]->(b) RETURN b.number")).toEqual([1]);
    expect(column(ring(4), "MATCH (a {number: 0})-[r:NEXT* WHERE r.weight < 2]->(b) RETURN b.number")).toEqual([1, 2]);
  });

  it("does not depend on the stack: trails of 20,000 steps", () => {
    expect(column(ring(20_000), "MATCH (a {number: 0})-[r:NEXT*20000]->(a) RETURN size(r)")).toEqual([20_000]);
  });

  it("finds endpoints breadth first where only these are asked for, the start among them when a way leads back", () => {
    const graph = ring(5);
    const distinct = (direction: string, max: number) =>
      column(graph, `MATCH (a {number: 0})-[*1..${max}]-${direction}(b) RETURN DISTINCT b.number AS n ORDER BY n`);
    expect(distinct(">", 4)).toEqual([-1, 1, 2, 3, 4]);
    expect(distinct(">", 5)).toEqual([-1, 0, 1, 2, 3, 4]);
    expect(distinct("", 4)).toEqual([-1, 1, 2, 3, 4]);
    expect(distinct("", 5)).toEqual([-1, 0, 1, 2, 3, 4]);
    const plan = query(graph, "EXPLAIN MATCH (a {number: 0})-[*1..9]-(b) RETURN count(DISTINCT b)").plan;
    expect(drawPlan(plan!)).toContain("Reachable");
  });

  it("finds them in time where the trails are too many to count", () => {
    const graph = new MultiDirectedGraph();
    for (let i = 0; i < 60; i++) graph.addNode(String(i), { kind: "N" });
    for (let i = 0; i < 60; i++) for (let j = 0; j < 60; j++) if (i !== j) graph.addEdge(i, j, { kind: "R" });
    expect(column(graph, "MATCH (a)-[*]->(b) RETURN count(DISTINCT b)")).toEqual([60]);
    expect(column(graph, "MATCH (a) WHERE EXISTS { (a)-[*]->(:N) } RETURN count(a)")).toEqual([60]);
  });
});

describe("shortest paths", () => {
  const graph = ring(6);
  const between = (a: number, b: number, how: string, way = "->") =>
    column(
      graph,
      `MATCH p = ${how}((a {number: ${a}})-[*]-${way.slice(1)}(b {number: ${b}})) RETURN [n IN nodes(p) | n.number]`,
    );

  it("are found with and against directions", () => {
    expect(between(0, 4, "shortestPath")).toEqual([[0, 1, 2, 3, 4]]);
    expect(between(0, 4, "shortestPath", "-")).toEqual([[0, 5, 4]]);
    expect(between(-1, 4, "shortestPath")).toEqual([]);
  });

  it("are all found when all are asked for", () => {
    const ways = between(0, 3, "allShortestPaths", "-");
    expect(ways).toHaveLength(2);
    expect(ways).toEqual(
      expect.arrayContaining([
        [0, 1, 2, 3],
        [0, 5, 4, 3],
      ]),
    );
  });

  it("keep to their bounds, also least ones, and find the way back to the start", () => {
    const text = (bounds: string, b: number) =>
      `MATCH p = shortestPath((a {number: 0})-[${bounds}]->(b {number: ${b}})) RETURN length(p)`;
    expect(column(graph, text("*..2", 3))).toEqual([]);
    expect(column(graph, text("*", 0))).toEqual([6]);
    expect(column(graph, text("*0..", 0))).toEqual([0]);
    expect(column(graph, text("*3..", 2))).toEqual([]);
  });

  it("can stand in expressions", () => {
    const text =
      "MATCH (a {number: 0}), (b {number: 2}) RETURN length(shortestPath((a)-[*]->(b))), size(allShortestPaths((a)-[*]-(b)))";
    expect(query(graph, text).rows).toEqual([[2, 1]]);
  });
});

describe("label expressions", () => {
  const graph = new MultiDirectedGraph();
  for (const [key, kind] of [
    ["a", "A"],
    ["b", "B"],
    ["ab", ["A", "B"]],
    ["none", undefined],
  ] as const)
    graph.addNode(key, kind === undefined ? {} : { kind });

  it.each([
    ["A", ["a", "ab"]],
    ["A|B", ["a", "ab", "b"]],
    ["A&B", ["ab"]],
    ["A:B", ["ab"]],
    ["A&!B", ["a"]],
    ["!A", ["b", "none"]],
    ["%", ["a", "ab", "b"]],
    ["!%", ["none"]],
    ["!(A|B)", ["none"]],
  ])(":%s", (labels, wanted) => {
    expect(column(graph, `MATCH (n:${labels}) RETURN elementId(n) AS id ORDER BY id`)).toEqual(wanted);
    expect(column(graph, `MATCH (n) WHERE n:${labels} RETURN elementId(n) AS id ORDER BY id`)).toEqual(wanted);
  });
});

describe("regular expressions", () => {
  const matches = (text: string, pattern: string) =>
    query(new MultiDirectedGraph(), "RETURN $text =~ $pattern", { text, pattern }).rows[0][0];

  it("match the whole text", () => {
    expect(matches("bridge", "bri.*")).toBe(true);
    expect(matches("bridge", "ridge")).toBe(false);
    expect(matches("BRIDGE", "(?i)bri(d|t)ge")).toBe(true);
    expect(matches("a\nb", "(?s)a.b")).toBe(true);
  });

  it("take linear time where backtracking would take for ever", () => {
    const text = `${"a".repeat(5000)}!`;
    for (const pattern of ["(a+)+", "(a|a)*b", "(a*)*", "(.*a){5,}b", "([a-z]+)*", "(?i)(A|aa)+"])
      expect(matches(text, pattern), pattern).toBe(false);
    expect(matches("a".repeat(5000), "(a+)+")).toBe(true);
    expect(matches("foo.bar@baz", "(\\w+\\.)*\\w+@(\\w|\\.)+")).toBe(true);
    expect(matches("2024-05-01", "(\\d{2,4}-?){3}")).toBe(true);
    expect(matches("ab", "(^a\\b|b)*")).toBe(false);
  });

  it("are refused where nothing can match them safely", () => {
    for (const [pattern, detail] of [
      ["(a", "InvalidRegularExpression"],
      ["(a+)+\\1", "UnsafeRegularExpression"],
    ])
      expect(() => matches("a", pattern)).toThrow(expect.objectContaining({ detail }) as QueryError);
  });
});

describe("plans", () => {
  const graph = ring(50);

  it("begin where the fewest rows are expected", () => {
    const { plan } = query(graph, "EXPLAIN MATCH (a:Stop)-[:NEXT]->(b:Stop)-[:LEAVES]->(t:Tail) RETURN a");
    expect(drawPlan(plan!).split("\n").at(-2)).toContain("t:Tail");
  });

  it("show the rows and hits of each operator after PROFILE, and nothing else is run by EXPLAIN", () => {
    const { plan, rows } = query(graph, "PROFILE MATCH (a:Stop {number: 7})-->(b) RETURN b.number");
    expect(rows).toEqual([[8]]);
    expect(plan?.rows).toBe(1);
    expect(drawPlan(plan!)).toMatch(/NodesByValue\s+1\s+1\s+1\s+a:Stop.number = 7/);
    expect(query(graph, "EXPLAIN MATCH (a) RETURN a").rows).toEqual([]);
  });

  it("stop the work at LIMIT", () => {
    expect(query(graph, "MATCH (a)-->(b)-->(c) RETURN a LIMIT 1").steps).toBeLessThan(10);
  });

  it("look a node up by its key", () => {
    const { plan, rows } = query(graph, "PROFILE MATCH (a) WHERE elementId(a) = 'r3' RETURN a.number");
    expect(rows).toEqual([[3]]);
    expect(drawPlan(plan!)).toContain("NodeByKey");
  });
});

describe("procedures", () => {
  const graph = ring(3);

  it("describe the graph", () => {
    expect(query(graph, "CALL db.labels()").rows).toEqual([["Stop"], ["Tail"]]);
    expect(
      query(graph, "CALL db.relationshipTypes() YIELD relationshipType AS t WHERE t STARTS WITH 'N' RETURN t").rows,
    ).toEqual([["NEXT"]]);
    expect(query(graph, "CALL db.propertyKeys()").rows).toEqual([["number"], ["weight"]]);
    expect(query(graph, "CALL db.schema.nodeTypeProperties()").rows).toEqual([
      ["Stop", "number", ["integer"], true],
      ["Tail", "number", ["integer"], true],
    ]);
    expect(
      query(graph, "CALL db.schema.relTypeProperties() YIELD relationshipType, propertyName RETURN *").rows,
    ).toEqual([["weight", "NEXT"]]);
    expect(query(graph, "CALL db.schema.connections()").rows).toEqual([
      ["Stop", "LEAVES", "Tail", 1],
      ["Stop", "NEXT", "Stop", 3],
    ]);
  });

  it("can be the caller's own, and give nodes by their keys", () => {
    const procedures = {
      "my.nodes": {
        parameters: [{ name: "most", kind: "integer" }],
        results: [{ name: "node", kind: "node" }],
        run: ({ index }: { index: { nodeKeys: readonly string[] } }, most: unknown) =>
          index.nodeKeys.slice(0, Number(most)).map((key) => [key]),
      },
    } as const;
    expect(
      query(
        graph,
        "CALL my.nodes(2) YIELD node MATCH (node)-->(m) RETURN m.number ORDER BY m.number",
        {},
        { procedures },
      ).rows,
    ).toEqual([[-1], [1], [2]]);
  });
});
