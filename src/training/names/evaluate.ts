import { statSync } from "node:fs";
import { join } from "node:path";
import {
  findNames,
  type LearntKind,
  loadNamesModel,
  type NamesModel,
  nameRecogniser,
} from "../../extract/names/index.ts";
import { Prose } from "../../extract/prose.ts";
import { findQuotations } from "../../extract/quotations.ts";
import { analyse, type LanguageModel, loadLanguageModel } from "../../language/index.ts";
import { type Article, covers, type Span } from "../../model/index.ts";
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
  correct: number;
  found: number;
  gold: number;
}

/** F1 in per cent. */
export function f1({ correct, found, gold }: NamesScore): number {
  return found + gold === 0 ? 0 : (200 * correct) / (found + gold);
}

/** Finds the names of a document. */
type Finder = (document: LabelledDocument) => readonly (Span & { readonly kind: string })[];

/** The trained recogniser alone. */
function trainedFinder(language: LanguageModel, names: NamesModel): Finder {
  return (document) => findNames(analyse(document, language), names);
}

/** The recogniser and the grammar together, as `readArticle` uses them; of names inside names the outermost. */
function readerFinder(language: LanguageModel, names: NamesModel): Finder {
  const recogniser = nameRecogniser(names);
  return ({ text, blocks }) => {
    const article: Article = {
      id: "",
      title: "",
      date: null,
      outlet: null,
      author: null,
      url: null,
      language: "en",
      text,
      blocks,
      sha256: "",
      warnings: [],
    };
    const prose = new Prose(article, analyse(article, language), findQuotations(text, blocks));
    const found = recogniser.findNames(prose, article).names;
    return found.filter(
      (name, i) => i === 0 || !found.slice(Math.max(0, i - 8), i).some((outer) => covers(outer, name)),
    );
  };
}

/** Exact spans of people, organisations and places: a name counts when both ends and the kind are those of the gold. */
export function scoreNames(
  documents: readonly LabelledDocument[],
  find: Finder,
): Readonly<Record<NameLabel | "all", NamesScore>> {
  const scores = { PER: emptyScore(), ORG: emptyScore(), LOC: emptyScore(), MISC: emptyScore(), all: emptyScore() };
  for (const document of documents) {
    const predicted = find(document);
    for (const label of MEASURED) {
      const gold = document.names.filter((name) => name.label === label);
      const wanted = new Set(gold.map(({ start, end }) => `${start}-${end}`));
      const given = predicted.filter(({ kind }) => kind === KIND_OF_LABEL[label]);
      const correct = given.filter(({ start, end }) => wanted.has(`${start}-${end}`)).length;
      for (const score of [scores[label], scores.all]) {
        score.correct += correct;
        score.found += given.length;
        score.gold += wanted.size;
      }
    }
  }
  return scores;
}

const emptyScore = (): NamesScore => ({ correct: 0, found: 0, gold: 0 });

/** The recogniser on the sets it was chosen on (dev); with ONRECORD_TEST=1 on those kept for the end. */
export const namesEvaluation: Evaluation = {
  name: "names",
  about: "names of people, organisations and places, exact spans",
  async run() {
    const language = await loadLanguageModel();
    const names = await loadNamesModel();
    const split = process.env["ONRECORD_TEST"] === "1" ? "test" : "dev";
    const finders: readonly (readonly [string, Finder])[] = [
      ["trained alone", trainedFinder(language, names)],
      ["with the grammar, as the reader uses it", readerFinder(language, names)],
    ];
    const sets = Object.entries(readMeasuredNames(split));
    const measures = finders.flatMap(([way, find]) => {
      const scores = sets.map(([set, documents]) => ({ set, score: scoreNames(documents, find) }));
      const gold = scores.filter(({ set }) => !set.includes("silver"));
      const mean = gold.reduce((sum, { score }) => sum + f1(score.all), 0) / gold.length;
      return [
        ...scores.map(({ set, score }) => row(`${set} ${split}, ${way}`, score)),
        { what: `mean of the gold sets, ${way}`, figure: mean.toFixed(1), required: "74" },
      ];
    });
    return [...measures, speed(language, names), size()];
  },
};

function row(what: string, score: Readonly<Record<NameLabel | "all", NamesScore>>): Measure {
  const { correct, found, gold } = score.all;
  const kinds = MEASURED.map((label) => `${label} ${f1(score[label]).toFixed(1)}`).join(", ");
  const precision = ((100 * correct) / found).toFixed(1);
  const recall = ((100 * correct) / gold).toFixed(1);
  return { what, figure: `F1 ${f1(score.all).toFixed(1)} (P ${precision}, R ${recall}; ${kinds})`, required: "" };
}

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
