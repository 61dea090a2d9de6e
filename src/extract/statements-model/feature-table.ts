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
  /**
   * A row for every hash, four biased weights in a number: zeros where a hash has none. Takes four times the room of the
   * rows themselves, but each feature is then one look into memory instead of two that wait for each other.
   */
  readonly #packed: Int32Array;

  constructor(bitmap: Uint32Array, rows: Int8Array, scale: number, width: number) {
    this.bitmap = bitmap;
    this.rows = rows;
    this.scale = scale;
    this.width = width;
    this.mask = bitmap.length * WORD_BITS - 1;
    this.#packed = packed(bitmap, rows, width);
  }

  /**
   * Writes the sums of the rows of the features from `from` to `to`, at most 256, to `scores`, from `at` on. Feature 0
   * means none: its row is always one of zeros. Most of the time of a reading goes into this.
   */
  sum(scores: Float64Array, at: number, features: Int32Array, from: number, to: number): void {
    if (this.width === 4) this.#sumOfFour(scores, at, features, from, to);
    else this.#sumOfSixteen(scores, at, features, from, to);
  }

  #sumOfFour(scores: Float64Array, at: number, features: Int32Array, from: number, to: number): void {
    const packed = this.#packed;
    let [even, odd] = [0, 0];
    for (let f = from; f < to; f++) {
      const four = packed[features[f]];
      even = (even + (four & EVERY_OTHER_BYTE)) | 0;
      odd = (odd + ((four >>> 8) & EVERY_OTHER_BYTE)) | 0;
    }
    this.#unpack(scores, at, even, odd, (to - from) * BIAS);
  }

  #sumOfSixteen(scores: Float64Array, at: number, features: Int32Array, from: number, to: number): void {
    const packed = this.#packed;
    let [even0, even1, even2, even3] = [0, 0, 0, 0];
    let [odd0, odd1, odd2, odd3] = [0, 0, 0, 0];
    for (let f = from; f < to; f++) {
      const row = features[f] << 2;
      const [four0, four1, four2, four3] = [packed[row], packed[row + 1], packed[row + 2], packed[row + 3]];
      even0 = (even0 + (four0 & EVERY_OTHER_BYTE)) | 0;
      odd0 = (odd0 + ((four0 >>> 8) & EVERY_OTHER_BYTE)) | 0;
      even1 = (even1 + (four1 & EVERY_OTHER_BYTE)) | 0;
      odd1 = (odd1 + ((four1 >>> 8) & EVERY_OTHER_BYTE)) | 0;
      even2 = (even2 + (four2 & EVERY_OTHER_BYTE)) | 0;
      odd2 = (odd2 + ((four2 >>> 8) & EVERY_OTHER_BYTE)) | 0;
      even3 = (even3 + (four3 & EVERY_OTHER_BYTE)) | 0;
      odd3 = (odd3 + ((four3 >>> 8) & EVERY_OTHER_BYTE)) | 0;
    }
    const bias = (to - from) * BIAS;
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

/** Lays the rows out by their hashes, each weight with the bias that keeps it from being negative. */
function packed(bitmap: Uint32Array, rows: Int8Array, width: number): Int32Array {
  const parts = width >>> 2;
  const table = new Int32Array(bitmap.length * WORD_BITS * parts).fill(FOUR_BIASES);
  let from = 0;
  for (let hash = 0; hash < bitmap.length * WORD_BITS; hash++) {
    if (((bitmap[hash >>> 5] >>> (hash & 31)) & 1) === 0) continue;
    for (let part = hash * parts; part < (hash + 1) * parts; part++, from += 4)
      table[part] =
        ((rows[from] + BIAS) & 0xff) |
        ((rows[from + 1] + BIAS) << 8) |
        ((rows[from + 2] + BIAS) << 16) |
        ((rows[from + 3] + BIAS) << 24);
  }
  table.fill(FOUR_BIASES, 0, parts);
  return table;
}
