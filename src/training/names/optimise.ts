import {
  emptyTransitions,
  LABEL_COUNT,
  Lattice,
  OUTSIDE,
  SENTENCE_START,
  type Transitions,
} from "../../extract/names/crf.ts";
import { FeatureWeights, HASH_BITS } from "../../extract/names/model.ts";
import { windowsOf } from "../../extract/names/windows.ts";
import { seededRandom, shuffle } from "../lib/index.ts";
import type { EvidenceFeatures, Example } from "./examples.ts";

/** How the field is trained. */
export interface Settings {
  readonly epochs: number;
  /** Step size of AdaGrad. */
  readonly rate: number;
  /** Share of a word's features left out at each visit, so that none is relied on alone. */
  readonly dropout: number;
  /** The weights are the mean of those after each epoch from this one on. */
  readonly averageFrom: number;
  /** Features seen less often get no weights. */
  readonly leastCount: number;
  /** Rows whose greatest weight is below this are left out of the model. */
  readonly pruneBelow: number;
  /** The field is the mean of one trained with each of these: what only the order of learning taught cancels out. */
  readonly seeds: readonly number[];
}

/** A trained field: what `NamesModel` needs beside the lexicon. */
export interface Field {
  readonly transitions: Transitions;
  readonly weights: FeatureWeights;
}

const ROWS = 1 << HASH_BITS;
/** What AdaGrad's sums of squares begin with. */
const FIRST_SQUARE = 1e-3;
/** Gradients smaller than this change nothing worth the time. */
const LEAST_GRADIENT = 0.002;

/**
 * Maximises the likelihood of the labels (of all allowed ones, where several are: Tsuboi et al. 2008) by AdaGrad (Duchi,
 * Hazan and Singer 2011) over the stretches that may hold names. With `evidence`, every second visit of a stretch sees it.
 */
export function trainField(
  examples: readonly Example[],
  evidence: readonly EvidenceFeatures[] | null,
  settings: Settings,
  onEpoch?: (epoch: number, field: () => Field) => void,
): Field {
  const trainer = new Trainer(examples, evidence, settings);
  for (const seed of settings.seeds) {
    trainer.begin(seed);
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      trainer.run(epoch);
      onEpoch?.(epoch, () => trainer.field());
    }
  }
  return trainer.field();
}

class Trainer {
  readonly #examples: readonly Example[];
  readonly #evidence: readonly EvidenceFeatures[] | null;
  readonly #settings: Settings;
  #random: () => number;
  readonly #known: Uint8Array;
  readonly #weights = new Float32Array(ROWS * LABEL_COUNT);
  readonly #squares = new Float32Array(ROWS * LABEL_COUNT);
  #transitions = emptyTransitions();
  readonly #transitionSquares = new Float32Array((LABEL_COUNT + 1) * LABEL_COUNT);
  /** Sums of weights and transitions after the epochs that count. */
  readonly #sums = new Float32Array(ROWS * LABEL_COUNT);
  readonly #transitionSums = new Float32Array((LABEL_COUNT + 1) * LABEL_COUNT);
  #summed = 0;
  readonly #lattice = new Lattice();
  readonly #stretches: { example: number; from: number; to: number; before: number }[] = [];
  #scores = new Float32Array(0);
  #expected = new Float32Array(0);
  #wanted = new Float32Array(0);
  #active: Int32Array = new Int32Array(0);
  #activeFrom: Int32Array = new Int32Array(0);

