import { coreferenceStage } from "./coreference/stage.ts";
import { languageStage } from "./language/stage.ts";
import { namesStage } from "./names/stage.ts";
import { statementsStage } from "./statements/stage.ts";

/** One step of `npm run train`: a model or a group of models that are trained together. */
export interface Stage {
  /** What `npm run train -- NAME` calls it. */
  readonly name: string;
  /** What it trains, for the progress line. */
  readonly about: string;
  /** Reads the data, trains with fixed seeds, writes the weights file and says how it goes on standard error. */
  run(): Promise<void>;
}

/** In the order they must run: a stage may use the weights that those before it wrote. */
export const STAGES: readonly Stage[] = [languageStage, namesStage, coreferenceStage, statementsStage];
