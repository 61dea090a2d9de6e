import type { MentionCandidate } from "../mentions.ts";
import type { Prose } from "../prose.ts";
import { followedByPossessive } from "./antecedent.ts";
import { wordHash } from "./senses.ts";

export const isPreposition = (prose: Prose, word: number) => prose.tag(word) === "IN" || prose.tag(word) === "TO";

/** The word that governs a mention from before it: a verb or a preposition; 0 where there is none. */
export function governorOf(prose: Prose, { first, sentence }: MentionCandidate): number {
  const word = first - 1;
  if (word < 0 || prose.words.sentence[word] !== sentence) return 0;
  return prose.tag(word).startsWith("VB") || isPreposition(prose, word) ? wordHash(prose.lemma(word)) : 0;
}

/**
 * What a mention is in its clause by the words around it: 0 its subject, 1 the same over more words ("the family of Ann
 * Lee"), 2 an object, 3 behind a preposition, 4 behind "of", 5 an owner, 6 what opens the sentence, 7 anything else.
 */
export function clauseRoleOf(prose: Prose, mention: MentionCandidate): number {
  const { first, last, sentence, subject } = mention;
  if (followedByPossessive(prose, mention) || (prose.tag(first) === "PRP$" && last === first + 1)) return 5;
  const before = first - 1;
  const isInside = before >= 0 && prose.words.sentence[before] === sentence;
  if (isInside && prose.lower(before) === "of") return 4;
  if (isInside && isPreposition(prose, before) && !subject) return 3;
  if (subject) return 0;
  if (isInside && prose.tag(before).startsWith("VB")) return 2;
  for (let word = last; word < prose.count && word < last + 12 && prose.words.sentence[word] === sentence; word++) {
    if (prose.isFiniteVerb(word)) return 1;
    const tag = prose.tag(word);
    if (tag === "," || tag === ":" || tag === "CC" || tag === "PRP") break;
  }
  return isInside ? 7 : 6;
}

/** The verb right behind a mention, over adverbs and auxiliaries; 0 where there is none. */
export function verbBehind(prose: Prose, { last, sentence }: MentionCandidate): number {
  let verb = 0;
  for (let word = last; word < prose.count && word < last + 4 && prose.words.sentence[word] === sentence; word++) {
    const tag = prose.tag(word);
    if (tag.startsWith("VB") || tag === "MD") verb = wordHash(prose.lemma(word));
    else if (tag !== "RB") break;
  }
  return verb;
}
