import type { Cue, VerbForm } from "./cues.ts";
import { reportingFrame } from "./lexicon/reporting-verbs.ts";
import {
  hasFiniteVerb,
  isCalendarWord,
  nounPhraseBefore,
  nounPhraseFrom,
  sentenceOf,
  type WordRange,
} from "./noun-phrases.ts";
import type { Passage, Prose } from "./prose.ts";
import { opensRelativeClause } from "./relative-clauses.ts";

/** Who reports, and the clause that says so. */
export interface Subject {
  readonly range: WordRange;
  /** First word of the reporting clause. */
  readonly clauseFirst: number;
  readonly clauseLast: number;
  readonly how: "before" | "inverted" | "shared";
}

/** What is known of the reports before: whoever reported last may go on without being named again. */
interface EarlierReport {
  readonly cue: Cue;
  readonly source: WordRange | null;
}

/** Finds the subject of a verb of reporting: before it, behind it, or the one it shares with the clause before. */
export function findSubject(
  prose: Prose,
  passage: Passage,
  cue: Cue,
  form: VerbForm,
  start: number,
  reports: readonly EarlierReport[],
): Subject | null {
  const inverted = invertedSubject(prose, passage, cue);
  if (
    inverted !== null &&
    (prose.quotation[cue.first - 1] !== -1 || subjectBefore(prose, form.first, passage.first) === null)
  )
    return inverted;
  const tag = prose.tag(cue.first);
  if (form.finite && tag !== "VBG") {
    const direct = subjectBefore(
      prose,
      form.first,
      Math.max(passage.first, start === passage.first ? start : passage.first),
    );
    if (direct !== null) return { range: direct.range, clauseFirst: direct.first, clauseLast: cue.last, how: "before" };
    return sharedSubject(prose, passage, form.first, reports);
  }
  if (
    tag === "VBG" &&
    form.first - 1 >= passage.first &&
    (/^(?:,|before|after|while)$/.test(prose.lower(form.first - 1)) || prose.quotation[form.first - 1] !== -1)
  ) {
    return sharedSubject(prose, passage, form.first, reports);
  }
  return null;
}

/** "…," said Ann Lee, the mayor. */
function invertedSubject(prose: Prose, passage: Passage, cue: Cue): Subject | null {
  const before = cue.first - 1;
  if (before < passage.first) return null;
  const tag = prose.tag(cue.first);
  if (!cue.byPlace && tag !== "VBD" && tag !== "VBZ" && tag !== "VBN" && tag !== "VBP") return null;
  const quoted = prose.quotation[before] !== -1 || (prose.tag(before) === "," && before > passage.first);
  if (!quoted || (prose.quotation[cue.last] !== -1 && cue.last < passage.last)) return null;
  const phrase = nounPhraseFrom(prose, cue.last, passage.last);
  if (phrase === null) return null;
  const head = prose.tag(phrase.first);
  if (prose.quotation[before] === -1 && !(prose.isProperNoun(phrase.first) || head === "DT" || head === "PRP"))
    return null;
  const next = phrase.last;
  if (next < passage.last && (prose.isFiniteVerb(next) || prose.tag(next) === "TO")) return null;
  if (!cue.frame!.behind) return null;
  const named = withApposition(prose, withoutCalendar(prose, phrase), passage.last, false);
  return { range: named.range, clauseFirst: cue.first, clauseLast: named.range.last, how: "inverted" };
}

/** "said Ann Lee on Monday": times and occasions are no part of the name. */
function withoutCalendar(prose: Prose, phrase: WordRange): WordRange {
  for (let word = phrase.first + 1; word < phrase.last; word++) {
    const preposition = prose.lower(word);
    if (
      prose.tag(word) === "IN" &&
      preposition !== "of" &&
      preposition !== "for" &&
      preposition !== "at" &&
      preposition !== "from" &&
      preposition !== "with" &&
      preposition !== "in"
    ) {
      return { first: phrase.first, last: word };
    }
    if (
      prose.tag(word) === "IN" &&
      (preposition === "in" || preposition === "at") &&
      /^(?:an?|the)$/.test(prose.lower(word + 1)) &&
      prose.tag(word + 2) === "NN"
    ) {
      return { first: phrase.first, last: word };
    }
  }
  return phrase;
}

/** The noun phrase before a verb, over an apposition or relative clause between commas. */
export function subjectBefore(prose: Prose, before: number, limit: number): { range: WordRange; first: number } | null {
  const verb = beforeTime(prose, before, limit);
  const direct = nounPhraseBefore(prose, verb, limit);
  const relative = subjectWithRelativeClause(prose, verb, limit);
  // "an engineer who knows the bridge said": what stands before the verb is the object of the relative clause
  const isObject =
    direct !== null &&
    relative !== null &&
    prose.isFiniteVerb(direct.first - 1) &&
    reportingFrame(prose.lemma(direct.first - 1))?.bareClause !== true;
  if (direct !== null && !isObject) return { range: direct, first: direct.first };
  if (relative !== null) return { range: relative, first: relative.first };
  if (verb - 1 <= limit || (prose.tag(verb - 1) !== "," && prose.form(verb - 1) !== ")")) return null;
  const closing = prose.form(verb - 1);
  const opening = closing === ")" ? "(" : ",";
  const modified = closing === "," ? subjectBeforeRelativeClause(prose, verb, limit) : null;
  if (modified !== null) return { range: { first: modified.first, last: verb - 1 }, first: modified.first };
  for (let word = verb - 2; word > limit && verb - word < 40; word--) {
    if (prose.quotation[word] !== -1) return null;
    if (prose.form(word) !== opening || !isApposition(prose, word + 1)) continue;
    const named = nounPhraseBefore(prose, word, limit);
    if (named === null || (named.last - named.first === 1 && prose.tag(named.first) === "CD")) continue;
    return { range: { first: named.first, last: closing === ")" ? verb : verb - 1 }, first: named.first };
  }
  return null;
}

