import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Span } from "../../model/index.ts";
import { OnRecordError } from "../../model/index.ts";

/** Where the training data lies: `ONRECORD_DATA`, or `../shared/data` beside the repository. */
export function dataFolder(): string {
  return process.env["ONRECORD_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");
}

/**
 * The text of a gzipped file of the data folder, `polnear/train.jsonl.gz`.
 *
 * @throws OnRecordError `DATA_MISSING` when it isn't there.
 */
export function readDataFile(name: string): string {
  const path = join(dataFolder(), name);
  if (!existsSync(path)) {
    throw new OnRecordError(
      "DATA_MISSING",
      `${name}: not found in ${dataFolder()}; training needs the data folder beside the repository (../shared/data) or its path in ONRECORD_DATA`,
    );
  }
  return gunzipSync(readFileSync(path)).toString("utf8");
}

/** Every line of a `.jsonl.gz` file of the data folder as a value. */
export function readJsonLines<T>(name: string): T[] {
  return readDataFile(name)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** A half-open span as the data writes it. */
export type Pair = readonly [start: number, end: number];

/** One attribution of PolNeAR or GUM. A hull is null where the role is absent; `…Spans` are exact. */
export interface GoldQuote {
  readonly id: string;
  readonly content: Pair | null;
  readonly contentSpans: readonly Pair[];
  readonly cue: Pair | null;
  readonly cueSpans: readonly Pair[];
  readonly speaker: Pair | null;
  readonly speakerSpans: readonly Pair[];
  readonly type: "direct" | "mixed" | "indirect" | null;
  readonly multiParagraph: boolean;
  /** GUM only: nested in another statement. */
  readonly optional?: boolean;
  /** GUM only: the coreference chain of the speaker. */
  readonly speakerEntity?: string | null;
}

/** One annotated article; `article` names the text, `id` the text and the annotator. */
export interface GoldArticle {
  readonly id: string;
  readonly article: string;
  readonly annotator: string;
  /** One record of each article is its primary one. */
  readonly primary: boolean;
  readonly publisher?: string;
  readonly date: string;
  readonly title: string;
  readonly author: string | null;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
  /** GUM only. */
  readonly genre?: string;
  readonly licence?: string;
  readonly ignore?: readonly Pair[];
  readonly chains?: readonly GoldChain[];
}

/** A coreference chain of GUM; chains of one mention are included. */
export interface GoldChain {
  readonly chain: string;
  readonly entityType: string;
  readonly wiki: string | null;
  readonly mentions: readonly (Span & { readonly type: string; readonly head: unknown })[];
}

/** PolNeAR's articles, one record per article (`primary`) unless `all` is asked for. */
export function readPolnear(split: "train" | "dev", all = false): GoldArticle[] {
  return readJsonLines<GoldArticle>(`polnear/${split}.jsonl.gz`).filter((record) => all || record.primary);
}

/** GUM's documents with chains and derived attributions; those whose licence forbids shipping only if asked for. */
export function readGum(split: "train" | "dev", includeNonCommercial = false): GoldArticle[] {
  return readJsonLines<GoldArticle>(`gum/${split}.jsonl.gz`).filter(
    (record) => includeNonCommercial || isShippable(record.licence ?? ""),
  );
}

/** Whether weights learnt from a text under this licence may ship: not from non-commercial ones. */
export function isShippable(licence: string): boolean {
  return !/\bNC\b/.test(licence);
}

/** One silver coreference chain. */
export interface SilverChain {
  readonly mentions: readonly (Span & {
    readonly type: "PRONOMINAL" | "PROPER" | "NOMINAL";
    readonly representative: boolean;
    readonly head: unknown;
    readonly ner?: string;
  })[];
}

/** The silver coreference chains of PolNeAR's articles. */
export function readSilverChains(split: "train" | "dev"): { id: string; chains: SilverChain[] }[] {
  return readJsonLines(`polnear/silver-coref-${split}.jsonl.gz`);
}

/** The folder of the weights that ship. */
export function weightsFolder(): string {
  return resolve(import.meta.dirname, "../../../weights");
}
