import { LANGUAGE_VERSION } from "../../language/model.ts";
import type { WeightArray } from "../../language/weights.ts";
import { Weights } from "../../language/weights.ts";
import type { Words } from "../../model/index.ts";
import { gumTreebank, progress, silverTreebank, type TreebankDocument } from "../lib/index.ts";
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
  /** How often a gold document is shown for each time a silver one is: to the tagger, to the parser, for lemmas. */
  readonly goldWeight: { readonly tagger: number; readonly parser: number; readonly lemmatiser: number };
}

export const LANGUAGE_SETTINGS: LanguageSettings = {
  tagger: TAGGER_SETTINGS,
  parser: PARSER_SETTINGS,
  foldTagger: { ...TAGGER_SETTINGS, epochs: 3 },
  foldCount: 4,
  goldWeight: { tagger: 3, parser: 2, lemmatiser: 8 },
};

/** The treebanks that the language model learns from. */
export interface LanguageCorpora {
  readonly silver: readonly TreebankDocument[];
  readonly gold: readonly TreebankDocument[];
}

/** The training parts that may ship. */
export function readLanguageCorpora(): LanguageCorpora {
  return { silver: silverTreebank("train"), gold: gumTreebank("train") };
}

/** Trains tagger, lemmatiser and parser. */
export function trainLanguage(corpora: LanguageCorpora, settings: LanguageSettings = LANGUAGE_SETTINGS): Weights {
  const silver = corpora.silver.map(({ words }) => words);
  const gold = corpora.gold.map(({ words }) => words);
  const { goldWeight } = settings;
  const arrays: [string, WeightArray][] = [];
  arrays.push(...trainTagger(mixed(silver, gold, goldWeight.tagger), settings.tagger));
  progress("lemmatiser");
  arrays.push(
    ...trainLemmatiser([
      ...silver.map((words) => ({ words, weight: 1 })),
      ...gold.map((words) => ({ words, weight: goldWeight.lemmatiser })),
    ]),
  );
  const tags = jackknifeTags([...silver, ...gold], settings.foldCount, settings.foldTagger);
  const documents = mixed(silver, gold, goldWeight.parser).map((words) => ({
    words,
    tags: tags.get(words) ?? words.tag,
  }));
  arrays.push(...trainParser(documents, settings.parser));
  return new Weights("language", LANGUAGE_VERSION, arrays);
}

function mixed(silver: readonly Words[], gold: readonly Words[], goldWeight: number): Words[] {
  return [...silver, ...Array.from({ length: goldWeight }, () => gold).flat()];
}
