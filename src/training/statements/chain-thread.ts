import { type ChainOptions, type ChainWeights, trainChain } from "./chain-trainer.ts";
import type { Examples } from "./examples.ts";

/** One chain to be learnt in a thread. */
export interface ChainJob {
  readonly examples: Examples;
  readonly options: ChainOptions;
  /** The articles whose number leaves this rest when divided by `folds` are left out; none for null. */
  readonly fold: number | null;
  readonly folds: number;
}

/** Learns a chain (`inThreads`). */
export function run({ examples, options, fold, folds }: ChainJob): ChainWeights {
  return trainChain(examples, options, (sequence) => examples.articleOf[sequence] % folds !== fold);
}
