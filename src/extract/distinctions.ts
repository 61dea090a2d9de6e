import type { MentionCandidate } from "./mentions.ts";
import type { Prose } from "./prose.ts";

/** Adjectives that make another office, or another holder, of the noun behind them. */
const OFFICES = new Set(
  "prime former ex deputy vice assistant associate acting interim foreign chief senior junior general federal local regional national new next previous other first second third".split(
    " ",
  ),
);

/**
 * The words before a description's noun that tell it from others of that noun: "prime" in "the prime minister", "Chinese" in
 * "the Chinese company". What only praises or ages ("the young lawyer") tells nothing.
 */
export function distinctionsOf(prose: Prose, { first, last, head }: MentionCandidate): string[] {
  let noun = last - 1;
  while (noun > first && prose.lemma(noun) !== head && prose.lower(noun) !== head) noun--;
  const found: string[] = [];
  for (let word = noun - 1; word >= first; word--) {
    const tag = prose.tag(word);
    if (tag === "POS" || tag === "PRP$" || tag === "DT") break;
    const isDistinct = prose.isNoun(word) || isCapitalised(prose, word) || OFFICES.has(prose.lower(word));
    if (isDistinct) found.push(prose.lower(word));
  }
  return found;
}

/** The noun of a description and what tells it from others. */
export function roleWordsOf(prose: Prose, mention: MentionCandidate): string[] {
  return [mention.head, ...distinctionsOf(prose, mention)];
}

/** Up to three words of the same sentence before a word. */
export function wordsBefore(prose: Prose, word: number): string[] {
  const sentence = prose.words.sentence[word];
  const before: string[] = [];
  for (let other = word - 1; other >= 0 && other >= word - 3 && prose.words.sentence[other] === sentence; other--) {
    before.push(prose.lower(other));
  }
  return before;
}

function isCapitalised(prose: Prose, word: number): boolean {
  return prose.tag(word).startsWith("JJ") && /^\p{Lu}/u.test(prose.form(word));
}
