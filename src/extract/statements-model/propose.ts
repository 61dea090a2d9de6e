import { type Span, TAG_NUMBER, type Words } from "../../model/index.ts";
import type { Quotation } from "../quotations.ts";
import type { StatementCandidate } from "../statement-candidate.ts";
import { type Agreement, agreementsOf } from "./agreement.ts";
import { calibrate } from "./calibration.ts";
import { findCandidates } from "./candidates.ts";
import { CONTENT, CUE, NONE, SOURCE } from "./chain.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { Beliefs } from "./cue-anchor.ts";
import { Claims, DECISION_WIDTH, eachWord, writeDecisionRow } from "./decision-features.ts";
import { logOdds, probability } from "./forest.ts";
import type { StatementsModel } from "./model.ts";
import { CueReader, cueProbability, type Reading, type Runs } from "./readings.ts";
import { believeRoles } from "./roles.ts";
import { ruleReadings } from "./rule-readings.ts";
import { explain } from "./why.ts";

/** How readings are chosen; the figures were set on the development articles (docs/accuracy.md). */
export const CHOICE = {
  /** Readings that are less likely right than this are no statements: near the best F1 end to end. */
  leastConfidence: 0.4,
  /** Between readings that are as good as each other, those of the rules are taken: a person can follow them. */
  ruleMerit: 0.05,
  /** What the rules read with nothing but quotation marks around the content hardly ever needs a second opinion. */
  quotedRuleMerit: 0.2,
  /** Content of which more than this share already belongs to a likelier statement makes no statement of its own. */
  mostShared: 0.5,
};

/** A reading with the probability that it is right, and right to the word. */
export interface JudgedReading {
  readonly reading: Reading;
  readonly confidence: number;
  readonly exactness: number;
  /** A reading of the rules whose content stands in quotation marks altogether. */
  readonly quotedRule: boolean;
  /** The reading of the same words by the rules, for one of the trained reader, and the other way round. */
  readonly agreement: Agreement;
}

/**
 * The statements of a text that have a cue, in reading order: every word that may be a cue is read as if it were one; these
 * readings and those of the rules compete, and which are right is decided at the end. A pure function, linear in the
 * length of the text.
 *
 * @param quotations all quotations of the text, as `findQuotations` gives them.
 * @param rules what the rules found in the same text.
 */
export function proposeStatements(
  words: Words,
  quotations: readonly Quotation[],
  rules: readonly StatementCandidate[],
  model: StatementsModel,
): StatementCandidate[] {
  const outermost = quotations.filter(({ level }) => level === 0);
  const columns = columnsOf(words, outermost, model.lexicon);
  return decideStatements(columns, readAll(columns, rules, model), model);
}

/** What is decided with. */
export type Decider = Pick<StatementsModel, "decision" | "exactness" | "calibration">;

/** The statements that some readings of a text make up, in reading order. */
export function decideStatements(columns: Columns, readings: Readings, decider: Decider): StatementCandidate[] {
  return chooseReadings(columns, judgeReadings(columns, readings, decider), decider.calibration)
    .map((chosen) => candidateOf(columns, chosen, decider.calibration))
    .sort((a, b) => a.content[0].start - b.content[0].start || a.content[0].end - b.content[0].end);
}

/** All readings of a text, and what is believed of its words. */
export interface Readings {
  readonly beliefs: Beliefs;
  readonly readings: readonly Reading[];
}

export function readAll(columns: Columns, rules: readonly StatementCandidate[], model: StatementsModel): Readings {
  const probability = believeRoles(columns, model.roles);
  const beliefs: Beliefs = { probability, candidates: findCandidates(columns, probability) };
  const reader = new CueReader(columns, beliefs, model.cues);
  const trained = Array.from(beliefs.candidates.anchor, (_, candidate) => reader.read(candidate)).flat();
  return { beliefs, readings: [...trained, ...ruleReadings(columns.words, rules, beliefs)] };
}

/** Lays out a decision row for each reading, one after the other. */
export function decisionRows(
  columns: Columns,
  { beliefs, readings }: Readings,
  agreements: readonly Agreement[] = agreementsOf(columns, readings),
): Float32Array {
  const claims = new Claims(columns.count, readings, cueProbability(beliefs));
  const rows = new Float32Array(readings.length * DECISION_WIDTH);
  agreements.forEach((agreement, index) => {
    writeDecisionRow(columns, beliefs, claims, agreement, readings[index], rows, index * DECISION_WIDTH);
  });
  return rows;
}

