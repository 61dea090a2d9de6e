import type { Forest } from "../../extract/statements-model/forest.ts";
import { type BoostingOptions, boost, type LabelledRows } from "./boosting.ts";

/** One forest to be learnt in a thread. */
export interface BoostingJob {
  readonly examples: LabelledRows;
  readonly options: BoostingOptions;
}

/** Learns a forest (`inThreads`). */
export function run({ examples, options }: BoostingJob): Forest {
  return boost(examples, options);
}
