import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialiseWeights } from "../../language/weights.ts";
import { progress, weightsFolder } from "../lib/index.ts";
import type { Stage } from "../stages.ts";
import { readLanguageCorpora, trainLanguage } from "./train.ts";

/** Trains tagger, lemmatiser and parser and writes `weights/language.bin`. */
export const languageStage: Stage = {
  name: "language",
  about: "parts of speech, dictionary forms and dependency trees",
  async run() {
    const file = await serialiseWeights(trainLanguage(readLanguageCorpora()));
    writeFileSync(join(weightsFolder(), "language.bin"), file);
    progress(`weights/language.bin: ${file.length} bytes`);
  },
};
