import { Lattice } from "../../extract/statements-model/chain.ts";
import { seededRandom } from "../lib/random.ts";

export interface ChainWeights {
  readonly node: Float32Array;
  readonly edge: Float32Array;
  readonly nodeMask: number;
  readonly edgeMask: number;
}

/** Adds the weights of every feature: `nodeFeatures` has `nodeSlots` rows per place, `edgeFeatures` `edgeSlots`. */
function score(
  lattice: Lattice,
  length: number,
  weights: ChainWeights,
  nodeFeatures: Int32Array,
  nodeFrom: number,
  nodeSlots: number,
  edgeFeatures: Int32Array,
  edgeFrom: number,
  edgeSlots: number,
): void {
  lattice.reserve(length);
  const { node, edge } = lattice;
  const { node: nodeWeight, edge: edgeWeight } = weights;
  for (let i = 0; i < length; i++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    const from = nodeFrom + i * nodeSlots;
    for (let k = from; k < from + nodeSlots; k++) {
      const row = nodeFeatures[k] << 2;
      a += nodeWeight[row];
      b += nodeWeight[row + 1];
      c += nodeWeight[row + 2];
      d += nodeWeight[row + 3];
    }
    node[i * 4] = a;
    node[i * 4 + 1] = b;
    node[i * 4 + 2] = c;
    node[i * 4 + 3] = d;
    const base = i * 16;
    for (let r = 0; r < 16; r++) edge[base + r] = 0;
    if (i === 0) continue;
    const edgeStart = edgeFrom + i * edgeSlots;
    for (let k = edgeStart; k < edgeStart + edgeSlots; k++) {
      const row = edgeFeatures[k] << 4;
      for (let r = 0; r < 16; r++) edge[base + r] += edgeWeight[row + r];
    }
  }
}

/** Sequences with their features, laid out one after the other. */
export interface ChainExamples {
  /** First place of each sequence, and one entry more. */
  readonly from: Int32Array;
  readonly gold: Uint8Array;
  readonly node: Int32Array;
  readonly edge: Int32Array;
  readonly nodeSlots: number;
  readonly edgeSlots: number;
}

export interface ChainOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly minimum: number;
  readonly seed: number;
  readonly damping: number;
  /** Leaves sequences out (jackknife). */
  readonly use?: (sequence: number) => boolean;
  readonly weightOf?: (sequence: number) => number;
  readonly log?: (line: string) => void;
}

/** AdaGrad (Duchi et al. 2011) on the conditional likelihood; features seen less than `minimum` times stay at zero. */
export function trainChain(
  examples: ChainExamples,
  bits: { readonly node: number; readonly edge: number },
  options: ChainOptions,
): ChainWeights {
  const { from, gold, node, edge, nodeSlots, edgeSlots } = examples;
  const nodeMask = 2 ** bits.node - 1;
  const edgeMask = 2 ** bits.edge - 1;
  const nodeWeight = new Float32Array((nodeMask + 1) * 4);
  const edgeWeight = new Float32Array((edgeMask + 1) * 16);
  const nodeSquare = new Float32Array((nodeMask + 1) * 4);
  const edgeSquare = new Float32Array((edgeMask + 1) * 16);
  const used: number[] = [];
  for (let s = 0; s + 1 < from.length; s++) if (!options.use || options.use(s)) used.push(s);
  const nodeSeen = new Uint8Array(nodeMask + 1);
  const edgeSeen = new Uint8Array(edgeMask + 1);
  for (const s of used) {
    for (let k = from[s] * nodeSlots; k < from[s + 1] * nodeSlots; k++)
      if (nodeSeen[node[k]] < 255) nodeSeen[node[k]]++;
    for (let k = from[s] * edgeSlots; k < from[s + 1] * edgeSlots; k++)
      if (edgeSeen[edge[k]] < 255) edgeSeen[edge[k]]++;
  }
  nodeSeen[0] = 0;
  edgeSeen[0] = 0;
  const lattice = new Lattice();
  const weights: ChainWeights = { node: nodeWeight, edge: edgeWeight, nodeMask, edgeMask };
  const random = seededRandom(options.seed);
  const g = new Float64Array(16);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = used.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const t = used[i];
      used[i] = used[j];
      used[j] = t;
    }
    const rate = options.rate;
    let loss = 0;
    for (const s of used) {
      const start = from[s];
      const length = from[s + 1] - start;
      if (length === 0) continue;
      const importance = options.weightOf ? options.weightOf(s) : 1;
      score(lattice, length, weights, node, start * nodeSlots, nodeSlots, edge, start * edgeSlots, edgeSlots);
      let goldScore = 0;
      for (let i = 0; i < length; i++) {
        goldScore += lattice.node[i * 4 + gold[start + i]];
        if (i > 0) goldScore += lattice.edge[i * 16 + gold[start + i - 1] * 4 + gold[start + i]];
      }
      loss += lattice.forwardBackward(true) - goldScore;
      for (let i = 0; i < length; i++) {
        let large = 0;
        for (let r = 0; r < 4; r++) {
          g[r] = (lattice.marginal[i * 4 + r] - (gold[start + i] === r ? 1 : 0)) * importance;
          if (Math.abs(g[r]) > large) large = Math.abs(g[r]);
        }
        if (large > 0.002) {
          for (let k = (start + i) * nodeSlots; k < (start + i + 1) * nodeSlots; k++) {
            const feature = node[k];
            if (nodeSeen[feature] < options.minimum) continue;
            const row = feature << 2;
            for (let r = 0; r < 4; r++) {
              const gr = g[r];
              nodeSquare[row + r] += gr * gr;
              nodeWeight[row + r] -= (rate * gr) / Math.sqrt(nodeSquare[row + r] + options.damping);
            }
          }
        }
        if (i === 0) continue;
        large = 0;
        for (let r = 0; r < 16; r++) {
          g[r] = (lattice.pair[i * 16 + r] - (gold[start + i - 1] * 4 + gold[start + i] === r ? 1 : 0)) * importance;
          if (Math.abs(g[r]) > large) large = Math.abs(g[r]);
        }
        if (large > 0.002) {
          for (let k = (start + i) * edgeSlots; k < (start + i + 1) * edgeSlots; k++) {
            const feature = edge[k];
            if (edgeSeen[feature] < options.minimum) continue;
            const row = feature << 4;
            for (let r = 0; r < 16; r++) {
              const gr = g[r];
              edgeSquare[row + r] += gr * gr;
              edgeWeight[row + r] -= (rate * gr) / Math.sqrt(edgeSquare[row + r] + options.damping);
            }
          }
        }
      }
    }
    options.log?.(`epoch ${epoch + 1}: loss ${(loss / used.length).toFixed(4)}`);
  }
  return weights;
}
