import type { Span } from "../model/index.ts";
import { afterAdjuncts, type Cue, findCues, type VerbForm, verbForm } from "./cues.ts";
import { reportingFrame } from "./lexicon/reporting-verbs.ts";
import { hasFiniteVerb, isNominalWord, nounPhraseFrom, sentenceOf, type WordRange } from "./noun-phrases.ts";
import type { Passage, Prose } from "./prose.ts";
import { findRelativeClauses } from "./relative-clauses.ts";
import {
  type AfterContent,
  contentAfter,
  contentBefore,
  contentEnd,
  contentStart,
  endsClause,
} from "./reported-content.ts";
import { findSubject, type Subject, subjectBefore, withApposition } from "./reporting-subject.ts";
import type { StatementCandidate } from "./statement-candidate.ts";
import { isWorkTitle } from "./work-titles.ts";

/** What one cue reports, in words; content is cut where the next report begins. */
interface Report {
  readonly cue: Cue;
  readonly source: WordRange | null;
  readonly addressee: WordRange | null;
  /** Where the reporting clause begins and ends: source, cue and what belongs to them. */
  readonly clause: WordRange;
  /** Content in front of the reporting clause, behind it, or around it. */
  readonly before: WordRange | null;
  after: { first: number; last: number } | null;
  readonly rule: string;
  readonly speech: boolean;
  readonly confidence: number;
}

/** The statements of a passage that have a cue of their own. */
export function findReports(prose: Prose, passage: Passage): StatementCandidate[] {
  const reports: Report[] = [];
  const relative = findRelativeClauses(prose, passage);
  let nextRelative = 0;
  let start = passage.first;
  for (const cue of findCues(prose, passage)) {
    // what a relative clause reports ends with it: "An engineer, who fears a flood, said …"
    while (nextRelative < relative.length && relative[nextRelative].last < cue.last) nextRelative++;
    const clause = relative[nextRelative];
    const around = clause !== undefined && clause.first <= cue.first ? { ...clause, block: passage.block } : passage;
    const report =
      cue.kind === "according"
        ? readAccording(prose, around, cue, Math.max(start, around.first))
        : readVerb(prose, around, cue, Math.max(start, around.first), reports);
    if (report === null || !placeAfter(prose, reports, report)) continue;
    reports.push(report);
    start = Math.max(start, report.after === null ? report.clause.last : start);
  }
  return reports.map((report) => candidateOf(prose, report)).filter((candidate) => candidate !== null);
}

/** Cuts the content of the report before where this one begins; false when this one is a part of that content. */
function placeAfter(prose: Prose, reports: Report[], report: Report): boolean {
  // "The plan asks us to move, she said": the outer report takes the place of what it reports
  while (
    report.before !== null &&
    reports.length > 0 &&
    report.before.first <= reports[reports.length - 1].clause.first
  )
    reports.pop();
  const previous = reports[reports.length - 1];
  if (previous === undefined) return true;
  const begins = report.before === null ? report.clause.first : Math.min(report.before.first, report.clause.first);
  if (standsInSource(previous, report)) return true;
  if (previous.after === null) return begins >= previous.clause.first;
  if (begins >= previous.after.last) return true;
  if (begins <= previous.after.first) return false;
  const end = endBeforeReport(prose, begins, previous.after.first);
  if (end === null) return false;
  previous.after.last = end;
  return end > previous.after.first;
}

/** Whether the report before stands in the relative clause of who reports here. */
function standsInSource(previous: Report, { source, cue }: Report): boolean {
  if (source === null || source.last > cue.first) return false;
  const last = Math.max(previous.clause.last, previous.after?.last ?? 0);
  return source.first < previous.clause.first && last <= source.last;
}

/** Where content ends before a new report at `begins`, or null when the new report is nested in it. */
function endBeforeReport(prose: Prose, begins: number, floor: number): number | null {
  let end = begins;
  if (
    end - 1 > floor &&
    ["and", "but", "while", "whereas", "although", "though", "as", "or"].includes(prose.lower(end - 1))
  ) {
    end--;
    if (prose.tag(end - 1) === ",") return end - 1;
    return end < begins && !prose.isFiniteVerb(begins) && prose.lower(end) !== "while" ? null : end;
  }
  const before = prose.form(end - 1);
  if (before === "," || before === ";" || before === "—" || before === "–") return end - 1;
  return prose.quotation[end - 1] !== -1 ? end : null;
}

