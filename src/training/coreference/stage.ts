import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadNamesModel, nameRecogniser } from "../../extract/names/index.ts";
import { loadLanguageModel, serialiseWeights } from "../../language/index.ts";
import { progress, weightsFolder } from "../lib/index.ts";
import type { Stage } from "../stages.ts";
import { readGoldChains, readLearntSilverTexts, Scene } from "./scenes.ts";
import { questionsOf, trainRanker } from "./train.ts";

/** Trains the ranker of antecedents and writes `weights/coreference.bin`. */
export const coreferenceStage: Stage = {
  name: "coreference",
  about: "what pronouns go back to",
  async run() {
    const readers = { language: await loadLanguageModel(), names: nameRecogniser(await loadNamesModel()) };
    const texts = [...readGoldChains("train"), ...readLearntSilverTexts()];
    progress(`coreference: reading ${texts.length} texts`);
    const questions = texts.flatMap((text) => questionsOf(new Scene(text, readers)));
    const file = await serialiseWeights(trainRanker(questions));
    writeFileSync(join(weightsFolder(), "coreference.bin"), file);
    progress(`weights/coreference.bin: ${file.length} bytes`);
  },
};
