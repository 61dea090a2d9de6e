import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EdgeAttributes, EdgeKind, NodeAttributes } from "../../src/model/index.ts";
import { chipsOf } from "../../web/filters/chips.ts";
import { componentOptions, facetOptions, sureOptions } from "../../web/filters/facets.ts";
import { type Filters, NO_FILTERS } from "../../web/scene/filters.ts";
import { sift } from "../../web/scene/sift.ts";
import { keptStakeholders, stepsFrom } from "../../web/scene/stakeholder-index.ts";
import { statementIndex } from "../../web/scene/statement-index.ts";
import { passingKeys, touchedNodes } from "../../web/scene/touched.ts";

interface Said {
  readonly by: string | null;
  readonly article: number;
  readonly kind: "direct" | "indirect" | "mixed";
  readonly confidence: number;
  readonly speech: boolean;
  readonly names: readonly string[];
  readonly stance: "support" | "oppose" | null;
}

const PEOPLE = ["ana", "ben", "cleo", "an-aide"] as const;
const ARTICLES = [
  { date: "2024-03-01", outlet: "Gazette" },
  { date: "2024-03-02", outlet: "Courier" },
  { date: undefined, outlet: "Courier" },
] as const;

function graphOf(said: readonly Said[]): OnRecordGraph {
  const graph: OnRecordGraph = new MultiDirectedGraph();
  const edge = (kind: EdgeKind, from: string, to: string, more: Partial<EdgeAttributes> = {}) =>
    graph.addDirectedEdge(from, to, { kind, label: kind, weight: 1, ...more });
  ARTICLES.forEach((article, i) => {
    graph.addNode(`article:${i}`, { kind: "Article", label: `Article ${i}`, ...article } as unknown as NodeAttributes);
  });
  for (const name of PEOPLE)
    graph.addNode(name, {
      kind: "Person",
      label: name,
      name,
      unnamed: name === "an-aide",
    } as unknown as NodeAttributes);
  graph.addNode("board", {
    kind: "Organization",
    label: "board",
    name: "board",
    unnamed: false,
  } as unknown as NodeAttributes);
  graph.addNode("bystander", {
    kind: "Person",
    label: "bystander",
    name: "bystander",
    unnamed: false,
  } as unknown as NodeAttributes);
  edge("APPEARS_IN", "bystander", "article:1");
  edge("SPEAKS_FOR", "ben", "board");
  edge("MAY_BE", "an-aide", "cleo");
  said.forEach(({ by, article, kind, confidence, speech, names, stance }, i) => {
    const key = `statement:${i}`;
    const node = { kind: "Statement", label: key, text: key, statementKind: kind, confidence, speech };
    graph.addNode(key, { ...node, article: `article:${article}` } as unknown as NodeAttributes);
    edge("IN_ARTICLE", key, `article:${article}`);
    if (by !== null) edge("SAID", by, key);
    for (const name of names) edge("MENTIONS", key, name);
    if (stance !== null) edge("ABOUT", key, "board", { stance });
  });
  return graph;
}

const statement: fc.Arbitrary<Said> = fc.record({
  by: fc.option(fc.constantFrom(...PEOPLE, "board")),
  article: fc.nat(2),
  kind: fc.constantFrom("direct" as const, "indirect" as const, "mixed" as const),
  confidence: fc.constantFrom(0.29, 0.5, 0.7, 0.95, 1),
  speech: fc.boolean(),
  names: fc.subarray(["ana", "ben", "board"]),
  stance: fc.constantFrom(null, "support" as const, "oppose" as const),
});
const filters: fc.Arbitrary<Filters> = fc.record({
  ...Object.fromEntries(Object.entries(NO_FILTERS).map(([name, value]) => [name, fc.constant(value)])),
  speakers: fc.subarray<string>([...PEOPLE, "board"], { maxLength: 2 }),
  organizations: fc.subarray(["board"]),
  outlets: fc.subarray(["Gazette", "Courier"], { maxLength: 1 }),
  articles: fc.subarray(["article:0", "article:1", "article:2"], { maxLength: 2 }),
  stances: fc.subarray(["support", "oppose", "none"] as const, { maxLength: 2 }),
  speech: fc.constantFrom<Filters["speech"]>(["said"], ["thought"], []),
  sources: fc.subarray(["named", "unnamed", "unknown"] as const, { maxLength: 2 }),
  standings: fc.subarray(["accepted", "proposed"] as const, { maxLength: 1 }),
  from: fc.constantFrom(null, "2024-03-02"),
  to: fc.constantFrom(null, "2024-03-01"),
  sure: fc.constantFrom(null, 0.29, 0.7),
}) as unknown as fc.Arbitrary<Filters>;

/** Whether a statement passes, asked plainly. */
function passes({ by, article, kind, confidence, speech, stance }: Said, wanted: Filters, hidden: readonly string[]) {
  const { date, outlet } = ARTICLES[article];
  const one = <T>(list: readonly T[], ...values: T[]) =>
    list.length === 0 || values.some((value) => list.includes(value));
  const organizations = by === "board" || by === "ben" ? ["board"] : [];
  return (
    !hidden.includes(kind) &&
    one(wanted.speakers, ...(by === null ? [] : [by])) &&
    one(wanted.organizations, ...organizations) &&
    one(wanted.outlets, outlet) &&
    one(wanted.articles, `article:${article}`) &&
    one<string>(wanted.stances, stance ?? "none") &&
    one(wanted.speech, speech ? "said" : "thought") &&
    one<string>(wanted.sources, by === null ? "unknown" : by === "an-aide" ? "unnamed" : "named") &&
    one<string>(wanted.standings, by === "an-aide" || by === "cleo" ? "proposed" : "accepted") &&
    (wanted.from === null || (date !== undefined && date >= wanted.from)) &&
    (wanted.to === null || (date !== undefined && date <= wanted.to)) &&
    (wanted.sure === null || confidence >= wanted.sure)
  );
}

