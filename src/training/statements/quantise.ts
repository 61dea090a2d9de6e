import { FeatureTable } from "../../extract/statements-model/feature-table.ts";

/** An integer of a row is worth this much: finer steps double the file for less than half a point of any figure. */
const STEP = 0.03;
const LARGEST = 127;

/**
 * Rounds learnt weights to small integers, puts them in the order of their hashes and drops the rows that are nothing but
 * zeros. `weights` has a row of `width` for each entry of `hashes`; the first stands for no feature.
 */
export function quantise(weights: Float32Array, hashes: Int32Array, width: number, bits: number): FeatureTable {
  const bitmap = new Uint32Array(2 ** bits / 32);
  const rounded = (value: number) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / STEP)));
  const order = Array.from(hashes, (_, number) => number)
    .filter((number) => {
      if (number === 0) return false;
      for (let k = number * width; k < (number + 1) * width; k++) if (rounded(weights[k]) !== 0) return true;
      return false;
    })
    .sort((a, b) => hashes[a] - hashes[b]);
  const rows = new Int8Array(order.length * width);
  order.forEach((number, row) => {
    bitmap[hashes[number] >>> 5] |= 1 << (hashes[number] & 31);
    for (let k = 0; k < width; k++) rows[row * width + k] = rounded(weights[number * width + k]);
  });
  return new FeatureTable(bitmap, rows, STEP, width);
}
