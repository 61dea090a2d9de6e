import { compareSpans, covers, overlaps, type Span } from "../model/index.ts";
import { afterAdjuncts } from "./cues.ts";
import { reportingFrame } from "./lexicon/reporting-verbs.ts";
import { wordOf } from "./name-index.ts";
import { nestedReports } from "./nested-reports.ts";
import type { Prose } from "./prose.ts";
import { withoutTrailingClause } from "./split-quotations.ts";
import { kindOf, type StatementCandidate } from "./statement-candidate.ts";
import { completeQuotations, proposeStatements } from "./statements.ts";
import {
  isAnonymityRequest,
  isIssuedDocument,
  isQuestionPut,
  withOwnedSource,
  withoutAddressee,
  withoutLooseEnds,
  withoutTold,
  withSoundSource,
  withTidyEdges,
  withWholeSource,
} from "./tidy-statement.ts";

/** Rules surer than this of a quotation and its speaker stand where a trained reader has found nothing, and "according to" does. */
const SURE_RULE = 0.9;

/**
 * Somebody's own word for something ("called the vote “disappointing”") is kept where a trained reader doubts it, for its marks
 * say that it was said; it is then right about as often as this.
 */
const DOUBTED_DESCRIPTION = 0.4;

/** Headlines leave words out: what the rules don't see as well must be this sure there. */
const LEAST_IN_TITLE = 0.6;

/**
 * What a trained reader proposes, brought to the conventions of a reading: interviews are read by their labels, nobody
 * speaks out of somebody else's quotation, a quotation that is a paragraph of its own floats, paragraphs that go on are
 * joined, whom something was said to is named, and what the rules are sure of isn't lost.
 */
export function settleStatements(prose: Prose, proposed: readonly StatementCandidate[]): StatementCandidate[] {
  const rules = new Rules(prose, proposeStatements(prose));
  const labelled = rules.all.filter(({ verbatim, why }) => verbatim || why.rule === "headline-colon");
  const spoken = new WordSet(
    prose,
    labelled.flatMap(({ content }) => content),
  );
  const sound = proposed
    .filter(({ verbatim, floating, content }) => !verbatim && !floating && !spoken.meets(content))
    .filter((candidate) => saysSomething(prose, candidate) && !speaksFromQuotation(prose, candidate))
    .filter((candidate) => !isQuestionPut(prose, candidate) && !isAnonymityRequest(prose, candidate))
    .filter((candidate) => !isIssuedDocument(prose, candidate) && !rules.hasSwallowedReport(candidate))
    .filter(
      (candidate) =>
        !isInTitle(prose, candidate) || candidate.confidence >= LEAST_IN_TITLE || rules.withCueOf(candidate) !== null,
    )
    .flatMap((candidate) => withoutTold(prose, candidate, rules.withCueOf(candidate)) ?? [])
    .map((candidate) => withOwnedSource(prose, withWholeSource(prose, candidate)))
    .map((candidate) => withSoundSource(prose, candidate, rules.withCueOf(candidate)))
    .map((candidate) => withTidyEdges(prose, candidate))
    .map((candidate) => withoutAddressee(prose, candidate, rules.withCueOf(candidate)))
    .map((candidate) => withoutLooseEnds(prose, withoutTrailingClause(prose, candidate)))
    .flatMap((candidate) => withoutFloatingParagraphs(prose, candidate));
  const read = new WordSet(
    prose,
    sound.flatMap(({ content, cue }) => [...content, ...cue]),
  );
  const kept = rules.all
    .filter(({ verbatim, content, cue }) => !verbatim && !read.meets([...content, ...cue]))
    .flatMap((rule) => {
      if (rule.confidence >= SURE_RULE || rule.why.rule.startsWith("according-to")) return [rule];
      return rule.why.rule === "cue-describes" ? [{ ...rule, confidence: DOUBTED_DESCRIPTION }] : [];
    });
  const all = [...sound, ...kept, ...labelled].sort((a, b) => compareSpans(a.content[0], b.content[0]));
  const whole = completeQuotations(prose, all);
  return [...whole, ...nestedReports(prose, whole)]
    .sort((a, b) => compareSpans(a.content[0], b.content[0]))
    .map((candidate) => withAddressee(prose, withSpeech(prose, candidate)));
}

/** The words some spans cover. */
class WordSet {
  private readonly prose: Prose;
  private readonly covered: Uint8Array;

  constructor(prose: Prose, spans: readonly Span[]) {
    this.prose = prose;
    this.covered = new Uint8Array(prose.count);
    for (const span of spans) this.covered.fill(1, wordOf(prose, span.start), prose.wordAt(span.end));
  }

  meets(spans: readonly Span[]): boolean {
    return spans.some((span) => someWord(this.prose, span, (word) => this.covered[word] === 1));
  }
}

function someWord(prose: Prose, span: Span, test: (word: number) => boolean): boolean {
  const last = prose.wordAt(span.end);
  for (let word = wordOf(prose, span.start); word < last; word++) if (test(word)) return true;
  return false;
}

