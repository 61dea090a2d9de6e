import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { arraysOf, STATEMENTS_VERSION } from "../../extract/statements-model/index.ts";
import { serialiseWeights, Weights } from "../../language/weights.ts";
import { progress, weightsFolder } from "../lib/index.ts";
import type { Stage } from "../stages.ts";
import { readTrainingArticles } from "./corpus.ts";
import { trainStatements } from "./train.ts";

/** Trains the reader for statements and writes `weights/statements.bin`. */
export const statementsStage: Stage = {
  name: "statements",
  about: "cues, their sources and contents, and which readings are right",
  async run() {
    const articles = await readTrainingArticles();
    const model = await trainStatements(articles);
    const meta = { articles: articles.length };
    const file = await serialiseWeights(new Weights("statements", STATEMENTS_VERSION, arraysOf(model), meta));
    writeFileSync(join(weightsFolder(), "statements.bin"), file);
    progress(`weights/statements.bin: ${file.length} bytes`);
  },
};
