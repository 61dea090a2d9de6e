import { Lattice, ROLE_COUNT } from "../../extract/statements-model/chain.ts";
import { seededRandom, shuffle } from "../lib/index.ts";
import type { FeatureMatrix } from "./feature-matrix.ts";

/** Sequences with their features, laid out one after the other. */
export interface ChainExamples {
  /** First place of each sequence, and one entry more. */
  readonly from: Int32Array;
  readonly gold: Uint8Array;
  readonly node: FeatureMatrix;
  readonly edge: FeatureMatrix;
}

export interface ChainOptions {
  readonly epochs: number;
  /** Step size of AdaGrad. Small steps over few epochs are what keeps the model from learning its examples by heart. */
  readonly rate: number;
  readonly seed: number;
}

/** Weights by the features' numbers: rows of 4 for places, of 16 for edges. */
export interface ChainWeights {
  readonly node: Float32Array;
  readonly edge: Float32Array;
}

const PAIRS = ROLE_COUNT * ROLE_COUNT;
/** Added to the sum of squared gradients, so that the first step isn't a leap. */
const DAMPING = 0.01;
/** Gradients smaller than this teach nothing worth the time. */
const LEAST_GRADIENT = 0.004;

/**
 * Learns the weights of a chain from the sequences that `use` doesn't leave out: AdaGrad (Duchi et al. 2011) on the
 * conditional likelihood, one sequence at a time in a seeded random order.
 */
export function trainChain(
  examples: ChainExamples,
  options: ChainOptions,
  use: (sequence: number) => boolean = () => true,
): ChainWeights {
  const node = new LearntRows(examples.node, ROLE_COUNT, options.rate);
  const edge = new LearntRows(examples.edge, PAIRS, options.rate);
  const sequences: number[] = [];
  for (let s = 0; s + 1 < examples.from.length; s++) if (use(s)) sequences.push(s);
  const random = seededRandom(options.seed);
  const lattice = new Lattice();
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const s of shuffle(sequences, random))
      learn(lattice, node, edge, examples.gold, examples.from[s], examples.from[s + 1]);
  return { node: node.weights(), edge: edge.weights() };
}

/** One step on the sequence of the places from `start` to `end`. */
function learn(
  lattice: Lattice,
  node: LearntRows,
  edge: LearntRows,
  gold: Uint8Array,
  start: number,
  end: number,
): void {
  const length = end - start;
  lattice.reserve(length);
  for (let i = 0; i < length; i++) {
    node.score(start + i, lattice.node, i * ROLE_COUNT);
    if (i > 0) edge.score(start + i, lattice.edge, i * PAIRS);
  }
  lattice.forwardBackward(true);
  const { marginal, pair } = lattice;
  for (let i = 0; i < length; i++) {
    marginal[i * ROLE_COUNT + gold[start + i]] -= 1;
    node.step(start + i, marginal, i * ROLE_COUNT);
    if (i === 0) continue;
    pair[i * PAIRS + gold[start + i - 1] * ROLE_COUNT + gold[start + i]] -= 1;
    edge.step(start + i, pair, i * PAIRS);
  }
}

/** Weights that are being learnt, each row followed by the sums of its squared gradients. */
class LearntRows {
  private readonly features: FeatureMatrix;
  private readonly width: number;
  private readonly rate: number;
  private readonly rows: Float32Array;

  constructor(features: FeatureMatrix, width: number, rate: number) {
    this.features = features;
    this.width = width;
    this.rate = rate;
    this.rows = new Float32Array(features.hashes.length * width * 2);
  }

  /** Writes the sums of the rows of the place's features to `scores`, from `at` on. */
  score(place: number, scores: Float64Array, at: number): void {
    const { rows, width } = this;
    const { cells, slots } = this.features;
    for (let k = 0; k < width; k++) scores[at + k] = 0;
    for (let cell = place * slots; cell < (place + 1) * slots && cells[cell] !== 0; cell++) {
      const row = cells[cell] * width * 2;
      for (let k = 0; k < width; k++) scores[at + k] += rows[row + k];
    }
  }

  /** Steps against the gradient that stands in `gradient`, from `at` on. */
  step(place: number, gradient: Float64Array, at: number): void {
    const { rows, width, rate } = this;
    const { cells, slots } = this.features;
    let largest = 0;
    for (let k = at; k < at + width; k++) largest = Math.max(largest, Math.abs(gradient[k]));
    if (largest < LEAST_GRADIENT) return;
    for (let cell = place * slots; cell < (place + 1) * slots && cells[cell] !== 0; cell++) {
      const row = cells[cell] * width * 2;
      for (let k = 0; k < width; k++) {
        const g = gradient[at + k];
        const square = rows[row + width + k] + g * g;
        rows[row + width + k] = square;
        rows[row + k] -= (rate * g) / Math.sqrt(square + DAMPING);
      }
    }
  }

  weights(): Float32Array {
    const { rows, width } = this;
    return Float32Array.from({ length: rows.length / 2 }, (_, i) => {
      const row = Math.floor(i / width);
      return rows[row * width * 2 + (i % width)];
    });
  }
}
