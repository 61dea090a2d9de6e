import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EdgeKind, NodeKind } from "../../src/model/index.ts";
import { endsOf, speakersOf } from "../detail/ties.ts";
import { membersOfTie } from "../scene/ties.ts";
import type { PassageQuery } from "../state/passages.ts";

/** One place in an article to read. */
export interface Passage {
  /** A statement's key; for somebody who is named outside what anyone says, the key of an APPEARS_IN edge. */
  readonly id: string;
  readonly type: "statement" | "appearance";
  /** The article or stakeholder whose passages begin with this one. */
  readonly heading: string | null;
}

export interface Passages {
  readonly items: readonly Passage[];
  /** How many articles, or stakeholders, they stand under. */
  readonly groups: number;
  /** Statements that belong here and don't pass the filters. */
  readonly leftOut: number;
}

export const NO_PASSAGES: Passages = { items: [], groups: 0, leftOut: 0 };

const NAMES: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["MENTIONS", "ABOUT", "TOLD"]);
/** Who could have spoken. */
const VOICES: ReadonlySet<NodeKind> = new Set<NodeKind>(["Person", "Organization", "Group"]);

export interface PassageOptions {
  /** Whether a statement passes the filters. */
  readonly passes: (statement: string) => boolean;
  /** Every statement that has words; needed for "find" alone. */
  readonly find: (words: string) => readonly string[];
}

/** What a query lists: by article, the oldest first, each in its order; for "unheard" by stakeholder, the most named first. */
export function passagesOf(graph: OnRecordGraph, query: PassageQuery | null, options: PassageOptions): Passages {
  if (query?.type === "unheard") return unheard(graph, options.passes);
  if (query?.type === "named") return namingOf(graph, query.key, options.passes);
  const all = statementsOf(graph, query, options.find);
  const passing = all.filter(options.passes);
  const items: Passage[] = [];
  let groups = 0;
  let current: string | null = null;
  for (const id of inReadingOrder(graph, passing)) {
    const { article } = placeOf(graph, id);
    items.push({ id, type: "statement", heading: article === current ? null : article });
    if (article !== current) groups++;
    current = article;
  }
  return { items, groups, leftOut: all.length - passing.length };
}

/** Every statement a query asks for, before any filter. */
function statementsOf(
  graph: OnRecordGraph,
  query: PassageQuery | null,
  find: PassageOptions["find"],
): readonly string[] {
  if (query === null) return graph.filterNodes((_, { kind }) => kind === "Statement");
  switch (query.type) {
    case "said":
      return graph.hasNode(query.key) ? endsOf(graph, query.key, "out", "SAID") : [];
    case "about":
      return saidOf(graph, query.key);
    case "tie":
      return behindTie(graph, query.key);
    case "find":
      return find(query.words);
    case "named":
    case "unheard":
      return [];
  }
}

/** Every article that names a stakeholder, each followed by the statements in it that do. */
function namingOf(graph: OnRecordGraph, key: string, passes: PassageOptions["passes"]): Passages {
  if (!graph.hasNode(key)) return NO_PASSAGES;
  const naming = endsOf(graph, key, "in", ...NAMES);
  const passing = new Map<string, string[]>();
  let leftOut = 0;
  for (const id of inReadingOrder(graph, naming)) {
    if (!passes(id)) {
      leftOut++;
      continue;
    }
    const { article } = placeOf(graph, id);
    const known = passing.get(article);
    if (known === undefined) passing.set(article, [id]);
    else known.push(id);
  }
  const appearances = graph
    .filterOutEdges(key, (_, { kind }) => kind === "APPEARS_IN")
    .map((edge) => ({ edge, article: graph.target(edge), day: dayOf(graph, graph.target(edge)) }))
    .sort((a, b) => compare(a.day, b.day) || compare(a.article, b.article));
  const items = appearances.flatMap(({ edge, article }): Passage[] => [
    { id: edge, type: "appearance", heading: article },
    ...(passing.get(article) ?? []).map((id) => ({ id, type: "statement" as const, heading: null })),
  ]);
  return { items, groups: appearances.length, leftOut };
}

/** What others say that names a stakeholder. */
function saidOf(graph: OnRecordGraph, key: string): string[] {
  if (!graph.hasNode(key)) return [];
  const own = new Set(endsOf(graph, key, "out", "SAID"));
  return endsOf(graph, key, "in", ...NAMES).filter((statement) => !own.has(statement));
}

