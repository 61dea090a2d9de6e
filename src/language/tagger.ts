import { TAGS } from "../model/index.ts";
import type { Forms } from "./forms.ts";
import { feature, feature2, feature3, HashIndex } from "./hash.ts";
import type { Weights } from "./weights.ts";

/** The most features one token has. */
export const TAGGER_FEATURES = 40;
/** The tag "before" the first word of a sentence. */
const OUTSIDE = 63;
const OUTSIDE_FORM = 7;

/**
 * What a tagger knows, as typed arrays.
 *
 * A feature's weights for all tags lie side by side from the place its hash points to; rows of different features may
 * overlap, which the training has learnt to live with (feature hashing, Weinberger et al. 2009).
 */
export interface TaggerTables {
  /** 2ⁿ places and one row more. */
  readonly weights: Int8Array | Float32Array;
  /** Hashes of the exact forms of frequent words, sorted. */
  readonly dictionaryKeys: Int32Array;
  /** The set of tags each frequent word was seen with. */
  readonly dictionarySets: Uint16Array;
  /** The tags of set `s` are `setTags[setStart[s]] … setTags[setStart[s + 1] - 1]`; set 0 is that of unknown words. */
  readonly setStart: Uint16Array;
  readonly setTags: Uint8Array;
}

/** The tables of a tagger in a weights file. */
export function taggerTables(weights: Weights): TaggerTables {
  return {
    weights: weights.array("tagger.weights", "Int8Array"),
    dictionaryKeys: weights.array("tagger.dictionary.keys", "Int32Array"),
    dictionarySets: weights.array("tagger.dictionary.sets", "Uint16Array"),
    setStart: weights.array("tagger.sets.start", "Uint16Array"),
    setTags: weights.array("tagger.sets.tags", "Uint8Array"),
  };
}

/**
 * A greedy part-of-speech tagger: an averaged perceptron (Collins 2002) over the words around and the two tags before,
 * restricted by a dictionary to the tags a frequent word was seen with.
 */
export class Tagger {
  private readonly tables: TaggerTables;
  private readonly dictionary: HashIndex;
  private readonly mask: number;
  private readonly features = new Int32Array(TAGGER_FEATURES);
  private readonly scores: Int32Array | Float64Array;

  constructor(tables: TaggerTables) {
    this.tables = tables;
    this.dictionary = new HashIndex(tables.dictionaryKeys, tables.dictionarySets);
    this.mask = tables.weights.length - TAGS.length - 1;
    this.scores = tables.weights instanceof Int8Array ? new Int32Array(TAGS.length) : new Float64Array(TAGS.length);
  }

  /** The set of tags each word may have. */
  ambiguity(forms: Forms): Uint16Array {
    const sets = new Uint16Array(forms.count);
    for (let i = 0; i < forms.count; i++) {
      sets[i] = Math.max(this.dictionary.get(forms.exact[i]), 0);
    }
    return sets;
  }

  /** Tags the sentence of words `from` … `to` into `tags`. */
  tag(forms: Forms, sets: Uint16Array, from: number, to: number, tags: Uint8Array): void {
    for (let i = from; i < to; i++) tags[i] = this.best(forms, sets, from, to, i, tags);
  }

  /** The best tag of word `i`, given those before it. */
  best(forms: Forms, sets: Uint16Array, from: number, to: number, i: number, tags: Uint8Array): number {
    const { setStart, setTags, weights } = this.tables;
    const first = setStart[sets[i]];
    const last = setStart[sets[i] + 1];
    if (last - first === 1) return setTags[first];
    const count = taggerFeatures(forms, sets, from, to, i, tags, this.features, this.mask);
    const scores = this.scores;
    for (let c = first; c < last; c++) scores[c - first] = 0;
    for (let f = 0; f < count; f++) {
      const row = this.features[f];
      for (let c = first; c < last; c++) scores[c - first] += weights[row + setTags[c]];
    }
    let best = first;
    for (let c = first + 1; c < last; c++) if (scores[c - first] > scores[best - first]) best = c;
    return setTags[best];
  }
}

/**
 * Writes the places of word `i`'s features into `out` and returns how many there are. Tags before `i` in the sentence
 * must be known.
 */
export function taggerFeatures(
  forms: Forms,
  sets: Uint16Array,
  from: number,
  to: number,
  i: number,
  tags: Uint8Array,
  out: Int32Array,
  mask: number,
): number {
  const { folded, suffix, prefix, shape } = forms;
  const word = folded[i];
  const before = i > from ? folded[i - 1] : OUTSIDE_FORM;
  const before2 = i > from + 1 ? folded[i - 2] : OUTSIDE_FORM;
  const after = i + 1 < to ? folded[i + 1] : OUTSIDE_FORM;
  const after2 = i + 2 < to ? folded[i + 2] : OUTSIDE_FORM;
  const tag1 = i > from ? tags[i - 1] : OUTSIDE;
  const tag2 = i > from + 1 ? tags[i - 2] : OUTSIDE;
  const shapeAfter = i + 1 < to ? shape[i + 1] : OUTSIDE_FORM;
  const setAfter = i + 1 < to ? sets[i + 1] : OUTSIDE_FORM;
  const setAfter2 = i + 2 < to ? sets[i + 2] : OUTSIDE_FORM;
  const initial = i === from ? 1 : 0;
  let n = 0;
  out[n++] = feature(1, word) & mask;
  out[n++] = feature(2, before) & mask;
  out[n++] = feature(3, after) & mask;
  out[n++] = feature(4, before2) & mask;
  out[n++] = feature(5, after2) & mask;
  out[n++] = feature(6, suffix[0][i]) & mask;
  out[n++] = feature(7, suffix[1][i]) & mask;
  out[n++] = feature(8, suffix[2][i]) & mask;
  out[n++] = feature(9, suffix[3][i]) & mask;
  out[n++] = feature(10, prefix[0][i]) & mask;
  out[n++] = feature(11, prefix[1][i]) & mask;
  out[n++] = feature(12, prefix[2][i]) & mask;
  out[n++] = feature2(13, shape[i], initial) & mask;
  out[n++] = feature(14, tag1) & mask;
  out[n++] = feature2(15, tag1, tag2) & mask;
  out[n++] = feature2(16, tag1, word) & mask;
  out[n++] = feature2(17, before, word) & mask;
  out[n++] = feature2(18, word, after) & mask;
  out[n++] = feature(19, i > from ? suffix[2][i - 1] : OUTSIDE_FORM) & mask;
  out[n++] = feature(20, i + 1 < to ? suffix[2][i + 1] : OUTSIDE_FORM) & mask;
  out[n++] = feature(21, shapeAfter) & mask;
  out[n++] = feature(22, sets[i]) & mask;
  out[n++] = feature(23, setAfter) & mask;
  out[n++] = feature2(24, tag1, setAfter) & mask;
  out[n++] = feature3(25, tag1, sets[i], setAfter) & mask;
  out[n++] = feature2(26, tag1, after) & mask;
  out[n++] = feature2(27, suffix[2][i], tag1) & mask;
  out[n++] = feature3(28, shape[i], tag1, shapeAfter) & mask;
  out[n++] = feature2(29, setAfter, setAfter2) & mask;
  out[n++] = feature2(30, before2, before) & mask;
  out[n++] = feature2(31, after, after2) & mask;
  out[n++] = feature3(32, tag2, tag1, sets[i]) & mask;
  out[n++] = feature2(33, forms.exact[i], tag1) & mask;
  out[n++] = feature2(34, word, forms.spacing[i]) & mask;
  return n;
}
