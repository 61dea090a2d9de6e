import type { StatementNodeAttributes } from "../model/index.ts";
import { foldName } from "../resolve/index.ts";
import type { OnRecordGraph } from "./schema.ts";

/** A statement as a difference shows it. */
export interface ComparedStatement {
  readonly key: string;
  readonly text: string;
  /** The name of its speaker, null where it isn't known. */
  readonly speaker: string | null;
  /** The title of its article. */
  readonly article: string;
}

/** A stakeholder who speaks in one graph and not in the other. */
export interface Voice {
  readonly key: string;
  readonly name: string;
  readonly statements: number;
}

export interface StatementChange {
  readonly before: ComparedStatement;
  readonly after: ComparedStatement;
}

/** What is in one graph and not in another. Everything is in the order of the graphs. */
export interface Difference {
  readonly articlesAdded: readonly string[];
  readonly articlesRemoved: readonly string[];
  readonly voicesGained: readonly Voice[];
  readonly voicesLost: readonly Voice[];
  readonly statementsAdded: readonly ComparedStatement[];
  readonly statementsRemoved: readonly ComparedStatement[];
  /** The words of one stand within those of the other: fewer or more of them count as said. */
  readonly trimmed: readonly StatementChange[];
  readonly extended: readonly StatementChange[];
  /** The same words, another speaker. */
  readonly reattributed: readonly StatementChange[];
}

/** A statement with what it is compared by. */
interface Candidate extends ComparedStatement {
  /** Letters and digits alone. */
  readonly words: string;
  readonly start: number;
}

/**
 * Compares two graphs: voices, statements and articles gained and lost, statements trimmed, extended or given to another
 * speaker. Articles are the same by key, else by address, else by title and day, so that one that was edited is compared with
 * itself; statements by their words, whatever their place, marks and case.
 */
export function compareGraphs(before: OnRecordGraph, after: OnRecordGraph): Difference {
  const articles = matchArticles(before, after);
  const [old, now] = [statementsByArticle(before), statementsByArticle(after)];
  const difference = {
    articlesAdded: articles.added.map((key) => labelOf(after, key)),
    articlesRemoved: articles.removed.map((key) => labelOf(before, key)),
    ...compareVoices(before, after),
    statementsAdded: articles.added.flatMap((key) => now.get(key) ?? []),
    statementsRemoved: articles.removed.flatMap((key) => old.get(key) ?? []),
    trimmed: [] as StatementChange[],
    extended: [] as StatementChange[],
    reattributed: [] as StatementChange[],
  };
  for (const [key, counterpart] of articles.pairs)
    compareStatements(old.get(key) ?? [], now.get(counterpart) ?? [], difference);
  const shown = ({ key, text, speaker, article }: ComparedStatement) => ({ key, text, speaker, article });
  const both = (changes: readonly StatementChange[]) =>
    changes.map((change) => ({ before: shown(change.before), after: shown(change.after) }));
  return {
    ...difference,
    statementsAdded: difference.statementsAdded.map(shown),
    statementsRemoved: difference.statementsRemoved.map(shown),
    trimmed: both(difference.trimmed),
    extended: both(difference.extended),
    reattributed: both(difference.reattributed),
  };
}

/** Whether two graphs say the same about who said what. */
export function isSame(difference: Difference): boolean {
  return Object.values(difference).every((list: readonly unknown[]) => list.length === 0);
}

function labelOf(graph: OnRecordGraph, key: string): string {
  const node = graph.getNodeAttributes(key);
  return "title" in node ? node.title : node.label;
}

function articleKeys(graph: OnRecordGraph): string[] {
  return graph.filterNodes((_, { kind }) => kind === "Article");
}

/** What an article may be known again by, the surest first. */
function signsOf(graph: OnRecordGraph, key: string): string[] {
  const node = graph.getNodeAttributes(key);
  if (!("title" in node)) return [key];
  const { url, title, date } = node;
  return [`key ${key}`, ...(url ? [`url ${url}`] : []), `title ${foldName(title)} ${date ?? ""}`];
}

