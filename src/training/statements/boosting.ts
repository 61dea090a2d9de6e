import type { Forest } from "../../extract/statements-model/forest.ts";

export interface BoostingOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly minimum: number;
  readonly l2: number;
  readonly weight?: Float32Array;
}
const BINS = 64;
export function boost(rows: Float32Array, width: number, label: ArrayLike<number>, o: BoostingOptions): Forest {
  const count = label.length;
  const cuts: Float32Array[] = [];
  const binned = new Uint8Array(count * width);
  for (let f = 0; f < width; f++) {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = rows[i * width + f];
    const sorted = values.slice().sort();
    const cut: number[] = [];
    for (let b = 1; b < BINS; b++) {
      const v = sorted[Math.floor((b * count) / BINS)];
      if (v > sorted[0] && (cut.length === 0 || v > cut[cut.length - 1])) cut.push(v);
    }
    cuts.push(Float32Array.from(cut));
    for (let i = 0; i < count; i++) {
      let lo = 0,
        hi = cut.length;
      const v = values[i];
      while (lo < hi) {
        const m = (lo + hi) >> 1;
        if (cut[m] <= v) lo = m + 1;
        else hi = m;
      }
      binned[i * width + f] = lo;
    }
  }
  let positive = 0,
    total = 0;
  for (let i = 0; i < count; i++) {
    const w = o.weight ? o.weight[i] : 1;
    positive += label[i] * w;
    total += w;
  }
  const base = Math.log(positive / (total - positive));
  const margin = new Float64Array(count).fill(base);
  const inner = (1 << o.depth) - 1,
    leaves = 1 << o.depth;
  const feature = new Int16Array(o.trees * inner).fill(-1),
    threshold = new Float32Array(o.trees * inner),
    value = new Float32Array(o.trees * leaves);
  const g = new Float64Array(count),
    h = new Float64Array(count),
    node = new Int32Array(count);
  for (let t = 0; t < o.trees; t++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-margin[i]));
      const w = o.weight ? o.weight[i] : 1;
      g[i] = (p - label[i]) * w;
      h[i] = Math.max(1e-6, p * (1 - p)) * w;
    }
    node.fill(0);
    for (let d = 0; d < o.depth; d++) {
      const width0 = 1 << d,
        firstNode = width0 - 1;
      const G = new Float64Array(width0 * width * BINS),
        H = new Float64Array(width0 * width * BINS),
        N = new Int32Array(width0 * width * BINS);
      for (let i = 0; i < count; i++) {
        const at = (node[i] - firstNode) * width * BINS;
        for (let f = 0; f < width; f++) {
          const k = at + f * BINS + binned[i * width + f];
          G[k] += g[i];
          H[k] += h[i];
          N[k]++;
        }
      }
      const splitBin = new Int32Array(width0).fill(-1);
      for (let n = 0; n < width0; n++) {
        let bestGain = 1e-3,
          bestF = -1,
          bestB = -1;
        for (let f = 0; f < width; f++) {
          const at = (n * width + f) * BINS;
          let sg = 0,
            sh = 0,
            sn = 0;
          for (let b = 0; b < BINS; b++) {
            sg += G[at + b];
            sh += H[at + b];
            sn += N[at + b];
          }
          let lg = 0,
            lh = 0,
            ln = 0;
          for (let b = 0; b < cuts[f].length; b++) {
            lg += G[at + b];
            lh += H[at + b];
            ln += N[at + b];
            if (ln < o.minimum) continue;
            if (sn - ln < o.minimum) break;
            const rg = sg - lg,
              rh = sh - lh;
            const gain = (lg * lg) / (lh + o.l2) + (rg * rg) / (rh + o.l2) - (sg * sg) / (sh + o.l2);
            if (gain > bestGain) {
              bestGain = gain;
              bestF = f;
              bestB = b;
            }
          }
        }
        if (bestF >= 0) {
          feature[t * inner + firstNode + n] = bestF;
          threshold[t * inner + firstNode + n] = cuts[bestF][bestB];
          splitBin[n] = bestB;
        }
      }
      for (let i = 0; i < count; i++) {
        const n = node[i] - firstNode;
        const f = feature[t * inner + node[i]];
        node[i] = node[i] * 2 + 1 + (f >= 0 && binned[i * width + f] > splitBin[n] ? 1 : 0);
      }
    }
    const lg = new Float64Array(leaves),
      lh = new Float64Array(leaves);
    for (let i = 0; i < count; i++) {
      lg[node[i] - inner] += g[i];
      lh[node[i] - inner] += h[i];
    }
    for (let k = 0; k < leaves; k++) value[t * leaves + k] = lh[k] > 0 ? (-o.rate * lg[k]) / (lh[k] + o.l2) : 0;
    for (let i = 0; i < count; i++) margin[i] += value[t * leaves + node[i] - inner];
  }
  return { depth: o.depth, trees: o.trees, feature, threshold, value, base };
}
