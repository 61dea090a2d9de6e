import type { Article } from "../model/index.ts";
import { wordSet } from "./lexicon/word-list.ts";
import type { Prose } from "./prose.ts";

/** The commonest words of English prose: about two of five words in any article. */
const FUNCTION_WORDS = wordSet(
  "the of and to in a is that for it as was with be by on not he i this are or his from at which but have an they had she her you were their we has said would will who been its more",
);
/** Below this share of them a text isn't English. */
const LEAST_SHARE = 0.15;
/** Words needed to tell. */
const FEWEST_WORDS = 40;
/** Words looked at. */
const SAMPLE = 2000;

/** A warning when a text isn't English prose: it is read all the same, and badly. */
export function languageWarning(prose: Prose, article: Article): string[] {
  let words = 0;
  let known = 0;
  for (let word = 0; word < prose.count && words < SAMPLE; word++) {
    const form = prose.lower(word);
    if (!/^\p{L}/u.test(form)) continue;
    words++;
    if (FUNCTION_WORDS.has(form)) known++;
  }
  if (words < FEWEST_WORDS || known >= words * LEAST_SHARE) return [];
  const declared = article.language.startsWith("en") ? "" : ` (the page says "${article.language}")`;
  return [
    `this doesn't look like English${declared}: On Record reads English prose only, so expect little and check it`,
  ];
}