  constructor(examples: readonly Example[], evidence: readonly EvidenceFeatures[] | null, settings: Settings) {
    this.#examples = examples;
    this.#evidence = evidence;
    this.#settings = settings;
    this.#random = seededRandom(0);
    this.#known = knownFeatures(examples, evidence, settings.leastCount);
    let longest = 0;
    examples.forEach(({ features }, example) => {
      for (const { first, end, opensSentence } of windowsOf(features)) {
        this.#stretches.push({ example, from: first, to: end, before: opensSentence ? SENTENCE_START : OUTSIDE });
        longest = Math.max(longest, end - first);
      }
    });
    this.#scores = new Float32Array(longest * LABEL_COUNT);
    this.#expected = new Float32Array(longest * LABEL_COUNT);
    this.#wanted = new Float32Array(longest * LABEL_COUNT);
    this.#active = new Int32Array(longest * 100);
    this.#activeFrom = new Int32Array(longest + 1);
  }

  /** Begins anew, from another order of the texts. */
  begin(seed: number): void {
    this.#random = seededRandom(seed);
    this.#weights.fill(0);
    this.#squares.fill(FIRST_SQUARE);
    this.#transitions = emptyTransitions();
    this.#transitionSquares.fill(1);
  }

  run(epoch: number): void {
    shuffle(this.#stretches, this.#random);
    const rate = this.#settings.rate / (1 + 0.5 * epoch);
    let steps = 0;
    for (const { example, from, to, before } of this.#stretches) {
      // The table of exp(transitions) is renewed now and then: they change slowly
      if (steps++ % 64 === 0) this.#lattice.setTransitions(this.#transitions);
      const withEvidence = this.#evidence !== null && this.#random() < 0.5;
      this.#gather(this.#examples[example], withEvidence ? this.#evidence![example] : null, from, to);
      this.#learn(this.#examples[example], from, to, before, rate * this.#examples[example].document.weight);
    }
    if (epoch + 1 < this.#settings.averageFrom) return;
    this.#summed++;
    for (let i = 0; i < this.#sums.length; i++) this.#sums[i] += this.#weights[i];
    for (let i = 0; i < this.#transitionSums.length; i++) this.#transitionSums[i] += this.#transitions[i];
  }

  /** The features of a sentence, some left out at random, and the scores they give. */
  #gather(example: Example, evidence: EvidenceFeatures | null, from: number, to: number): void {
    const active = this.#active;
    const dropout = this.#settings.dropout;
    let at = 0;
    for (let i = from; i < to; i++) {
      this.#activeFrom[i - from] = at;
      for (let k = example.from[i]; k < example.from[i + 1]; k++) {
        const hash = example.hashes[k];
        if (this.#known[hash] !== 0 && this.#random() >= dropout) active[at++] = hash;
      }
      if (evidence === null) continue;
      for (let k = evidence.from[i]; k < evidence.from[i + 1]; k++) active[at++] = evidence.hashes[k];
    }
    this.#activeFrom[to - from] = at;
    const scores = this.#scores;
    const weights = this.#weights;
    scores.fill(0, 0, (to - from) * LABEL_COUNT);
    for (let i = 0; i < to - from; i++) {
      const row = i * LABEL_COUNT;
      for (let k = this.#activeFrom[i]; k < this.#activeFrom[i + 1]; k++) {
        const base = active[k] * LABEL_COUNT;
        for (let l = 0; l < LABEL_COUNT; l++) scores[row + l] += weights[base + l];
      }
    }
  }

  #learn(example: Example, from: number, to: number, before: number, rate: number): void {
    const count = to - from;
    const expected = this.#expected;
    const wanted = this.#wanted;
    this.#lattice.marginals(this.#scores, 0, count, wanted, 0, before, example.allowed, from);
    if (!Number.isFinite(wanted[0])) return;
    this.#learnTransitions(count, before, wanted, rate, 1);
    this.#lattice.marginals(this.#scores, 0, count, expected, 0, before);
    this.#learnTransitions(count, before, expected, rate, -1);
    for (let i = 0; i < count; i++) {
      for (let l = 0; l < LABEL_COUNT; l++) {
        const gradient = wanted[i * LABEL_COUNT + l] - expected[i * LABEL_COUNT + l];
        if (Math.abs(gradient) < LEAST_GRADIENT) continue;
        for (let k = this.#activeFrom[i]; k < this.#activeFrom[i + 1]; k++) {
          const at = this.#active[k] * LABEL_COUNT + l;
          this.#squares[at] += gradient * gradient;
          this.#weights[at] += (rate * gradient) / Math.sqrt(this.#squares[at]);
        }
      }
    }
  }

  /** Moves the scores of label pairs by their expected counts, from the lattice that `marginals` has just filled. */
  #learnTransitions(count: number, before: number, probabilities: Float32Array, rate: number, sign: number): void {
    const n = LABEL_COUNT;
    for (let l = 0; l < n; l++) this.#step(before * n + l, sign * probabilities[l], rate);
    const { alpha, beta, emission, scale } = this.#lattice;
    for (let i = 1; i < count; i++) {
      for (let to = 0; to < n; to++) {
        const arriving = (emission[i * n + to] * beta[i * n + to]) / scale[i];
        if (arriving < 1e-9) continue;
        for (let from = 0; from < n; from++) {
          const left = alpha[(i - 1) * n + from];
          const transition = this.#transitions[from * n + to];
          if (left * arriving < 1e-4 || transition === Number.NEGATIVE_INFINITY) continue;
          this.#step(from * n + to, sign * left * arriving * Math.exp(transition), rate);
        }
      }
    }
  }

  #step(at: number, gradient: number, rate: number): void {
    if (this.#transitions[at] === Number.NEGATIVE_INFINITY || Math.abs(gradient) < LEAST_GRADIENT) return;
    this.#transitionSquares[at] += gradient * gradient;
    this.#transitions[at] += (rate * gradient) / Math.sqrt(this.#transitionSquares[at]);
  }

  /** The weights as small integers, without the rows that matter little. */
  field(): Field {
    const count = Math.max(this.#summed, 1);
    const weights = this.#summed === 0 ? this.#weights : this.#sums.map((sum) => sum / count);
    const transitions = this.#summed === 0 ? this.#transitions.slice() : this.#transitionSums.map((sum) => sum / count);
    const greatest = new Float32Array(ROWS);
    let top = 0;
    for (let row = 0; row < ROWS; row++) {
      for (let l = 0; l < LABEL_COUNT; l++) {
        greatest[row] = Math.max(greatest[row], Math.abs(weights[row * LABEL_COUNT + l]));
      }
      top = Math.max(top, greatest[row]);
    }
    const limit = Math.min(top, 4);
    const scale = limit / 127;
    const kept: number[] = [];
    const bitmap = new Uint32Array(ROWS / 32);
    for (let row = 0; row < ROWS; row++) {
      if (greatest[row] < this.#settings.pruneBelow) continue;
      kept.push(row);
      bitmap[row >>> 5] |= 1 << (row & 31);
    }
    const rows = new Int8Array(kept.length * LABEL_COUNT);
    kept.forEach((row, k) => {
      for (let l = 0; l < LABEL_COUNT; l++) {
        const value = Math.max(-limit, Math.min(limit, weights[row * LABEL_COUNT + l]));
        rows[k * LABEL_COUNT + l] = Math.round(value / scale);
      }
    });
    return { transitions, weights: new FeatureWeights(bitmap, rows, scale) };
  }
}

/** Which features are seen often enough. */
function knownFeatures(
  examples: readonly Example[],
  evidence: readonly EvidenceFeatures[] | null,
  leastCount: number,
): Uint8Array {
  const counts = new Uint8Array(ROWS);
  const add = (hashes: Int32Array) => {
    for (const hash of hashes) if (counts[hash] < 255) counts[hash]++;
  };
  for (const { hashes } of examples) add(hashes);
  for (const { hashes } of evidence ?? []) add(hashes);
  for (let i = 0; i < ROWS; i++) counts[i] = counts[i] >= leastCount ? 1 : 0;
  return counts;
}
