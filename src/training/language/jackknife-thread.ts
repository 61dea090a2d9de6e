import { analyse, languageModel } from "../../language/index.ts";
import type { Words } from "../../model/index.ts";
import type { JackknifeArticle } from "./jackknife.ts";
import { type LanguageSettings, readLanguageCorpora, trainLanguage } from "./train.ts";

/** Articles to be analysed by a language model that hasn't seen them. */
export interface JackknifeJob {
  readonly heldOut: readonly JackknifeArticle[];
  readonly settings: LanguageSettings;
}

/** Learns from all other articles and analyses these (`inThreads`). */
export function run({ heldOut, settings }: JackknifeJob): Words[] {
  const corpora = readLanguageCorpora();
  const unseen = new Set(heldOut.map(({ id }) => id));
  const silver = corpora.silver.filter(({ id }) => !unseen.has(id));
  const model = languageModel(trainLanguage({ ...corpora, silver }, settings));
  return heldOut.map((article) => analyse(article, model, { parse: true }));
}
