import type { OnRecordGraph } from "../../src/graph/index.ts";
import { SOURCES, SPEECH, STANCES, STANDINGS } from "./filters.ts";

/** What statements can be told apart by. */
export const FACETS = [
  "speakers",
  "organizations",
  "outlets",
  "articles",
  "kinds",
  "stances",
  "speech",
  "sources",
  "standings",
  "days",
  "sure",
] as const;
export type Facet = (typeof FACETS)[number];

/** The values of one facet, and which of them each statement has: `codes` from `starts[i]` up to `starts[i + 1]`. */
export interface Column {
  readonly values: readonly string[];
  readonly starts: Uint32Array;
  readonly codes: Uint32Array;
}

/** Every statement of a graph with all it can be filtered by, as arrays of numbers: asking it allocates next to nothing. */
export interface StatementIndex {
  /** Node keys of the statements. */
  readonly keys: readonly string[];
  readonly columns: Readonly<Record<Facet, Column>>;
  /** Node keys of what statements touch, and which each touches: who says it, what it names, where it stands. */
  readonly others: readonly string[];
  readonly touchStarts: Uint32Array;
  readonly touches: Uint32Array;
  /** Stakeholders and the articles they appear in, quoted or not: as many of one as of the other. */
  readonly appearing: readonly string[];
  readonly appearsIn: readonly string[];
}

const indexes = new WeakMap<OnRecordGraph, StatementIndex>();

/** The index of a graph, made when it is first asked for. Linear in nodes and edges. */
export function statementIndex(graph: OnRecordGraph): StatementIndex {
  let index = indexes.get(graph);
  if (index === undefined) indexes.set(graph, (index = makeIndex(graph)));
  return index;
}

/** Gathers a column value by value, statement by statement. */
class ColumnBuilder {
  private readonly numbers: Map<string, number>;
  private readonly values: string[];
  private readonly codes: number[] = [];
  private readonly starts: number[] = [0];

  constructor(values: readonly string[] = []) {
    this.values = [...values];
    this.numbers = new Map(values.map((value, number) => [value, number]));
  }

  add(value: string): void {
    let code = this.numbers.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.numbers.set(value, code);
      this.values.push(value);
    }
    this.codes.push(code);
  }

  endStatement(): void {
    this.starts.push(this.codes.length);
  }

  finish(): Column {
    return { values: this.values, starts: Uint32Array.from(this.starts), codes: Uint32Array.from(this.codes) };
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Confidence is told apart by hundredths. */
const SHARES = Array.from({ length: 101 }, (_, share) => String(share));

function makeIndex(graph: OnRecordGraph): StatementIndex {
  const { speakers, organizations, proposed, appearing, appearsIn } = gatherEdges(graph);
  const keys: string[] = [];
  const build = {
    speakers: new ColumnBuilder(),
    organizations: new ColumnBuilder(),
    outlets: new ColumnBuilder(),
    articles: new ColumnBuilder(),
    kinds: new ColumnBuilder(["direct", "indirect", "mixed"]),
    stances: new ColumnBuilder(STANCES),
    speech: new ColumnBuilder(SPEECH),
    sources: new ColumnBuilder(SOURCES),
    standings: new ColumnBuilder(STANDINGS),
    days: new ColumnBuilder(),
    sure: new ColumnBuilder(SHARES),
  } satisfies Record<Facet, ColumnBuilder>;
  const touches = new ColumnBuilder();
  graph.forEachNode((key, node) => {
    if (node.kind !== "Statement") return;
    keys.push(key);
    const speaker = speakers.get(key);
    if (speaker !== undefined) {
      build.speakers.add(speaker);
      for (const organization of organizations.get(speaker) ?? []) build.organizations.add(organization);
    }
    const source = speaker === undefined ? null : graph.getNodeAttributes(speaker);
    build.sources.add(source === null ? "unknown" : "unnamed" in source && source.unnamed ? "unnamed" : "named");
    build.standings.add(speaker !== undefined && proposed.has(speaker) ? "proposed" : "accepted");
    build.articles.add(node.article);
    const article = graph.hasNode(node.article) ? graph.getNodeAttributes(node.article) : null;
    if (article?.kind === "Article") {
      if (article.outlet) build.outlets.add(article.outlet);
      if (article.date !== undefined && DAY.test(article.date)) build.days.add(article.date);
    }
    build.kinds.add(node.statementKind);
    build.speech.add(node.speech === false ? "thought" : "said");
    // A hair more, so that 0.29 is 29 hundredths.
    build.sure.add(String(Math.min(100, Math.max(0, Math.floor((node.confidence ?? 0) * 100 + 1e-6)))));
    const stances = new Set<string>();
    graph.forEachEdge(key, (_, { kind, stance }, from, to) => {
      if (kind === "ABOUT" && from === key && stance !== undefined) stances.add(stance);
      if (kind !== "ECHOES") touches.add(from === key ? to : from);
    });
    for (const stance of stances.size === 0 ? ["none"] : stances) build.stances.add(stance);
    for (const column of Object.values(build)) column.endStatement();
    touches.endStatement();
  });
  const { values: others, starts: touchStarts, codes } = touches.finish();
  const columns = Object.fromEntries(FACETS.map((name) => [name, build[name].finish()])) as Record<Facet, Column>;
  return { keys, columns, others, touchStarts, touches: codes, appearing, appearsIn };
}

/** Who says each statement, the organisations of each speaker, who may be someone else, and who appears where. */
function gatherEdges(graph: OnRecordGraph) {
  const speakers = new Map<string, string>();
  const organizations = new Map<string, Set<string>>();
  const proposed = new Set<string>();
  const [appearing, appearsIn]: [string[], string[]] = [[], []];
  const belongsTo = (speaker: string, organization: string) => {
    const all = organizations.get(speaker);
    if (all === undefined) organizations.set(speaker, new Set([organization]));
    else all.add(organization);
  };
  graph.forEachEdge((_, { kind }, source, target, from, to) => {
    if (kind === "SAID") {
      if (!speakers.has(target)) speakers.set(target, source);
      if (from.kind === "Organization") belongsTo(source, source);
    } else if ((kind === "SPEAKS_FOR" || kind === "HOLDS_ROLE") && to.kind === "Organization")
      belongsTo(source, target);
    else if (kind === "MAY_BE") proposed.add(source).add(target);
    else if (kind === "APPEARS_IN") {
      appearing.push(source);
      appearsIn.push(target);
    }
  });
  return { speakers, organizations, proposed, appearing, appearsIn };
}