/** What the rules read in the same text, by their cues and sentences. */
class Rules {
  readonly all: readonly StatementCandidate[];
  private readonly prose: Prose;
  private readonly byCue = new Map<number, StatementCandidate>();
  /** Those whose reporting clause ends their sentence, by sentence. */
  private readonly closing = new Map<number, StatementCandidate>();

  constructor(prose: Prose, all: readonly StatementCandidate[]) {
    this.prose = prose;
    this.all = all;
    for (const rule of all) {
      for (const { start } of rule.cue) this.byCue.set(wordOf(prose, start), rule);
      if (rule.why.rule === "cue-after-clause")
        this.closing.set(prose.words.sentence[wordOf(prose, rule.cue[0].start)], rule);
    }
  }

  /** The rules' statement with the same cue, or null. */
  withCueOf({ cue }: StatementCandidate): StatementCandidate | null {
    let found: StatementCandidate | null = null;
    for (const span of cue) {
      someWord(this.prose, span, (word) => {
        found ??= this.byCue.get(word) ?? null;
        return found !== null;
      });
    }
    return found;
  }

  /** Whether content has taken in the clause that reports it: "they weren't told that gates failed, an inquiry heard". */
  hasSwallowedReport({ content, cue }: StatementCandidate): boolean {
    const word = wordOf(this.prose, content[0].start);
    const rule = word < this.prose.count ? this.closing.get(this.prose.words.sentence[word]) : undefined;
    if (rule === undefined || cue.length === 0) return false;
    const within = cue.every((span) => rule.content.some((other) => covers(other, span)));
    return within && content.some((span) => covers(span, rule.cue[0]));
  }
}

function isInTitle(prose: Prose, { content }: StatementCandidate): boolean {
  return /title/.test(prose.blocks[blockAt(prose, content[0].start)].kind);
}

/** Whether the content has a word of its own: "has not confirmed that" reports nothing. */
function saysSomething(prose: Prose, { content }: StatementCandidate): boolean {
  const isOwn = (word: number) =>
    /[\p{L}\p{N}]/u.test(prose.form(word)) && !/^(?:DT|IN|PRP|CC|WDT)$/.test(prose.tag(word));
  return content.some((span) => someWord(prose, span, isOwn));
}

/** Whether the words that name the source stand in a quotation that isn't the content: a term, not a speaker. */
function speaksFromQuotation(prose: Prose, { source, content }: StatementCandidate): boolean {
  const first = source[0];
  if (first === undefined) return false;
  const last = wordOf(prose, first.end - 1);
  const quotation = last < prose.count ? prose.quotation[last] : -1;
  return quotation !== -1 && !content.some((span) => covers(prose.quotations[quotation], span));
}

/** Takes off the paragraphs that are quotations of their own: they float, and are found again as such. */
function withoutFloatingParagraphs(prose: Prose, candidate: StatementCandidate): StatementCandidate[] {
  const home = blockAt(prose, (candidate.cue[0] ?? candidate.content[0]).start);
  const kept = candidate.content.filter((span) => {
    const quotation = prose.quotation[wordOf(prose, span.start)] ?? -1;
    if (quotation === -1 || blockAt(prose, span.start) <= home) return true;
    return prose.quotations[quotation].continues !== -1;
  });
  if (kept.length === candidate.content.length) return [candidate];
  return kept.length === 0 ? [] : [{ ...candidate, content: kept }];
}

function blockAt(prose: Prose, offset: number): number {
  const word = Math.min(wordOf(prose, offset), prose.count - 1);
  return prose.words.sentenceBlock[prose.words.sentence[word]];
}

/** Whether it was said or thought, by the frame of its verb where that has one: "denied any wrongdoing" is said. */
function withSpeech(prose: Prose, candidate: StatementCandidate): StatementCandidate {
  const cue = candidate.cue[candidate.cue.length - 1];
  const verb = cue === undefined ? prose.count : wordOf(prose, cue.end - 1);
  const frame = verb < prose.count ? reportingFrame(prose.lemma(verb)) : undefined;
  if (frame === undefined || frame.speech === candidate.speech) return candidate;
  return frame.speech || kindOf(prose, candidate.content) === "indirect"
    ? { ...candidate, speech: frame.speech }
    : candidate;
}

/** "told reporters": whom it was said to stands behind the cue. */
function withAddressee(prose: Prose, candidate: StatementCandidate): StatementCandidate {
  const cue = candidate.cue[candidate.cue.length - 1];
  if (candidate.addressee !== null || cue === undefined) return candidate;
  const verb = wordOf(prose, cue.end - 1);
  if (verb >= prose.count || reportingFrame(prose.lemma(verb))?.addressee !== true) return candidate;
  const sentence = prose.words.sentence[verb];
  const { addressee } = afterAdjuncts(prose, verb + 1, prose.words.sentenceStart[sentence + 1], true);
  if (addressee === null) return candidate;
  const span = prose.span(addressee.first, addressee.last);
  const isTaken = [...candidate.content, ...candidate.source].some((other) => overlaps(other, span));
  return isTaken ? candidate : { ...candidate, addressee: span };
}
