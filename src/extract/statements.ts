import type { Span } from "../model/index.ts";
import { compareSpans, overlaps } from "../model/index.ts";
import { findReports } from "./attribution.ts";
import { headlineStatements } from "./headlines.ts";
import { PERSON_NOUNS } from "./lexicon/people.ts";
import { reportingFrame } from "./lexicon/reporting-verbs.ts";
import { nounPhraseFrom, sentenceOf } from "./noun-phrases.ts";
import type { Passage, Prose } from "./prose.ts";
import { subjectBefore } from "./reporting-subject.ts";
import { findLabelledBlocks, type LabelledBlock } from "./speaker-labels.ts";
import { joinSecondHalves } from "./split-quotations.ts";
import type { StatementCandidate } from "./statement-candidate.ts";

/**
 * The statements of an article by rules: what has a cue first, then what the blocks of an interview say, then quotations
 * that go on in another paragraph or follow in the same one, and at last quotations that float. In reading order.
 */
export function proposeStatements(prose: Prose): readonly StatementCandidate[] {
  const known = proposed.get(prose);
  if (known !== undefined) return known;
  const found = readByRules(prose);
  proposed.set(prose, found);
  return found;
}

/** What was found in a text: the trained reader asks for it, and what settles its statements asks again. */
const proposed = new WeakMap<Prose, readonly StatementCandidate[]>();

function readByRules(prose: Prose): StatementCandidate[] {
  const labelled = findLabelledBlocks(prose);
  const spoken = new Set(labelled.flatMap(({ block, said }) => said.map((_, index) => block + index)));
  const reports = prose.passages
    .filter(({ block }) => carriesStatements(prose, block) && !spoken.has(block))
    .flatMap((passage) => findReports(prose, passage));
  const reported = new Set(
    reports.flatMap(({ content }) => content.map(({ start }) => blockOf(prose, prose.wordAt(start)))),
  );
  const headlines = headlineStatements(prose).filter(
    ({ content }) => !reported.has(blockOf(prose, prose.wordAt(content[0].start))),
  );
  const cued = [...reports, ...headlines, ...labelledStatements(prose, labelled)].sort(byContent);
  return completeQuotations(prose, cued);
}

/**
 * Joins to each statement the paragraphs and sentences its quotation goes on in, and adds the quotations that float. What
 * comes in may be the rules' statements or a trained model's.
 */
export function completeQuotations(prose: Prose, candidates: readonly StatementCandidate[]): StatementCandidate[] {
  const continued = joinContinuations(prose, joinSecondHalves(prose, candidates));
  const joined = joinFollowing(prose, continued);
  return [...joined, ...floatingQuotations(prose, joined)].sort(byContent);
}

function byContent(a: StatementCandidate, b: StatementCandidate): number {
  return compareSpans(a.content[0], b.content[0]);
}

function carriesStatements(prose: Prose, block: number): boolean {
  const { kind } = prose.blocks[block];
  return kind === "paragraph" || kind === "heading" || kind === "title" || kind === "subtitle";
}

// --- interviews -----------------------------------------------------------------------------------------------------

function labelledStatements(prose: Prose, labelled: readonly LabelledBlock[]): StatementCandidate[] {
  return labelled.map(({ label, colon, said }) => ({
    content: said,
    cue: [colon],
    source: [label],
    addressee: null,
    floating: false,
    speech: true,
    confidence: 0.9,
    verbatim: true as const,
    why: {
      reason: `The paragraph begins with who speaks, “${prose.text.slice(label.start, label.end)}:”.`,
      rule: "speaker-label",
      runnerUp: null,
    },
  }));
}

// --- quotations that go on ------------------------------------------------------------------------------------------

/** The outermost quotations a span reaches into. */
function quotationsIn(prose: Prose, span: Span): number[] {
  const found: number[] = [];
  for (let word = prose.wordAt(span.start); word < prose.count && prose.words.start[word] < span.end; word++) {
    const quotation = prose.quotation[word];
    if (quotation !== -1 && found[found.length - 1] !== quotation) found.push(quotation);
  }
  return found;
}

