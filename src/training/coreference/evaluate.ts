import { antecedentChooser, loadCoreferenceModel } from "../../extract/coreference-model/index.ts";
import { loadNamesModel, nameRecogniser } from "../../extract/names/index.ts";
import { loadLanguageModel } from "../../language/index.ts";
import type { Evaluation, Measure } from "../evaluations.ts";
import { type CoreferenceScore, measureCoreference, type PronounScore } from "./measure.ts";
import { type ChainedText, readGoldChains, readSilverTexts, Scene } from "./scenes.ts";

/** Pronouns of the third person against gold chains; beside the trained ranker what the rules alone reach. */
export const coreferenceEvaluation: Evaluation = {
  name: "coreference",
  about: "pronouns whose entity the text has named or described before: how many are given the right one",
  async run() {
    const readers = { language: await loadLanguageModel(), names: nameRecogniser(await loadNamesModel()) };
    const chooser = antecedentChooser(await loadCoreferenceModel());
    const learntFrom = new Set(readGoldChains("train").map(({ id }) => id));
    const sets: readonly (readonly [string, readonly ChainedText[]])[] = [
      ["GUM dev", readGoldChains("dev", true)],
      ["GUM train, genres not learnt from", readGoldChains("train", true).filter(({ id }) => !learntFrom.has(id))],
      ["PolNeAR dev, automatic chains", readSilverTexts("dev")],
    ];
    return sets.flatMap(([name, texts]) => {
      const scenes = texts.map((text) => new Scene(text, readers));
      return rows(name, measureCoreference(scenes, chooser), measureCoreference(scenes, null));
    });
  },
};

const GROUPS: readonly (readonly [keyof CoreferenceScore, string])[] = [
  ["speakers", "pronouns that are speakers"],
  ["persons", "he, she"],
  ["things", "it"],
  ["plurals", "they"],
];

function rows(set: string, trained: CoreferenceScore, rules: CoreferenceScore): Measure[] {
  return GROUPS.map(([group, name]) => ({
    what: `${set}: ${name}`,
    figure: `${share(trained[group])} (rules ${share(rules[group])}; ${trained[group].total} pronouns)`,
    required: group === "speakers" && set.startsWith("GUM dev") ? "75 %" : "",
  }));
}

function share({ correct, resolved, total }: PronounScore): string {
  const percent = (of: number) => (of === 0 ? "–" : `${((100 * correct) / of).toFixed(1)} %`);
  return `${percent(total)}, of those resolved ${percent(resolved)}`;
}
