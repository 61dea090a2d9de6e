import { TAG_NUMBER } from "../../model/index.ts";
import type { NameFeatures } from "./features.ts";
import { WORD_CLASS } from "./lexicon.ts";
import { isCapitalised } from "./runs.ts";
import { LETTER_CASE } from "./wordtypes.ts";

/** A stretch of words that may hold names; between windows nothing is a name. */
export interface Window {
  /** First word and the word after the last. */
  readonly first: number;
  readonly end: number;
  /** Whether the sentence begins here. */
  readonly opensSentence: boolean;
}

/** Words of context on both sides of what may be a name. */
const MARGIN = 2;
const NAMED = WORD_CLASS.place | WORD_CLASS.organization;
const NAMED_CAPITAL = NAMED | WORD_CLASS.given | WORD_CLASS.family;

/**
 * Finds the stretches worth looking at: about capitalised words, and about words in lower case that the lexicon knows as a
 * place or an organisation. About half of an article's words lie in none.
 */
export function windowsOf(features: NameFeatures): Window[] {
  const { words, types, runs } = features;
  const windows: Window[] = [];
  for (let s = 0; s + 1 < words.sentenceStart.length; s++) {
    const start = words.sentenceStart[s];
    const stop = words.sentenceStart[s + 1];
    let first = -1;
    let end = -1;
    for (let i = start; i < stop; i++) {
      if (runs.first[i] < 0 && !mayBeName(words.tag[i], types.letterCase[types.typeOf[i]], features, i)) continue;
      if (first >= 0 && i - MARGIN > end) {
        windows.push({ first, end, opensSentence: first === start });
        first = -1;
      }
      if (first < 0) first = Math.max(start, i - MARGIN);
      end = Math.min(stop, i + 1 + MARGIN);
    }
    if (first >= 0) windows.push({ first, end, opensSentence: first === start });
  }
  return windows;
}

function mayBeName(tag: number, letterCase: number, { types }: NameFeatures, i: number): boolean {
  const type = types.typeOf[i];
  const classes = types.classes[type];
  if (isCapitalised(types, type)) {
    return tag === TAG_NUMBER.NNP || tag === TAG_NUMBER.NNPS || (classes & NAMED_CAPITAL) !== 0;
  }
  if (letterCase !== LETTER_CASE.lower) return letterCase === LETTER_CASE.alphanumeric;
  return (classes & NAMED) !== 0 && (classes & WORD_CLASS.common) === 0;
}
