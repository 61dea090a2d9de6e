import { MONTH_PATTERN, WEEKDAY_PATTERN } from "../ingest/index.ts";
import type { Prose } from "./prose.ts";

/** A range of words, end-exclusive. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

/** Longer phrases than this are no names of sources, in words. */
const LONGEST_PHRASE = 45;

const CALENDAR_WORD = new RegExp(`^(?:${WEEKDAY_PATTERN}|${MONTH_PATTERN}|yesterday|today|tomorrow|tonight)$`, "i");
const PHRASE_PREPOSITIONS = new Set([
  "of",
  "for",
  "at",
  "from",
  "in",
  "with",
  "on",
  "to",
  "by",
  "about",
  "under",
  "against",
  "near",
  "within",
  "between",
  "among",
  "behind",
  "outside",
]);

/** Whether a word names a day or month, which ends a phrase that doesn't begin with it. */
export function isCalendarWord(prose: Prose, word: number): boolean {
  return CALENDAR_WORD.test(prose.form(word));
}

/** Whether a word can be part of a noun phrase without its prepositions. */
export function isNominalWord(prose: Prose, word: number): boolean {
  switch (prose.tag(word)) {
    case "NN":
    case "NNS":
    case "NNP":
    case "NNPS":
    case "JJ":
    case "JJR":
    case "JJS":
    case "DT":
    case "PDT":
    case "PRP$":
    case "CD":
    case "POS":
    case "$":
    case "#":
    case "FW":
    case "HYPH":
    case "AFX":
      return true;
    case "VBN":
    case "VBG":
      return false;
    case "SYM":
      return prose.form(word) === "&" || prose.form(word) === "/";
    case "CC":
      return prose.form(word) === "&";
    default:
      return false;
  }
}

function isPhrasePreposition(prose: Prose, word: number): boolean {
  const tag = prose.tag(word);
  return (tag === "IN" || tag === "TO") && PHRASE_PREPOSITIONS.has(prose.lower(word));
}

const isHeadTag = (prose: Prose, word: number): boolean => {
  const tag = prose.tag(word);
  return prose.isNoun(word) || tag === "CD" || tag === "PRP" || tag === "DT" || tag === "JJ" || tag === "JJS";
};

/**
 * The noun phrase, prepositional phrases and all, that ends right before `end`: the subject of a verb there. Null where
 * there is none. It doesn't begin before `limit`.
 */
export function nounPhraseBefore(prose: Prose, end: number, limit: number): WordRange | null {
  const last = end;
  if (last <= limit || !(isHeadTag(prose, last - 1) || prose.tag(last - 1) === "POS")) return null;
  if (prose.tag(last - 1) === "PRP" || prose.tag(last - 1) === "EX") return { first: last - 1, last };
  let first = last;
  while (first > limit && last - first < LONGEST_PHRASE) {
    const word = first - 1;
    if (prose.quotation[word] !== -1) break;
    if (isNominalWord(prose, word)) {
      if (isCalendarWord(prose, word) && first < last && !prose.isProperNoun(first)) break;
      first = word;
    } else if (
      first < last &&
      isPhrasePreposition(prose, word) &&
      word > limit &&
      isHeadTag(prose, word - 1) &&
      prose.quotation[word - 1] === -1
    )
      first = word;
    else if (first < last && joinsNouns(prose, word, limit)) first = word;
    else if (first < last && isModifierVerb(prose, word) && word > limit) first = word;
    else break;
  }
  first = withoutLeadingPhrase(prose, first, last, limit);
  return first < last && hasHead(prose, first, last) ? { first, last } : null;
}

/** "the proposed", "a leading": a participle between determiner and noun. */
function isModifierVerb(prose: Prose, word: number): boolean {
  const tag = prose.tag(word);
  if (tag !== "VBN" && tag !== "VBG") return false;
  const before = word > 0 ? prose.tag(word - 1) : ".";
  return before === "DT" || before === "PRP$" || before === "JJ" || before === "POS" || before === "CD";
}

function joinsNouns(prose: Prose, word: number, limit: number): boolean {
  const form = prose.lower(word);
  return (
    (form === "and" || form === "or") && word > limit && isHeadTag(prose, word - 1) && prose.quotation[word - 1] === -1
  );
}

function hasHead(prose: Prose, first: number, last: number): boolean {
  for (let word = first; word < last; word++) if (isHeadTag(prose, word)) return true;
  return false;
}

