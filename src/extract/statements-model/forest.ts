/** Trees of equal depth, each a complete binary tree stored level by level (Friedman 2001, gradient boosting). */
export interface Forest {
  readonly depth: number;
  readonly trees: number;
  /** Per inner node: the column looked at, or -1 where every row goes to the left. */
  readonly feature: Int16Array;
  /** A row goes to the right where its value reaches the threshold. */
  readonly threshold: Float32Array;
  /** Per leaf: what is added to the log odds. */
  readonly value: Float32Array;
  readonly base: number;
}

/** The log odds that the forest gives the row that begins at `rows[from]`. */
export function logOdds(forest: Forest, rows: Float32Array, from: number): number {
  const { depth, trees, feature, threshold, value } = forest;
  const inner = (1 << depth) - 1;
  const leaves = 1 << depth;
  let sum = forest.base;
  for (let tree = 0; tree < trees; tree++) {
    const first = tree * inner;
    let node = 0;
    for (let level = 0; level < depth; level++) {
      const column = feature[first + node];
      const right = column >= 0 && rows[from + column] >= threshold[first + node];
      node = node * 2 + (right ? 2 : 1);
    }
    sum += value[tree * leaves + node - inner];
  }
  return sum;
}

export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
