import type { Words } from "../../model/index.ts";
import { LABEL_COUNT, Lattice, OUTSIDE, SENTENCE_START } from "./crf.ts";
import { Evidence, MOST_EVIDENCE } from "./evidence.ts";
import { MOST_FEATURES, NameFeatures } from "./features.ts";
import type { NamesModel } from "./model.ts";
import { type Window, windowsOf } from "./windows.ts";

/** The best label of each word and the probability of every label (`LABEL_COUNT` per word). */
export interface Labelling {
  readonly labels: Uint8Array;
  readonly probabilities: Float32Array;
  readonly features: NameFeatures;
}

/** Labels the words of a text in two looks: the second knows what the first says about the same words elsewhere. */
export function labelWords(words: Words, model: NamesModel): Labelling {
  const features = new NameFeatures(words, model.lexicon);
  const { count } = words;
  const windows = windowsOf(features);
  const scores = new Float32Array(count * LABEL_COUNT);
  const labelling = {
    labels: new Uint8Array(count),
    probabilities: new Float32Array(count * LABEL_COUNT),
    features,
  };
  for (let i = 0; i < count; i++) labelling.probabilities[i * LABEL_COUNT + OUTSIDE] = 1;
  const found = new Int32Array(MOST_FEATURES);
  for (const { first, end } of windows) {
    for (let i = first; i < end; i++) {
      const number = features.collect(i, found, 0);
      model.weights.addTo(scores, i * LABEL_COUNT, found, 0, number);
    }
  }
  const lattice = new Lattice();
  lattice.setTransitions(model.transitions);
  look(windows, scores, model, lattice, labelling);
  addEvidence(windows, scores, model, labelling);
  look(windows, scores, model, lattice, labelling);
  return labelling;
}

/** Adds what the first look says to the scores. */
function addEvidence(
  windows: readonly Window[],
  scores: Float32Array,
  model: NamesModel,
  { features, probabilities, labels }: Labelling,
): void {
  const evidence = new Evidence(features, probabilities, labels);
  const found = new Int32Array(MOST_EVIDENCE);
  for (const { first, end } of windows) {
    for (let i = first; i < end; i++) {
      const number = evidence.collect(i, labels[i], isAlone(labels, i), found, 0);
      model.weights.addTo(scores, i * LABEL_COUNT, found, 0, number);
    }
  }
}

/** Whether word `i` is a name of one word, or none. */
export function isAlone(labels: Uint8Array, i: number): boolean {
  return labels[i] % 2 === 1 && labels[i + 1] !== labels[i] + 1;
}

function look(
  windows: readonly Window[],
  scores: Float32Array,
  model: NamesModel,
  lattice: Lattice,
  { labels, probabilities }: Labelling,
): void {
  for (const { first, end, opensSentence } of windows) {
    const at = first * LABEL_COUNT;
    const before = opensSentence ? SENTENCE_START : OUTSIDE;
    lattice.marginals(scores, at, end - first, probabilities, at, before);
    lattice.decode(scores, at, end - first, model.transitions, labels, first, before);
  }
}
