import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import {
  findCommunities,
  measureStakeholders,
  nameCommunities,
  stakeholderNetwork,
  talkOf,
} from "../../src/analysis/index.ts";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EdgeKind, NodeAttributes } from "../../src/model/index.ts";

/** A graph of who says what of whom: `[speaker, words, named …]`. */
function graphOf(
  said: readonly (readonly [string, string, ...string[]])[],
  relations: readonly (readonly [string, EdgeKind, string])[] = [],
): OnRecordGraph {
  const graph: OnRecordGraph = new MultiDirectedGraph();
  const person = (name: string) => {
    if (!graph.hasNode(name))
      graph.addNode(name, {
        kind: "Person",
        label: name,
        name,
        quotedWords: 0,
        statementCount: 0,
      } as unknown as NodeAttributes);
    return name;
  };
  said.forEach(([speaker, words, ...named], i) => {
    const key = `statement:${i}`;
    graph.addNode(key, { kind: "Statement", text: words } as unknown as NodeAttributes);
    graph.addDirectedEdge(person(speaker), key, { kind: "SAID", label: "said", weight: 1 });
    for (const other of named)
      graph.addDirectedEdge(key, person(other), { kind: "MENTIONS", label: "mentions", weight: 1 });
  });
  for (const [from, kind, to] of relations)
    graph.addDirectedEdge(person(from), person(to), { kind, label: kind, weight: 1 });
  return graph;
}

/** Two circles that talk of different things, tied by one statement. */
const TWO_CIRCLES = graphOf([
  ["Ana", "Ferry fares must fall", "Ben"],
  ["Ben", "The ferry fares hurt islanders", "Ana", "Cleo"],
  ["Cleo", "Nobody can pay these ferry fares", "Ana"],
  ["Dov", "The orchestra needs a concert hall", "Eli"],
  ["Eli", "A concert hall costs too much", "Dov", "Fay"],
  ["Fay", "Without a concert hall we leave", "Dov", "Ana"],
]);

describe("the network of stakeholders", () => {
  it("counts a statement once however often it names another, and leaves out who speaks of themselves", () => {
    const graph = graphOf([
      ["Ana", "Ben and again Ben", "Ben", "Ben", "Ana"],
      ["Ana", "Ben", "Ben"],
    ]);
    const { keys, sources, targets, weights, statements } = stakeholderNetwork(graph);
    expect(keys).toEqual(["Ana", "Ben"]);
    expect([[...sources], [...targets], [...weights]]).toEqual([[0], [1], [2]]);
    expect([...statements]).toEqual([2, 0]);
  });

  it("counts what several say together for each of them", () => {
    const graph = graphOf([["Ana", "The dam must go", "Cleo"]]);
    graph.addNode("Ben", { kind: "Person", label: "Ben", name: "Ben" } as unknown as NodeAttributes);
    graph.addDirectedEdge("Ben", "statement:0", { kind: "SAID", label: "said", weight: 1 });
    const { keys, sources, targets, statements } = stakeholderNetwork(graph);
    expect([...sources].map((at, i) => `${keys[at]} ${keys[targets[i]]}`)).toEqual(["Ana Cleo", "Ben Cleo"]);
    expect(keys.map((key, at) => [key, statements[at]])).toEqual([
      ["Ana", 1],
      ["Cleo", 0],
      ["Ben", 1],
    ]);
  });

  it("ties by relations, but not by a proposed merge", () => {
    const graph = graphOf([], [
      ["Ana", "SPEAKS_FOR", "Harbour Board"],
      ["Ana", "MAY_BE", "Ben"],
    ] as const);
    const { keys, sources, targets } = stakeholderNetwork(graph);
    expect([...sources].map((at, i) => [keys[at], keys[targets[i]]])).toEqual([["Ana", "Harbour Board"]]);
  });

  it("counts only the statements that pass", () => {
    const network = stakeholderNetwork(TWO_CIRCLES, (statement) => statement === "statement:0");
    expect([...network.statements].reduce((a, b) => a + b)).toBe(1);
    expect(network.sources.length).toBe(1);
  });
});

