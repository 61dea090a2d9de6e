import type { AntecedentChooser } from "../../extract/coreference.ts";
import { antecedentChooser, loadCoreferenceModel } from "../../extract/coreference-model/index.ts";
import { loadNamesModel, nameRecogniser } from "../../extract/names/index.ts";
import { loadLanguageModel } from "../../language/index.ts";
import type { Evaluation, Measure } from "../evaluations.ts";
import { progress } from "../lib/index.ts";
import { type HeldOut, jackknife } from "./jackknife.ts";
import { addScores, type CoreferenceScore, type LinkScore, measureCoreference, type PronounScore } from "./measure.ts";
import { type ChainedText, readGoldChains, readLearntSilverTexts, readSilverTexts, Scene } from "./scenes.ts";
import { questionsOf } from "./train.ts";

/** Pronouns and descriptions against gold chains; beside the trained ranker what the rules alone reach. */
export const coreferenceEvaluation: Evaluation = {
  name: "coreference",
  about:
    "pronouns and descriptions whose entity the text has named or described before: how many are given the right one",
  async run() {
    const readers = { language: await loadLanguageModel(), names: nameRecogniser(await loadNamesModel()) };
    const chooser = antecedentChooser(await loadCoreferenceModel());
    const scenes = (texts: readonly ChainedText[]) => texts.map((text) => new Scene(text, readers));
    const learntFrom = scenes(readGoldChains("train"));
    const ids = new Set(learntFrom.map(({ source }) => source.id));
    const left = scenes(readGoldChains("train", true).filter(({ id }) => !ids.has(id)));
    const dev = scenes(readGoldChains("dev", true));
    progress("coreference: rankers that haven't learnt from what they are measured on");
    const silver = readLearntSilverTexts().flatMap((text) => questionsOf(new Scene(text, readers)));
    const heldOut = jackknife(learntFrom, silver);
    const shipped = (held: readonly Scene[]): HeldOut => ({ scenes: held, chooser });
    return [
      ...rows("GUM, all documents", [...heldOut, shipped(left), shipped(dev)]),
      ...rows("GUM train, jackknife", heldOut),
      ...rows("GUM train, genres not learnt from", [shipped(left)]),
      ...rows("GUM dev", [shipped(dev)]),
      ...rows("PolNeAR dev, automatic chains", [shipped(scenes(readSilverTexts("dev")))]),
    ];
  },
};

const PRONOUNS = [
  ["speakers", "pronouns that are speakers"],
  ["speakingPersons", "he and she as speakers"],
  ["persons", "he, she"],
  ["things", "it"],
  ["plurals", "they"],
] as const;
const DESCRIPTIONS = [
  ["descriptions", "descriptions"],
  ["describedSpeakers", "descriptions that are speakers"],
] as const;

function rows(set: string, parts: readonly HeldOut[]): Measure[] {
  const measure = (chooserOf: (part: HeldOut) => AntecedentChooser | null): CoreferenceScore =>
    addScores(parts.map((part) => measureCoreference(part.scenes, chooserOf(part))));
  const trained = measure(({ chooser }) => chooser);
  const rules = measure(() => null);
  const isRequired = set === "GUM, all documents" || set === "GUM dev";
  return [
    ...PRONOUNS.map(([group, name]) => ({
      what: `${set}: ${name}`,
      figure: `${share(trained[group])} (rules ${share(rules[group])}; ${trained[group].total} pronouns)`,
      required: group === "speakers" && isRequired ? "75 %" : "",
    })),
    ...DESCRIPTIONS.map(([group, name]) => ({
      what: `${set}: ${name}`,
      figure: `${linkShare(trained[group])} (rules ${linkShare(rules[group])}; ${trained[group].anaphoric} descriptions)`,
      required: "",
    })),
  ];
}

const percent = (part: number, of: number) => (of === 0 ? "–" : ((100 * part) / of).toFixed(1));

function share({ correct, resolved, total }: PronounScore): string {
  return `${percent(correct, total)} %, of those resolved ${percent(correct, resolved)} %`;
}

function linkShare({ correct, linked, anaphoric }: LinkScore): string {
  const f1 = percent(2 * correct, linked + anaphoric);
  return `F1 ${f1} (P ${percent(correct, linked)}, R ${percent(correct, anaphoric)})`;
}