/** "The company today announced", "the mayor on Monday said": where what says when begins, or the verb itself. */
function beforeTime(prose: Prose, verb: number, limit: number): number {
  if (verb - 2 < limit || !isCalendarWord(prose, verb - 1)) return verb;
  if (prose.tag(verb - 2) !== "IN") return verb - 1;
  return prose.lower(verb - 2) === "on" && verb - 3 >= limit ? verb - 2 : verb;
}

/** "A driver, who asked not to be named, …": the noun before a relative clause between commas that ends right before `verb`. */
function subjectBeforeRelativeClause(prose: Prose, verb: number, limit: number): WordRange | null {
  let hasVerb = false;
  for (let word = verb - 2; word > limit + 1 && verb - word < 40; word--) {
    if (prose.quotation[word] !== -1 || /^[.:]$/.test(prose.tag(word))) return null;
    if (hasVerb && opensRelativeClause(prose, word)) return nounPhraseBefore(prose, word - 1, limit);
    if (prose.isFiniteVerb(word)) hasVerb = true;
  }
  return null;
}

/** "An engineer who worked at the dam": the relative clause stands between the noun and its verb. */
function subjectWithRelativeClause(prose: Prose, verb: number, limit: number): WordRange | null {
  let verbs = 0;
  for (let word = verb - 1; word > limit && verb - word < 25; word--) {
    const tag = prose.tag(word);
    if (prose.quotation[word] !== -1 || tag === "," || tag === "." || tag === ":") return null;
    if (prose.isFiniteVerb(word)) verbs++;
    // "a letter sent to families": a participle stands for the relative clause
    if ((tag === "VBN" || tag === "VBG") && verbs === 0 && prose.isNoun(word - 1)) {
      const noun = nounPhraseBefore(prose, word, limit);
      const opens =
        noun !== null &&
        (noun.first === limit ||
          /^(?:,|:|``|''|CC|IN)$/.test(prose.tag(noun.first - 1)) ||
          prose.beginsSentence(noun.first));
      return noun !== null && opens ? { first: noun.first, last: verb } : null;
    }
    if (tag !== "WP" && tag !== "WDT" && prose.lower(word) !== "who") continue;
    const noun = verbs > 0 ? nounPhraseBefore(prose, word, limit) : null;
    return noun === null ? null : { first: noun.first, last: verb };
  }
  return null;
}

function isApposition(prose: Prose, word: number): boolean {
  const tag = prose.tag(word);
  return (
    tag === "DT" ||
    tag === "WP" ||
    tag === "WDT" ||
    tag === "WP$" ||
    tag === "PRP$" ||
    prose.isNoun(word) ||
    tag === "JJ" ||
    tag === "CD" ||
    tag === "VBG" ||
    tag === "VBN" ||
    tag === "RB" ||
    (tag === "IN" && prose.lower(word) === "of")
  );
}

/** The subject of the clause before: "He smiled and said", "…, adding that". */
function sharedSubject(
  prose: Prose,
  passage: Passage,
  verb: number,
  reports: readonly EarlierReport[],
): Subject | null {
  const before = verb - 1;
  if (before < passage.first) return null;
  const joined =
    /^(?:and|but|then|or|,|also|later|before|after|while)$/.test(prose.lower(before)) || prose.quotation[before] !== -1;
  if (!joined) return null;
  const last = reports[reports.length - 1];
  if (last?.source && sentenceOf(prose, last.cue.first).first === sentenceOf(prose, verb).first) {
    return { range: last.source, clauseFirst: verb, clauseLast: verb + 1, how: "shared" };
  }
  const sentence = sentenceOf(prose, verb);
  for (let word = Math.max(sentence.first, passage.first); word < verb; word++) {
    if (prose.quotation[word] !== -1 || !prose.isFiniteVerb(word)) continue;
    const range = subjectBefore(prose, skipAdverbsBefore(prose, word), Math.max(sentence.first, passage.first))?.range;
    return range === undefined ? null : { range, clauseFirst: verb, clauseLast: verb + 1, how: "shared" };
  }
  return null;
}

function skipAdverbsBefore(prose: Prose, verb: number): number {
  let word = verb;
  while (word > 0 && prose.tag(word - 1) === "RB") word--;
  return word;
}

/** The phrase with the apposition or relative clause behind it, up to the comma that ends it. */
export function withApposition(
  prose: Prose,
  phrase: WordRange,
  limit: number,
  needsEnd: boolean,
): { range: WordRange } {
  const comma = phrase.last;
  if (
    comma + 1 >= limit ||
    prose.tag(comma) !== "," ||
    prose.quotation[comma + 1] !== -1 ||
    !isApposition(prose, comma + 1) ||
    prose.tag(comma + 1) === "VBG"
  )
    return { range: phrase };
  const relative = prose.tag(comma + 1) === "WP" || prose.tag(comma + 1) === "WDT" || prose.tag(comma + 1) === "WP$";
  for (let word = comma + 1; word < limit && word - comma < 30 && prose.quotation[word] === -1; word++) {
    const tag = prose.tag(word);
    if (tag === "," || tag === ".") {
      if (needsEnd && tag === "." && word - comma < 2) break;
      if (needsEnd && tag === ".")
        return prose.words.start[phrase.first] > 0 && !relative && hasFiniteVerb(prose, comma + 1, word)
          ? { range: phrase }
          : { range: { first: phrase.first, last: word } };
      return { range: { first: phrase.first, last: word } };
    }
    if (!relative && prose.isFiniteVerb(word)) return { range: phrase };
  }
  return { range: phrase };
}
