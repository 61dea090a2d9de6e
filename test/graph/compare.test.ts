import { describe, expect, it } from "vitest";
import { buildGraph, compareGraphs, isSame } from "../../src/graph/index.ts";
import { sketchReading } from "../fixtures/readings.ts";

interface Said {
  readonly words: string;
  readonly who: string;
}

/** An article in which each says what they say. */
function article(id: string, title: string, ...said: Said[]) {
  const people = [...new Set(said.map(({ who }) => who))];
  return sketchReading({
    id,
    title,
    date: "2024-05-03",
    text: said.map(({ words, who }) => `"${words}" said ${who}.`).join("\n\n"),
    entities: Object.fromEntries(people.map((who) => [who, { kind: "Person", name: who, named: [who] }])),
    statements: said.map(({ words, who }) => ({
      kind: "direct",
      content: [`"${words}"`],
      cue: "said",
      source: who,
      speaker: who,
    })),
  });
}
const graphOf = (...readings: ReturnType<typeof article>[]) => buildGraph(readings, { layout: false });
const bridge = { words: "The bridge will open in May, whatever the weather", who: "Ines Okafor" };
const toll = { words: "Nobody has asked the drivers about the toll", who: "Paul Brandt" };

describe("the difference of two graphs", () => {
  it("is nothing where nothing changed", () => {
    const graph = graphOf(article("a", "Bridge", bridge, toll));
    expect(isSame(compareGraphs(graph, graphOf(article("a", "Bridge", bridge, toll))))).toBe(true);
    // The same words in a text that was edited, so that key and places differ
    expect(isSame(compareGraphs(graph, graphOf(article("a2", "Bridge", toll, bridge))))).toBe(true);
  });

  it("shows voices, statements and articles gained and lost", () => {
    const difference = compareGraphs(
      graphOf(article("a", "Bridge", bridge)),
      graphOf(article("b", "Toll", toll), article("a", "Bridge", bridge)),
    );
    expect(difference).toMatchObject({
      articlesAdded: ["Toll"],
      articlesRemoved: [],
      voicesGained: [{ name: "Paul Brandt", statements: 1 }],
      voicesLost: [],
      statementsAdded: [{ speaker: "Paul Brandt", article: "Toll" }],
      statementsRemoved: [],
    });
  });

  it("knows a statement again that was trimmed, extended or given to another", () => {
    const before = graphOf(article("a", "Bridge", bridge, toll));
    const shorter = { ...bridge, words: "The bridge will open in May" };
    const trimmed = compareGraphs(before, graphOf(article("a2", "Bridge", shorter, { ...toll, who: "Mona Reyes" })));
    expect(trimmed.trimmed.map(({ after }) => after.text)).toEqual(['"The bridge will open in May"']);
    expect(trimmed.reattributed.map((change) => [change.before.speaker, change.after.speaker])).toEqual([
      ["Paul Brandt", "Mona Reyes"],
    ]);
    expect([trimmed.statementsAdded, trimmed.statementsRemoved]).toEqual([[], []]);
    const back = compareGraphs(graphOf(article("a2", "Bridge", shorter)), graphOf(article("a", "Bridge", bridge)));
    expect(back.extended.length).toBe(1);
  });
});
