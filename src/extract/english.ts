import { guessLanguage, isEnglish } from "../language/index.ts";
import type { Article } from "../model/index.ts";
import type { Prose } from "./prose.ts";

const LANGUAGE_NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** A warning when a text isn't English prose: it is read all the same, and badly. */
export function languageWarning(prose: Prose, article: Article): string[] {
  const { text } = prose.words;
  if (isEnglish(text)) return [];
  const found = LANGUAGE_NAMES.of(guessLanguage(text).language);
  const declared = article.language.startsWith("en") ? "" : ` (the page says "${article.language}")`;
  return [
    `this doesn't look like English but like ${found}${declared}: On Record reads English prose only, so expect little and check it`,
  ];
}