function matchArticles(before: OnRecordGraph, after: OnRecordGraph) {
  const [old, now] = [articleKeys(before), articleKeys(after)];
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const rank of [0, 1, 2]) {
    const bySign = new Map<string, string>();
    for (const key of now) {
      const sign = signsOf(after, key)[rank];
      if (sign !== undefined && !taken.has(key) && !bySign.has(sign)) bySign.set(sign, key);
    }
    for (const key of old) {
      const sign = signsOf(before, key)[rank];
      const counterpart = sign === undefined || pairs.has(key) ? undefined : bySign.get(sign);
      if (counterpart === undefined || taken.has(counterpart)) continue;
      pairs.set(key, counterpart);
      taken.add(counterpart);
    }
  }
  return { pairs, added: now.filter((key) => !taken.has(key)), removed: old.filter((key) => !pairs.has(key)) };
}

/** The statements of each article in reading order. */
function statementsByArticle(graph: OnRecordGraph): Map<string, Candidate[]> {
  const byArticle = new Map<string, Candidate[]>();
  graph.forEachNode((key, attributes) => {
    if (attributes.kind !== "Statement") return;
    const { text, article, start } = attributes as StatementNodeAttributes;
    const said = graph.findInEdge(key, (_, edge) => edge.kind === "SAID");
    const speaker = said === undefined ? null : nameOf(graph, graph.source(said));
    const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
    const title = graph.hasNode(article) ? labelOf(graph, article) : article;
    const list = byArticle.get(article);
    const candidate = { key, text, speaker, article: title, words, start };
    if (list) list.push(candidate);
    else byArticle.set(article, [candidate]);
  });
  for (const list of byArticle.values()) list.sort((a, b) => a.start - b.start);
  return byArticle;
}

function nameOf(graph: OnRecordGraph, key: string): string {
  const node = graph.getNodeAttributes(key);
  return "name" in node ? node.name : node.label;
}

/** Pairs the statements of one article: those of the same words first, then those whose words stand within the other's. */
function compareStatements(
  old: readonly Candidate[],
  now: readonly Candidate[],
  difference: Record<"statementsAdded" | "statementsRemoved", ComparedStatement[]> &
    Record<"trimmed" | "extended" | "reattributed", StatementChange[]>,
): void {
  const left = new Set(now);
  const byWords = new Map<string, Candidate[]>();
  for (const one of now) byWords.set(one.words, [...(byWords.get(one.words) ?? []), one]);
  const unmatched: Candidate[] = [];
  for (const before of old) {
    const after = byWords.get(before.words)?.shift();
    if (!after) {
      unmatched.push(before);
      continue;
    }
    left.delete(after);
    if (!sameSpeaker(before, after)) difference.reattributed.push({ before, after });
  }
  for (const before of unmatched) {
    const after = [...left].find(({ words }) => isWithin(words, before.words) || isWithin(before.words, words));
    if (!after) {
      difference.statementsRemoved.push(before);
      continue;
    }
    left.delete(after);
    difference[after.words.length < before.words.length ? "trimmed" : "extended"].push({ before, after });
    if (!sameSpeaker(before, after)) difference.reattributed.push({ before, after });
  }
  difference.statementsAdded.push(...left);
}

/** A word or two in common is no sameness. */
function isWithin(inner: string, outer: string): boolean {
  return inner.length >= 12 && outer.includes(inner);
}

function sameSpeaker(a: Candidate, b: Candidate): boolean {
  if (a.speaker === null || b.speaker === null) return a.speaker === b.speaker;
  return foldName(a.speaker) === foldName(b.speaker);
}

function compareVoices(before: OnRecordGraph, after: OnRecordGraph) {
  const [old, now] = [voicesOf(before), voicesOf(after)];
  return {
    voicesGained: [...now].filter(([name]) => !old.has(name)).map(([, voice]) => voice),
    voicesLost: [...old].filter(([name]) => !now.has(name)).map(([, voice]) => voice),
  };
}

/** Whoever says something, by folded name: keys change with the articles, names don't. */
function voicesOf(graph: OnRecordGraph): Map<string, Voice> {
  const voices = new Map<string, Voice>();
  graph.forEachNode((key, attributes) => {
    if (!("statementCount" in attributes) || attributes.statementCount === 0) return;
    const { kind, name, statementCount } = attributes;
    const folded = `${kind} ${foldName(name)}`;
    const known = voices.get(folded);
    voices.set(folded, { key: known?.key ?? key, name, statements: statementCount + (known?.statements ?? 0) });
  });
  return voices;
}
