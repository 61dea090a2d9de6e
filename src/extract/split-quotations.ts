import { compareSpans, covers, type Span } from "../model/index.ts";
import { reportingFrame } from "./lexicon/reporting-verbs.ts";
import { wordOf } from "./name-index.ts";
import type { Prose } from "./prose.ts";
import type { StatementCandidate } from "./statement-candidate.ts";

/**
 * `"…," Lee said at a rally on Monday, "but …"`: joins the second half of a quotation to the statement that has the first.
 * However much stands between the halves, the second is the same statement's where a comma or a dash leads to it and nobody
 * else has spoken in between.
 */
export function joinSecondHalves(
  prose: Prose,
  candidates: readonly StatementCandidate[],
): readonly StatementCandidate[] {
  const owner = ownersOfQuotations(prose, candidates);
  const halves = new Map<number, Span[]>();
  let before = -1;
  prose.quotations.forEach((quotation, index) => {
    if (quotation.level !== 0) return;
    const own = before === -1 ? undefined : owner.get(before);
    if (own !== undefined && !owner.has(index) && isSecondHalf(prose, candidates[own], before, index)) {
      halves.set(own, [...(halves.get(own) ?? []), { start: quotation.start, end: quotation.end }]);
      owner.set(index, own);
    }
    before = index;
  });
  if (halves.size === 0) return candidates;
  return candidates.map((candidate, index) => {
    const more = halves.get(index);
    return more === undefined
      ? candidate
      : { ...candidate, content: [...candidate.content, ...more].sort(compareSpans) };
  });
}

/** Which candidate's content reaches into each of the outermost quotations. */
function ownersOfQuotations(prose: Prose, candidates: readonly StatementCandidate[]): Map<number, number> {
  const owner = new Map<number, number>();
  candidates.forEach(({ content }, index) => {
    for (const { start, end } of content)
      for (let word = wordOf(prose, start); word < prose.count && prose.words.start[word] < end; word++)
        if (prose.quotation[word] !== -1) owner.set(prose.quotation[word], index);
  });
  return owner;
}

function isSecondHalf(prose: Prose, { cue, source, verbatim }: StatementCandidate, first: number, second: number) {
  const { start, inner } = prose.quotations[second];
  const opening = prose.wordAt(start);
  const reporting = cue[0];
  if (verbatim || reporting === undefined || !goesOn(prose, first) || opening >= prose.count) return false;
  const sentence = prose.words.sentence[opening];
  const after = cue[cue.length - 1].end;
  if (reporting.start < prose.quotations[first].end || after > start || inner.start >= inner.end) return false;
  if (prose.words.sentence[wordOf(prose, reporting.start)] !== sentence) return false;
  if (!/^(?:,|--?|[–—―])$/.test(prose.form(opening - 1))) return false;
  for (let word = prose.wordAt(after); word < opening; word++) {
    if (reportingFrame(prose.lemma(word)) === undefined || !prose.tag(word).startsWith("VB")) continue;
    if (!source.some((span) => covers(span, prose.span(word, word + 1)))) return false;
  }
  return true;
}

/** Whether a quotation ends with a comma within its marks: its sentence isn't over. */
function goesOn(prose: Prose, quotation: number): boolean {
  const { inner } = prose.quotations[quotation];
  return prose.text[inner.end - 1] === ",";
}

/** What a quotation ends with within its marks where it ends a clause. */
const CLAUSE_END = /[,.!?]/;

/**
 * Content that begins with a quotation ends with it where the quotation ends a clause within its marks: what follows
 * (`"Don't go," until the shots are heard`) belongs to the sentence that reports it. Only a further quotation or a
 * conjunction goes on with it.
 */
export function withoutTrailingClause(prose: Prose, candidate: StatementCandidate): StatementCandidate {
  const content = candidate.content.map((span) => endedByQuotation(prose, span));
  return content.every((span, index) => span === candidate.content[index]) ? candidate : { ...candidate, content };
}

function endedByQuotation(prose: Prose, span: Span): Span {
  const word = wordOf(prose, span.start);
  const quotation = word < prose.count ? prose.quotations[prose.quotation[word]] : undefined;
  if (quotation === undefined || quotation.open || quotation.start !== span.start || quotation.end >= span.end)
    return span;
  if (!CLAUSE_END.test(prose.text[quotation.inner.end - 1] ?? "")) return span;
  const next = prose.wordAt(quotation.end);
  if (prose.quotation[next] !== -1 || /^(?:and|or|nor|but)$/.test(prose.lower(next))) return span;
  return { start: span.start, end: quotation.end };
}
