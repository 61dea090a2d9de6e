import { statSync } from "node:fs";
import { join } from "node:path";
import { analyse, type LanguageModel, loadLanguageModel } from "../../language/index.ts";
import type { Evaluation, Measure } from "../evaluations.ts";
import {
  blocksOfLines,
  gumTreebank,
  readPolnear,
  silverTreebank,
  type TreebankDocument,
  weightsFolder,
} from "../lib/index.ts";
import { scoreParsing, scoreSplitting, scoreTagging } from "./measure.ts";

/** Tagging, lemmas and trees over given tokens, tokens and sentences over raw text, speed and size. */
export const languageEvaluation: Evaluation = {
  name: "language",
  about: "tokens, parts of speech, dictionary forms, trees (gold: GUM dev; silver: PolNeAR dev, annotated by machine)",
  async run() {
    const model = await loadLanguageModel();
    const gold = gumTreebank("dev", true);
    const learnt = gumTreebank("dev");
    const silver = silverTreebank("dev");
    return [
      ...accuracy("GUM dev, all genres", gold, model, { tags: "95.5 %", heads: "" }),
      ...accuracy("GUM dev, genres learnt from", learnt, model, { tags: "", heads: "" }),
      ...accuracy("silver news dev", silver, model, { tags: "", heads: "84 %" }),
      ...speed(model),
      size(),
    ];
  },
};

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

function accuracy(
  name: string,
  documents: readonly TreebankDocument[],
  model: LanguageModel,
  required: { readonly tags: string; readonly heads: string },
): Measure[] {
  const words = documents.map((document) => document.words);
  const tagging = scoreTagging(words, model);
  const parsing = scoreParsing(words, model);
  const splitting = scoreSplitting(words);
  return [
    { what: `${name}: tags`, figure: percent(tagging.tags), required: required.tags },
    { what: `${name}: lemmas`, figure: percent(tagging.lemmas), required: "" },
    { what: `${name}: heads, all tokens`, figure: percent(parsing.unlabelled), required: "" },
    { what: `${name}: heads and relations, all tokens`, figure: percent(parsing.labelled), required: "" },
    { what: `${name}: heads, without punctuation`, figure: percent(parsing.unlabelledWords), required: required.heads },
    { what: `${name}: heads and relations, without punctuation`, figure: percent(parsing.labelledWords), required: "" },
    { what: `${name}: tokens (F1)`, figure: percent(splitting.tokens), required: "" },
    { what: `${name}: sentences (F1)`, figure: percent(splitting.sentences), required: "" },
  ];
}

/** Median tokens per second over PolNeAR's development articles, tokenising included. */
function speed(model: LanguageModel): Measure[] {
  const articles = readPolnear("dev").map(({ text }) => ({ text, blocks: blocksOfLines(text) }));
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  const rate = (parse: boolean) => {
    const times = Array.from({ length: 7 }, () => {
      const begin = performance.now();
      let count = 0;
      for (const article of articles) count += analyse(article, model, { parse }).count;
      return (performance.now() - begin) / 1000 / count;
    });
    return 1 / times.sort((a, b) => a - b)[3];
  };
  const tokens = articles.reduce((sum, article) => sum + analyse(article, model).count, 0);
  const thousands = (n: number) => `${Math.round(n / 1000)} k`;
  const tagged = rate(false);
  const parsed = rate(true);
  return [
    { what: "tokens per second, without trees", figure: thousands(tagged), required: "200 k" },
    { what: "tokens per second, trees alone", figure: thousands(1 / (1 / parsed - 1 / tagged)), required: "50 k" },
    {
      what: "characters per second, trees of all sentences",
      figure: thousands((parsed * characters) / tokens),
      required: "",
    },
  ];
}

function size(): Measure {
  const bytes = statSync(join(weightsFolder(), "language.bin")).size;
  return { what: "weights, compressed", figure: `${(bytes / 2 ** 20).toFixed(2)} MB`, required: "1.5 MB" };
}
