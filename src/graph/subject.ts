import type { Mention, Span, Statement } from "../model/index.ts";

/** What may stand before the subject of a statement: opening marks and a few words that move the verb forward. */
const BEFORE =
  /^(?:[\s“„«»"‘'’]|``|'')*(?:(?:not only|only|neither|nor|never|so)\s+)?(?:(?:do|does|did|will|would|can|could|should|has|have|had|is|are|was|were)\s+)?(?:that\s+)?$/i;
/** A finite auxiliary after the words: they are its subject. */
const AUXILIARY =
  /^\s+(?:(?:also|now|still|never|always|already|probably|certainly|clearly|simply|just)\s+)?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|hadn['’]t|won['’]t|wouldn['’]t|can['’]t|cannot|couldn['’]t|shouldn['’]t|doesn['’]t|don['’]t|didn['’]t)\b/i;
const INVERTED = /\b(?:do|does|did|will|would|can|could|should|has|have|had|is|are|was|were)\s+$/i;

/**
 * What a statement is about, where its words leave no doubt: the mention its content begins with, when an auxiliary verb
 * shows it to be the subject of the clause ("the plan will …", "Not only does the plan …"). The grammatical subject in
 * first place is the theme of an English clause (Halliday 1967). Null where that can't be seen.
 */
export function findSubject<M extends Mention>(text: string, statement: Statement, inside: readonly M[]): M | null {
  const begin = statement.content[0];
  if (!begin) return null;
  const first = inside[0];
  if (!first || first.entity === statement.speaker) return null;
  // "It is time …": as often as not "it" stands for nothing
  if (first.form === "pronoun" && /^it$/i.test(text.slice(first.start, first.end))) return null;
  // In reading order the longest mention of a place comes first
  const before = text.slice(begin.start, first.start);
  if (before.length > 40 || !BEFORE.test(before)) return null;
  const after = text.slice(first.end, endOf(begin, first));
  return AUXILIARY.test(after) || INVERTED.test(before) ? first : null;
}

function endOf(span: Span, mention: Span): number {
  return Math.min(span.end, mention.end + 40);
}
