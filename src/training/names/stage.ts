import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadLanguageModel, serialiseWeights } from "../../language/index.ts";
import { progress, weightsFolder } from "../lib/index.ts";
import type { Stage } from "../stages.ts";
import { readTrainingNames } from "./corpora.ts";
import { trainNames } from "./train.ts";

/** Trains the recogniser of names and writes `weights/names.bin`. */
export const namesStage: Stage = {
  name: "names",
  about: "names of people, organisations and places",
  async run() {
    const file = await serialiseWeights(trainNames(readTrainingNames(), await loadLanguageModel()));
    writeFileSync(join(weightsFolder(), "names.bin"), file);
    progress(`weights/names.bin: ${file.length} bytes`);
  },
};
