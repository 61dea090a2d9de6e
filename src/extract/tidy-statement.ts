import { covers, overlaps, type Span } from "../model/index.ts";
import { DOCUMENT_NOUNS } from "./lexicon/documents.ts";
import { ISSUING_VERBS } from "./lexicon/reporting-verbs.ts";
import { wordOf } from "./name-index.ts";
import { isCalendarWord, type WordRange } from "./noun-phrases.ts";
import type { Prose } from "./prose.ts";
import { subjectBefore } from "./reporting-subject.ts";
import type { StatementCandidate } from "./statement-candidate.ts";
import { isWorded } from "./statements-model/propose.ts";

/** Verbs of which the passive's subject is whom something is said to. */
const ADDRESSING = /^(?:tell|ask|inform|advise|warn|order|urge|assure|notify)$/;
const QUESTIONING = /^(?:ask|press|question|quiz|grill|challenge)$/;

function wordsOf(prose: Prose, span: Span): WordRange {
  return { first: wordOf(prose, span.start), last: prose.wordAt(span.end) };
}

/** The last word of the cue, -1 where there is none. */
function verbOf(prose: Prose, { cue }: StatementCandidate): number {
  const span = cue[cue.length - 1];
  const word = span === undefined ? -1 : wordOf(prose, span.end - 1);
  return word < prose.count ? word : -1;
}

/**
 * Whether a question is only put to somebody: "Asked whether it was safe, Lee …" and "Lee, asked about the bridge, said …".
 * Nobody is named who asks. "Asked by the judge why …" has somebody who does.
 */
export function isQuestionPut(prose: Prose, { cue, source, content }: StatementCandidate): boolean {
  const first = cue[0];
  const verb = first === undefined ? prose.count : wordOf(prose, first.start);
  if (verb + 1 >= prose.count || !QUESTIONING.test(prose.lemma(verb)) || content[0].start < first.start) return false;
  if (!/^VB[ND]$/.test(prose.tag(verb)) || !(prose.beginsSentence(verb) || interrupts(prose, verb, content)))
    return false;
  const asker = source[0] === undefined ? prose.count : wordOf(prose, source[0].start);
  return !(asker < prose.count && asker > verb && prose.lower(asker - 1) === "by");
}

/**
 * Whether the cue only issues a document that its content names: "the ministry issued a plan for the harbour" ties the
 * ministry to the plan (ISSUED), and says nothing of what the plan says.
 */
export function isIssuedDocument(prose: Prose, candidate: StatementCandidate): boolean {
  if (candidate.cue.some((span) => issuesDocument(prose, wordsOf(prose, span)))) return true;
  const verb = verbOf(prose, candidate);
  const { first, last } = wordsOf(prose, candidate.content[0]);
  if (verb === -1 || first <= verb || !ISSUING_VERBS.has(prose.lemma(verb))) return false;
  let head = -1;
  for (let word = first; word < last && prose.quotation[word] === -1; word++) {
    if (!/^(?:DT|PRP\$|POS|CD|JJ|NN)/.test(prose.tag(word))) break;
    if (prose.tag(word).startsWith("NN")) head = word;
  }
  return head !== -1 && DOCUMENT_NOUNS.has(prose.lemma(head));
}

/** "Issued a plan on Monday for": the document stands in the cue itself, and a preposition leads to what it is for. */
function issuesDocument(prose: Prose, { first, last }: WordRange): boolean {
  if (!ISSUING_VERBS.has(prose.lemma(first)) || prose.tag(last - 1) !== "IN") return false;
  for (let word = first + 1; word < last; word++) if (DOCUMENT_NOUNS.has(prose.lemma(word))) return true;
  return false;
}

/** Without whom it was said to, which is no part of what was said: "asked the president to send troops". */
export function withoutAddressee(
  prose: Prose,
  candidate: StatementCandidate,
  rule: StatementCandidate | null,
): StatementCandidate {
  const [head, ...rest] = candidate.content;
  const addressee = rule?.addressee ?? null;
  if (addressee === null || addressee.start > head.start || addressee.end <= head.start) return candidate;
  const next = prose.wordAt(addressee.end);
  if (next >= prose.count || prose.words.start[next] >= head.end) return candidate;
  return { ...candidate, addressee, content: [{ start: prose.words.start[next], end: head.end }, ...rest] };
}

/** ", asked about the bridge, said": a participle and what hangs on it, between a subject and its verb. */
function interrupts(prose: Prose, verb: number, content: readonly Span[]): boolean {
  if (verb === 0 || prose.tag(verb - 1) !== ",") return false;
  const next = prose.wordAt(content[content.length - 1].end);
  return next + 1 < prose.count && prose.tag(next) === "," && prose.isFiniteVerb(next + 1);
}

/** "who asked not to be named", "declined to be identified": a condition of the interview, nothing that was reported. */
export function isAnonymityRequest(prose: Prose, { cue, content }: StatementCandidate): boolean {
  const from = Math.min(cue[0]?.start ?? content[0].start, content[0].start);
  const words = prose.text.slice(from, Math.min(content[0].end, from + 80));
  return /^(?:(?:had|has|have)\s)?\p{L}+\s(?:(?:on (?:the )?condition of |for )?anonymity\b|(?:not )?to be (?:named|identified|quoted)\b)/iu.test(
    words,
  );
}

