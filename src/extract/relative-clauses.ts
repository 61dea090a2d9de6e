import type { WordRange } from "./noun-phrases.ts";
import type { Passage, Prose } from "./prose.ts";

/** No relative clause between commas is longer, in words: bounds the cost of sentences without end. */
const LONGEST_CLAUSE = 40;

/**
 * The relative clauses of a passage that stand between commas before the verb they interrupt, without their commas: "An
 * engineer, [who left because he was tired], said". In reading order; none lies in another.
 */
export function findRelativeClauses(prose: Prose, passage: Passage): WordRange[] {
  const found: WordRange[] = [];
  for (let word = passage.first + 2; word < passage.last; word++) {
    if (!opensRelativeClause(prose, word)) continue;
    const end = relativeClauseEnd(prose, word, passage.last);
    if (end === null) continue;
    found.push({ first: word, last: end });
    word = end;
  }
  return found;
}

/** Whether a relative clause between commas begins at `word`: ", who". */
export function opensRelativeClause(prose: Prose, word: number): boolean {
  return (
    word > 1 &&
    prose.tag(word - 1) === "," &&
    prose.quotation[word] === -1 &&
    (/^W(?:P|DT|P\$)$/.test(prose.tag(word)) || /^(?:who|whose|which)$/.test(prose.lower(word))) &&
    (prose.isNoun(word - 2) || prose.tag(word - 2) === "CD" || prose.tag(word - 2) === "DT")
  );
}

/** The comma that ends the clause, right before the verb of the clause around it; null where none does. */
function relativeClauseEnd(prose: Prose, first: number, limit: number): number | null {
  const sentence = prose.words.sentence[first];
  let hasVerb = false;
  for (let word = first + 1; word + 1 < limit && word - first < LONGEST_CLAUSE; word++) {
    if (prose.words.sentence[word] !== sentence || prose.quotation[word] !== -1) return null;
    if (prose.isFiniteVerb(word)) hasVerb = true;
    if (prose.tag(word) === "," && hasVerb && predicateBegins(prose, word + 1, limit)) return word;
  }
  return null;
}

function predicateBegins(prose: Prose, word: number, limit: number): boolean {
  const verb = prose.tag(word) === "RB" && word + 1 < limit ? word + 1 : word;
  return prose.isFiniteVerb(verb) && prose.quotation[verb] === -1;
}
