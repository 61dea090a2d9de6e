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
 * Weights as bytes: the largest become ±127 after the `clipped` share with the largest absolute values is cut off, and
 * what rounds to less than `least` becomes 0, for a smaller file.
 */
export function quantise(weights: Float32Array, clipped = 0.0002, least = 1): Int8Array {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const largest = sizes[Math.max(0, Math.floor(sizes.length * (1 - clipped)) - 1)] ?? 1;
  return Int8Array.from(weights, (weight) => {
    const value = Math.round((weight / largest) * 127);
    return Math.abs(value) < least ? 0 : Math.max(-127, Math.min(127, value));
  });
}
