import { LABEL_COUNT } from "../../extract/names/crf.ts";
import { Lexicon, wordKey } from "../../extract/names/lexicon.ts";
import { NAMES_VERSION } from "../../extract/names/load.ts";
import { labelWords } from "../../extract/names/recognise.ts";
import { analyse, type LanguageModel, Weights } from "../../language/index.ts";
import type { Words } from "../../model/index.ts";
import { progress } from "../lib/index.ts";
import { type ClusterSettings, clusterWords, type KeySequence } from "./clusters.ts";
import { type LabelledDocument, SILVER_CORPUS } from "./corpora.ts";
import { type EvidenceFeatures, type Example, evidenceOf, exampleOf } from "./examples.ts";
import { buildLexicon, type LexiconEntries } from "./lexicon.ts";
import { type Field, type Settings, trainField } from "./optimise.ts";

export const NAMES_SETTINGS: Settings = {
  epochs: 4,
  rate: 0.1,
  dropout: 0.3,
  averageFrom: 2,
  leastCount: 5,
  pruneBelow: 0.18,
  seeds: [7, 8],
};

export const CLUSTER_SETTINGS: ClusterSettings = { classes: 128, rounds: 6, leastCount: 4 };

/** Models of the folds learn for a shorter time. */
const FOLD_EPOCHS = 2;
const FOLDS = 2;

/** Trains the recogniser of names. */
export function trainNames(
  documents: readonly LabelledDocument[],
  language: LanguageModel,
  settings = NAMES_SETTINGS,
): Weights {
  const read = documents.map((document) => analyse(document, language));
  const entries = buildLexicon(documents, clusterWords(keysOf(read), CLUSTER_SETTINGS));
  const lexicon = new Lexicon(entries.keys, entries.classes, entries.clusters);
  progress(`names: ${documents.length} documents, ${entries.keys.length} entries in the lexicon`);
  const examples = documents.map((document, i) => exampleOf(document, read[i], lexicon));
  softenSilver(examples, lexicon, settings);
  const evidence = jackknifeEvidence(examples, lexicon, settings);
  const field = trainField(examples, evidence, settings, (epoch) =>
    progress(`names: epoch ${epoch + 1} of ${settings.epochs}`),
  );
  return packNames(entries, field);
}

/** The keys of all words, sentence by sentence. */
export function* keysOf(texts: readonly Words[]): KeySequence {
  const keys = new Map<string, number>();
  for (const { text, start, end, count, sentence } of texts) {
    for (let i = 0; i < count; i++) {
      if (i === 0 || sentence[i] !== sentence[i - 1]) yield null;
      const form = text.slice(start[i], end[i]);
      let key = keys.get(form);
      if (key === undefined) keys.set(form, (key = wordKey(form)));
      yield key;
    }
  }
  yield null;
}

/** How sure a model of the gold sets must be to be heard against the automatic annotation. */
const SURE_OF_GOLD = 0.7;
const GOLD_EPOCHS = 3;

/**
 * The automatic annotation has mistakes and conventions of its own. Where a model that learnt from what people annotated
 * reads a word of it otherwise, and is fairly sure, both labels are allowed from here on.
 */
export function softenSilver(examples: readonly Example[], lexicon: Lexicon, settings: Settings): void {
  progress("names: a model of the gold sets alone, for the automatic annotation");
  const gold = examples.filter(({ document }) => document.corpus !== SILVER_CORPUS);
  const field = trainField(gold, null, { ...settings, epochs: GOLD_EPOCHS, seeds: [settings.seeds[0]] });
  for (const { document, words, allowed } of examples) {
    if (document.corpus !== SILVER_CORPUS) continue;
    const { labels, probabilities } = labelWords(words, { lexicon, ...field });
    for (let i = 0; i < words.count; i++) {
      if (probabilities[i * LABEL_COUNT + labels[i]] >= SURE_OF_GOLD) allowed[i] |= 1 << labels[i];
    }
  }
}

/** The first look at every document, by a model that hasn't learnt from it. */
function jackknifeEvidence(examples: readonly Example[], lexicon: Lexicon, settings: Settings): EvidenceFeatures[] {
  const evidence = new Array<EvidenceFeatures>(examples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    progress(`names: first look, fold ${fold + 1} of ${FOLDS}`);
    const rest = examples.filter((_, i) => i % FOLDS !== fold);
    const field = trainField(rest, null, { ...settings, epochs: FOLD_EPOCHS, seeds: [settings.seeds[0]] });
    examples.forEach((example, i) => {
      if (i % FOLDS === fold) evidence[i] = evidenceOf(labelWords(example.words, { lexicon, ...field }));
    });
  }
  return evidence;
}

function packNames(entries: LexiconEntries, field: Field): Weights {
  let before = -(2 ** 31);
  const steps = Uint32Array.from(entries.keys, (key) => {
    const step = key - before;
    before = key;
    return step;
  });
  return new Weights("names", NAMES_VERSION, [
    ["lexicon.steps", steps],
    ["lexicon.classes", entries.classes],
    ["lexicon.clusters", entries.clusters],
    ["transitions", field.transitions],
    ["features.known", field.weights.bitmap],
    ["features.weights", field.weights.rows],
    ["features.scale", Float32Array.of(field.weights.scale)],
  ]);
}
