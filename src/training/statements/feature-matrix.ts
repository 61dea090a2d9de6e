/** The features of many places: `slots` cells a place, each a feature's number; numbers come first, 0 fills the rest. */
export interface FeatureMatrix {
  readonly cells: Int32Array;
  readonly slots: number;
  /** The hash of each feature by its number; number 0 stands for none. */
  readonly hashes: Int32Array;
}

/**
 * Numbers the features in place: those seen less than `minimum` times are left out, frequent ones get small numbers, so
 * that the weights in use lie close together.
 */
export function numberFeatures(cells: Int32Array, slots: number, bits: number, minimum: number): FeatureMatrix {
  const seen = new Int32Array(2 ** bits);
  for (const hash of cells) seen[hash]++;
  seen[0] = 0;
  const known: number[] = [];
  for (let hash = 1; hash < seen.length; hash++) if (seen[hash] >= minimum) known.push(hash);
  known.sort((a, b) => seen[b] - seen[a] || a - b);
  const numberOf = seen.fill(0);
  known.forEach((hash, index) => {
    numberOf[hash] = index + 1;
  });
  for (let first = 0; first < cells.length; first += slots) {
    let next = first;
    for (let cell = first; cell < first + slots; cell++) {
      const number = numberOf[cells[cell]];
      if (number !== 0) cells[next++] = number;
    }
    cells.fill(0, next, first + slots);
  }
  return { cells, slots, hashes: Int32Array.from([0, ...known]) };
}
