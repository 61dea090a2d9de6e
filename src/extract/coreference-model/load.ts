import { parseWeights, readWeightsFile, type Weights } from "../../language/index.ts";
import { COREFERENCE_VERSION, type CoreferenceModel } from "./ranker.ts";

const WEIGHTS = new URL("../../../weights/coreference.bin", import.meta.url);

let loading: Promise<CoreferenceModel> | null = null;

/**
 * The ranker of antecedents that ships with On Record, loaded on the first call and kept.
 *
 * @throws OnRecordError when the weights are missing, damaged or of another version.
 */
export function loadCoreferenceModel(): Promise<CoreferenceModel> {
  loading ??= readWeightsFile(WEIGHTS)
    .then((bytes) =>
      parseWeights(bytes, { model: "coreference", version: COREFERENCE_VERSION }, "weights/coreference.bin"),
    )
    .then(coreferenceModel)
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}

/** A ranker from its weights. */
export function coreferenceModel(weights: Weights): CoreferenceModel {
  return {
    weights: weights.array("weights", "Int8Array"),
    scale: weights.array("scale", "Float32Array")[0],
    senses: weights.array("senses", "Uint8Array"),
  };
}
