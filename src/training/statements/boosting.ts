import type { Forest } from "../../extract/statements-model/forest.ts";
import { seededRandom, shuffle } from "../lib/index.ts";

export interface BoostingOptions {
  readonly trees: number;
  readonly depth: number;
  /** What of each tree's answer is taken. */
  readonly rate: number;
  /** A leaf weighs at least so much (the sum of p (1 - p) of its rows). */
  readonly leastWeight: number;
  /** Keeps the values of leaves with few rows small. */
  readonly l2: number;
  /** Share of the rows, and of the columns, that each tree learns from. */
  readonly rowShare: number;
  readonly columnShare: number;
  readonly seed: number;
}

/** Rows to learn from: `width` numbers each, with a label of 0 or 1. */
export interface LabelledRows {
  readonly rows: Float32Array;
  readonly width: number;
  readonly label: Uint8Array;
}

/** Values of a column are told apart no finer than this. */
const BINS = 64;
/** A split that gains less isn't made. */
const LEAST_GAIN = 1e-3;

/**
 * Learns trees that say how likely a row's label is 1: gradient boosting with second-order steps (Chen and Guestrin 2016)
 * on samples of rows and columns (Friedman 2002).
 */
export function boost({ rows, width, label }: LabelledRows, options: BoostingOptions): Forest {
  const count = label.length;
  const { binned, cuts } = binRows(rows, width, count);
  const positive = label.reduce((sum, value) => sum + value, 0);
  const base = Math.log(positive / (count - positive));
  const { depth, trees } = options;
  const inner = (1 << depth) - 1;
  const leaves = 1 << depth;
  const forest: Forest = {
    depth,
    trees,
    feature: new Int16Array(trees * inner).fill(-1),
    threshold: new Float32Array(trees * inner),
    value: new Float32Array(trees * leaves),
    base: Math.fround(base),
  };
  const random = seededRandom(options.seed);
  const margin = new Float64Array(count).fill(base);
  const gradient = new Float64Array(count);
  const weight = new Float64Array(count);
  for (let tree = 0; tree < trees; tree++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-margin[i]));
      gradient[i] = p - label[i];
      weight[i] = Math.max(1e-6, p * (1 - p));
    }
    const columns = shuffle([...Array(width).keys()], random).slice(0, Math.ceil(width * options.columnShare));
    const sample = Int32Array.from(Array(count).keys()).filter(() => random() < options.rowShare);
    const grower = new TreeGrower({ binned, width, cuts, gradient, weight }, columns, options);
    grower.grow(sample);
    grower.write(forest, tree);
    for (let i = 0; i < count; i++) margin[i] += grower.valueOf(i);
  }
  return forest;
}

/** Rows with each value as the number of its bin: as many values in each bin as can be. */
function binRows(rows: Float32Array, width: number, count: number): { binned: Uint8Array; cuts: Float32Array[] } {
  const binned = new Uint8Array(count * width);
  const cuts: Float32Array[] = [];
  const values = new Float32Array(count);
  for (let column = 0; column < width; column++) {
    for (let i = 0; i < count; i++) values[i] = rows[i * width + column];
    const sorted = values.slice().sort();
    const cut: number[] = [];
    for (let bin = 1; bin < BINS; bin++) {
      const value = sorted[Math.floor((bin * count) / BINS)];
      if (value > sorted[0] && (cut.length === 0 || value > cut[cut.length - 1])) cut.push(value);
    }
    cuts.push(Float32Array.from(cut));
    for (let i = 0; i < count; i++) binned[i * width + column] = binOf(cut, values[i]);
  }
  return { binned, cuts };
}

