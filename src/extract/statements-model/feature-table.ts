/**
 * Weights of hashed features: a bitmap says which hashes have a row, and a row holds one small integer per outcome. Rows
 * stand in the order of their hashes, so that the place of a row is the number of bits set before it.
 */
export class FeatureTable {
  readonly bitmap: Uint32Array;
  readonly rows: Int8Array;
  /** What an integer of a row is worth. */
  readonly scale: number;
  /** Outcomes of a row, a multiple of 4. */
  readonly width: number;
  /** Hashes are cut to these bits. */
  readonly mask: number;
  readonly #before: Int32Array;
  /** Sums of integers: exact, and scaled once at the end. */
  readonly #sums: Int32Array;

  constructor(bitmap: Uint32Array, rows: Int8Array, scale: number, width: number) {
    this.bitmap = bitmap;
    this.rows = rows;
    this.scale = scale;
    this.width = width;
    this.mask = bitmap.length * 32 - 1;
    this.#sums = new Int32Array(width);
    this.#before = new Int32Array(bitmap.length);
    let sum = 0;
    for (let i = 0; i < bitmap.length; i++) {
      this.#before[i] = sum;
      sum += bitCount(bitmap[i]);
    }
  }

  /** Where the row of a hash begins in `rows`, or -1. */
  rowOf(hash: number): number {
    const word = this.bitmap[hash >>> 5];
    const bit = 1 << (hash & 31);
    if ((word & bit) === 0) return -1;
    return (this.#before[hash >>> 5] + bitCount(word & (bit - 1))) * this.width;
  }

  /** Writes the sums of the rows of the features from `from` to `to` to `scores`, from `at` on; feature 0 means none. */
  sum(scores: Float64Array, at: number, features: Int32Array, from: number, to: number): void {
    const { rows, width, scale } = this;
    if (width === 4) {
      this.#sumOfFour(scores, at, features, from, to);
      return;
    }
    const sums = this.#sums;
    sums.fill(0);
    for (let f = from; f < to; f++) {
      const hash = features[f];
      if (hash === 0) continue;
      const row = this.rowOf(hash);
      if (row < 0) continue;
      for (let k = 0; k < width; k += 4) {
        sums[k] += rows[row + k];
        sums[k + 1] += rows[row + k + 1];
        sums[k + 2] += rows[row + k + 2];
        sums[k + 3] += rows[row + k + 3];
      }
    }
    for (let k = 0; k < width; k++) scores[at + k] = sums[k] * scale;
  }

  /** The same for rows of four, whose sums stay in registers: most of the time of a reading goes into these. */
  #sumOfFour(scores: Float64Array, at: number, features: Int32Array, from: number, to: number): void {
    const { rows, scale } = this;
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let f = from; f < to; f++) {
      const hash = features[f];
      if (hash === 0) continue;
      const row = this.rowOf(hash);
      if (row < 0) continue;
      first += rows[row];
      second += rows[row + 1];
      third += rows[row + 2];
      fourth += rows[row + 3];
    }
    scores[at] = first * scale;
    scores[at + 1] = second * scale;
    scores[at + 2] = third * scale;
    scores[at + 3] = fourth * scale;
  }
}

function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
