import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { prepare, QueryError, query } from "../../src/query/index.ts";

function newsroom(): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  graph.addNode("ada", { kind: "Person", name: "Ada", age: 36 });
  graph.addNode("ben", { kind: "Person", name: "Ben", age: 41 });
  graph.addNode("cleo", { kind: ["Person", "Editor"], name: "Cleo" });
  graph.addNode("s1", { kind: "Statement", text: "The bridge will open in May" });
  graph.addNode("s2", { kind: "Statement", text: "The bridge is unsafe" });
  graph.addNode("bridge", { kind: "Place", name: "the bridge" });
  graph.addEdgeWithKey("e1", "ada", "s1", { kind: "SAID", on: "2024-03-01" });
  graph.addEdgeWithKey("e2", "ben", "s2", { kind: "SAID", on: "2024-03-02" });
  graph.addEdgeWithKey("e3", "s1", "bridge", { kind: "ABOUT", stance: "support" });
  graph.addEdgeWithKey("e4", "s2", "bridge", { kind: "ABOUT", stance: "oppose" });
  graph.addEdgeWithKey("e5", "ada", "ben", { kind: "KNOWS" });
  graph.addEdgeWithKey("e6", "ben", "cleo", { kind: "KNOWS" });
  return graph;
}

const rows = (text: string, parameters = {}) => query(newsroom(), text, parameters).rows;

describe("query", () => {
  it("returns columns as they are written and rows in their order", () => {
    expect(query(newsroom(), "MATCH (p:Person) RETURN p.name, p.age + 1 AS next ORDER BY p.name")).toMatchObject({
      columns: ["p.name", "next"],
      rows: [
        ["Ada", 37],
        ["Ben", 42],
        ["Cleo", null],
      ],
    });
  });

  it("returns nodes, relationships and paths with their keys and properties, without kind", () => {
    const [[node, relationship, path]] = rows("MATCH p = (a {name: 'Ada'})-[r:SAID]->() RETURN a, r, p");
    const ada = { node: "ada", labels: ["Person"], properties: { name: "Ada", age: 36 } };
    const said = { relationship: "e1", type: "SAID", source: "ada", target: "s1", properties: { on: "2024-03-01" } };
    const statement = { node: "s1", labels: ["Statement"], properties: { text: "The bridge will open in May" } };
    expect(node).toEqual(ada);
    expect(relationship).toEqual(said);
    expect(path).toEqual({ nodes: [ada, statement], relationships: [said] });
  });

  it("follows patterns of several relationships and directions", () => {
    expect(
      rows("MATCH (p)-[:SAID]->(s)-[a:ABOUT {stance: 'oppose'}]->({name: $place}) RETURN p.name", {
        place: "the bridge",
      }),
    ).toEqual([["Ben"]]);
  });

  it("groups by what is not aggregated", () => {
    expect(
      rows("MATCH (p:Person)-[r]->() RETURN p.name AS name, count(*) AS n, collect(type(r)) AS types ORDER BY n, name"),
    ).toEqual([
      ["Ada", 2, ["SAID", "KNOWS"]],
      ["Ben", 2, ["SAID", "KNOWS"]],
    ]);
  });

  it("sees what changed in the graph since the last query", () => {
    const graph = newsroom();
    const count = prepare("MATCH (p:Person) WHERE p.name STARTS WITH 'D' RETURN count(p)");
    expect(count.run(graph).rows).toEqual([[0]]);
    graph.addNode("dan", { kind: "Person", name: "Dan" });
    expect(count.run(graph).rows).toEqual([[1]]);
    graph.setNodeAttribute("dan", "kind", "Place");
    expect(count.run(graph).rows).toEqual([[0]]);
    graph.replaceNodeAttributes("dan", { kind: "Person", name: "Dora" });
    expect(count.run(graph).rows).toEqual([[1]]);
    graph.mergeNodeAttributes("dan", { name: "Eve" });
    expect(count.run(graph).rows).toEqual([[0]]);
    graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, name: `D${attributes.name}` }));
    expect(count.run(graph).rows).toEqual([[4]]);
    graph.dropNode("dan");
    expect(count.run(graph).rows).toEqual([[3]]);
  });

  it("sees changed values also of properties it has read often", () => {
    const graph = newsroom();
    const names = prepare("MATCH (p) RETURN p.name ORDER BY p.name");
    for (let i = 0; i < 4; i++) expect(names.run(graph).rows[0]).toEqual(["Ada"]);
    graph.setNodeAttribute("ben", "name", "Aaron");
    for (let i = 0; i < 4; i++) expect(names.run(graph).rows[0]).toEqual(["Aaron"]);
    graph.removeNodeAttribute("ben", "name");
    expect(names.run(graph).rows[0]).toEqual(["Ada"]);
  });

  it("holds to the graph where a property is read of very many nodes", () => {
    const graph = newsroom();
    for (let i = 0; i < 100; i++) graph.addNode(`n${i}`, { kind: "Note", text: `note ${i}`, weight: i });
    const count = () =>
      query(graph, "MATCH (n:Note) WHERE n.text CONTAINS 'note 7' RETURN count(*), sum(n.weight)").rows;
    expect(count()).toEqual([[11, 7 + 745]]);
    expect(count()).toEqual([[11, 7 + 745]]);
    graph.setNodeAttribute("n7", "text", "another");
    expect(count()).toEqual([[10, 745]]);
    graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, weight: 1 }), { attributes: ["weight"] });
    expect(count()).toEqual([[10, 10]]);
    graph.replaceNodeAttributes("n70", { kind: "Note", text: "gone" });
    expect(count()).toEqual([[9, 9]]);
  });

  it("gives a node that many rows hold once, as one object", () => {
    const { rows } = query(newsroom(), "MATCH (p:Person)-[r:KNOWS]-(q) RETURN p, r, q");
    const ben = rows.flat().filter((value) => (value as { node?: string }).node === "ben");
    expect(ben.length).toBe(4);
    expect(new Set(ben).size).toBe(1);
  });

  it("never changes the graph", () => {
    const graph = newsroom();
    const before = JSON.stringify(graph.export());
    query(graph, "MATCH (a)-[*]-(b) RETURN collect(a), count(b)");
    expect(JSON.stringify(graph.export())).toBe(before);
  });
});