/** "In a statement Smith": what a sentence-initial preposition governs is no part of the phrase behind it. */
function withoutLeadingPhrase(prose: Prose, first: number, last: number, limit: number): number {
  let start = first;
  const before = start - 1;
  const governed = before >= limit && (prose.tag(before) === "IN" || prose.tag(before) === "TO");
  if (!governed) {
    // a phrase can't begin with a preposition, a clitic or a bare date
    while (
      start < last &&
      (isPhrasePreposition(prose, start) ||
        prose.tag(start) === "POS" ||
        (isCalendarWord(prose, start) && start + 1 < last && prose.tag(start + 1) !== "POS"))
    )
      start++;
    return start;
  }
  for (let word = start + 1; word < last; word++) {
    const opens =
      prose.tag(word) === "DT" ||
      prose.tag(word) === "PRP$" ||
      (prose.isProperNoun(word) && !prose.isProperNoun(word - 1));
    if (opens && prose.isNoun(word - 1) && !isPhrasePreposition(prose, word - 1)) return word;
    if (opens && isCalendarWord(prose, word - 1)) return word;
  }
  return prose.lower(before) === "that" || (prose.tag(before) === "IN" && CONJUNCTIONS.has(prose.lower(before)))
    ? start
    : last;
}

/** Subordinating words the tagger calls IN: the phrase behind them is a subject. */
const CONJUNCTIONS = new Set([
  "that",
  "as",
  "because",
  "while",
  "although",
  "though",
  "if",
  "since",
  "after",
  "before",
  "when",
  "whereas",
  "until",
  "unless",
  "once",
]);

/** The noun phrase that begins at `first`, with prepositional phrases, not beyond `limit`. Null where there is none. */
export function nounPhraseFrom(prose: Prose, first: number, limit: number): WordRange | null {
  if (first >= limit) return null;
  if (prose.tag(first) === "PRP") return { first, last: first + 1 };
  let last = first;
  while (last < limit && last - first < LONGEST_PHRASE && prose.quotation[last] === -1) {
    if (isNominalWord(prose, last)) {
      if (isCalendarWord(prose, last) && last > first && !prose.isProperNoun(last - 1)) break;
      last++;
    } else if (
      last > first &&
      isPhrasePreposition(prose, last) &&
      last + 1 < limit &&
      isNominalWord(prose, last + 1) &&
      !isCalendarWord(prose, last + 1) &&
      prose.tag(last + 1) !== "CD"
    )
      last++;
    else if (
      last > first &&
      (prose.lower(last) === "and" || prose.lower(last) === "or") &&
      last + 1 < limit &&
      isNominalWord(prose, last + 1) &&
      !startsClause(prose, last + 1, limit)
    )
      last++;
    else if (
      last > first - 1 &&
      (prose.tag(last) === "VBN" || prose.tag(last) === "VBG") &&
      last + 1 < limit &&
      isNominalWord(prose, last + 1) &&
      (last === first || isModifierVerb(prose, last))
    )
      last++;
    else break;
  }
  while (last > first && !isHeadTag(prose, last - 1) && prose.tag(last - 1) !== "POS") last--;
  return last > first && hasHead(prose, first, last) ? { first, last } : null;
}

/** At most so many words stand between the beginning of a clause and its verb. */
const LONGEST_SUBJECT = 40;

/** Whether a clause begins at `first`: a subject and its finite verb, perhaps with a phrase in front of them. */
export function startsClause(prose: Prose, first: number, limit: number): boolean {
  let nouns = 0;
  const end = Math.min(limit, first + LONGEST_SUBJECT);
  for (let word = first; word < end; word++) {
    const tag = prose.tag(word);
    if (prose.isFiniteVerb(word)) return nouns > 0;
    if (
      prose.isNoun(word) ||
      tag === "PRP" ||
      tag === "EX" ||
      tag === "CD" ||
      (tag === "DT" && word + 1 < end && prose.isFiniteVerb(word + 1)) ||
      tag === "VBG"
    )
      nouns++;
    else if (tag === "WDT" || tag === "WP" || tag === "TO" || tag === "``" || tag === "''" || tag === ":") {
      if (
        tag !== "``" &&
        tag !== "''" &&
        !(tag === "TO" && nouns > 0 && word + 1 < end && isNominalWord(prose, word + 1))
      )
        return false;
    } else if (tag === ",") {
      if (nouns === 0 || word - first > 12 || (word + 1 < end && prose.tag(word + 1) === "CC")) return false;
    } else if (tag === "." || tag === "VB") return false;
  }
  return false;
}

/** Whether a finite verb stands in a range of words. */
export function hasFiniteVerb(prose: Prose, first: number, last: number): boolean {
  for (let word = first; word < last; word++) if (prose.isFiniteVerb(word)) return true;
  return false;
}

/** The words of the sentence a word stands in. */
export function sentenceOf(prose: Prose, word: number): WordRange {
  const sentence = prose.words.sentence[word];
  return { first: prose.words.sentenceStart[sentence], last: prose.words.sentenceStart[sentence + 1] };
}
