import { parseWeights, readWeightsFile, type Weights } from "../../language/index.ts";
import { Lexicon } from "./lexicon.ts";
import { FeatureWeights, type NamesModel } from "./model.ts";

/** Raised whenever the code that uses the arrays of `weights/names.bin` changes. */
export const NAMES_VERSION = 2;

const WEIGHTS = new URL("../../../weights/names.bin", import.meta.url);

let loading: Promise<NamesModel> | null = null;

/**
 * The recogniser of names that ships with On Record, loaded on the first call and kept.
 *
 * @throws OnRecordError when the weights are missing, damaged or of another version.
 */
export function loadNamesModel(): Promise<NamesModel> {
  loading ??= readWeightsFile(WEIGHTS)
    .then((bytes) => parseWeights(bytes, { model: "names", version: NAMES_VERSION }, "weights/names.bin"))
    .then(namesModel)
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}

/** A recogniser from its weights. The keys of the lexicon are stored as the differences between neighbours. */
export function namesModel(weights: Weights): NamesModel {
  const steps = weights.array("lexicon.steps", "Uint32Array");
  const keys = new Int32Array(steps.length);
  let key = -(2 ** 31);
  for (let i = 0; i < steps.length; i++) {
    key += steps[i];
    keys[i] = key;
  }
  return {
    lexicon: new Lexicon(
      keys,
      weights.array("lexicon.classes", "Uint16Array"),
      weights.array("lexicon.clusters", "Uint8Array"),
    ),
    transitions: weights.array("transitions", "Float32Array"),
    weights: new FeatureWeights(
      weights.array("features.known", "Uint32Array"),
      weights.array("features.weights", "Int8Array"),
      weights.array("features.scale", "Float32Array")[0],
    ),
  };
}
