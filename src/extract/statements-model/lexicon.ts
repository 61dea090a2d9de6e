import { TAGS } from "../../model/index.ts";
import { hashLowerCase, mix } from "./hash.ts";

/** Coarse parts of speech: a lemma is a cue or not as a verb, a noun or an adjective. */
export const OTHER = 0;
export const VERB = 1;
export const NOUN = 2;
export const ADJECTIVE = 3;

/** The coarse part of speech of each tag. */
export const COARSE: Uint8Array = Uint8Array.from(TAGS, (tag) => {
  if (tag.startsWith("VB")) return VERB;
  if (tag.startsWith("NN")) return NOUN;
  return tag.startsWith("JJ") ? ADJECTIVE : OTHER;
});

export const LEXICON_BITS = 16;
export const LEXICON_SIZE = 1 << LEXICON_BITS;
/** From this bin on a lemma is more than now and then part of a cue. */
export const STRONG_BIN = 5;

/** How lemmas behave as cues. Each column has a row for a hash of lemma and coarse part of speech. */
export interface CueLexicon {
  /** How often the lemma is part of a cue, in bins: 0 never seen, 1 hardly ever … 8 nearly always. */
  readonly bin: Uint8Array;
  /** The same as a share of 255. */
  readonly precision: Uint8Array;
  /** How often the lemma was seen, at most 50. */
  readonly seen: Uint8Array;
  /** WordNet's lexicographer file of the commonest sense plus one, 0 where there is none. */
  readonly sense: Uint8Array;
  /** How likely the cue reports speech rather than thought, as a share of 255. */
  readonly speech: Uint8Array;
}

export function lexiconRow(lemma: number, coarse: number): number {
  return mix(901, lemma, coarse, 0) & (LEXICON_SIZE - 1);
}

/** The row of a lemma given as a word. */
export function lexiconRowOf(lemma: string, coarse: number): number {
  return lexiconRow(hashLowerCase(lemma, 0, lemma.length), coarse);
}
