import { feature } from "../../language/hash.ts";
import { LABEL_COUNT, OUTSIDE } from "./crf.ts";
import type { NameFeatures } from "./features.ts";
import { isCapitalised } from "./runs.ts";

/** An upper bound of the features `Evidence.collect` writes. */
export const MOST_EVIDENCE = 9;

const KINDS = 5;
/** 0 no name, 1 PER, 2 ORG, 3 LOC, 4 MISC. */
const kindOf = (label: number) => (label + 1) >> 1;

/**
 * What a first look at the whole text says about the same words elsewhere in it, for a second look (Krishnan and Manning
 * 2006: token, entity and superentity majority).
 */
export class Evidence {
  readonly #features: NameFeatures;
  readonly #probabilities: Float32Array;
  /** Sums of label probabilities by word type. */
  readonly #byType: Float32Array;
  readonly #occurrences: Int32Array;
  /** Working memory: sums by kind. */
  readonly #kinds = new Float32Array(KINDS);
  /** By type: how often it is first, inside or last in a longer name, by kind (3 × KINDS). */
  readonly #inLonger: Uint16Array;
  /** Kinds of the whole run's words by hash of the run. */
  readonly #byRun = new Map<number, Float32Array>();
  readonly #runHash: Int32Array;
  /** Kind of the long form of an acronym the text introduces, by type; -1 where there is none. */
  readonly #acronymKind: Int8Array;

  /** `probabilities` and `labels` are those of the first look. */
  constructor(features: NameFeatures, probabilities: Float32Array, labels: Uint8Array) {
    this.#features = features;
    this.#probabilities = probabilities;
    const { types, words, runs } = features;
    this.#byType = new Float32Array(types.count * LABEL_COUNT);
    this.#occurrences = new Int32Array(types.count);
    this.#inLonger = new Uint16Array(types.count * 3 * KINDS);
    this.#runHash = new Int32Array(words.count);
    for (let i = 0; i < words.count; i++) {
      const t = types.typeOf[i];
      if (!isCapitalised(types, t)) continue;
      this.#occurrences[t]++;
      for (let l = 0; l < LABEL_COUNT; l++) this.#byType[t * LABEL_COUNT + l] += probabilities[i * LABEL_COUNT + l];
      if (runs.first[i] === i) this.#addRun(i, runs.last[i]);
    }
    this.#addNames(labels);
    this.#acronymKind = new Int8Array(types.count).fill(-1);
    for (const { last, acronym } of features.acronyms.pairs) {
      this.#acronymKind[types.typeOf[acronym]] = kindOf(labels[last]);
    }
  }

  #addRun(first: number, last: number): void {
    const { types } = this.#features;
    let hash = 17;
    for (let i = first; i <= last; i++) hash = feature(hash, types.key[types.typeOf[i]]);
    const sums = this.#byRun.get(hash) ?? new Float32Array(KINDS + 1);
    sums[KINDS]++;
    for (let l = 0; l < LABEL_COUNT; l++) sums[kindOf(l)] += this.#probabilities[first * LABEL_COUNT + l];
    this.#byRun.set(hash, sums);
    for (let i = first; i <= last; i++) this.#runHash[i] = hash;
  }

  #addNames(labels: Uint8Array): void {
    const { types, words } = this.#features;
    for (let i = 0; i < words.count; i++) {
      if (labels[i] % 2 !== 1) continue;
      let last = i;
      while (last + 1 < words.count && labels[last + 1] === labels[i] + 1) last++;
      if (last > i) {
        for (let k = i; k <= last; k++) {
          const place = k === i ? 0 : k === last ? 2 : 1;
          this.#inLonger[(types.typeOf[k] * 3 + place) * KINDS + kindOf(labels[i])]++;
        }
      }
      i = last;
    }
  }

  /** Writes the features of word `i` into `out` from `at` on; returns how many. `label` is that of the first look. */
  collect(i: number, label: number, alone: boolean, out: Int32Array, at: number): number {
    const { types, runs } = this.#features;
    const t = types.typeOf[i];
    if (!isCapitalised(types, t)) return 0;
    const from = at;
    const others = this.#occurrences[t] - 1;
    if (others > 0) {
      let best = 0;
      let bestKind = 0;
      const kinds = this.#kinds.fill(0);
      for (let l = 0; l < LABEL_COUNT; l++) {
        const value = this.#byType[t * LABEL_COUNT + l] - this.#probabilities[i * LABEL_COUNT + l];
        kinds[kindOf(l)] += value;
        if (value > this.#byType[t * LABEL_COUNT + best] - this.#probabilities[i * LABEL_COUNT + best]) best = l;
      }
      for (let k = 1; k < KINDS; k++) if (kinds[k] > kinds[bestKind]) bestKind = k;
      const share = kinds[bestKind] / others;
      const confidence = share > 0.9 ? 3 : share > 0.7 ? 2 : share > 0.5 ? 1 : 0;
      const many = others > 2 ? 1 : 0;
      out[at++] = feature(200, (bestKind << 4) | (confidence << 1) | many);
      out[at++] = feature(201, (best << 4) | confidence);
    }
    const own = label === OUTSIDE || alone ? -1 : kindOf(label);
    for (let place = 0; place < 3; place++) {
      const row = (t * 3 + place) * KINDS;
      let top = 0;
      for (let k = 1; k < KINDS; k++) {
        const seen = this.#inLonger[row + k] - (own === k ? 1 : 0);
        if (seen > 0 && (top === 0 || seen > this.#inLonger[row + top])) top = k;
      }
      if (top !== 0) out[at++] = feature(202 + place, (top << 1) | (runs.first[i] === runs.last[i] ? 1 : 0));
    }
    const run = this.#byRun.get(this.#runHash[i]);
    if (run !== undefined && runs.first[i] >= 0 && run[KINDS] > 1) {
      const first = runs.first[i];
      const sums = this.#kinds;
      for (let k = 0; k < KINDS; k++) sums[k] = run[k];
      for (let l = 0; l < LABEL_COUNT; l++) sums[kindOf(l)] -= this.#probabilities[first * LABEL_COUNT + l];
      let top = 0;
      for (let k = 1; k < KINDS; k++) if (sums[k] > sums[top]) top = k;
      const share = sums[top] / (run[KINDS] - 1);
      out[at++] = feature(206, (top << 3) | ((share > 0.8 ? 1 : 0) << 1) | (i === first ? 1 : 0));
    }
    if (this.#acronymKind[t] >= 0) out[at++] = feature(207, this.#acronymKind[t]);
    return at - from;
  }
}