/** Paragraphs that begin with a mark while the one before was left open belong to one statement. */
function joinContinuations(prose: Prose, candidates: readonly StatementCandidate[]): StatementCandidate[] {
  const next = new Map<number, number>();
  prose.quotations.forEach(({ continues, level }, index) => {
    if (continues !== -1 && level === 0) next.set(continues, index);
  });
  if (next.size === 0) return [...candidates];
  const owner = new Map<number, StatementCandidate>();
  const result: StatementCandidate[] = [];
  for (const candidate of candidates) {
    // what a label introduces ends with its paragraphs, however the marks go on
    if (candidate.verbatim) {
      result.push(candidate);
      continue;
    }
    const own = candidate.content.flatMap((span) => quotationsIn(prose, span));
    const chain = new Set<number>();
    for (const quotation of own) {
      for (
        let before = prose.quotations[quotation].continues;
        before !== -1;
        before = prose.quotations[before].continues
      )
        chain.add(before);
      for (let after = next.get(quotation); after !== undefined; after = next.get(after)) chain.add(after);
    }
    const taken = own.find((quotation) => owner.has(quotation));
    if (taken !== undefined && chain.size > 0) continue;
    const parts = [...chain]
      .filter((quotation) => !own.includes(quotation))
      .map((quotation) => prose.quotations[quotation]);
    const whole =
      parts.length === 0 ? candidate : { ...candidate, content: mergeContent([...candidate.content, ...parts]) };
    for (const quotation of [...own, ...chain]) owner.set(quotation, whole);
    result.push(whole);
  }
  return result;
}