describe("filters on statements", () => {
  it("let through what all of them do, of a list any value", () => {
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 12 }),
        filters,
        fc.subarray(["direct", "mixed"]),
        (said, wanted, hidden) => {
          const { passing, left } = sift(statementIndex(graphOf(said)), wanted, hidden);
          expect([...passing]).toEqual(said.map((one) => +passes(one, wanted, hidden)));
          expect(left).toBe(said.filter((one) => passes(one, wanted, hidden)).length);
        },
      ),
    );
  });

  it("say of every value what choosing it alone would leave", () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 12 }), filters, (said, wanted) => {
        const index = statementIndex(graphOf(said));
        const { counts } = sift(index, wanted);
        for (const facet of ["speakers", "outlets", "articles", "stances", "speech", "sources", "standings"] as const)
          index.columns[facet].values.forEach((value, code) => {
            expect(counts[facet][code]).toBe(sift(index, { ...wanted, [facet]: [value] }).left);
          });
      }),
    );
  });

  const said: Said = {
    by: "ana",
    article: 0,
    kind: "direct",
    confidence: 0.9,
    speech: true,
    names: ["ben"],
    stance: null,
  };
  const graph = graphOf([
    said,
    { ...said, by: "ben", article: 1, names: ["board"], speech: false },
    { ...said, by: "cleo", article: 1, names: [], confidence: 0.4 },
  ]);
  const seen = (wanted: Partial<Filters>) => {
    const all = { ...NO_FILTERS, ...wanted };
    const kept = keptStakeholders(graph, all, null);
    const sifted = sift(statementIndex(graph), all, [], kept);
    return {
      kept,
      passing: passingKeys(statementIndex(graph), sifted),
      touched: touchedNodes(graph, statementIndex(graph), sifted, all, kept),
    };
  };

  it("show what was said at first, and what was thought when asked", () => {
    expect(seen({}).passing).toEqual(new Set(["statement:0", "statement:2"]));
    expect(seen({}).touched).toContain("bystander");
    expect(seen({ speech: [] }).passing).toBeNull();
    expect(seen({ speech: ["thought"] }).passing).toEqual(new Set(["statement:1"]));
  });

  it("keep who is mentioned and never quoted while only articles are filtered", () => {
    expect(seen({ articles: ["article:1"] }).touched).toContain("bystander");
    expect(seen({ articles: ["article:0"] }).touched).not.toContain("bystander");
    expect(seen({ speakers: ["cleo"] }).touched).toEqual(new Set(["statement:2", "cleo", "article:1"]));
  });

  it("keep who is tied to enough others, lies in a part, or within some steps", () => {
    expect(seen({ degree: { least: 2, most: null } }).kept).toEqual(new Set(["ben"]));
    expect(seen({ around: { key: "ana", steps: 1 } }).kept).toEqual(new Set(["ana", "ben"]));
    expect(seen({ around: { key: "ana", steps: 2 } }).kept).toEqual(new Set(["ana", "ben", "board"]));
    expect(seen({ components: ["ben"] }).kept).toEqual(new Set(["ana", "ben", "board"]));
    expect(seen({ components: ["ben"] }).passing).toEqual(new Set(["statement:0"]));
    expect([...stepsFrom(graph, "statement:0", 1)]).toEqual([1, 1, -1, -1, -1, -1]);
    expect(componentOptions(graph)).toEqual([]);
  });

  it("keep values of attributes, and numbers between two", () => {
    expect(seen({ values: [{ attribute: "unnamed", value: "true" }] }).kept).toEqual(new Set(["an-aide"]));
    graph.setNodeAttribute("ana", "mentionCount" as never, 4 as never);
    expect(seen({ values: [{ attribute: "mentionCount", value: "2..5" }] }).kept).toEqual(new Set(["ana"]));
    expect(seen({ values: [{ attribute: "mentionCount", value: "5..9" }] }).kept).toEqual(new Set());
  });

  it("offer no choice where there is only one value", () => {
    const one = graphOf([said]);
    const sifted = sift(statementIndex(one), NO_FILTERS);
    expect(facetOptions(one, "speakers", sifted)).toEqual([]);
    expect(sureOptions(one, sifted)).toEqual([]);
  });

  it("stand as chips that take them away", () => {
    const wanted: Filters = {
      ...NO_FILTERS,
      speakers: ["ana"],
      speech: [],
      sure: 0.5,
      degree: { least: 2, most: 4 },
      around: { key: "ben", steps: 2 },
      values: [{ attribute: "unnamed", value: "true" }],
    };
    const chips = chipsOf(graph, { hidden: ["Place"], filters: wanted });
    expect(chips.map(({ label }) => label)).toEqual([
      "without places",
      "also what was only thought",
      "ana",
      "50 % sure or more",
      "tied to 2–4",
      "within 2 steps of ben",
      "unnamed: true",
    ]);
    let view = { hidden: ["Place"] as readonly string[], filters: wanted };
    for (let i = chips.length; i > 0; i--) view = { ...view, ...chipsOf(graph, view)[0].without };
    expect(view).toEqual({ hidden: [], filters: NO_FILTERS });
  });
});
