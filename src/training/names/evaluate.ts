import { statSync } from "node:fs";
import { join } from "node:path";
import { findNames, type LearntKind, loadNamesModel, type NamesModel } from "../../extract/names/index.ts";
import { analyse, type LanguageModel, loadLanguageModel } from "../../language/index.ts";
import type { Evaluation, Measure } from "../evaluations.ts";
import { weightsFolder } from "../lib/index.ts";
import { type LabelledDocument, type NameLabel, readMeasuredNames } from "./corpora.ts";

const KIND_OF_LABEL: Readonly<Record<NameLabel, LearntKind>> = {
  PER: "Person",
  ORG: "Organization",
  LOC: "Place",
  MISC: "Other",
};
const MEASURED: readonly NameLabel[] = ["PER", "ORG", "LOC"];

export interface NamesScore {
  readonly correct: number;
  readonly found: number;
  readonly gold: number;
}

/** F1 in per cent. */
export function f1({ correct, found, gold }: NamesScore): number {
  return found + gold === 0 ? 0 : (200 * correct) / (found + gold);
}

/** Exact spans of people, organisations and places: a name counts when both ends and the kind are those of the gold. */
export function scoreNames(
  documents: readonly LabelledDocument[],
  language: LanguageModel,
  names: NamesModel,
  labels: readonly NameLabel[] = MEASURED,
): NamesScore {
  let correct = 0;
  let found = 0;
  let gold = 0;
  for (const document of documents) {
    const predicted = findNames(analyse(document, language), names);
    for (const label of labels) {
      const wanted = new Set(
        document.names.filter((name) => name.label === label).map(({ start, end }) => `${start}-${end}`),
      );
      const given = predicted.filter(({ kind }) => kind === KIND_OF_LABEL[label]);
      correct += given.filter(({ start, end }) => wanted.has(`${start}-${end}`)).length;
      found += given.length;
      gold += wanted.size;
    }
  }
  return { correct, found, gold };
}

/** The recogniser on the sets it was chosen on (dev); with ONRECORD_TEST=1 on those kept for the end. */
export const namesEvaluation: Evaluation = {
  name: "names",
  about: "names of people, organisations and places, exact spans",
  async run() {
    const language = await loadLanguageModel();
    const names = await loadNamesModel();
    const split = process.env["ONRECORD_TEST"] === "1" ? "test" : "dev";
    const measures: Measure[] = [];
    const gold: number[] = [];
    for (const [set, documents] of Object.entries(readMeasuredNames(split))) {
      const score = scoreNames(documents, language, names);
      if (!set.includes("silver")) gold.push(f1(score));
      measures.push(
        { what: `${set} ${split}: F1`, figure: f1(score).toFixed(1), required: "" },
        { what: `${set} ${split}: precision`, figure: ((100 * score.correct) / score.found).toFixed(1), required: "" },
        { what: `${set} ${split}: recall`, figure: ((100 * score.correct) / score.gold).toFixed(1), required: "" },
        ...MEASURED.map((label) => ({
          what: `${set} ${split}: F1 of ${label}`,
          figure: f1(scoreNames(documents, language, names, [label])).toFixed(1),
          required: "",
        })),
      );
    }
    const mean = gold.reduce((sum, value) => sum + value, 0) / gold.length;
    measures.push({ what: `mean F1 of the gold sets, ${split}`, figure: mean.toFixed(1), required: "74" });
    return [...measures, speed(language, names), size()];
  },
};

/** Median of several passes over silver news, words given. */
function speed(language: LanguageModel, names: NamesModel): Measure {
  const analysed = readMeasuredNames("dev")["PolNeAR silver"].map((document) => analyse(document, language));
  const characters = analysed.reduce((sum, { text }) => sum + text.length, 0);
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    for (const words of analysed) findNames(words, names);
    return (performance.now() - begin) / 1000;
  }).sort((a, b) => a - b);
  const rate = characters / times[2];
  return { what: "characters per second, this step alone", figure: `${Math.round(rate / 1000)} k`, required: "" };
}

function size(): Measure {
  const bytes = statSync(join(weightsFolder(), "names.bin")).size;
  return { what: "weights, compressed", figure: `${(bytes / 1024).toFixed(0)} KB`, required: "700 KB" };
}
