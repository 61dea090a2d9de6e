import type { Span, Words } from "../../model/index.ts";
import type { Quotation } from "../quotations.ts";
import type { StatementCandidate } from "../statement-candidate.ts";
import { type CueCandidates, findCandidates } from "./candidates.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { Beliefs } from "./cue-features.ts";
import { Claims, DECISION_WIDTH, eachWord, writeDecisionRow } from "./decision-features.ts";
import { logOdds, probability } from "./forest.ts";
import type { StatementsModel } from "./model.ts";
import { CueReader, cueProbability, type Reading, type Runs } from "./readings.ts";
import { believeRoles } from "./roles.ts";
import { explain } from "./why.ts";

/** Readings that are less likely right than this are no statements; chosen for the best F1 end to end. */
export const LEAST_CONFIDENCE = 0.3;
/** Content of which more than this share already belongs to a likelier statement makes no statement of its own. */
const MOST_SHARED = 0.5;

/** A reading with the probability that it is right. */
export interface JudgedReading {
  readonly reading: Reading;
  readonly confidence: number;
}

/**
 * The statements of a text that have a cue, in reading order: every word that may be a cue is read as if it were one, and
 * which of these readings are right is decided at the end. A pure function, linear in the length of the text.
 */
export function proposeStatements(
  words: Words,
  quotations: readonly Quotation[],
  model: StatementsModel,
): StatementCandidate[] {
  const outermost = quotations.filter(({ level }) => level === 0);
  const columns = columnsOf(words, outermost, model.lexicon);
  const { beliefs, judged } = judgeReadings(columns, model);
  const chosen = chooseReadings(columns, judged);
  return chosen
    .map(
      ({ judged: own, rivals, content, source, cue }): StatementCandidate => ({
        content,
        source,
        cue,
        addressee: null,
        floating: false,
        speech: isSpeech(columns, own.reading),
        confidence: own.confidence,
        why: explain(columns, beliefs, own, rivals),
      }),
    )
    .sort((a, b) => a.content[0].start - b.content[0].start || a.content[0].end - b.content[0].end);
}

/** Every candidate for a cue, read and judged, in text order. */
export function judgeReadings(columns: Columns, model: StatementsModel): { beliefs: Beliefs; judged: JudgedReading[] } {
  const roles = believeRoles(columns, model.roles);
  const candidates: CueCandidates = findCandidates(columns, roles);
  const beliefs: Beliefs = { probability: roles, candidates };
  const reader = new CueReader(columns, beliefs, model.cues);
  const readings = Array.from(candidates.anchor, (_, candidate) => reader.read(candidate));
  const claims = new Claims(columns.count, readings, cueProbability(beliefs));
  const row = new Float32Array(DECISION_WIDTH);
  const judged = readings.map((reading, index) => {
    writeDecisionRow(columns, beliefs, readings, claims, index, row, 0);
    return { reading, confidence: probability(logOdds(model.decision, row, 0)) };
  });
  return { beliefs, judged };
}

interface ChosenReading {
  readonly judged: JudgedReading;
  /** The likeliest reading of the same words that wasn't chosen. */
  rivals: JudgedReading | null;
  readonly content: Span[];
  readonly source: Span[];
  readonly cue: Span[];
}

const FREE = -1;

/**
 * Takes the likeliest readings first. A word carries one role of one statement: what is left of a reading's content when
 * likelier ones have taken theirs is its content, unless too little is left.
 */
export function chooseReadings(columns: Columns, judged: readonly JudgedReading[]): ChosenReading[] {
  const { words } = columns;
  const taken = new Int32Array(columns.count).fill(FREE);
  const cueOf = new Uint8Array(columns.count);
  const chosen: ChosenReading[] = [];
  const order = judged
    .filter(({ reading }) => reading.content.length > 0)
    .sort((a, b) => b.confidence - a.confidence || a.reading.anchor - b.reading.anchor);
  for (const own of order) {
    const { content, cue, source } = own.reading;
    let size = 0;
    let shared = 0;
    let owner = FREE;
    eachWord(content, (i) => {
      size++;
      if (taken[i] === FREE) return;
      shared++;
      owner = taken[i];
    });
    eachWord(cue, (i) => {
      if (cueOf[i] === 1) owner = taken[i];
    });
    const hasCue = owner !== FREE && anyWord(cue, (i) => cueOf[i] === 1);
    if (hasCue || shared > MOST_SHARED * size) {
      const rival = chosen[owner];
      if (rival !== undefined && rival.rivals === null) rival.rivals = own;
      continue;
    }
    if (own.confidence < LEAST_CONFIDENCE) continue;
    const number = chosen.length;
    const spans = (runs: Runs) => takeFree(words, runs, taken, number);
    const cueSpans = spans(cue);
    eachWord(cue, (i) => {
      cueOf[i] = 1;
    });
    const sourceSpans = spans(source);
    chosen.push({ judged: own, rivals: null, cue: cueSpans, source: sourceSpans, content: spans(content) });
  }
  return chosen.filter(({ content }) => content.length > 0);
}

function anyWord(runs: Runs, holds: (word: number) => boolean): boolean {
  for (let k = 0; k < runs.length; k += 2) for (let i = runs[k]; i <= runs[k + 1]; i++) if (holds(i)) return true;
  return false;
}

/** The spans of the words of some runs that nobody has taken yet; takes them. */
function takeFree(words: Words, runs: Runs, taken: Int32Array, owner: number): Span[] {
  const spans: Span[] = [];
  for (let k = 0; k < runs.length; k += 2) {
    for (let i = runs[k]; i <= runs[k + 1]; i++) {
      if (taken[i] !== FREE) continue;
      const first = i;
      taken[i] = owner;
      while (i < runs[k + 1] && taken[i + 1] === FREE) taken[++i] = owner;
      spans.push({ start: words.start[first], end: words.end[i] });
    }
  }
  return spans;
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
