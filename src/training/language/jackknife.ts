import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseWeights, serialiseWeights, Weights } from "../../language/weights.ts";
import type { Block, Words } from "../../model/index.ts";
import { folds, progress, weightsFolder } from "../lib/index.ts";
import { inThreads } from "../lib/threads.ts";
import type { JackknifeJob } from "./jackknife-thread.ts";
import { LANGUAGE_SETTINGS, type LanguageSettings } from "./train.ts";
import { PARSER_SETTINGS } from "./train-parser.ts";
import { TAGGER_SETTINGS } from "./train-tagger.ts";

/** An article whose analysis a later model learns from; `id` is the one of the silver corpus (`article` of its record). */
export interface JackknifeArticle {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const FOLDS = 4;
/** The fold models learn for a shorter time: they should be a little worse than the final one rather than better. */
const FOLD_SETTINGS: LanguageSettings = {
  ...LANGUAGE_SETTINGS,
  tagger: { ...TAGGER_SETTINGS, epochs: 4 },
  parser: { ...PARSER_SETTINGS, epochs: 3 },
  foldTagger: { ...TAGGER_SETTINGS, epochs: 2 },
  foldCount: 2,
};

/** Where results are kept between runs, outside what is under version control. */
const CACHE = resolve(import.meta.dirname, "../../../node_modules/.cache/onrecord");
const CACHE_VERSION = 2;

/**
 * Analyses every article, trees included, with a model that has never seen it: what later stages must learn from, since
 * in use they won't meet articles that the tagger and parser learnt from either. Keeps the result in a cache until
 * articles, settings or `weights/language.bin` change; takes some minutes without it, in threads.
 *
 * @returns the analyses by the articles' ids.
 */
export async function jackknifedWords(articles: readonly JackknifeArticle[]): Promise<Map<string, Words>> {
  const path = join(CACHE, `words-${cacheKey(articles)}.bin`);
  if (existsSync(path)) {
    progress("analyses of the training articles: from the cache");
    return unpack(await parseWeights(readFileSync(path), { model: "words", version: CACHE_VERSION }), articles);
  }
  const analyses = new Map<string, Words>();
  const jobs = folds(articles, FOLDS).map(({ heldOut }): JackknifeJob => ({ heldOut, settings: FOLD_SETTINGS }));
  const analysed = await inThreads<JackknifeJob, Words[]>(
    new URL("./jackknife-thread.ts", import.meta.url),
    jobs,
    "language models that analyse articles they haven't seen",
  );
  jobs.forEach(({ heldOut }, fold) => {
    heldOut.forEach(({ id }, index) => {
      analyses.set(id, analysed[fold][index]);
    });
  });
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${path}.tmp`, await serialiseWeights(pack(articles, analyses)));
  renameSync(`${path}.tmp`, path);
  return analyses;
}

function cacheKey(articles: readonly JackknifeArticle[]): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([CACHE_VERSION, FOLDS, FOLD_SETTINGS, articles]));
  hash.update(readFileSync(join(weightsFolder(), "language.bin")));
  return hash.digest("hex").slice(0, 16);
}

const COLUMNS = ["start", "end", "head", "sentence", "sentenceStart", "sentenceBlock"] as const;
const BYTE_COLUMNS = ["tag", "relation"] as const;

/** The columns of all articles one after the other. Lemmas, too, are those of the model that hasn't seen the article. */
function pack(articles: readonly JackknifeArticle[], analyses: ReadonlyMap<string, Words>): Weights {
  const all = articles.map(({ id }) => analyses.get(id)).filter((words) => words !== undefined);
  return new Weights("words", CACHE_VERSION, [
    ["counts", Int32Array.from(all, (words) => words.count)],
    ["sentences", Int32Array.from(all, (words) => words.sentenceBlock.length)],
    ["lemmas", new TextEncoder().encode(all.flatMap(({ lemma }) => lemma).join("\n"))],
    ...COLUMNS.map((name) => [name, joined(all.map((words) => words[name]))] as const),
    ...BYTE_COLUMNS.map((name) => [name, Uint8Array.from(joined(all.map((words) => words[name])))] as const),
  ]);
}

function joined(columns: readonly (Int32Array | Uint8Array)[]): Int32Array {
  const all = new Int32Array(columns.reduce((sum, column) => sum + column.length, 0));
  let offset = 0;
  for (const column of columns) {
    all.set(column, offset);
    offset += column.length;
  }
  return all;
}

function unpack(packed: Weights, articles: readonly JackknifeArticle[]): Map<string, Words> {
  const counts = packed.array("counts", "Int32Array");
  const sentences = packed.array("sentences", "Int32Array");
  const lemmas = new TextDecoder().decode(packed.array("lemmas", "Uint8Array")).split("\n");
  const analyses = new Map<string, Words>();
  let first = 0;
  let firstSentence = 0;
  articles.forEach(({ id, text }, n) => {
    const last = first + counts[n];
    const lastSentence = firstSentence + sentences[n];
    const column = (name: string) => packed.array(name, "Int32Array").slice(first, last);
    const bytes = (name: string) => packed.array(name, "Uint8Array").slice(first, last);
    analyses.set(id, {
      text,
      count: counts[n],
      start: column("start"),
      end: column("end"),
      tag: bytes("tag"),
      lemma: lemmas.slice(first, last),
      head: column("head"),
      relation: bytes("relation"),
      sentence: column("sentence"),
      // every article has one entry more than it has sentences
      sentenceStart: packed.array("sentenceStart", "Int32Array").slice(firstSentence + n, lastSentence + n + 1),
      sentenceBlock: packed.array("sentenceBlock", "Int32Array").slice(firstSentence, lastSentence),
    });
    first = last;
    firstSentence = lastSentence;
  });
  return analyses;
}
