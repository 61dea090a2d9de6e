import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/graph/index.ts";
import { sketchReading } from "../fixtures/readings.ts";

/** What the graph says a statement is about, with side and evidence: `Ines Okafor` says `content` after `cue`. */
function aboutOf(cue: string, content: string, ...names: string[]) {
  const text = `Ines Okafor ${cue} ${content}.`;
  const reading = sketchReading({
    id: "a",
    title: "a",
    date: null,
    text,
    entities: {
      okafor: { kind: "Person", name: "Ines Okafor", named: ["Ines Okafor"] },
      ...Object.fromEntries(names.map((name) => [name, { kind: "Document", name, named: [name] }])),
    },
    statements: [{ kind: "indirect", content: [content], cue, source: "Ines Okafor", speaker: "okafor" }],
  });
  const graph = buildGraph([reading], { layout: false });
  return graph
    .filterEdges((_, { kind }) => kind === "ABOUT")
    .map((edge) => {
      const { stance, start, end } = graph.getEdgeAttributes(edge);
      return [graph.getNodeAttribute(graph.target(edge), "label"), stance, text.slice(start, end)];
    });
}

describe("what a statement is about", () => {
  it("is its subject, where an auxiliary shows it", () => {
    expect(aboutOf("said", "the Harbour Act will be changed", "Harbour Act")).toEqual([
      ["Harbour Act", undefined, "Harbour Act"],
    ]);
    expect(aboutOf("said", "Harbour Act rules will be changed", "Harbour Act")).toEqual([]);
    expect(aboutOf("said", "nobody reads the Harbour Act", "Harbour Act")).toEqual([]);
  });

  it("is the object of a verb that takes a side", () => {
    expect(aboutOf("condemned", "the new Harbour Act", "Harbour Act")).toEqual([
      ["Harbour Act", "oppose", "condemned the new Harbour Act"],
    ]);
    expect(aboutOf("has welcomed", "Harbour Act", "Harbour Act")).toEqual([
      ["Harbour Act", "support", "has welcomed Harbour Act"],
    ]);
  });

  it("is left open where the side is taken back, or on something else", () => {
    expect(aboutOf("did not welcome", "the Harbour Act", "Harbour Act")).toEqual([]);
    expect(aboutOf("condemned", "the Harbour Act's rules", "Harbour Act")).toEqual([]);
    expect(aboutOf("condemned", "the authors of the Harbour Act", "Harbour Act")).toEqual([]);
    expect(aboutOf("mentioned", "the Harbour Act", "Harbour Act")).toEqual([]);
  });
});
