/** Bits of a word of the bitmap. */
const WORD_BITS = 32;
/** What is added to a small integer so that it isn't negative: several of them are then added up in one number. */
const BIAS = 128;
const FOUR_BIASES = 0x80808080 | 0;
/** The first and third, or second and fourth, of four bytes, each with room for its sum above it. */
const EVERY_OTHER_BYTE = 0x00ff00ff;

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
  /** Each word of the bitmap, followed by the number of bits set in those before it, plus one. */
  readonly #index: Int32Array;
  /** The rows, four biased weights in a number; the first row is one of zeros. */
  readonly #packed: Int32Array;

  constructor(bitmap: Uint32Array, rows: Int8Array, scale: number, width: number) {
    this.bitmap = bitmap;
    this.rows = rows;
    this.scale = scale;
    this.width = width;
    this.mask = bitmap.length * WORD_BITS - 1;
    this.#index = new Int32Array(bitmap.length * 2);
    let before = 1;
    for (let i = 0; i < bitmap.length; i++) {
      this.#index[i * 2] = bitmap[i];
      this.#index[i * 2 + 1] = before;
      before += bitCount(bitmap[i]);
    }
    const parts = width >>> 2;
    this.#packed = new Int32Array(rows.length / 4 + parts).fill(FOUR_BIASES);
    for (let i = 0; i < rows.length; i++) this.#packed[parts + (i >>> 2)] += rows[i] << (8 * (i & 3));
  }

  /**
   * Writes the sums of the rows of the features from `from` to `to`, at most 256, to `scores`, from `at` on. Feature 0
   * means none. Most of the time of a reading goes into this.
   */
  sum(scores: Float64Array, at: number, features: Int32Array, from: number, to: number): void {
    if (this.width === 4) this.#sumOfFour(scores, at, features, from, to);
    else this.#sumOfSixteen(scores, at, features, from, to);
  }

  #sumOfFour(scores: Float64Array, at: number, features: Int32Array, from: number, to: number): void {
    const { scale } = this;
    const index = this.#index;
    const packed = this.#packed;
    let [even, odd, count] = [0, 0, 0];
    for (let f = from; f < to; f++) {
      const hash = features[f];
      if (hash === 0) continue;
      const four = packed[rowOf(index, hash)];
      even = (even + (four & EVERY_OTHER_BYTE)) | 0;
      odd = (odd + ((four >>> 8) & EVERY_OTHER_BYTE)) | 0;
      count++;
    }
    const bias = count * BIAS;
    scores[at] = ((even & 0xffff) - bias) * scale;
    scores[at + 1] = ((odd & 0xffff) - bias) * scale;
    scores[at + 2] = ((even >>> 16) - bias) * scale;
    scores[at + 3] = ((odd >>> 16) - bias) * scale;
  }

  #sumOfSixteen(scores: Float64Array, at: number, features: Int32Array, from: number, to: number): void {
    const index = this.#index;
    const packed = this.#packed;
    let [even0, even1, even2, even3] = [0, 0, 0, 0];
    let [odd0, odd1, odd2, odd3] = [0, 0, 0, 0];
    let count = 0;
    for (let f = from; f < to; f++) {
      const hash = features[f];
      if (hash === 0) continue;
      const row = rowOf(index, hash);
      // rows that say nothing are frequent, and cost more here than a guess of the processor that fails
      count++;
      const [four0, four1, four2, four3] = [
        packed[row * 4],
        packed[row * 4 + 1],
        packed[row * 4 + 2],
        packed[row * 4 + 3],
      ];
      even0 = (even0 + (four0 & EVERY_OTHER_BYTE)) | 0;
      odd0 = (odd0 + ((four0 >>> 8) & EVERY_OTHER_BYTE)) | 0;
      even1 = (even1 + (four1 & EVERY_OTHER_BYTE)) | 0;
      odd1 = (odd1 + ((four1 >>> 8) & EVERY_OTHER_BYTE)) | 0;
      even2 = (even2 + (four2 & EVERY_OTHER_BYTE)) | 0;
      odd2 = (odd2 + ((four2 >>> 8) & EVERY_OTHER_BYTE)) | 0;
      even3 = (even3 + (four3 & EVERY_OTHER_BYTE)) | 0;
      odd3 = (odd3 + ((four3 >>> 8) & EVERY_OTHER_BYTE)) | 0;
    }
    const bias = count * BIAS;
    this.#unpack(scores, at, even0, odd0, bias);
    this.#unpack(scores, at + 4, even1, odd1, bias);
    this.#unpack(scores, at + 8, even2, odd2, bias);
    this.#unpack(scores, at + 12, even3, odd3, bias);
  }

  #unpack(scores: Float64Array, at: number, even: number, odd: number, bias: number): void {
    const { scale } = this;
    scores[at] = ((even & 0xffff) - bias) * scale;
    scores[at + 1] = ((odd & 0xffff) - bias) * scale;
    scores[at + 2] = ((even >>> 16) - bias) * scale;
    scores[at + 3] = ((odd >>> 16) - bias) * scale;
  }
}

/** The row of a hash, 0 where it has none: without a branch, since nobody could guess which way it goes. */
function rowOf(index: Int32Array, hash: number): number {
  const at = (hash >>> 5) << 1;
  const word = index[at];
  const place = hash & 31;
  const isKnown = (word >>> place) & 1;
  return Math.imul(index[at + 1] + bitCount(word & ((1 << place) - 1)), isKnown);
}

function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
