import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import {
  findPhrase,
  PHRASES,
  phraseValues,
  readPhrases,
  searchProcedures,
  suggestedValues,
} from "../../src/analysis/index.ts";
import { prepare, query } from "../../src/query/index.ts";

/** Two articles about a bridge: a mayor for it, a teacher against it, an official who is not named. */
function bridgeGraph(): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  const entity = (key: string, kind: string, name: string, more: object = {}): void => {
    graph.addNode(key, {
      kind,
      name,
      label: name,
      aliases: [],
      unnamed: false,
      mentionCount: 1,
      statementCount: 0,
      quotedWords: 0,
      ...more,
    });
  };
  entity("person:vera-lund", "Person", "Vera Lund", { aliases: ["Mayor Lund"], statementCount: 2, quotedWords: 12 });
  entity("person:tom-abara", "Person", "Tom Abara", { statementCount: 1 });
  entity("person:unnamed", "Person", "an official", { unnamed: true, statementCount: 1 });
  entity("person:ines-moro", "Person", "Ines Moro", { mentionCount: 3 });
  entity("organization:council", "Organization", "Harbour Council");
  entity("document:plan", "Document", "Bridge Plan");
  entity("place:pier", "Place", "North Pier");
  for (const [n, title] of [
    [1, "A bridge for the harbour"],
    [2, "Doubts about the bridge"],
  ] as const)
    graph.addNode(`article:${n}`, { kind: "Article", title, date: `2024-05-0${n}`, label: title });
  const statement = (
    article: number,
    start: number,
    text: string,
    by: string | null,
    saidOn: string,
    confidence = 0.9,
  ): string => {
    const key = `statement:${article}:${start}`;
    const place = { article: `article:${article}`, start, end: start + text.length };
    graph.addNode(key, {
      kind: "Statement",
      text,
      label: text,
      statementKind: "direct",
      saidOn,
      confidence,
      why: "a verb of saying",
      ...place,
    });
    graph.addEdge(key, place.article, { kind: "IN_ARTICLE" });
    if (by) graph.addEdge(by, key, { kind: "SAID", ...place });
    return key;
  };
  const yes = statement(1, 100, "The plan gives the town a bridge at last", "person:vera-lund", "2024-05-01");
  const again = statement(2, 40, "It gives the town a bridge at last", "person:unnamed", "2024-05-02", 0.5);
  const no = statement(2, 200, "The plan forgets the children", "person:tom-abara", "2024-05-02");
  statement(2, 300, "North Pier stays open", "person:vera-lund", "2024-05-03");
  statement(2, 400, "Nobody asked us", null, "2024-05-03");
  const place = { article: "article:2", start: 1, end: 9 };
  graph.addEdge(yes, "document:plan", { kind: "ABOUT", stance: "support", ...place });
  graph.addEdge(no, "document:plan", { kind: "ABOUT", stance: "oppose", ...place });
  graph.addEdge("statement:2:300", "place:pier", { kind: "MENTIONS", ...place });
  graph.addEdge(again, yes, { kind: "ECHOES", words: "gives the town a bridge at last", length: 31 });
  graph.addEdge(no, "person:vera-lund", { kind: "TOLD", ...place });
  graph.addEdge("person:unnamed", "person:vera-lund", {
    kind: "MAY_BE",
    reason: "shares 31 characters",
    confidence: 0.4,
  });
  graph.addEdge("person:vera-lund", "organization:council", { kind: "SPEAKS_FOR", ...place });
  graph.addEdge("person:vera-lund", "organization:council", { kind: "HOLDS_ROLE", role: "mayor", ...place });
  graph.addEdge("organization:council", "document:plan", { kind: "ISSUED", on: "2024-04-01", ...place });
  graph.addEdge("person:ines-moro", "article:1", { kind: "APPEARS_IN", count: 2 });
  graph.addEdge("person:ines-moro", "article:2", { kind: "APPEARS_IN", count: 1 });
  graph.addEdge("person:tom-abara", "article:2", { kind: "APPEARS_IN", count: 4 });
  return graph;
}

const graph = bridgeGraph();

/** The rows of a phrase, the first columns of each. */
function ask(id: string, values: Record<string, unknown> = {}, columns = 2): unknown[][] {
  const phrase = findPhrase(PHRASES, id);
  return query(graph, phrase.query, phraseValues(phrase, values)).rows.map((row) => row.slice(0, columns));
}