// --- according to ---------------------------------------------------------------------------------------------------

function readAccording(prose: Prose, passage: Passage, cue: Cue, start: number): Report | null {
  const source = nounPhraseFrom(prose, cue.last, passage.last);
  if (source === null) return null;
  const sentence = sentenceOf(prose, cue.first);
  const clauseEnd = withApposition(prose, source, passage.last, true);
  const base = {
    cue,
    source: clauseEnd.range,
    addressee: null,
    speech: true,
    clause: { first: cue.first, last: clauseEnd.range.last },
  };
  const before = cue.first - 1;
  const begins = prose.beginsSentence(cue.first) || before < passage.first;
  if (!begins) {
    const end = prose.tag(before) === "," ? before : cue.first;
    const first = contentStart(prose, Math.max(start, sentence.first), end);
    if (end > first) {
      const next = clauseEnd.range.last;
      const goesOn =
        !hasFiniteVerb(prose, first, end) && end === before && next < passage.last && prose.tag(next) === ",";
      const after = goesOn ? { first: next + 1, last: contentEnd(prose, next + 1, passage.last) } : null;
      const rule = goesOn ? "according-to-inside" : "according-to-behind";
      return { ...base, before: { first, last: end }, after, rule, confidence: 0.85 };
    }
  }
  const comma = clauseEnd.range.last;
  if (comma < passage.last && prose.tag(comma) === ",") {
    return {
      ...base,
      before: null,
      after: { first: comma + 1, last: contentEnd(prose, comma + 1, passage.last) },
      rule: "according-to-before",
      confidence: 0.85,
    };
  }
  return null;
}

// --- verbs ----------------------------------------------------------------------------------------------------------

function readVerb(prose: Prose, passage: Passage, cue: Cue, start: number, reports: readonly Report[]): Report | null {
  const form = verbForm(prose, cue, passage.first);
  if (form.passive && !form.negated && !form.modal) return readPassive(prose, passage, cue, form);
  const subject = findSubject(prose, passage, cue, form, start, reports);
  if (subject === null || isUnreported(prose, cue, form, subject)) return null;
  const afterCue = Math.max(cue.last, subject.how === "inverted" ? subject.range.last : 0);
  const adjuncts = afterAdjuncts(
    prose,
    subject.how === "inverted" ? subject.clauseLast : afterCue,
    passage.last,
    cue.frame!.addressee && subject.how !== "inverted",
  );
  const clause = { first: subject.clauseFirst, last: adjuncts.end };
  const base = {
    cue,
    source: subject.range,
    addressee: adjuncts.addressee,
    clause,
    speech: cue.frame!.speech && !form.modal,
  };
  const before = contentBefore(prose, passage, cue, subject, start);
  const after = contentAfter(prose, passage, cue, form, adjuncts.end, before);
  // "…, adding, “…”": what is added stands behind
  // "Her novel, “The Salt Road,” won the prize": a title in front of a verb that reports nothing
  if (before?.strong && reportingFrame(cue.lemma) === undefined && endsWithTitle(prose, before.range.last)) return null;
  if (before !== null && !(prose.tag(cue.first) === "VBG" && subject.how === "shared" && after !== null)) {
    const around = after?.around ?? false;
    if (before.fragment && !around) return after === null ? null : reportBehind(base, after, subject);
    if (before.strong || around || after === null) {
      const rule = around ? "cue-inside" : before.strong ? "cue-after-quotation" : "cue-after-clause";
      const confidence = before.strong ? (subject.how === "shared" ? 0.8 : 0.95) : 0.75;
      if (!before.strong && !around && !endsClause(prose, adjuncts.end, passage.last)) return null;
      return { ...base, before: before.range, after: around ? after!.range : null, rule, confidence };
    }
  }
  return after === null ? null : reportBehind(base, after, subject);
}

/** "Residents were told by an official that …": who speaks stands behind "by". */
function readPassive(prose: Prose, passage: Passage, cue: Cue, form: VerbForm): Report | null {
  const agent = prose.lower(cue.last) === "by" ? nounPhraseFrom(prose, cue.last + 1, passage.last) : null;
  if (agent === null || cue.last >= passage.last) return null;
  const { end } = afterAdjuncts(prose, agent.last, passage.last, false);
  const after = contentAfter(prose, passage, cue, form, end, null);
  if (after === null) return null;
  const told = cue.frame!.addressee ? subjectBefore(prose, form.first, passage.first) : null;
  return {
    cue,
    source: agent,
    addressee: told?.range ?? null,
    clause: { first: told?.first ?? form.first, last: end },
    before: null,
    after: after.range,
    rule: after.rule,
    speech: cue.frame!.speech,
    confidence: after.confidence,
  };
}

