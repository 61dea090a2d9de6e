import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { NodeKind } from "../../src/model/index.ts";
import { atOnce, inSlices, type Steps } from "../data/slices.ts";
import { speakerNames } from "../detail/ties.ts";
import { WordIndexBuilder } from "./word-index.ts";
import { readAsked, wordsIn } from "./words.ts";

/** A node that was found. */
export interface Hit {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** What stands under the label: who said it, other names, the date. */
  readonly note: string;
}

export const GROUPS = ["stakeholders", "statements", "articles"] as const;

/** The first hits by what they are, best first, and how many there are; groups without hits are left out. */
export interface HitGroup {
  readonly group: (typeof GROUPS)[number];
  readonly hits: readonly Hit[];
  readonly count: number;
}

/** A search over one graph. */
export interface Search {
  /** The best hits of every group. Words in quotation marks are looked for word for word. */
  (typed: string): HitGroup[];
  /** Every statement that is found so, in the order of the graph. */
  statements(typed: string): string[];
}

const PER_GROUP = 6;
const WEIGHT = { name: 4, alias: 2, words: 1 } as const;
/** Documents between two slices. */
const SLICE = 64;

/** Makes a search over names, other names, the words of statements and titles of articles, at once. */
export function searchOver(graph: OnRecordGraph): Search {
  return atOnce(indexing(graph));
}

/** The same in slices short enough for a page that is used meanwhile. Rejects with the signal's reason where it stops it. */
export function searchInSlices(graph: OnRecordGraph, signal: AbortSignal): Promise<Search> {
  return inSlices(indexing(graph), signal);
}

/** Indexes a graph; every step is short. */
function* indexing(graph: OnRecordGraph): Steps<Search> {
  const keys: Record<HitGroup["group"], string[]> = { stakeholders: [], statements: [], articles: [] };
  graph.forEachNode((id, { kind }) => {
    keys[kind === "Statement" ? "statements" : kind === "Article" ? "articles" : "stakeholders"].push(id);
  });
  yield;
  const ids = GROUPS.flatMap((group) => keys[group]);
  const builder = new WordIndexBuilder();
  for (let which = 0; which < ids.length; which++) {
    const { fields, boost } = documentOf(graph, ids[which]);
    builder.add(fields, boost);
    if (which % SLICE === SLICE - 1) yield;
  }
  const index = yield* builder.finishing();
  yield;
  /** The number after the last document of each group. */
  const ends = [keys.stakeholders.length, keys.stakeholders.length + keys.statements.length, ids.length];
  const groupOf = (document: number) => (document < ends[0] ? 0 : document < ends[1] ? 1 : 2);

  const search = (typed: string): HitGroup[] => {
    const best: number[][] = [[], [], []];
    const count = [0, 0, 0];
    const { documents, scores } = index.search(readAsked(typed));
    for (const document of documents) {
      const group = groupOf(document);
      count[group]++;
      keepBest(best[group], document, scores);
    }
    return GROUPS.map((group, at) => ({
      group,
      hits: best[at].map((document) => hitOf(graph, ids[document])),
      count: count[at],
    })).filter(({ count }) => count > 0);
  };
  const statements = (typed: string): string[] =>
    Array.from(index.search(readAsked(typed)).documents)
      .filter((document) => groupOf(document) === 1)
      .map((document) => ids[document]);
  return Object.assign(search, { statements });
}

/** Puts a document among the best so far, which are sorted; of equal ones the first stays before. */
function keepBest(best: number[], document: number, scores: Float32Array): void {
  let at = best.length;
  while (at > 0 && scores[best[at - 1]] < scores[document]) at--;
  if (at >= PER_GROUP) return;
  best.splice(at, 0, document);
  if (best.length > PER_GROUP) best.pop();
}

function documentOf(graph: OnRecordGraph, id: string) {
  const node = graph.getNodeAttributes(id);
  const field = (weight: number, ...texts: readonly (string | undefined)[]) => ({
    words: texts.flatMap((text) => (text === undefined ? [] : wordsIn(text))),
    weight,
  });
  if (node.kind === "Statement") {
    const words = field(WEIGHT.words, node.text);
    // Of two that have the words, the shorter one is more about them.
    return { fields: [words], boost: 1 / (1 + words.words.length / 40) };
  }
  if (node.kind === "Article")
    return { fields: [field(WEIGHT.name, node.title), field(WEIGHT.alias, node.outlet)], boost: 1 };
  return {
    fields: [field(WEIGHT.name, node.name), ...node.aliases.map((alias) => field(WEIGHT.alias, alias))],
    // Of equal matches, who is named more often comes first.
    boost: 1 + Math.log1p(node.mentionCount + 3 * node.statementCount) / 4,
  };
}

function hitOf(graph: OnRecordGraph, id: string): Hit {
  const node = graph.getNodeAttributes(id);
  const { kind } = node;
  if (node.kind === "Statement") {
    return { id, kind, label: node.text, note: speakerNames(graph, id) ?? "" };
  }
  if (node.kind === "Article") return { id, kind, label: node.title, note: node.date ?? "" };
  return { id, kind, label: node.name, note: node.aliases.join(", ") };
}