describe("errors", () => {
  const failure = (text: string, parameters = {}, options = {}): QueryError => {
    try {
      query(newsroom(), text, parameters, options);
    } catch (error) {
      if (error instanceof QueryError) return error;
      throw error;
    }
    throw new Error("no error");
  };

  it("name the place with a caret", () => {
    const error = failure("MATCH (person:Person)\nRETURN persn.name");
    expect(error).toMatchObject({
      code: "SyntaxError",
      phase: "compile",
      detail: "UndefinedVariable",
      position: { offset: 29, line: 2, column: 8 },
    });
    expect(error.message).toContain("did you mean person?");
    expect(error.frame).toBe("RETURN persn.name\n       ^");
  });

  it("refuse everything that writes", () => {
    for (const clause of ["CREATE (n)", "MATCH (n) SET n.x = 1", "MATCH (n) DETACH DELETE n", "MERGE (n)"])
      expect(failure(clause)).toMatchObject({ code: "SyntaxError", phase: "compile", detail: "WriteClause" });
  });

  it("ask for missing parameters", () => {
    expect(failure("RETURN $a")).toMatchObject({ code: "ParameterMissing", phase: "runtime" });
  });

  it("end queries that exceed their limits", () => {
    const everything = "MATCH p = ()-[*]-() RETURN p";
    expect(failure(everything, {}, { steps: 20 })).toMatchObject({ code: "LimitExceeded", detail: "Steps" });
    expect(failure(everything, {}, { rows: 3 })).toMatchObject({ code: "LimitExceeded", detail: "Rows" });
    expect(failure(everything, {}, { signal: { aborted: true } })).toMatchObject({ detail: "Aborted" });
    expect(failure(everything, {}, { milliseconds: -1 })).toMatchObject({ detail: "Time" });
  });

  it("end queries whose lists or strings grow without end", () => {
    const grown = (start: string) => `RETURN size(reduce(all = ${start}, i IN range(1, 60) | all + all))`;
    for (const start of ["'ab'", "[1]"])
      expect(failure(grown(start), {})).toMatchObject({ code: "LimitExceeded", detail: "Size" });
    const few = "RETURN [i IN range(1, 1000) | range(1, 1000000)]";
    expect(failure(few, {}, { milliseconds: 20 })).toMatchObject({ code: "LimitExceeded", detail: "Time" });
  });
});

describe("notifications", () => {
  it("suggest the label, type or property that was meant", () => {
    const { notifications } = query(newsroom(), "MATCH (p:Persn)-[:SIAD]->(s) WHERE s.txt = 'x' RETURN p");
    expect(notifications.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      ["UnknownLabel", "Person"],
      ["UnknownType", "SAID"],
      ["UnknownProperty", "text"],
    ]);
  });

  it("say where a property stands, also one in a pattern", () => {
    const text = "MATCH (p:Person {nme: 'x'})-[r:SAID { `no such`: 1 }]->(s) WITH p.nam AS q RETURN q";
    const { notifications } = query(newsroom(), text);
    expect(notifications.map(({ start, end }) => text.slice(start, end))).toEqual(["nme", "nam"]);
  });
});
