import { Lemmatiser, lemmaTables } from "./lemmatiser.ts";
import { Parser, parserTables } from "./parser.ts";
import { Tagger, taggerTables } from "./tagger.ts";
import { parseWeights, type Weights } from "./weights.ts";
import { readWeightsFile } from "./weights-file.ts";

/** Raised whenever the code that uses the arrays of `weights/language.bin` changes. */
export const LANGUAGE_VERSION = 1;

/** Everything `analyse` needs; make it once and use it for every article. */
export interface LanguageModel {
  readonly tagger: Tagger;
  readonly lemmatiser: Lemmatiser;
  readonly parser: Parser;
}

const WEIGHTS = new URL("../../weights/language.bin", import.meta.url);

let loading: Promise<LanguageModel> | null = null;

/**
 * The language model that ships with On Record, loaded on the first call and kept.
 *
 * @throws OnRecordError when the weights are missing, damaged or of another version.
 */
export function loadLanguageModel(): Promise<LanguageModel> {
  loading ??= readWeightsFile(WEIGHTS)
    .then((bytes) => parseWeights(bytes, { model: "language", version: LANGUAGE_VERSION }, "weights/language.bin"))
    .then(languageModel)
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}

/** A language model from its weights. */
export function languageModel(weights: Weights): LanguageModel {
  return {
    tagger: new Tagger(taggerTables(weights)),
    lemmatiser: new Lemmatiser(lemmaTables(weights)),
    parser: new Parser(parserTables(weights)),
  };
}
