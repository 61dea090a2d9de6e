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
  /** The weights are the mean of those at the end of the last so many epochs. */
  readonly averaged: number;
  /** Step size of AdaGrad. Small steps over few epochs are what keeps the model from learning its examples by heart. */
  readonly rate: number;
  /** Share of a place's features that are left out each time it is learnt from. */
  readonly dropout: number;
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
 * conditional likelihood, one sequence at a time in a seeded random order. Features overlap: so that none leans on the
 * others, half of them are left out at random each time (Hinton et al. 2012, as noise in features Wang et al. 2013), and
 * the weights of the last epochs are averaged (Ruppert 1988, Polyak and Juditsky 1992).
 */
export function trainChain(
  examples: ChainExamples,
  options: ChainOptions,
  use: (sequence: number) => boolean = () => true,
): ChainWeights {
  const node = new LearntRows(examples.node, ROLE_COUNT, options, options.seed);
  const edge = new LearntRows(examples.edge, PAIRS, options, options.seed + 1);
  const sequences: number[] = [];
  for (let s = 0; s + 1 < examples.from.length; s++) if (use(s)) sequences.push(s);
  const random = seededRandom(options.seed);
  const lattice = new Lattice();
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    for (const s of shuffle(sequences, random))
      learn(lattice, node, edge, examples.gold, examples.from[s], examples.from[s + 1]);
    if (epoch <= options.epochs - options.averaged) continue;
    node.remember();
    edge.remember();
  }
  return { node: node.mean(), edge: edge.mean() };
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
  node.choose(start, end);
  edge.choose(start, end);
  for (let i = 0; i < length; i++) {
    node.score(i, lattice.node);
    if (i > 0) edge.score(i, lattice.edge);
  }
  lattice.forwardBackward(true);
  const { marginal, pair } = lattice;
  for (let i = 0; i < length; i++) {
    marginal[i * ROLE_COUNT + gold[start + i]] -= 1;
    node.step(i, marginal);
    if (i === 0) continue;
    pair[i * PAIRS + gold[start + i - 1] * ROLE_COUNT + gold[start + i]] -= 1;
    edge.step(i, pair);
  }
}

/** Weights that are being learnt, each row followed by the sums of its squared gradients. */
class LearntRows {
  private readonly features: FeatureMatrix;
  private readonly width: number;
  private readonly rate: number;
  private readonly dropout: number;
  private readonly rows: Float32Array;
  private readonly total: Float32Array;
  private remembered = 0;
  /** State of a linear congruential generator: one number a feature is drawn from it, so that it must be cheap. */
  private random: number;
  /** Where the rows of the features begin that the places of the sequence keep, one place after the other. */
  private kept = new Int32Array(0);
  private keptFrom = new Int32Array(0);

  constructor(features: FeatureMatrix, width: number, { rate, dropout }: ChainOptions, seed: number) {
    this.features = features;
    this.width = width;
    this.rate = rate;
    this.dropout = dropout;
    this.random = seed;
    this.rows = new Float32Array(features.hashes.length * width * 2);
    this.total = new Float32Array(features.hashes.length * width);
  }

  /** Chooses the features that are learnt from at each place of the sequence from `start` to `end`. */
  choose(start: number, end: number): void {
    const { cells, slots } = this.features;
    if (this.keptFrom.length <= end - start) {
      this.kept = new Int32Array((end - start) * slots * 2);
      this.keptFrom = new Int32Array((end - start) * 2 + 1);
    }
    const { kept, keptFrom, width } = this;
    const leftOut = Math.round(this.dropout * 2 ** 16);
    let random = this.random;
    let count = 0;
    for (let place = start; place < end; place++) {
      keptFrom[place - start] = count;
      for (let cell = place * slots; cell < (place + 1) * slots && cells[cell] !== 0; cell++) {
        random = (Math.imul(random, 1664525) + 1013904223) | 0;
        if (random >>> 16 >= leftOut) kept[count++] = cells[cell] * width * 2;
      }
    }
    keptFrom[end - start] = count;
    this.random = random;
  }

  /** Writes the sums of the kept rows of the sequence's place `i` to `scores`. */
  score(i: number, scores: Float64Array): void {
    const { rows, width, kept, keptFrom } = this;
    const at = i * width;
    for (let k = 0; k < width; k++) scores[at + k] = 0;
    for (let n = keptFrom[i]; n < keptFrom[i + 1]; n++) {
      const row = kept[n];
      for (let k = 0; k < width; k++) scores[at + k] += rows[row + k];
    }
  }

  /** Steps against the gradient of the sequence's place `i`. */
  step(i: number, gradient: Float64Array): void {
    const { rows, width, rate, kept, keptFrom } = this;
    const at = i * width;
    let largest = 0;
    for (let k = at; k < at + width; k++) largest = Math.max(largest, Math.abs(gradient[k]));
    if (largest < LEAST_GRADIENT) return;
    for (let n = keptFrom[i]; n < keptFrom[i + 1]; n++) {
      const row = kept[n];
      for (let k = 0; k < width; k++) {
        const g = gradient[at + k];
        const square = rows[row + width + k] + g * g;
        rows[row + width + k] = square;
        rows[row + k] -= (rate * g) / Math.sqrt(square + DAMPING);
      }
    }
  }

  /** Adds the weights as they are now to those that the mean is made of. */
  remember(): void {
    const { rows, total, width } = this;
    for (let i = 0; i < total.length; i++) total[i] += rows[(i - (i % width)) * 2 + (i % width)];
    this.remembered++;
  }

  /** The mean of the weights remembered, made smaller because in use no feature is left out. */
  mean(): Float32Array {
    const share = (1 - this.dropout) / this.remembered;
    return this.total.map((sum) => sum * share);
  }
}
