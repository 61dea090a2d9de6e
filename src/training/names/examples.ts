import { OUTSIDE } from "../../extract/names/crf.ts";
import { Evidence, MOST_EVIDENCE } from "../../extract/names/evidence.ts";
import { MOST_FEATURES, NameFeatures } from "../../extract/names/features.ts";
import type { Lexicon } from "../../extract/names/lexicon.ts";
import { HASH_MASK } from "../../extract/names/model.ts";
import { isAlone, type Labelling } from "../../extract/names/recognise.ts";
import { LETTER_CASE } from "../../extract/names/wordtypes.ts";
import type { Words } from "../../model/index.ts";
import type { LabelledDocument, NameLabel } from "./corpora.ts";

/** A document as the trainer sees it. */
export interface Example {
  readonly document: LabelledDocument;
  readonly words: Words;
  readonly features: NameFeatures;
  readonly gold: Uint8Array;
  /** Which labels each word may have, as bits: more than one where the annotators left a kind of name unmarked. */
  readonly allowed: Uint16Array;
  /** Hashed features of word `i`: `hashes[from[i]] … hashes[from[i + 1] - 1]`. */
  readonly hashes: Int32Array;
  readonly from: Int32Array;
}

const FIRST: Readonly<Record<NameLabel, number>> = { PER: 1, ORG: 3, LOC: 5, MISC: 7 };
const MISC_BITS = (1 << 7) | (1 << 8);

/** Gives each word of a document, as our own tokeniser and tagger read it, its label. */
export function exampleOf(document: LabelledDocument, words: Words, lexicon: Lexicon): Example {
  const gold = new Uint8Array(words.count);
  let i = 0;
  for (const name of document.names) {
    while (i < words.count && words.start[i] < name.start) i++;
    for (let first = true; i < words.count && words.end[i] <= name.end; i++, first = false) {
      gold[i] = FIRST[name.label] + (first ? 0 : 1);
    }
  }
  const features = new NameFeatures(words, lexicon);
  const allowed = new Uint16Array(words.count);
  for (let k = 0; k < words.count; k++) {
    allowed[k] = 1 << gold[k];
    const letterCase = features.types.letterCase[features.types.typeOf[k]];
    const mayBeOther = letterCase !== LETTER_CASE.lower && letterCase !== LETTER_CASE.mark;
    if (!document.marksOther && gold[k] === OUTSIDE && mayBeOther) allowed[k] |= MISC_BITS;
  }
  return { document, words, features, gold, allowed, ...collectAll(features) };
}

function collectAll(features: NameFeatures): { hashes: Int32Array; from: Int32Array } {
  const { count } = features.words;
  const buffer = new Int32Array(count * MOST_FEATURES);
  const from = new Int32Array(count + 1);
  let at = 0;
  for (let i = 0; i < count; i++) {
    at += features.collect(i, buffer, at);
    from[i + 1] = at;
  }
  const hashes = buffer.slice(0, at);
  for (let k = 0; k < at; k++) hashes[k] &= HASH_MASK;
  return { hashes, from };
}

/** The features of a second look, laid out like those of `Example`. */
export interface EvidenceFeatures {
  readonly hashes: Int32Array;
  readonly from: Int32Array;
}

/** What a first look (by a model that hasn't learnt from this document) says about the words elsewhere in it. */
export function evidenceOf({ features, labels, probabilities }: Labelling): EvidenceFeatures {
  const evidence = new Evidence(features, probabilities, labels);
  const buffer = new Int32Array(labels.length * MOST_EVIDENCE);
  const from = new Int32Array(labels.length + 1);
  let at = 0;
  for (let i = 0; i < labels.length; i++) {
    at += evidence.collect(i, labels[i], isAlone(labels, i), buffer, at);
    from[i + 1] = at;
  }
  const hashes = buffer.slice(0, at);
  for (let k = 0; k < at; k++) hashes[k] &= HASH_MASK;
  return { hashes, from };
}

/** Names as labelled spans, from labels of words. */
export function labelledSpans(words: Words, labels: Uint8Array): { start: number; end: number; label: NameLabel }[] {
  const spans: { start: number; end: number; label: NameLabel }[] = [];
  const kinds: readonly NameLabel[] = ["PER", "ORG", "LOC", "MISC"];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] % 2 !== 1) continue;
    let last = i;
    while (last + 1 < labels.length && labels[last + 1] === labels[i] + 1) last++;
    spans.push({ start: words.start[i], end: words.end[last], label: kinds[(labels[i] - 1) >> 1] });
    i = last;
  }
  return spans;
}
