import type { OnRecordGraph } from "../../src/graph/index.ts";
import { EDGE_KINDS } from "../../src/model/index.ts";
import { atOnce, type Steps } from "../data/slices.ts";
import { SOURCES, SPEECH, STANCES, STANDINGS } from "./filters.ts";
import { type GraphIndex, graphIndexing } from "./graph-index.ts";

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
  return atOnce(statementIndexing(graph));
}

/** The same in steps. */
export function* statementIndexing(graph: OnRecordGraph): Steps<StatementIndex> {
  let index = indexes.get(graph);
  if (index === undefined) indexes.set(graph, (index = yield* makeIndex(graph)));
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

/** So many statements, or edges, a step. */
const STEP = 256;

function* makeIndex(graph: OnRecordGraph): Steps<StatementIndex> {
  const all = yield* graphIndexing(graph);
  const keys = all.nodes.filter((_, node) => all.nodeAttributes[node].kind === "Statement");
  const { organizations, proposed, appearing, appearsIn, said, stances, touched } = yield* gatherEdges(all);
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
  const columnBuilders = Object.values(build);
  for (let statement = 0; statement < keys.length; statement++) {
    const node = graph.getNodeAttributes(keys[statement]);
    if (node.kind !== "Statement") continue;
    const speakers = said.of(statement);
    for (const speaker of speakers) build.speakers.add(speaker);
    for (const organization of new Set(speakers.flatMap((speaker) => organizations.get(speaker) ?? [])))
      build.organizations.add(organization);
    const sources = speakers.map((speaker) => graph.getNodeAttributes(speaker));
    if (sources.length === 0) build.sources.add("unknown");
    for (const name of new Set(sources.map((source) => ("unnamed" in source && source.unnamed ? "unnamed" : "named"))))
      build.sources.add(name);
    build.standings.add(speakers.some((speaker) => proposed.has(speaker)) ? "proposed" : "accepted");
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
    for (const stance of stances.get(statement) ?? ["none"]) build.stances.add(stance);
    for (const column of columnBuilders) column.endStatement();
    if (statement % STEP === STEP - 1) yield;
  }
  const columns = Object.fromEntries(FACETS.map((name) => [name, build[name].finish()])) as Record<Facet, Column>;
  return { keys, columns, ...touched, appearing, appearsIn };
}

/** Some node keys for each statement, gathered in any order of the statements and read in their own. */
class KeysOfStatements {
  private readonly numbers = new Map<string, number>();
  private readonly values: string[] = [];
  private readonly statements: number[] = [];
  private readonly codes: number[] = [];

  add(statement: number, key: string): void {
    let code = this.numbers.get(key);
    if (code === undefined) {
      code = this.values.length;
      this.numbers.set(key, code);
      this.values.push(key);
    }
    this.statements.push(statement);
    this.codes.push(code);
  }

  /** By counting how many each statement has: linear, and in the order in which they came. */
  finish(order: number): Column {
    const starts = new Uint32Array(order + 1);
    for (const statement of this.statements) starts[statement + 1]++;
    for (let at = 0; at < order; at++) starts[at + 1] += starts[at];
    const next = starts.slice();
    const codes = new Uint32Array(this.codes.length);
    this.codes.forEach((code, at) => {
      codes[next[this.statements[at]]++] = code;
    });
    return { values: this.values, starts, codes };
  }
}

/**
 * Goes once over all edges: who says each statement and which side it takes, what it touches, the organisations of each speaker, who
 * may be someone else, and who appears where.
 */
function* gatherEdges({ nodes, nodeAttributes, edgeAttributes, kinds, sources, targets }: GraphIndex) {
  /** The number of each node among the statements. */
  const numberOf = new Int32Array(nodes.length).fill(-1);
  let count = 0;
  nodeAttributes.forEach(({ kind }, node) => {
    if (kind === "Statement") numberOf[node] = count++;
  });
  const organizations = new Map<string, string[]>();
  const proposed = new Set<string>();
  const stances = new Map<number, Set<string>>();
  const [saying, touching] = [new KeysOfStatements(), new KeysOfStatements()];
  const [appearing, appearsIn]: [string[], string[]] = [[], []];
  const belongsTo = (speaker: string, organization: string) => {
    const all = organizations.get(speaker);
    if (all === undefined) organizations.set(speaker, [organization]);
    else if (!all.includes(organization)) all.push(organization);
  };
  for (let edge = 0; edge < kinds.length; edge++) {
    if (edge % STEP === STEP - 1) yield;
    const kind = EDGE_KINDS[kinds[edge]];
    const [source, target] = [nodes[sources[edge]], nodes[targets[edge]]];
    const [from, to] = [nodeAttributes[sources[edge]].kind, nodeAttributes[targets[edge]].kind];
    if (kind === "APPEARS_IN") {
      appearing.push(source);
      appearsIn.push(target);
    } else if (kind === "MAY_BE") proposed.add(source).add(target);
    else if ((kind === "SPEAKS_FOR" || kind === "HOLDS_ROLE") && to === "Organization") belongsTo(source, target);
    else if (kind === "SAID") {
      const statement = numberOf[targets[edge]];
      if (statement < 0) continue;
      saying.add(statement, source);
      touching.add(statement, source);
      if (from === "Organization") belongsTo(source, source);
    } else if (from === "Statement" && kind !== "ECHOES") {
      const statement = numberOf[sources[edge]];
      touching.add(statement, target);
      const { stance } = edgeAttributes[edge];
      if (kind !== "ABOUT" || stance === undefined) continue;
      const sides = stances.get(statement);
      if (sides === undefined) stances.set(statement, new Set([stance]));
      else sides.add(stance);
    }
  }
  const { values, starts, codes } = saying.finish(count);
  const { values: others, starts: touchStarts, codes: touches } = touching.finish(count);
  const of = (statement: number) =>
    Array.from(codes.subarray(starts[statement], starts[statement + 1]), (code) => values[code]);
  return {
    organizations,
    proposed,
    stances,
    said: { of },
    touched: { others, touchStarts, touches },
    appearing,
    appearsIn,
  };
}
