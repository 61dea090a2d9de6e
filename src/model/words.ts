/** Penn Treebank part-of-speech tags (Marcus et al. 1993) in the order their numbers have in `Words.tag`. */
export const TAGS = [
  "NN",
  "NNS",
  "NNP",
  "NNPS",
  "JJ",
  "JJR",
  "JJS",
  "RB",
  "RBR",
  "RBS",
  "VB",
  "VBD",
  "VBG",
  "VBN",
  "VBP",
  "VBZ",
  "MD",
  "PRP",
  "PRP$",
  "WP",
  "WP$",
  "EX",
  "DT",
  "PDT",
  "WDT",
  "WRB",
  "CC",
  "IN",
  "TO",
  "RP",
  "POS",
  "CD",
  "UH",
  "FW",
  "LS",
  "SYM",
  "ADD",
  "NFP",
  "GW",
  "AFX",
  "$",
  "#",
  ".",
  ",",
  ":",
  "(",
  ")",
  "``",
  "''",
  "HYPH",
] as const;

export type Tag = (typeof TAGS)[number];

/** The number of a tag in `Words.tag`. */
export const TAG_NUMBER: Readonly<Record<Tag, number>> = Object.fromEntries(
  TAGS.map((tag, index) => [tag, index]),
) as Record<Tag, number>;

/**
 * The words of one text as columns: entry `i` of each column belongs to word `i`. There is no object per word, so that
 * a long article costs little memory. Words are in reading order and do not overlap; sentences are runs of words.
 */
export interface Words {
  readonly text: string;
  readonly count: number;
  /** Where word `i` begins and ends, UTF-16 code units into `text`, end-exclusive. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Part of speech, an index into `TAGS`. */
  readonly tag: Uint8Array;
  /** Dictionary form in lower case; proper nouns keep their form. */
  readonly lemma: readonly string[];
  /** The word each word depends on, -1 for the root of a sentence, -2 where the sentence wasn't parsed. */
  readonly head: Int32Array;
  /** Universal Dependencies (version 2) relation to the head, an index into `RELATIONS` of `language`. */
  readonly relation: Uint8Array;
  /** The sentence of word `i`. */
  readonly sentence: Int32Array;
  /** The first word of each sentence, and one entry more that is `count`. */
  readonly sentenceStart: Int32Array;
  /** The block of the article each sentence stands in, an index into `article.blocks`; no sentence crosses a block. */
  readonly sentenceBlock: Int32Array;
}

/** The form of word `i` as it stands in the text. */
export function formOf(words: Words, i: number): string {
  return words.text.slice(words.start[i], words.end[i]);
}

/** The part of speech of word `i`. */
export function tagOf(words: Words, i: number): Tag {
  return TAGS[words.tag[i]];
}