export function judgeReadings(columns: Columns, all: Readings, model: Decider): JudgedReading[] {
  const agreements = agreementsOf(columns, all.readings);
  const rows = decisionRows(columns, all, agreements);
  return all.readings.map((reading, index) => {
    const confidence = probability(logOdds(model.decision, rows, index * DECISION_WIDTH));
    return {
      reading,
      confidence: reading.rule?.verbatim ? reading.rule.confidence : confidence,
      exactness: probability(logOdds(model.exactness, rows, index * DECISION_WIDTH)),
      quotedRule: reading.rule !== null && !anyWord(reading.content, (i) => columns.quotation[i] < 0),
      agreement: agreements[index],
    };
  });
}

export function candidateOf(
  columns: Columns,
  { judged, rival, content, source, sharedSource, cue }: ChosenReading,
  calibration: StatementsModel["calibration"],
): StatementCandidate {
  const { reading } = judged;
  const rule = reading.rule ?? (judged.agreement.cue === 1 ? (judged.agreement.other?.rule ?? null) : null);
  return {
    content,
    cue,
    source,
    sharedSource,
    addressee: rule?.addressee ?? null,
    floating: false,
    speech: rule?.speech ?? isSpeech(columns, reading),
    confidence: calibratedConfidence(judged, calibration),
    calibrated: curveOf(judged),
    why: explain(columns, judged, rival, (other) => calibratedConfidence(other, calibration)),
    ...(rule?.verbatim ? { verbatim: true } : {}),
  };
}

/** The curve that says how often such readings are right. */
function curveOf({ quotedRule }: JudgedReading): "quoted" | "other" {
  return quotedRule ? "quoted" : "other";
}

function calibratedConfidence(judged: JudgedReading, calibration: StatementsModel["calibration"]): number {
  return calibrate(calibration[curveOf(judged)], judged.confidence);
}

interface ChosenReading {
  readonly judged: JudgedReading;
  /** The likeliest reading of the same words that wasn't chosen. */
  rival: JudgedReading | null;
  readonly content: Span[];
  readonly cue: Span[];
  source: Span[];
  /** Where the source stands if another statement has it, "…," she said, adding that …; null where there is none. */
  sharedSource: Span | null;
}

/** What the words of a text are taken for while readings are chosen. */
class Taken {
  /** The number of the statement that has the word, FREE where none has. */
  readonly by: Int32Array;
  /** The role it has there. */
  readonly role: Uint8Array;
  private readonly words: Words;

  constructor(words: Words) {
    this.words = words;
    this.by = new Int32Array(words.count).fill(FREE);
    this.role = new Uint8Array(words.count);
  }

  /** Gives the free words of the runs to a statement, and says which spans they make up. */
  take(runs: Runs, owner: number, role: number): Span[] {
    return this.spans(runs, (i) => {
      if (this.by[i] !== FREE) return false;
      this.by[i] = owner;
      this.role[i] = role;
      return true;
    });
  }

  /** Takes words kept as somebody's source for good. */
  settleSource(runs: Runs): Span[] {
    return this.spans(runs, (i) => {
      if (this.role[i] !== SOURCE) return false;
      this.role[i] = NONE;
      return true;
    });
  }

  private spans(runs: Runs, take: (word: number) => boolean): Span[] {
    const spans: Span[] = [];
    for (let k = 0; k < runs.length; k += 2) {
      let first = -1;
      for (let i = runs[k]; i <= runs[k + 1] + 1; i++) {
        const taken = i <= runs[k + 1] && take(i);
        if (taken && first < 0) first = i;
        if (taken || first < 0) continue;
        spans.push({ start: this.words.start[first], end: this.words.end[i - 1] });
        first = -1;
      }
    }
    return spans;
  }
}

const FREE = -1;

/**
 * Takes the likeliest readings first. A word carries one role of one statement: what is left of a reading's content when
 * likelier ones have taken theirs is its content, unless too little is left.
 */
export function chooseReadings(
  columns: Columns,
  judged: readonly JudgedReading[],
  calibration: StatementsModel["calibration"],
): ChosenReading[] {
  const taken = new Taken(columns.words);
  const chosen: ChosenReading[] = [];
  const order = judged
    .filter(({ reading }) => reading.content.length > 0)
    .map((own) => ({ own, merit: meritOf(own, calibratedConfidence(own, calibration)) }))
    .sort((a, b) => b.merit - a.merit || a.own.reading.anchor - b.own.reading.anchor);
  for (const { own } of order) {
    const owner = ownerOf(taken, own.reading);
    if (owner !== FREE) {
      if (chosen[owner].rival === null) chosen[owner].rival = own;
      continue;
    }
    if (own.confidence < (own.quotedRule ? 0 : CHOICE.leastConfidence)) continue;
    const { content } = own.reading;
    const { cue, source } = partsOf(columns, own);
    const number = chosen.length;
    const cueSpans = taken.take(cue, number, CUE);
    taken.take(source, number, SOURCE);
    const contentSpans = taken.take(content, number, CONTENT);
    chosen.push({ judged: own, rival: null, cue: cueSpans, content: contentSpans, source: [], sharedSource: null });
  }
  const whole = chosen.filter(({ content }) => content.length > 0);
  shareSources(columns, whole, taken);
  return whole;
}