function binOf(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Gradients {
  readonly binned: Uint8Array;
  readonly width: number;
  readonly cuts: readonly Float32Array[];
  readonly gradient: Float64Array;
  readonly weight: Float64Array;
}

/** Grows one tree level by level. */
class TreeGrower {
  private readonly data: Gradients;
  private readonly columns: readonly number[];
  private readonly options: BoostingOptions;
  private readonly feature: Int16Array;
  private readonly bin: Uint8Array;
  private readonly value: Float32Array;

  constructor(data: Gradients, columns: readonly number[], options: BoostingOptions) {
    this.data = data;
    this.columns = columns;
    this.options = options;
    this.feature = new Int16Array((1 << options.depth) - 1).fill(-1);
    this.bin = new Uint8Array(this.feature.length);
    this.value = new Float32Array(1 << options.depth);
  }

  grow(sample: Int32Array): void {
    const node = new Int32Array(sample.length);
    for (let level = 0; level < this.options.depth; level++) {
      const first = (1 << level) - 1;
      const sums = this.sums(sample, node, first, 1 << level);
      for (let k = 0; k < 1 << level; k++) this.split(first + k, sums, k);
      for (let n = 0; n < sample.length; n++) node[n] = this.below(sample[n], node[n]);
    }
    this.setLeaves(sample, node);
  }

  /** What the tree says of a row. */
  valueOf(row: number): number {
    let node = 0;
    for (let level = 0; level < this.options.depth; level++) node = this.below(row, node);
    return this.value[node - this.feature.length];
  }

  write(forest: Forest, tree: number): void {
    const { feature, bin, value } = this;
    forest.feature.set(feature, tree * feature.length);
    forest.value.set(value, tree * value.length);
    feature.forEach((column, node) => {
      if (column >= 0) forest.threshold[tree * feature.length + node] = this.data.cuts[column][bin[node]];
    });
  }

  private below(row: number, node: number): number {
    const column = this.feature[node];
    const right = column >= 0 && this.data.binned[row * this.data.width + column] > this.bin[node];
    return node * 2 + (right ? 2 : 1);
  }

  /** Sums of gradients and weights for each node of a level, column and bin. */
  private sums(sample: Int32Array, node: Int32Array, first: number, nodes: number): Float64Array {
    const { columns } = this;
    const { binned, width, gradient, weight } = this.data;
    const sums = new Float64Array(nodes * columns.length * BINS * 2);
    for (let n = 0; n < sample.length; n++) {
      const row = sample[n];
      let at = (node[n] - first) * columns.length * BINS;
      for (let c = 0; c < columns.length; c++, at += BINS) {
        const place = (at + binned[row * width + columns[c]]) * 2;
        sums[place] += gradient[row];
        sums[place + 1] += weight[row];
      }
    }
    return sums;
  }

  /** Splits a node, the `k`th of its level, where that gains most. */
  private split(node: number, sums: Float64Array, k: number): void {
    const { columns, options } = this;
    const score = (g: number, h: number) => (g * g) / (h + options.l2);
    let best = LEAST_GAIN;
    for (let c = 0; c < columns.length; c++) {
      const from = (k * columns.length + c) * BINS * 2;
      let [allGradient, allWeight] = [0, 0];
      for (let at = from; at < from + BINS * 2; at += 2) {
        allGradient += sums[at];
        allWeight += sums[at + 1];
      }
      const whole = score(allGradient, allWeight);
      let [gradient, weight] = [0, 0];
      for (let bin = 0; bin < this.data.cuts[columns[c]].length; bin++) {
        gradient += sums[from + bin * 2];
        weight += sums[from + bin * 2 + 1];
        if (weight < options.leastWeight) continue;
        if (allWeight - weight < options.leastWeight) break;
        const gain = score(gradient, weight) + score(allGradient - gradient, allWeight - weight) - whole;
        if (gain <= best) continue;
        best = gain;
        this.feature[node] = columns[c];
        this.bin[node] = bin;
      }
    }
  }

  private setLeaves(sample: Int32Array, node: Int32Array): void {
    const { value, feature, options } = this;
    const gradients = new Float64Array(value.length);
    const weights = new Float64Array(value.length);
    for (let n = 0; n < sample.length; n++) {
      gradients[node[n] - feature.length] += this.data.gradient[sample[n]];
      weights[node[n] - feature.length] += this.data.weight[sample[n]];
    }
    for (let leaf = 0; leaf < value.length; leaf++)
      if (weights[leaf] > 0) value[leaf] = (-options.rate * gradients[leaf]) / (weights[leaf] + options.l2);
  }
}
