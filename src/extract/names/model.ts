import { LABEL_COUNT, type Transitions } from "./crf.ts";
import type { Lexicon } from "./lexicon.ts";

/** Features are hashed to this many bits; which of them have weights stands in a bitmap. */
export const HASH_BITS = 20;
export const HASH_MASK = (1 << HASH_BITS) - 1;

/** The trained recogniser of names. */
export interface NamesModel {
  readonly lexicon: Lexicon;
  readonly transitions: Transitions;
  readonly weights: FeatureWeights;
}

/**
 * Weights of hashed features: a bitmap says which hashes have a row, and a row holds one small integer per label. The
 * rows stand in the order of their hashes, so that the place of a row is the number of bits set before it.
 */
export class FeatureWeights {
  readonly bitmap: Uint32Array;
  readonly rows: Int8Array;
  /** What an integer of a row is worth. */
  readonly scale: number;
  readonly #before: Int32Array;

  constructor(bitmap: Uint32Array, rows: Int8Array, scale: number) {
    this.bitmap = bitmap;
    this.rows = rows;
    this.scale = scale;
    this.#before = new Int32Array(bitmap.length);
    let sum = 0;
    for (let i = 0; i < bitmap.length; i++) {
      this.#before[i] = sum;
      sum += bitCount(bitmap[i]);
    }
  }

  /** Adds the weights of `count` features (from `features[from]` on) to the scores of one word at `scores[at]`. */
  addTo(scores: Float32Array, at: number, features: Int32Array, from: number, count: number): void {
    const { bitmap, rows, scale } = this;
    for (let f = from; f < from + count; f++) {
      const hash = features[f] & HASH_MASK;
      const word = bitmap[hash >>> 5];
      const bit = 1 << (hash & 31);
      if ((word & bit) === 0) continue;
      const row = (this.#before[hash >>> 5] + bitCount(word & (bit - 1))) * LABEL_COUNT;
      for (let l = 0; l < LABEL_COUNT; l++) scores[at + l] += rows[row + l] * scale;
    }
  }
}

function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
