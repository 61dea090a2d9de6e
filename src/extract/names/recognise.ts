import type { Words } from "../../model/index.ts";
import { LABEL_COUNT, Lattice } from "./crf.ts";
import { Evidence, MOST_EVIDENCE } from "./evidence.ts";
import { MOST_FEATURES, NameFeatures } from "./features.ts";
import type { NamesModel } from "./model.ts";

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
  const scores = new Float32Array(count * LABEL_COUNT);
  const found = new Int32Array(MOST_FEATURES);
  for (let i = 0; i < count; i++) {
    const number = features.collect(i, found, 0);
    model.weights.addTo(scores, i * LABEL_COUNT, found, 0, number);
  }
  const labelling = {
    labels: new Uint8Array(count),
    probabilities: new Float32Array(count * LABEL_COUNT),
    features,
  };
  const lattice = new Lattice();
  lattice.setTransitions(model.transitions);
  look(words, scores, model, lattice, labelling);
  addEvidence(scores, model, labelling);
  look(words, scores, model, lattice, labelling);
  return labelling;
}

/** Adds what the first look says to the scores. */
function addEvidence(scores: Float32Array, model: NamesModel, { features, probabilities, labels }: Labelling): void {
  const evidence = new Evidence(features, probabilities, labels);
  const found = new Int32Array(MOST_EVIDENCE);
  for (let i = 0; i < labels.length; i++) {
    const number = evidence.collect(i, labels[i], isAlone(labels, i), found, 0);
    model.weights.addTo(scores, i * LABEL_COUNT, found, 0, number);
  }
}

/** Whether word `i` is a name of one word, or none. */
export function isAlone(labels: Uint8Array, i: number): boolean {
  return labels[i] % 2 === 1 && labels[i + 1] !== labels[i] + 1;
}

function look(words: Words, scores: Float32Array, model: NamesModel, lattice: Lattice, into: Labelling): void {
  const { sentenceStart } = words;
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const from = sentenceStart[s];
    const count = sentenceStart[s + 1] - from;
    if (count === 0) continue;
    const at = from * LABEL_COUNT;
    lattice.marginals(scores, at, count, into.probabilities, at);
    lattice.decode(scores, at, count, model.transitions, into.labels, from);
  }
}
