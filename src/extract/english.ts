import { guessLanguage, isEnglish } from "../language/index.ts";
import type { Article } from "../model/index.ts";
import type { Prose } from "./prose.ts";

const LANGUAGE_NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** A paragraph tells its language by itself from so many letters on. */
const FEWEST_LETTERS = 60;

/** Frequent words that only English has. */
const ENGLISH_WORDS =
  /\b(?:the|and|that|with|this|which|from|they|have|said|would|were|she|his|who|but|are|been|their|about|when|than|has|it|not)\b/g;
/** Where one of them stands among so many letters on average, nothing needs to be weighed. */
const LETTERS_BETWEEN = 60;

/** Whether frequent English words stand as close as only in English: most prose is settled by this glance. */
function isPlainlyEnglish(text: string): boolean {
  const found = text.match(ENGLISH_WORDS)?.length ?? 0;
  return found >= 3 && found * LETTERS_BETWEEN >= text.length;
}

/** A warning when a text isn't English prose, or some of its paragraphs aren't: they are read all the same, and badly. */
export function languageWarning(prose: Prose, article: Article): string[] {
  const { text } = prose.words;
  if (!isPlainlyEnglish(text) && !isEnglish(text)) {
    const declared = article.language.startsWith("en") ? "" : ` (the page says "${article.language}")`;
    return [
      `this doesn't look like English but like ${nameOf(text)}${declared}: On Record reads English prose only, so expect little and check it`,
    ];
  }
  const foreign = prose.blocks
    .filter(({ kind, start, end }) => kind === "paragraph" && end - start >= FEWEST_LETTERS)
    .map(({ start, end }) => text.slice(start, end))
    .filter((words) => !isPlainlyEnglish(words) && !isEnglish(words));
  if (foreign.length === 0) return [];
  const languages = [...new Set(foreign.map(nameOf))].join(", ");
  const paragraphs = foreign.length === 1 ? "a paragraph looks" : `${foreign.length} paragraphs look`;
  return [
    `${paragraphs} like ${languages} and not like English, which is all On Record reads: check what was found there`,
  ];
}

function nameOf(text: string): string {
  return LANGUAGE_NAMES.of(guessLanguage(text).language) ?? "another language";
}