/** The statements at the ends of an edge, or behind a tie between stakeholders. */
export function behindTie(graph: OnRecordGraph, key: string): string[] {
  const members = graph.hasEdge(key) ? alongside(graph, key) : membersOfTie(graph, key);
  const statements = members.flatMap((edge) =>
    graph.extremities(edge).filter((end) => graph.getNodeAttribute(end, "kind") === "Statement"),
  );
  return [...new Set(statements)];
}

/** The edges of one kind between the same two. */
function alongside(graph: OnRecordGraph, edge: string): string[] {
  const kind = graph.getEdgeAttribute(edge, "kind");
  return graph
    .directedEdges(graph.source(edge), graph.target(edge))
    .filter((other) => graph.getEdgeAttribute(other, "kind") === kind);
}

/** Sorts statements by the day of their article, then by article, then as they stand in it. */
export function inReadingOrder(graph: OnRecordGraph, statements: readonly string[]): string[] {
  const byArticle = new Map<string, { id: string; start: number }[]>();
  for (const id of statements) {
    const { article, start } = placeOf(graph, id);
    const known = byArticle.get(article);
    if (known === undefined) byArticle.set(article, [{ id, start }]);
    else known.push({ id, start });
  }
  const days = new Map([...byArticle.keys()].map((article) => [article, dayOf(graph, article)]));
  const articles = [...byArticle.keys()].sort((a, b) => compare(days.get(a) ?? "", days.get(b) ?? "") || compare(a, b));
  return articles.flatMap((article) =>
    (byArticle.get(article) ?? []).sort((a, b) => a.start - b.start).map(({ id }) => id),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** An article's day; what has none comes last. */
function dayOf(graph: OnRecordGraph, article: string): string {
  const node = graph.hasNode(article) ? graph.getNodeAttributes(article) : null;
  return (node?.kind === "Article" ? node.date : undefined) ?? "9999";
}

function placeOf(graph: OnRecordGraph, statement: string): { article: string; start: number } {
  const node = graph.getNodeAttributes(statement);
  return node.kind === "Statement" ? { article: node.article, start: node.start } : { article: "", start: 0 };
}

/** Who is named in what passes the filters, or in its articles, and says nothing there. */
function unheard(graph: OnRecordGraph, passes: PassageOptions["passes"]): Passages {
  const heard = new Set<string>();
  const articles = new Set<string>();
  const talkedOf = new Map<string, Set<string>>();
  graph.forEachNode((statement, node) => {
    if (node.kind !== "Statement" || !passes(statement)) return;
    articles.add(node.article);
    for (const speaker of speakersOf(graph, statement)) heard.add(speaker);
    graph.forEachOutEdge(statement, (_, { kind }, __, of) => {
      if (!NAMES.has(kind)) return;
      const known = talkedOf.get(of);
      if (known === undefined) talkedOf.set(of, new Set([statement]));
      else known.add(statement);
    });
  });
  const silent: {
    readonly key: string;
    readonly weight: number;
    readonly places: readonly Omit<Passage, "heading">[];
  }[] = [];
  graph.forEachNode((key, node) => {
    if (!VOICES.has(node.kind) || heard.has(key) || !("mentionCount" in node)) return;
    const places = placesNaming(graph, key, talkedOf.get(key), articles);
    const said = talkedOf.get(key)?.size ?? 0;
    if (places.length > 0) silent.push({ key, weight: said * 1e6 + node.mentionCount, places });
  });
  silent.sort((a, b) => b.weight - a.weight || compare(a.key, b.key));
  const items = silent.flatMap(({ key, places }) =>
    places.map((place, at) => ({ ...place, heading: at === 0 ? key : null })),
  );
  return { items, groups: silent.length, leftOut: 0 };
}

/** The statements that name somebody; for who is in none, the articles it appears in. */
function placesNaming(
  graph: OnRecordGraph,
  key: string,
  statements: ReadonlySet<string> | undefined,
  articles: ReadonlySet<string>,
): Omit<Passage, "heading">[] {
  if (statements !== undefined)
    return inReadingOrder(graph, [...statements]).map((id) => ({ id, type: "statement" as const }));
  return graph
    .filterOutEdges(key, (_, { kind }, __, article) => kind === "APPEARS_IN" && articles.has(article))
    .map((id) => ({ id, type: "appearance" as const }));
}