/**
 * The candidate with a source that can be one. The rules' stands where the reader gives none, only a relative clause ("who
 * worked there") or only what hangs on the head by a preposition ("a report commissioned by *the ministry*"); a day is no
 * source ("the company today announced"); of "residents were told that" the residents are whom it was said to; and a comma is nobody.
 */
export function withSoundSource(
  prose: Prose,
  proposed: StatementCandidate,
  rule: StatementCandidate | null,
): StatementCandidate {
  const source = proposed.source.filter((span) => isWorded(prose.text, span));
  const candidate = source.length === proposed.source.length ? proposed : { ...proposed, source };
  const first = candidate.source[0];
  const named = first ?? candidate.sharedSource ?? null;
  const other = rule?.source[0] ?? null;
  const isFree = (span: Span) => !candidate.content.some((part) => overlaps(part, span));
  if (other !== null && isFree(other) && (named === null || isPartOf(prose, named, other)))
    return { ...candidate, source: [other], sharedSource: null };
  if (named !== null && isCalendar(prose, named)) {
    const subject = subjectOf(prose, named);
    if (subject !== null && isFree(subject)) return { ...candidate, source: [subject], sharedSource: null };
  }
  // who stands behind the cue ("told by an official") isn't whom it was said to
  const isBehind = first !== undefined && candidate.cue.length > 0 && first.start > candidate.cue[0].start;
  if (first === undefined || isBehind || !isTold(prose, candidate)) return candidate;
  return { ...candidate, source: [], sharedSource: null, addressee: first };
}

/** Whether a source is only a relative pronoun, or hangs by a preposition on the head of the other one. */
function isPartOf(prose: Prose, source: Span, other: Span): boolean {
  const { first } = wordsOf(prose, source);
  if (/^(?:who|which|that)$/.test(prose.lower(first))) return true;
  return covers(other, source) && source.start > other.start && prose.tag(first - 1) === "IN";
}

function isCalendar(prose: Prose, source: Span): boolean {
  const { first, last } = wordsOf(prose, source);
  for (let word = first; word < last; word++) if (!isCalendarWord(prose, word)) return false;
  return last > first;
}

/** The subject of the verb an adverb of time stands before: "the company, a maker of pumps, *today* announced". */
function subjectOf(prose: Prose, time: Span): Span | null {
  const { first } = wordsOf(prose, time);
  const start = prose.words.sentenceStart[prose.words.sentence[first]];
  const subject = subjectBefore(prose, first, start);
  return subject === null ? null : prose.span(subject.range.first, subject.range.last);
}

/**
 * "Reporters were told by an official that talks had stalled": whom it was said to stands in front and is no part of what was said.
 * Where the rules read the same cue, who speaks is theirs too. Null where nothing else was said.
 */
export function withoutTold(
  prose: Prose,
  candidate: StatementCandidate,
  rule: StatementCandidate | null,
): StatementCandidate | null {
  const first = candidate.cue[0];
  if (first === undefined || !isTold(prose, candidate)) return candidate;
  const told = candidate.content.filter(({ end }) => end <= first.start);
  if (told.length === 0) return candidate;
  if (rule !== null && rule.source.length > 0 && rule.content.every(({ start }) => start >= first.end))
    return { ...candidate, content: rule.content, source: rule.source, sharedSource: null, addressee: rule.addressee };
  const content = candidate.content.filter(({ end }) => end > first.start);
  return content.length === 0 ? null : { ...candidate, content, addressee: candidate.addressee ?? told[0] };
}

/** "were told", "was asked", and at the end of a headline "jury told": passives of verbs that have an addressee. */
function isTold(prose: Prose, candidate: StatementCandidate): boolean {
  const verb = verbOf(prose, candidate);
  if (verb === -1 || !ADDRESSING.test(prose.lemma(verb))) return false;
  const block = prose.blocks[prose.words.sentenceBlock[prose.words.sentence[verb]]];
  const isLast = verb + 1 >= prose.count || prose.words.start[verb + 1] >= block.end;
  // headlines leave out "are": "Thousands told to leave"
  const hasNoObject = isLast || prose.lower(verb + 1) === "to";
  if (/title|heading/.test(block.kind) && hasNoObject && /^VB[ND]$/.test(prose.tag(verb))) return true;
  if (prose.tag(verb) !== "VBN") return false;
  for (let word = verb - 1; word >= 0 && word > verb - 4; word--) {
    if (prose.lemma(word) === "have") return false;
    if (prose.lemma(word) === "be") return true;
  }
  return false;
}