function mergeContent(spans: readonly Span[]): Span[] {
  const sorted = spans.map(({ start, end }) => ({ start, end })).sort(compareSpans);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged[merged.length - 1];
    if (last !== undefined && overlaps(last, span))
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

/** `"…," she said. "…"`: a quotation that makes up the next sentence of the paragraph belongs to the same statement. */
function joinFollowing(prose: Prose, candidates: readonly StatementCandidate[]): StatementCandidate[] {
  const result = [...candidates];
  let current = -1;
  let next = 0;
  for (const passage of prose.passages) {
    const { start, end } = prose.span(passage.first, passage.last);
    const passageSpan = { start, end };
    let own = false;
    while (next < candidates.length && candidates[next].content[0].start < end) {
      if (overlaps(passageSpan, candidates[next].content[0])) own = true;
      current = next++;
    }
    if (own || current === -1) continue;
    const candidate = result[current];
    const whole = wholeQuotation(prose, passage);
    const before = passage.first - 1;
    const follows = whole !== null && before >= 0 && blockOf(prose, before) === passage.block && !candidate.verbatim;
    const last = candidate.content[candidate.content.length - 1];
    const direct = follows && candidate.cue.length > 0 && endsQuoted(prose, last) && reaches(prose, candidate, before);
    if (direct) result[current] = { ...candidate, content: mergeContent([...candidate.content, ...whole]) };
    else if (!candidate.content.some((span) => overlaps(span, passageSpan))) current = -1;
  }
  return result;
}

function blockOf(prose: Prose, word: number): number {
  return prose.words.sentenceBlock[prose.words.sentence[word]];
}

/** Whether content ends with a quotation. */
function endsQuoted(prose: Prose, span: Span): boolean {
  const last = prose.wordAt(span.end) - 1;
  return last >= 0 && prose.quotation[last] !== -1;
}

/** Whether the statement, its cue or source reaches into the sentence that ends with `word`. */
function reaches(prose: Prose, candidate: StatementCandidate, word: number): boolean {
  const sentence = prose.words.sentence[word];
  return [...candidate.content, ...candidate.cue].some((span) => {
    const last = prose.wordAt(span.end) - 1;
    return last >= 0 && prose.words.sentence[last] === sentence;
  });
}

/** The quotations a passage consists of, apart from white space and punctuation; null where other words stand in it. */
function wholeQuotation(prose: Prose, passage: Passage): Span[] | null {
  const spans: Span[] = [];
  for (let word = passage.first; word < passage.last; word++) {
    const quotation = prose.quotation[word];
    if (quotation === -1) {
      if (/[\p{L}\p{N}]/u.test(prose.form(word))) return null;
    } else if (spans[spans.length - 1] !== prose.quotations[quotation]) spans.push(prose.quotations[quotation]);
  }
  return spans.length === 0 ? null : spans.map(({ start, end }) => ({ start, end }));
}

// --- quotations without a cue ---------------------------------------------------------------------------------------

/** Quotations of at least so many words may be somebody's words although no cue says so. */
const FEWEST_WORDS = 3;

function floatingQuotations(prose: Prose, candidates: readonly StatementCandidate[]): StatementCandidate[] {
  const claimed = new Set(candidates.flatMap(({ content }) => content.flatMap((span) => quotationsIn(prose, span))));
  const found: StatementCandidate[] = [];
  let before = 0;
  for (const passage of prose.passages) {
    if (prose.blocks[passage.block].kind !== "paragraph") continue;
    while (before < candidates.length && candidates[before].content[0].start < prose.words.start[passage.first])
      before++;
    const first = firstQuotation(prose, passage);
    if (first === -1 || claimed.has(first)) continue;
    const candidate =
      dashAttribution(prose, passage, first) ??
      colonAttribution(prose, passage, first) ??
      floating(prose, passage, before > 0);
    if (
      candidate === null ||
      candidate.content.some((span) => quotationsIn(prose, span).some((quotation) => claimed.has(quotation)))
    )
      continue;
    const chain = withContinuations(prose, candidate);
    for (const quotation of chain.content.flatMap((span) => quotationsIn(prose, span))) claimed.add(quotation);
    found.push(chain);
  }
  return found;
}

function withContinuations(prose: Prose, candidate: StatementCandidate): StatementCandidate {
  return joinContinuations(prose, [candidate])[0] ?? candidate;
}

function firstQuotation(prose: Prose, passage: Passage): number {
  for (let word = passage.first; word < passage.last; word++)
    if (prose.quotation[word] !== -1) return prose.quotation[word];
  return -1;
}

function countWords(prose: Prose, span: Span): number {
  let count = 0;
  for (let word = prose.wordAt(span.start); word < prose.count && prose.words.start[word] < span.end; word++)
    if (/[\p{L}\p{N}]/u.test(prose.form(word))) count++;
  return count;
}

/** `"…" — Ann Lee, harbour master`. */
function dashAttribution(prose: Prose, passage: Passage, quotation: number): StatementCandidate | null {
  const { start, end } = prose.quotations[quotation];
  if (prose.words.start[passage.first] !== start) return null;
  const dash = prose.wordAt(end);
  if (dash + 1 >= passage.last || !/^(?:[—–―-]|--)$/.test(prose.form(dash)) || passage.last - dash > 16) return null;
  const source = nounPhraseFrom(prose, dash + 1, passage.last);
  if (source === null || (!prose.isProperNoun(source.first) && prose.tag(source.first) !== "DT")) return null;
  for (let word = dash + 1; word < passage.last; word++) if (prose.isFiniteVerb(word)) return null;
  return made(
    [{ start, end }],
    { cue: [prose.span(dash, dash + 1)], source: [prose.span(source.first, source.last)] },
    0.85,
    "dash-attribution",
    "A dash and a name follow the quotation.",
  );
}

/**
 * `Her answer was short: "…"`: the sentence before the colon says whose words they are, be it the beginning of the same
 * passage or the end of the paragraph before.
 */
function colonAttribution(prose: Prose, passage: Passage, quotation: number): StatementCandidate | null {
  const { start, end } = prose.quotations[quotation];
  const opening = prose.wordAt(start);
  if (opening === 0 || prose.form(opening - 1) !== ":" || countWords(prose, { start, end }) < FEWEST_WORDS) return null;
  if (prose.wordAt(end) < passage.last - 1 && opening !== passage.first) return null;
  const first = opening === passage.first ? sentenceOf(prose, opening - 1).first : passage.first;
  if (blockOf(prose, first) + 1 < passage.block) return null;
  for (let word = first; word < opening - 1; word++) {
    if (!prose.isFiniteVerb(word)) continue;
    const subject = subjectBefore(prose, word, first)?.range ?? null;
    if (subject === null) return null;
    const possessor = possessorIn(prose, subject.first, subject.last);
    const source = possessor ?? { first: subject.first, last: subject.last };
    const reports = reportingFrame(prose.lemma(word)) !== undefined;
    return made(
      [{ start, end }],
      {
        cue: [reports ? prose.span(word, word + 1) : prose.span(opening - 1, opening)],
        source: [prose.span(source.first, source.last)],
      },
      reports ? 0.85 : 0.6,
      "colon-before-quotation",
      "A colon introduces the quotation and the sentence before it says whose words it holds.",
    );
  }
  return null;
}

function possessorIn(prose: Prose, first: number, last: number): { first: number; last: number } | null {
  // "Her husband Ewan was blunter": who is described speaks, not who has him
  for (let word = first; word < last; word++) if (prose.isProperNoun(word) && word + 1 === last) return null;
  if (PERSON_NOUNS.has(prose.lemma(last - 1))) return null;
  if (prose.tag(first) === "PRP$") return { first, last: first + 1 };
  for (let word = first + 1; word < last; word++) if (prose.tag(word) === "POS") return { first, last: word };
  return null;
}

/** A quotation that is a sentence or a paragraph of its own. */
function floating(prose: Prose, passage: Passage, hasSpeakerBefore: boolean): StatementCandidate | null {
  const spans = wholeQuotation(prose, passage);
  if (spans === null) return null;
  const words = spans.reduce((count, span) => count + countWords(prose, span), 0);
  if (words < FEWEST_WORDS && !hasSpeakerBefore) return null;
  return made(
    spans,
    { cue: [], source: [] },
    hasSpeakerBefore ? 0.75 : 0.4,
    "floating-quotation",
    "The quotation stands alone, without cue and source of its own.",
  );
}

function made(
  content: Span[],
  parts: { cue: Span[]; source: Span[] },
  confidence: number,
  rule: string,
  reason: string,
): StatementCandidate {
  return {
    content,
    ...parts,
    addressee: null,
    floating: parts.cue.length === 0 && parts.source.length === 0,
    speech: true,
    confidence,
    why: { reason, rule, runnerUp: null },
  };
}