function endsWithTitle(prose: Prose, last: number): boolean {
  const quotation = prose.quotations[prose.quotation[last - 1]];
  return quotation !== undefined && isWorkTitle(prose.text.slice(quotation.inner.start, quotation.inner.end));
}

function reportBehind(
  base: Omit<Report, "before" | "after" | "rule" | "confidence">,
  after: AfterContent,
  subject: Subject,
): Report {
  const confidence = after.confidence * (subject.how === "shared" ? 0.85 : 1);
  return { ...base, before: null, after: after.range, rule: after.rule, confidence };
}

/** Whether nothing was said: "would say", "did not say whether", "to say". */
function isUnreported(prose: Prose, cue: Cue, form: VerbForm, subject: Subject): boolean {
  if (form.infinitive) return true;
  if (form.negated && subject.how !== "inverted") return true;
  if (form.modal && !/^(?:will|'ll)$/.test(prose.lower(form.first))) return true;
  const word = prose.lower(subject.range.first);
  const single = subject.range.last - subject.range.first === 1;
  return (
    single &&
    (word === "you" ||
      word === "there" ||
      word === "this" ||
      word === "that" ||
      word === "which" ||
      (word === "it" && cue.lemma === "mean"))
  );
}

// --- result ---------------------------------------------------------------------------------------------------------

function candidateOf(prose: Prose, report: Report): StatementCandidate | null {
  const content: Span[] = [];
  for (const range of [report.before, report.after]) {
    if (range !== null && range.last > range.first && hasWords(prose, range))
      content.push(prose.span(range.first, range.last));
  }
  if (content.length === 0) return null;
  const cue = prose.span(report.cue.first, report.cue.last);
  const source = report.source === null ? [] : [prose.span(report.source.first, report.source.last)];
  const cueWords = prose.text.slice(cue.start, cue.end);
  const sourceWords = source.map(({ start, end }) => prose.text.slice(start, end)).join();
  return {
    content,
    cue: [cue],
    source,
    addressee: report.addressee === null ? null : prose.span(report.addressee.first, report.addressee.last),
    floating: false,
    speech: report.speech,
    confidence: report.confidence,
    why: { reason: reasonOf(report, cueWords, sourceWords), rule: report.rule, runnerUp: null },
  };
}

function hasWords(prose: Prose, range: WordRange): boolean {
  for (let word = range.first; word < range.last; word++)
    if (isNominalWord(prose, word) || /\p{L}/u.test(prose.form(word))) return true;
  return false;
}

const REASONS: Readonly<Record<string, string>> = {
  "according-to-before": "stands behind “%cue %source”",
  "according-to-inside": "stands on both sides of “%cue %source”",
  "according-to-behind": "stands before “%cue %source”",
  "cue-inside": "stands on both sides of “%source %cue”",
  "cue-after-quotation": "the quotation ends right before “%source %cue”",
  "cue-after-clause": "the clause is followed by “%source %cue”",
  "cue-before-quotation": "“%source %cue” introduces the quotation",
  "cue-before-that": "“%source %cue” is followed by a clause with “that”",
  "cue-before-colon": "“%source %cue” is followed by a colon",
  "cue-before-infinitive": "“%source %cue” is followed by what is to be done",
  "cue-before-object-infinitive": "“%source %cue” is followed by who is to do what",
  "cue-before-gerund": "“%source %cue” is followed by what is to be done",
  "cue-before-question": "“%source %cue” is followed by a question",
  "cue-before-clause": "“%source %cue” is followed by a clause",
  "cue-describes": "“%source %cue” describes something in quotation marks",
};

function reasonOf(report: Report, cue: string, source: string): string {
  const shorter = source.length > 60 ? `${source.slice(0, 57)}…` : source;
  const reason = (REASONS[report.rule] ?? "“%source %cue”")
    .replace("%cue", () => cue)
    .replace("%source", () => shorter);
  return `${reason[0].toUpperCase()}${reason.slice(1)}.`;
}