describe("phrases", () => {
  it("have ids of their own, and declare just the parameters of their query", () => {
    expect(new Set(PHRASES.map(({ id }) => id)).size).toBe(PHRASES.length);
    expect(PHRASES.length).toBeGreaterThanOrEqual(17);
    for (const { parameters, query: text, question } of PHRASES) {
      const declared = parameters.map(({ name }) => name);
      expect([...declared].sort()).toEqual([...prepare(text).parameters].sort());
      for (const [, name] of question.matchAll(/\$(\w+)/g)) expect(declared).toContain(name);
    }
  });

  it("answer who said what about whom", () => {
    expect(ask("said-about", { entity: "bridge plan" })).toEqual([
      ["Vera Lund", "The plan gives the town a bridge at last"],
      ["Tom Abara", "The plan forgets the children"],
    ]);
    expect(ask("said-about", { entity: "Plan B" })).toEqual([]);
    expect(ask("said-by", { person: "Mayor Lund" }).map(([, text]) => text)).toEqual([
      "The plan gives the town a bridge at last",
      "North Pier stays open",
    ]);
    expect(ask("said-between", { person: "Lund", from: "2024-05-02", to: "2024-05-31" })).toEqual([
      ["Vera Lund", "2024-05-03"],
    ]);
    expect(ask("told", {}, 3)).toEqual([["Tom Abara", "Vera Lund", "The plan forgets the children"]]);
  });

  it("answer who speaks for whom, and who is never quoted", () => {
    expect(ask("spoke-for", { organization: "Harbour Council" }, 3)).toEqual([["Vera Lund", "Harbour Council", 2]]);
    expect(ask("never-quoted", {}, 4)).toEqual([["Ines Moro", "Person", 3, 2]]);
    expect(ask("unnamed-sources", {}, 3)).toEqual([["an official", [], "It gives the town a bridge at last"]]);
    expect(ask("no-source", {}, 1)).toEqual([["Nobody asked us"]]);
  });

  it("answer who is for and who against", () => {
    expect(ask("back-or-oppose", { document: "Bridge Plan" })).toEqual([
      ["Tom Abara", "oppose"],
      ["Vera Lund", "support"],
    ]);
    expect(ask("disagree", {}, 3)).toEqual([["Vera Lund", "Tom Abara", "Bridge Plan"]]);
    expect(ask("topics", {}, 6)).toEqual([["Bridge Plan", "Document", 2, 2, 1, 1]]);
  });

  it("answer how two are connected, and whose words are repeated", () => {
    const no = "The plan forgets the children";
    expect(ask("connected", { a: "Tom Abara", b: "Harbour Council" }, 3)).toEqual([
      [["Tom Abara", no, "Bridge Plan", "Harbour Council"], ["SAID", "ABOUT", "ISSUED"], 3],
      [["Tom Abara", no, "Vera Lund", "Harbour Council"], ["SAID", "TOLD", "HOLDS_ROLE"], 3],
      [["Tom Abara", no, "Vera Lund", "Harbour Council"], ["SAID", "TOLD", "SPEAKS_FOR"], 3],
    ]);
    expect(ask("repeats", { statement: "it gives the town" }, 3)).toEqual([
      ["an official", "Vera Lund", "gives the town a bridge at last"],
    ]);
    expect(ask("may-be", {}, 3)).toEqual([["an official", "Vera Lund", "shares 31 characters"]]);
  });

  it("answer who is quoted, with whom, and about what", () => {
    expect(ask("top-sources", { most: 1 }, 5)).toEqual([["Vera Lund", "Person", 2, 12, 2]]);
    expect(ask("top-sources-about", { entity: "North Pier" })).toEqual([["Vera Lund", 1]]);
    expect(ask("voices-in", { article: "doubts" }, 3).map(([, source]) => source)).toEqual([
      "Tom Abara",
      "Vera Lund",
      "an official",
    ]);
    expect(ask("quoted-with", { person: "Tom Abara" })).toEqual([
      ["Vera Lund", 1],
      ["an official", 1],
    ]);
    expect(ask("same-subjects", { person: "Tom Abara" }, 3)).toEqual([["Vera Lund", 1, ["Bridge Plan"]]]);
    expect(ask("roles", {}, 3)).toEqual([["Vera Lund", "mayor", "Harbour Council"]]);
    expect(ask("documents", {}, 4)).toEqual([["Harbour Council", "Bridge Plan", "2024-04-01", 2]]);
    expect(ask("check", {}, 2)).toEqual([[0.5, "an official"]]);
  });

  it("suggest values that are in the graph", () => {
    const [entity] = findPhrase(PHRASES, "said-about").parameters;
    expect(suggestedValues(graph, entity)[0]).toBe("Vera Lund");
    for (const { parameters } of PHRASES)
      for (const parameter of parameters)
        if (parameter.suggest) expect(suggestedValues(graph, parameter).length).toBeGreaterThan(0);
  });

  it("say what a phrase needs", () => {
    expect(() => ask("said-by")).toThrow("needs person");
    expect(() => ask("roles", { person: "x" })).toThrow("does not ask for person");
    expect(() => ask("nothing")).toThrow("there is no phrase nothing");
  });
});

describe("a person's own phrases", () => {
  const own = (phrase: object) => JSON.stringify({ phrases: [{ id: "mine", question: "mine", ...phrase }] });

  it("are added to the others", () => {
    const phrases = readPhrases(own({ query: "MATCH (n) RETURN count(n)" }), "phrases.json");
    expect(findPhrase(phrases, "mine").parameters).toEqual([]);
    expect(phrases.length).toBe(PHRASES.length + 1);
  });

  it("are refused with the place of the mistake", () => {
    expect(() => readPhrases(own({ query: "MATCH (n) RETURN m" }), "phrases.json")).toThrow(
      /phrases.json: phrase mine: .*m is not defined/,
    );
    expect(() => readPhrases(own({ query: "RETURN $x" }), "phrases.json")).toThrow("$x is not among its parameters");
    expect(() => readPhrases(own({}), "phrases.json")).toThrow("phrases.0.query");
    expect(() => readPhrases("{", "phrases.json")).toThrow("phrases.json: no JSON");
  });
});

describe("search.statements", () => {
  it("finds words, their beginnings and their misspellings, for CALL", () => {
    const rows = query(
      graph,
      "CALL search.statements($words) YIELD node, score MATCH (p)-[:SAID]->(node) RETURN p.name, score > 0",
      { words: "forgts childr" },
      { procedures: searchProcedures() },
    ).rows;
    expect(rows).toEqual([["Tom Abara", true]]);
  });
});
