import { LANGUAGE_VERSION } from "../../language/model.ts";
import type { WeightArray } from "../../language/weights.ts";
import { Weights } from "../../language/weights.ts";
import type { Words } from "../../model/index.ts";
import { gumTreebank, progress, silverTreebank } from "../lib/index.ts";
import { jackknifeTags } from "./tagging.ts";
import { trainLemmatiser } from "./train-lemmatiser.ts";
import { PARSER_SETTINGS, type ParserSettings, trainParser } from "./train-parser.ts";
import { TAGGER_SETTINGS, type TaggerSettings, trainTagger } from "./train-tagger.ts";

export interface LanguageSettings {
  readonly tagger: TaggerSettings;
  readonly parser: ParserSettings;
  /** The tagger of the folds that give the parser's training realistic tags. */
  readonly foldTagger: TaggerSettings;
  readonly foldCount: number;
  /** How much more a word of the gold corpus counts for lemmas than one of the silver corpus. */
  readonly goldLemmaWeight: number;
}

export const LANGUAGE_SETTINGS: LanguageSettings = {
  tagger: TAGGER_SETTINGS,
  parser: PARSER_SETTINGS,
  foldTagger: { ...TAGGER_SETTINGS, epochs: 3 },
  foldCount: 4,
  goldLemmaWeight: 8,
};

/** The treebanks that the language model learns from. */
export interface LanguageCorpora {
  readonly silver: readonly Words[];
  readonly gold: readonly Words[];
}

/** The training parts that may ship, without the articles of `except`. */
export function readLanguageCorpora(except: ReadonlySet<string> = new Set()): LanguageCorpora {
  return {
    silver: silverTreebank("train")
      .filter(({ id }) => !except.has(id))
      .map(({ words }) => words),
    gold: gumTreebank("train").map(({ words }) => words),
  };
}

/** Trains tagger, lemmatiser and parser. */
export function trainLanguage(corpora: LanguageCorpora, settings: LanguageSettings = LANGUAGE_SETTINGS): Weights {
  const { silver, gold } = corpora;
  const all = [...silver, ...gold];
  const arrays: [string, WeightArray][] = [];
  arrays.push(...trainTagger(all, settings.tagger));
  progress("lemmatiser");
  arrays.push(
    ...trainLemmatiser([
      ...silver.map((words) => ({ words, weight: 1 })),
      ...gold.map((words) => ({ words, weight: settings.goldLemmaWeight })),
    ]),
  );
  const tags = jackknifeTags(all, settings.foldCount, settings.foldTagger);
  const documents = all.map((words) => ({ words, tags: tags.get(words) ?? words.tag }));
  arrays.push(...trainParser(documents, settings.parser));
  return new Weights("language", LANGUAGE_VERSION, arrays);
}
