import type { FeatureCells } from "./feature-cells.ts";
import type { FeatureTable } from "./feature-table.ts";

/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over four roles. Every word has node
 * features (a row of 4 weights each) and edge features (a row of 16: from the role before to this one).
 */
export interface ChainTables {
  readonly node: FeatureTable;
  readonly edge: FeatureTable;
}

/** Roles a word can have. */
export const ROLE_COUNT = 4;
export const NONE = 0;
export const SOURCE = 1;
export const CUE = 2;
export const CONTENT = 3;

/** Scratch arrays for one sequence, grown as needed and used again. */
export class Lattice {
  length = 0;
  node = new Float64Array(0);
  edge = new Float64Array(0);
  alpha = new Float64Array(0);
  beta = new Float64Array(0);
  /** Marginal probability of each role at each place. */
  marginal = new Float64Array(0);
  private scale = new Float64Array(0);
  private back = new Uint8Array(0);
  /** Expected transitions (training). */
  pair = new Float64Array(0);

  reserve(length: number): void {
    this.length = length;
    if (this.node.length >= length * ROLE_COUNT) return;
    const room = Math.max(256, length * 2);
    this.node = new Float64Array(room * ROLE_COUNT);
    this.edge = new Float64Array(room * ROLE_COUNT * ROLE_COUNT);
    this.alpha = new Float64Array(room * ROLE_COUNT);
    this.beta = new Float64Array(room * ROLE_COUNT);
    this.marginal = new Float64Array(room * ROLE_COUNT);
    this.scale = new Float64Array(room);
    this.back = new Uint8Array(room * ROLE_COUNT);
    this.pair = new Float64Array(room * ROLE_COUNT * ROLE_COUNT);
  }

  /** Forward-backward with scaling; turns `node` and `edge` into exponentials. Returns log Z. */
  forwardBackward(pairs: boolean): number {
    const { length, node, edge, alpha, beta, marginal, scale, pair } = this;
    let logZ = 0;
    for (let i = 0; i < length; i++) {
      let top = -Infinity;
      for (let r = 0; r < ROLE_COUNT; r++) if (node[i * ROLE_COUNT + r] > top) top = node[i * ROLE_COUNT + r];
      logZ += top;
      for (let r = 0; r < ROLE_COUNT; r++) node[i * ROLE_COUNT + r] = Math.exp(node[i * ROLE_COUNT + r] - top);
      if (i > 0) {
        let topEdge = -Infinity;
        for (let r = 0; r < 16; r++) if (edge[i * 16 + r] > topEdge) topEdge = edge[i * 16 + r];
        logZ += topEdge;
        for (let r = 0; r < 16; r++) edge[i * 16 + r] = Math.exp(edge[i * 16 + r] - topEdge);
      }
    }
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let r = 0; r < ROLE_COUNT; r++) {
        let value = 1;
        if (i > 0) {
          value = 0;
          for (let p = 0; p < ROLE_COUNT; p++) value += alpha[(i - 1) * ROLE_COUNT + p] * edge[i * 16 + p * 4 + r];
        }
        value *= node[i * ROLE_COUNT + r];
        alpha[i * ROLE_COUNT + r] = value;
        sum += value;
      }
      if (sum < 1e-300) sum = 1e-300;
      scale[i] = sum;
      logZ += Math.log(sum);
      for (let r = 0; r < ROLE_COUNT; r++) alpha[i * ROLE_COUNT + r] /= sum;
    }
    for (let r = 0; r < ROLE_COUNT; r++) beta[(length - 1) * ROLE_COUNT + r] = 1;
    for (let i = length - 2; i >= 0; i--) {
      for (let p = 0; p < ROLE_COUNT; p++) {
        let value = 0;
        for (let r = 0; r < ROLE_COUNT; r++)
          value += edge[(i + 1) * 16 + p * 4 + r] * node[(i + 1) * ROLE_COUNT + r] * beta[(i + 1) * ROLE_COUNT + r];
        beta[i * ROLE_COUNT + p] = value / scale[i + 1];
      }
    }
    for (let k = 0; k < length * ROLE_COUNT; k++) marginal[k] = alpha[k] * beta[k];
    if (pairs) {
      for (let i = 1; i < length; i++)
        for (let p = 0; p < ROLE_COUNT; p++)
          for (let r = 0; r < ROLE_COUNT; r++)
            pair[i * 16 + p * 4 + r] =
              (alpha[(i - 1) * ROLE_COUNT + p] *
                edge[i * 16 + p * 4 + r] *
                node[i * ROLE_COUNT + r] *
                beta[i * ROLE_COUNT + r]) /
              scale[i];
    }
    return logZ;
  }

  /** The best sequence of roles by the raw scores (before `forwardBackward`), written into `out`. */
  viterbi(out: Uint8Array): number {
    const { length, node, edge, back } = this;
    const score = this.beta;
    for (let i = 0; i < length; i++) {
      for (let r = 0; r < ROLE_COUNT; r++) {
        let best = 0;
        let from = 0;
        if (i > 0) {
          best = -Infinity;
          for (let p = 0; p < ROLE_COUNT; p++) {
            const value = score[(i - 1) * ROLE_COUNT + p] + edge[i * 16 + p * 4 + r];
            if (value > best) {
              best = value;
              from = p;
            }
          }
        }
        score[i * ROLE_COUNT + r] = best + node[i * ROLE_COUNT + r];
        back[i * ROLE_COUNT + r] = from;
      }
    }
    let role = 0;
    let best = -Infinity;
    for (let r = 0; r < ROLE_COUNT; r++)
      if (score[(length - 1) * ROLE_COUNT + r] > best) {
        best = score[(length - 1) * ROLE_COUNT + r];
        role = r;
      }
    for (let i = length - 1; i >= 0; i--) {
      out[i] = role;
      role = back[i * ROLE_COUNT + role];
    }
    return best;
  }
}

/** Fills the lattice with the scores of a sequence of `length` places, from the features of places and of edges. */
export function scoreSequence(
  lattice: Lattice,
  length: number,
  { node: nodeTable, edge: edgeTable }: ChainTables,
  node: FeatureCells,
  edge: FeatureCells,
): void {
  lattice.reserve(length);
  const { cells: nodeCells, slots: nodeSlots } = node;
  const { cells: edgeCells, slots: edgeSlots } = edge;
  for (let i = 0; i < length; i++) {
    nodeTable.sum(lattice.node, i * ROLE_COUNT, nodeCells, i * nodeSlots, (i + 1) * nodeSlots);
    if (i > 0) edgeTable.sum(lattice.edge, i * ROLE_COUNT * ROLE_COUNT, edgeCells, i * edgeSlots, (i + 1) * edgeSlots);
  }
}
