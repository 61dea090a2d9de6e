import { Lexicon } from "../../extract/names/lexicon.ts";
import { NAMES_VERSION } from "../../extract/names/load.ts";
import { labelWords } from "../../extract/names/recognise.ts";
import { type LanguageModel, Weights } from "../../language/index.ts";
import { progress } from "../lib/index.ts";
import type { LabelledDocument } from "./corpora.ts";
import { type EvidenceFeatures, type Example, evidenceOf, exampleOf } from "./examples.ts";
import { buildLexicon, type LexiconEntries } from "./lexicon.ts";
import { type Field, type Settings, trainField } from "./optimise.ts";

export const NAMES_SETTINGS: Settings = {
  epochs: 4,
  rate: 0.1,
  dropout: 0.3,
  leastCount: 5,
  pruneBelow: 0.18,
  seed: 7,
};

/** Models of the folds learn for a shorter time. */
const FOLD_EPOCHS = 2;
const FOLDS = 2;

/** Trains the recogniser of names. */
export function trainNames(
  documents: readonly LabelledDocument[],
  language: LanguageModel,
  settings = NAMES_SETTINGS,
): Weights {
  const entries = buildLexicon(documents);
  const lexicon = new Lexicon(entries.keys, entries.classes);
  progress(`names: ${documents.length} documents, ${entries.keys.length} entries in the lexicon`);
  const examples = documents.map((document) => exampleOf(document, language, lexicon));
  const evidence = jackknifeEvidence(examples, lexicon, settings);
  const field = trainField(examples, evidence, settings, (epoch) =>
    progress(`names: epoch ${epoch + 1} of ${settings.epochs}`),
  );
  return packNames(entries, field);
}

/** The first look at every document, by a model that hasn't learnt from it. */
function jackknifeEvidence(examples: readonly Example[], lexicon: Lexicon, settings: Settings): EvidenceFeatures[] {
  const evidence = new Array<EvidenceFeatures>(examples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    progress(`names: first look, fold ${fold + 1} of ${FOLDS}`);
    const rest = examples.filter((_, i) => i % FOLDS !== fold);
    const field = trainField(rest, null, { ...settings, epochs: FOLD_EPOCHS });
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
    ["transitions", field.transitions],
    ["features.known", field.weights.bitmap],
    ["features.weights", field.weights.rows],
    ["features.scale", Float32Array.of(field.weights.scale)],
  ]);
}
