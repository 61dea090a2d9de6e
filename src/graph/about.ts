import type { Mention, Span, Statement } from "../model/index.ts";

/** What may stand before the subject of a statement: opening marks and a few words that move the verb forward. */
const BEFORE =
  /^(?:[\s“„«»"‘'’]|``|'')*(?:(?:not only|only|neither|nor|never|so)\s+)?(?:(?:do|does|did|will|would|can|could|should|has|have|had|is|are|was|were)\s+)?(?:that\s+)?(?:the\s+)?$/i;
/** A finite auxiliary after the words: they are its subject. */
const AUXILIARY =
  /^\s+(?:(?:also|now|still|never|always|already|probably|certainly|clearly|simply|just)\s+)?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|hadn['’]t|won['’]t|wouldn['’]t|can['’]t|cannot|couldn['’]t|shouldn['’]t|doesn['’]t|don['’]t|didn['’]t)\b/i;
const INVERTED = /\b(?:do|does|did|will|would|can|could|should|has|have|had|is|are|was|were)\s+$/i;

/** Verbs of reporting that take a side on their object; the forms of each are made from its stem. */
const SUPPORTING = verbs("applaud back champion commend endors hail laud prais salut support uphold welcom");
const OPPOSING = verbs(
  "blast condemn criticis criticiz decri decry denounc deplor disapprov lambast oppos reject slam",
);
/** What turns a side round, or takes it back. */
const DOUBTFUL = /\b(?:not|never|no|neither|nor|hardly|refus\w+|declin\w+|fail\w+)\b|n['’]t\b/i;

function verbs(stems: string): RegExp {
  return new RegExp(`\\b(?:${stems.replaceAll(" ", "|")})(?:e|es|s|ed|ing|ies|ied)?\\b`, "i");
}

/** What a statement is about, with the words that show it. */
export interface About<M extends Mention> {
  readonly mention: M;
  /** Absent where the words take no side. */
  readonly stance?: "support" | "oppose";
  readonly evidence: Span;
}

/** What a statement is about, where its words leave no doubt; null where that can't be seen. */
export function findAbout<M extends Mention>(
  text: string,
  statement: Statement,
  inside: readonly M[],
): About<M> | null {
  const begin = statement.content[0];
  const first = inside[0];
  if (!begin || !first || first.entity === statement.speaker) return null;
  return findObject(text, statement, begin, first) ?? findSubject(text, begin, first);
}

/** "the union **condemned** the closure of **the mill**" says nothing of the mill, "condemned **the mill**" does, and a side. */
function findObject<M extends Mention>(text: string, { cue }: Statement, begin: Span, first: M): About<M> | null {
  const verb = cue.at(-1);
  if (verb === undefined || verb.end > begin.start || begin.start - verb.end > 2) return null;
  const reporting = text.slice(cue[0].start, verb.end);
  const stance = SUPPORTING.test(reporting) ? "support" : OPPOSING.test(reporting) ? "oppose" : null;
  if (stance === null || DOUBTFUL.test(text.slice(Math.max(0, cue[0].start - 30), verb.end))) return null;
  const before = text.slice(begin.start, first.start);
  const after = text.slice(first.end, begin.end);
  // Only an article and adjectives may stand before it, and it may own nothing
  if (
    !/^(?:the|a|an|this|its|their|his|her)?\s*(?:[\p{Ll}-]+\s+){0,2}$/iu.test(before) ||
    /\b(?:of|for|to|in|on|by|with)\b/.test(before)
  )
    return null;
  if (/^(?:['’]s?\b|\s*['’]\s)/.test(after)) return null;
  return { mention: first, stance, evidence: { start: cue[0].start, end: first.end } };
}

/**
 * The mention the content begins with, when an auxiliary verb shows it to be the subject of the clause ("the plan will …", "Not only
 * does the plan …"). The grammatical subject in first place is the theme of an English clause (Halliday 1967).
 */
function findSubject<M extends Mention>(text: string, begin: Span, first: M): About<M> | null {
  // "It is time …": as often as not "it" stands for nothing
  if (first.form === "pronoun" && /^it$/i.test(text.slice(first.start, first.end))) return null;
  // In reading order the longest mention of a place comes first
  const before = text.slice(begin.start, first.start);
  if (before.length > 40 || !BEFORE.test(before)) return null;
  const after = text.slice(first.end, Math.min(begin.end, first.end + 40));
  const shown = AUXILIARY.test(after) || INVERTED.test(before);
  return shown ? { mention: first, evidence: { start: first.start, end: first.end } } : null;
}