/** "The prime minister's spokesman: “…”": whose somebody is doesn't speak; who it is belongs to the source, not to the cue. */
export function withOwnedSource(prose: Prose, candidate: StatementCandidate): StatementCandidate {
  const { source, cue } = candidate;
  const owner = source[source.length - 1];
  if (owner === undefined || cue.length === 0) return candidate;
  const { first, last } = wordsOf(prose, cue[0]);
  if (prose.tag(first) !== "POS" || prose.words.start[first] !== owner.end || prose.form(last - 1) !== ":")
    return candidate;
  return {
    ...candidate,
    source: [...source.slice(0, -1), { start: owner.start, end: prose.words.end[last - 2] }],
    cue: [prose.span(last - 1, last), ...cue.slice(1)],
  };
}

/** Gives quotation marks at the edge of the source back to the quotation they end: French marks stand apart from its words. */
export function withTidyEdges(prose: Prose, candidate: StatementCandidate): StatementCandidate {
  let content = candidate.content;
  const source = candidate.source.flatMap((span): Span[] => {
    let { first, last } = wordsOf(prose, span);
    while (first < last && prose.isMark(first)) {
      content = content.map((part) => reachingTo(prose, part, first));
      first++;
    }
    while (last > first && prose.isMark(last - 1)) last--;
    if (first === last) return [];
    const tidy = prose.span(first, last);
    return [{ start: Math.max(span.start, tidy.start), end: Math.min(span.end, tidy.end) }];
  });
  return { ...candidate, content, source };
}

/** Content that ends within the quotation whose closing mark is at `mark`, with that mark. */
function reachingTo(prose: Prose, content: Span, mark: number): Span {
  const quotation = prose.quotations[prose.quotation[mark]];
  const closes = quotation !== undefined && quotation.end === prose.words.end[mark];
  const last = prose.wordAt(content.end) - 1;
  return closes && last >= 0 && prose.quotation[last] === prose.quotation[mark] && content.end < quotation.end
    ? { start: content.start, end: quotation.end }
    : content;
}

/**
 * The candidate without loose ends: a conjunction behind the content ("… and" before the next report), and behind the source the day
 * it stands beside ("the mayor *on Tuesday* said") or the beginning of a relative clause that goes on elsewhere.
 */
export function withoutLooseEnds(prose: Prose, candidate: StatementCandidate): StatementCandidate {
  const content = candidate.content.map((span) => cutBefore(prose, span, looseConjunction(prose, span)));
  const tidied = (span: Span) => cutBefore(prose, span, looseEnd(prose, wordsOf(prose, span)));
  const { sharedSource } = candidate;
  return {
    ...candidate,
    content,
    source: candidate.source.map(tidied),
    ...(sharedSource && { sharedSource: tidied(sharedSource) }),
  };
}

/** Most words that may be missing between two parts of a source. */
const WIDEST_GAP = 6;

/**
 * A source in one piece, where what parts it is neither cue nor content: "The study, *published on Tuesday by* the institute".
 */
export function withWholeSource(prose: Prose, candidate: StatementCandidate): StatementCandidate {
  const [first, second, ...rest] = candidate.source;
  if (second === undefined || rest.length > 0) return candidate;
  const gap = { start: first.end, end: second.start };
  const isFree = [...candidate.cue, ...candidate.content].every((span) => !overlaps(span, gap));
  const from = wordsOf(prose, first);
  const to = wordsOf(prose, second);
  const isNear =
    to.first - from.last <= WIDEST_GAP && prose.words.sentence[from.first] === prose.words.sentence[to.first];
  return isFree && isNear ? { ...candidate, source: [{ start: first.start, end: second.end }] } : candidate;
}

/** The span up to the word before `word`; the span itself where `word` is its end or nothing would be left. */
function cutBefore(prose: Prose, span: Span, word: number): Span {
  const { first, last } = wordsOf(prose, span);
  return word <= first || word >= last ? span : { start: span.start, end: prose.words.end[word - 1] };
}

function looseConjunction(prose: Prose, span: Span): number {
  const { first, last } = wordsOf(prose, span);
  let end = last;
  while (end - 1 > first && prose.quotation[end - 1] === -1 && /^(?:and|but|or)$/.test(prose.lower(end - 1))) end--;
  while (end < last && end - 1 > first && prose.form(end - 1) === "," && prose.quotation[end - 1] === -1) end--;
  return end;
}

/** Where what doesn't belong to the name of a source begins, or its end. */
function looseEnd(prose: Prose, { first, last }: WordRange): number {
  let hasVerb = false;
  for (let word = last - 2; word > first + 1; word--) {
    if (!hasVerb && prose.form(word - 1) === "," && /^(?:WP|WP\$|WDT)$/.test(prose.tag(word))) return word - 1;
    hasVerb ||= prose.isFiniteVerb(word);
  }
  let end = last;
  while (end - 1 > first && isCalendarWord(prose, end - 1)) end--;
  if (end < last && end - 1 > first && prose.lower(end - 1) === "on") end--;
  // a comma ends an apposition ("Lee, the mayor,") and is loose behind anything else
  const isApposed = prose.text.slice(prose.words.start[first], prose.words.start[end - 1]).includes(",");
  return end - 1 > first && prose.form(end - 1) === "," && !isApposed ? end - 1 : end;
}
