import { parseWeights, readWeightsFile } from "../../language/index.ts";
import { STATEMENTS_VERSION, type StatementsModel, statementsModel } from "./model.ts";

const WEIGHTS = new URL("../../../weights/statements.bin", import.meta.url);

let loading: Promise<StatementsModel> | null = null;

/**
 * The reader for statements that ships with On Record, loaded on the first call and kept.
 *
 * @throws OnRecordError when the weights are missing, damaged or of another version.
 */
export function loadStatementsModel(): Promise<StatementsModel> {
  loading ??= readWeightsFile(WEIGHTS)
    .then((bytes) =>
      parseWeights(bytes, { model: "statements", version: STATEMENTS_VERSION }, "weights/statements.bin"),
    )
    .then(statementsModel)
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}
