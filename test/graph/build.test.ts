import { describe, expect, it } from "vitest";
import { buildGraph, type OnRecordGraph } from "../../src/graph/index.ts";
import { type EdgeKind, NODE_KINDS, type NodeAttributes } from "../../src/model/index.ts";
import { sampleReading, sketchReading } from "../fixtures/readings.ts";

const edgesOf = (graph: OnRecordGraph, kind: EdgeKind) =>
  graph
    .filterEdges((_, attributes) => attributes.kind === kind)
    .map((key) => ({ key, from: graph.source(key), to: graph.target(key), ...graph.getEdgeAttributes(key) }));
const nameOf = (graph: OnRecordGraph, key: string) => {
  const node = graph.getNodeAttributes(key);
  return "name" in node ? node.name : node.label;
};

describe("the graph of one article", () => {
  const reading = sampleReading();
  const graph = buildGraph([reading]);
  const text = reading.article.text;

  it("has a node for each statement, each entity and the article", () => {
    const count = (kind: string) => graph.filterNodes((_, attributes) => attributes.kind === kind).length;
    expect(NODE_KINDS.map(count)).toEqual([3, 3, 1, 6, 2, 0, 0, 9, 1]);
    expect(graph.hasNode("person:carrie-lam-cheng-yuet-ngor")).toBe(true);
  });

  it("gives every edge words to open", () => {
    graph.forEachEdge((key, { article, start, end }) => {
      expect(article, key).toBe(`article:${reading.article.id}`);
      expect(text.slice(start, end).trim(), key).not.toBe("");
    });
  });

  it("shows who said what, on which day, and whom the words mention", () => {
    const said = edgesOf(graph, "SAID").filter(({ from }) => nameOf(graph, from) === "Carrie Lam Cheng Yuet-ngor");
    expect(said.map(({ start, end, on }) => [text.slice(start, end), on])).toEqual([
      ["Hong Kong Chief Executive Carrie Lam Cheng Yuet-ngor", undefined],
      ["she", "2021-09-06"],
    ]);
    const mentions = edgesOf(graph, "MENTIONS").filter(({ from }) => from === said[1].to);
    expect(mentions.map(({ to }) => nameOf(graph, to))).toEqual([
      "the plan",
      "Hong Kong",
      "Qianhai Shenzhen-Hong Kong Modern Service Industry Cooperation Zone",
    ]);
  });

  it("counts the words in quotation marks of each voice", () => {
    const quoted = (key: string) => (graph.getNodeAttributes(key) as { quotedWords: number }).quotedWords;
    const id = reading.article.id;
    expect(quoted("person:carrie-lam-cheng-yuet-ngor")).toBe(42);
    expect(quoted(`person:spokesperson-of-the-liaison-office:${id}`)).toBe(51);
    expect(quoted(`person:an-official:${id}`)).toBe(12);
  });

  it("keeps those who are mentioned and never quoted", () => {
    const macao = graph.getNodeAttributes("place:macao") as Extract<NodeAttributes, { unnamed: boolean }>;
    expect([macao.mentionCount, macao.statementCount]).toEqual([1, 0]);
    expect(edgesOf(graph, "APPEARS_IN").filter(({ from }) => from === "place:macao")[0].count).toBe(1);
  });

  it("finds wording that two statements share and proposes, without making it, the merge", () => {
    const echoes = edgesOf(graph, "ECHOES");
    expect(echoes.map(({ words, length }) => [words, length])).toEqual([
      ["give full play to Hong Kong's long-held advantages in high-end professional services", 84],
    ]);
    expect([echoes[0].sourceStart, echoes[0].sourceEnd, echoes[0].targetStart, echoes[0].targetEnd]).toEqual([
      2110, 2194, 331, 415,
    ]);
    const proposals = edgesOf(graph, "MAY_BE");
    expect(proposals.map(({ from, to }) => [nameOf(graph, from), nameOf(graph, to)])).toEqual([
      ["an official", "Carrie Lam Cheng Yuet-ngor"],
    ]);
    expect(proposals[0].reason).toContain("84 characters");
    expect(proposals[0].confidence).toBeGreaterThan(0);
    expect(text.slice(proposals[0].start, proposals[0].end)).toContain("give full play");
  });

  it("says what a statement is about only where its subject can be seen", () => {
    const about = edgesOf(graph, "ABOUT").map(({ from, to }) => [nameOf(graph, from), nameOf(graph, to)]);
    expect(about.map(([, to]) => to)).toEqual(["the plan", "the plan", "the plan", "the plan"]);
  });

  it("carries role and day of a relation", () => {
    expect(edgesOf(graph, "HOLDS_ROLE").map(({ role, label }) => [role, label])).toEqual([
      ["Chief Executive", "Chief Executive"],
    ]);
    expect(edgesOf(graph, "ISSUED").map(({ on }) => on)).toEqual(["2021-09-06"]);
  });

  it("builds the same bytes twice", () => {
    const bytes = (built: OnRecordGraph) => JSON.stringify(built.export());
    expect(bytes(buildGraph([sampleReading()]))).toBe(bytes(graph));
  });
});

const harbour = (id: string, date: string, who: string, more = "") =>
  sketchReading({
    id,
    title: `Harbour ${date}`,
    date,
    text: `${who} told Nadia Ferro that the harbour bridge "will stand empty for most of the winter months ahead".${more}`,
    entities: {
      who: {
        kind: "Person",
        name: who,
        ...(/^[A-Z][a-z]+ [A-Z]/.test(who) ? { named: [who] } : { unnamed: true, nominal: [who] }),
      },
      ferro: { kind: "Person", name: "Nadia Ferro", named: ["Nadia Ferro"] },
    },
    statements: [
      {
        kind: "mixed",
        content: ['the harbour bridge "will stand empty for most of the winter months ahead"'],
        cue: "told",
        source: who,
        speaker: "who",
        addressee: "ferro",
      },
    ],
  });

describe("the graph of several articles", () => {
  const first = harbour("2024-01-02-a", "2024-01-02", "Ines Okafor");
  const second = harbour("2024-01-05-b", "2024-01-05", "A harbour official");

  it("doesn't depend on the order of the readings", () => {
    expect(JSON.stringify(buildGraph([second, first]).export())).toBe(
      JSON.stringify(buildGraph([first, second]).export()),
    );
  });

  it("has one node for a stakeholder of both, with the words in each", () => {
    const graph = buildGraph([first, second, first]);
    const ferro = edgesOf(graph, "APPEARS_IN").filter(({ from }) => from === "person:nadia-ferro");
    expect(ferro.map(({ article }) => article)).toEqual(["article:2024-01-02-a", "article:2024-01-05-b"]);
    expect(edgesOf(graph, "TOLD").map(({ to }) => to)).toEqual(["person:nadia-ferro", "person:nadia-ferro"]);
  });

  it("lets the later statement echo the earlier, and proposes the unnamed source's name across articles", () => {
    const graph = buildGraph([second, first]);
    expect(edgesOf(graph, "ECHOES").map(({ from, to }) => [from, to])).toEqual([
      [second.statements[0].id, first.statements[0].id],
    ]);
    expect(
      edgesOf(graph, "MAY_BE").map(({ from, to, article }) => [nameOf(graph, from), nameOf(graph, to), article]),
    ).toEqual([["A harbour official", "Ines Okafor", "article:2024-01-05-b"]]);
  });

  it("is empty for no readings", () => {
    expect(buildGraph([]).order).toBe(0);
  });
});
