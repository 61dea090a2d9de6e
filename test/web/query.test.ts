import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { PHRASES } from "../../src/analysis/index.ts";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { query, type ResultValue } from "../../src/query/index.ts";
import { csvOf, foundIn, jsonOf, selectionOf, shownColumns, textOf } from "../../web/query/cells.ts";
import { explained, spanAt } from "../../web/query/remarks.ts";
import { askedOf } from "../../web/query/values.ts";
import { text } from "../../web/text.ts";

/** One person who says one thing, with the attributes that queries read. */
function smallGraph(): OnRecordGraph {
  const graph = new MultiDirectedGraph();
  graph.addNode("person:ada", { kind: "Person", label: "Ada", name: "Ada" });
  graph.addNode("statement:a:0-9", { kind: "Statement", label: "It is so", text: "It is so.", article: "article:a" });
  graph.addNode("article:a", { kind: "Article", label: "News", title: "News" });
  graph.addEdgeWithKey("said", "person:ada", "statement:a:0-9", { kind: "SAID", label: "said" });
  return graph as unknown as OnRecordGraph;
}

const graph = smallGraph();
const ask = (cypher: string) => query(graph, cypher);

describe("an answer on the page", () => {
  it("names nodes, relationships and paths in words", () => {
    const [row] = ask("MATCH path = (p:Person)-[r:SAID]->(s) RETURN p, r, path, [p, s], {a: 1}").rows;
    expect(row.map((value) => textOf(graph, value))).toEqual([
      "Ada",
      "said",
      "Ada — said → It is so",
      "Ada, It is so",
      '{"a":1}',
    ]);
    const [[backwards]] = ask("MATCH path = (s:Statement)<-[:SAID]-(p) RETURN path").rows;
    expect(textOf(graph, backwards)).toBe("It is so ← said — Ada");
  });

  it("opens what a row holds: a node, an edge, the words it places, or who it names", () => {
    const opened = (cypher: string) => {
      const { columns, rows } = ask(cypher);
      return selectionOf(graph, columns, rows[0]);
    };
    expect(opened("MATCH (p:Person) RETURN 1, p")).toEqual({ type: "node", key: "person:ada" });
    expect(opened("MATCH ()-[r]->() RETURN r")).toEqual({ type: "edge", key: "said" });
    expect(opened("RETURN 'x' AS a, 'article:a' AS article, 0 AS start, 9 AS end")?.key).toBe("statement:a:0-9");
    expect(opened("RETURN 'Ada' AS who, 'article:a' AS article, 2 AS start, 4 AS end")).toEqual({
      type: "node",
      key: "person:ada",
      at: { article: "a", start: 2, end: 4 },
    });
    expect(opened("RETURN 1")).toBeNull();
  });

  it("finds the nodes and edges of its rows, those inside paths, lists and maps too", () => {
    expect(foundIn(graph, ask("MATCH path = (:Person)-[:SAID]->() RETURN path"))).toEqual({
      nodes: ["person:ada", "statement:a:0-9"],
      edges: ["said"],
    });
    expect(foundIn(graph, ask("MATCH (p:Person)-[r]->() RETURN {inside: [p, [r]]}"))).toEqual({
      nodes: ["person:ada"],
      edges: ["said"],
    });
    expect(foundIn(graph, ask("RETURN 1")).nodes).toEqual([]);
  });

  it("leaves out the columns that only say where words stand", () => {
    expect(shownColumns(["source", "article", "start", "end"])).toEqual([0]);
    expect(shownColumns(["article", "start", "end"])).toEqual([0, 1, 2]);
    expect(shownColumns(["start", "name"])).toEqual([0, 1]);
  });

  it("is saved as CSV and JSON that give its values back", () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const result = { columns: ["a", "b"], rows: rows as ResultValue[][] };
        expect(JSON.parse(jsonOf(result))).toEqual(rows.map(([a, b]) => ({ a, b })));
      }),
    );
    expect(csvOf({ columns: ["a"], rows: [['say "so", now'], [null], [[1, 2]]] })).toBe(
      'a\r\n"say ""so"", now"\r\n\r\n"[1,2]"\r\n',
    );
  });
});

describe("a mistake in a query", () => {
  it("is underlined inside the text, by at least one character", () => {
    expect(spanAt("MATCH (n) RETURN nme", 17)).toEqual({ start: 17, end: 20 });
    expect(spanAt("RETURN )", 7)).toEqual({ start: 7, end: 8 });
    expect(spanAt("MATCH (n)  ", 11)).toEqual({ start: 8, end: 9 });
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(60), (words, at) => {
        const { start, end } = spanAt(words, Math.min(at, words.length));
        expect(0 <= start && start < end && end <= words.length).toBe(true);
      }),
    );
  });

  it("is looked for without running anything", () => {
    for (const asked of ["MATCH (n) RETURN n", "profile MATCH (n) RETURN n", "EXPLAIN MATCH (n) RETURN n"]) {
      const { query: planned, shift } = explained(asked);
      expect(planned.length).toBe(asked.length + shift);
      expect(ask(planned).rows).toEqual([]);
      expect(ask(planned).plan).toBeDefined();
    }
  });
});

describe("a question", () => {
  it("fills the blanks of a phrase: as typed, else as usual, else with the likeliest value", () => {
    const phrase = PHRASES.find(({ id }) => id === "top-sources-about") ?? null;
    const question = { phrase: "top-sources-about", cypher: "", values: { most: "5" } };
    expect(askedOf(question, phrase, { entity: ["Ada"] })).toEqual({
      cypher: phrase?.query,
      parameters: { entity: "Ada", most: 5 },
    });
    const typed = { ...question, values: { entity: "2024" } };
    expect(askedOf(typed, phrase, { entity: ["Ada"] }).parameters).toEqual({ entity: "2024", most: 20 });
  });

  it("of one's own takes parameters as JSON where they are JSON, else as text", () => {
    const question = { phrase: null, cypher: "RETURN $a, $b", values: { a: "[1, 2]", b: "two words" } };
    expect(askedOf(question, null, {}).parameters).toEqual({ a: [1, 2], b: "two words" });
  });

  it("can be begun with examples that are queries", () => {
    for (const [name, cypher] of text.query.examples) expect(() => ask(cypher), name).not.toThrow();
  });
});
