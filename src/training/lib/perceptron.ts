/**
 * Weights of an averaged perceptron (Freund and Schapire 1999, Collins 2002). The average over all steps is kept by the
 * usual trick: beside each weight the sum of its changes times the step they happened in.
 */
export class AveragedWeights {
  /** The current weights: what predicts while training. */
  readonly current: Float32Array;
  private readonly weighted: Float64Array;
  private step = 1;

  constructor(size: number) {
    this.current = new Float32Array(size);
    this.weighted = new Float64Array(size);
  }

  /** One training step has passed, with or without a change. */
  tick(): void {
    this.step++;
  }

  change(place: number, by: number): void {
    this.current[place] += by;
    this.weighted[place] += this.step * by;
  }

  /** The weights averaged over all steps so far. */
  averaged(): Float32Array {
    return this.current.map((weight, i) => weight - this.weighted[i] / this.step);
  }
}

/**
 * Weights as bytes: the largest becomes ±127 and what rounds to less than `least` becomes 0, for a smaller file. Nothing
 * is clipped: the few large weights belong to the features that decide most often.
 */
export function quantise(weights: Float32Array, least = 1): Int8Array {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  return Int8Array.from(weights, (weight) => {
    const value = Math.round((weight / largest) * 127);
    return Math.abs(value) < least ? 0 : value;
  });
}

/**
 * Decides which hashed features are worth a place among the weights: those that have taken part in `least` mistakes. It
 * keeps the many features that are seen once or twice from crowding the table. Counts are kept by hash, 2ⁿ of them.
 */
export class FeatureGate {
  private readonly counts: Uint8Array;
  private readonly least: number;

  constructor(bits: number, least: number) {
    this.counts = new Uint8Array(2 ** bits);
    this.least = least;
  }

  /** Counts a mistake of the feature with this hash and tells whether it may be learnt. */
  admits(hash: number): boolean {
    if (this.counts[hash] >= this.least) return true;
    return ++this.counts[hash] >= this.least;
  }
}