/** What decides which of several readings of the same words is taken: being right by and large, and to the word. */
function meritOf({ exactness, reading, quotedRule }: JudgedReading, confidence: number): number {
  if (reading.rule === null) return confidence + exactness;
  if (reading.rule.verbatim) return Number.POSITIVE_INFINITY;
  return confidence + exactness + (quotedRule ? CHOICE.quotedRuleMerit : CHOICE.ruleMerit);
}

/** Whether any word of the runs is one. */
function anyWord(runs: Runs, isOne: (word: number) => boolean): boolean {
  for (let k = 0; k < runs.length; k += 2) for (let i = runs[k]; i <= runs[k + 1]; i++) if (isOne(i)) return true;
  return false;
}

/**
 * The cue and the source of a reading. Where the rules and the trained reader read the same cue, those of the trained one:
 * it knows how far they reach. Its source may lack what it belongs to ("who worked there"): then the rules know better.
 */
function partsOf(columns: Columns, { reading, agreement }: JudgedReading): Pick<Reading, "cue" | "source"> {
  const { other, cue } = agreement;
  if (reading.rule === null || reading.rule.verbatim || cue === 0 || other === null) return reading;
  const tag = other.source.length === 0 ? -1 : columns.words.tag[other.source[0]];
  const isPart = tag === -1 || tag === TAG_NUMBER["WP"] || tag === TAG_NUMBER["WDT"];
  return { cue: other.cue, source: isPart ? reading.source : other.source };
}

/** The statement that a reading would be a second reading of: it has its cue or most of its content. */
function ownerOf(taken: Taken, { content, cue }: Reading): number {
  let owner = FREE;
  eachWord(cue, (i) => {
    if (taken.by[i] !== FREE && taken.role[i] === CUE) owner = taken.by[i];
  });
  if (owner !== FREE) return owner;
  let size = 0;
  let shared = 0;
  eachWord(content, (i) => {
    size++;
    if (taken.by[i] === FREE) return;
    shared++;
    owner = taken.by[i];
  });
  return shared > CHOICE.mostShared * size ? owner : FREE;
}

/** Gives each source to the statement whose cue stands nearest; others that share it only know where it stands. */
function shareSources(columns: Columns, chosen: readonly ChosenReading[], taken: Taken): void {
  const distance = ({ judged }: ChosenReading) => {
    const { source, anchor } = judged.reading;
    if (source.length === 0) return 0;
    return Math.min(Math.abs(source[0] - anchor), Math.abs(source[source.length - 1] - anchor));
  };
  const order = [...chosen].sort(
    (a, b) => distance(a) - distance(b) || a.judged.reading.anchor - b.judged.reading.anchor,
  );
  for (const statement of order) {
    const { source } = partsOf(columns, statement.judged);
    if (source.length === 0) continue;
    statement.source = taken.settleSource(source);
    // a comma may be all that the other left
    if (!statement.source.some((span) => isWorded(columns.words.text, span)))
      statement.sharedSource = { start: columns.words.start[source[0]], end: columns.words.end[source[1]] };
  }
}

/** Whether a span has a letter or a figure in it. */
export function isWorded(text: string, { start, end }: Span): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

/** Words between quotation marks have been said; otherwise the words of the cue tell. */
function isSpeech(columns: Columns, reading: Reading): boolean {
  let words = 0;
  let quoted = 0;
  eachWord(reading.content, (i) => {
    words++;
    if (columns.quotation[i] >= 0) quoted++;
  });
  return quoted * 2 >= words || speechProbability(columns, reading) >= 0.5;
}

/** How likely the cue reports speech: the likeliest of its words that is more than now and then part of a cue. */
export function speechProbability(columns: Columns, { anchor, cue }: Reading): number {
  let most = columns.speech[anchor];
  eachWord(cue, (i) => {
    if (columns.bin[i] >= 4 && columns.speech[i] > most) most = columns.speech[i];
  });
  return most / 255;
}
