import { FeatureTable } from "../../extract/statements-model/feature-table.ts";

/** An integer of a row is worth this much: finer steps change no figure by more than a tenth of a point. */
const STEP = 0.02;
const LARGEST = 127;

/** Rounds learnt weights to small integers and drops the rows that are nothing but zeros. */
export function quantise(weights: Float32Array, width: number): FeatureTable {
  const hashes = weights.length / width;
  const bitmap = new Uint32Array(hashes / 32);
  const rounded = (value: number) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / STEP)));
  let rows = 0;
  for (let hash = 0; hash < hashes; hash++) {
    for (let k = hash * width; k < (hash + 1) * width; k++) {
      if (rounded(weights[k]) === 0) continue;
      bitmap[hash >>> 5] |= 1 << (hash & 31);
      rows++;
      break;
    }
  }
  const values = new Int8Array(rows * width);
  let row = 0;
  for (let hash = 0; hash < hashes; hash++) {
    if ((bitmap[hash >>> 5] & (1 << (hash & 31))) === 0) continue;
    for (let k = 0; k < width; k++) values[row + k] = rounded(weights[hash * width + k]);
    row += width;
  }
  return new FeatureTable(bitmap, values, STEP, width);
}