describe("measures of stakeholders", () => {
  const star = graphOf(["Ben", "Cleo", "Dov", "Eli"].map((name) => [name, "words", "Ana"] as const));

  it("finds the middle of a star in every way", () => {
    const { degree, pageRank, betweenness } = measureStakeholders(stakeholderNetwork(star));
    const { keys } = stakeholderNetwork(star);
    const ana = keys.indexOf("Ana");
    expect(degree[ana]).toBe(4);
    expect(betweenness[ana]).toBeCloseTo(1, 10);
    expect(Math.max(...pageRank)).toBe(pageRank[ana]);
    expect(pageRank.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
    expect(betweenness.filter((_, i) => i !== ana).every((value) => value === 0)).toBe(true);
  });

  it("estimates betweenness from some starting points near what all of them give", () => {
    const names = Array.from({ length: 120 }, (_, i) => `N${i}`);
    const line = graphOf(names.slice(1).map((name, i) => [name, "words", names[i]] as const));
    const network = stakeholderNetwork(line);
    const exact = measureStakeholders(network).betweenness;
    const estimate = measureStakeholders(network, { pivots: 60 }).betweenness;
    expect(measureStakeholders(network, { pivots: 60 }).betweenness).toEqual(estimate);
    const off = exact.map((value, i) => Math.abs(value - estimate[i]));
    expect(Math.max(...off)).toBeLessThan(0.08);
    expect(Math.max(...off)).toBeGreaterThan(0);
  });

  it("measures nothing in an empty graph", () => {
    const network = stakeholderNetwork(graphOf([]));
    expect(measureStakeholders(network).pageRank.length).toBe(0);
    expect(nameCommunities(network, findCommunities(network), talkOf(graphOf([]), network))).toEqual([]);
  });
});

describe("communities", () => {
  it("keeps circles apart, the same ones each time, the biggest first", () => {
    const network = stakeholderNetwork(TWO_CIRCLES);
    const found = findCommunities(network);
    const of = (name: string) => found[network.keys.indexOf(name)];
    expect([of("Ana"), of("Ben"), of("Cleo")]).toEqual([0, 0, 0]);
    expect([of("Dov"), of("Eli"), of("Fay")]).toEqual([1, 1, 1]);
    expect(findCommunities(stakeholderNetwork(TWO_CIRCLES))).toEqual(found);
  });

  it("names them by what their members talk about", () => {
    const network = stakeholderNetwork(TWO_CIRCLES);
    const [ferry, hall] = nameCommunities(network, findCommunities(network), talkOf(TWO_CIRCLES, network));
    expect(ferry.name).toContain("ferry fares");
    expect(hall.name).toContain("concert hall");
    expect(ferry.members).toContain(ferry.id);
  });

  it("names one that says nothing by what is said of it, and one of which nothing is said by its strongest member", () => {
    const graph = graphOf(
      [["Ana", "The lighthouse keeper retires", "Ben"]],
      [
        ["Cleo", "PART_OF", "Harbour Board"],
        ["Dov", "PART_OF", "Tax Office"],
      ],
    );
    const network = stakeholderNetwork(graph);
    const names = nameCommunities(network, findCommunities(network), talkOf(graph, network)).map(({ name }) => name);
    expect(names.every((name) => name.length > 0)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    expect(names.join()).toMatch(/Harbour Board|Cleo/);
  });

  it("leaves everyone alone where nobody is tied", () => {
    const graph = graphOf([
      ["Ana", "Rain"],
      ["Ben", "Rain"],
    ]);
    const network = stakeholderNetwork(graph);
    expect([...findCommunities(network)]).toEqual([0, 1]);
    const names = nameCommunities(network, findCommunities(network), talkOf(graph, network)).map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });
});
