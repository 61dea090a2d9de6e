import type { Agreement } from "./agreement.ts";
import type { CueCandidates } from "./candidates.ts";
import { CONTENT, CUE, ROLE_COUNT, SOURCE } from "./chain.ts";
import type { Columns } from "./columns.ts";
import type { Beliefs } from "./cue-anchor.ts";
import type { Reading, Runs } from "./readings.ts";
import { ruleNumber } from "./rule-readings.ts";

/** Names of the columns of a decision row, in order. */
export const DECISION_COLUMNS = [
  "cue-probability",
  "log-probability",
  "least-marginal",
  "lexicon-precision",
  "lexicon-seen",
  "lexicon-bin",
  "run-probability",
  "content-words",
  "content-probability",
  "content-least",
  "content-quoted",
  "content-shared",
  "content-shared-most",
  "content-cue",
  "content-agreed",
  "content-runs",
  "source-words",
  "source-probability",
  "source-claims",
  "source-side",
  "source-distance",
  "source-last-tag",
  "source-first-tag",
  "source-last-shape",
  "source-relation",
  "source-link",
  "anchor-claimed",
  "anchor-quoted",
  "anchor-content",
  "anchor-tag",
  "anchor-relation",
  "anchor-sense",
  "anchor-subject",
  "anchor-clause",
  "anchor-parataxis",
  "anchor-object",
  "cue-words",
  "cue-probability-mean",
  "cue-runs",
  "content-side",
  "content-gap",
  "content-first-tag",
  "content-last-tag",
  "content-next-tag",
  "content-previous-tag",
  "content-to-end",
  "content-from-start",
  "content-first-probability",
  "content-previous-probability",
  "content-last-probability",
  "content-next-probability",
  "anchor-position",
  "sentence-length",
  "better-neighbours",
  "neighbours-probability",
  "rule",
  "rule-confidence",
  "agreed-content",
  "agreed-source",
  "agreed-cue",
  "agreed-start",
  "agreed-end",
  "other-rule",
  "other-cue-probability",
  "other-log-probability",
  "alternative-log-probability",
  "alternative-words",
  "alternative-end",
] as const;

export const DECISION_WIDTH = DECISION_COLUMNS.length;
/** Neighbours in the sentence that are looked at on either side. */
const MOST_NEIGHBOURS = 20;
const NO_PLACE = 99;

/** Who claims which word: the readings of all candidates of a text laid over each other. */
export class Claims {
  /** The likeliest cue that claims the word as content, its probability, and that of the next one. */
  readonly owner: Int32Array;
  readonly most: Float32Array;
  readonly second: Float32Array;
  /** How many claim the word as their source. */
  readonly sources: Uint8Array;
  /** The likeliest cue the word is claimed for. */
  readonly cue: Float32Array;

  constructor(count: number, readings: readonly Reading[], cueProbability: (reading: Reading) => number) {
    this.owner = new Int32Array(count).fill(-1);
    this.most = new Float32Array(count);
    this.second = new Float32Array(count);
    this.sources = new Uint8Array(count);
    this.cue = new Float32Array(count);
    for (const reading of readings) {
      if (reading.rule !== null || reading.alternativeTo !== null) continue;
      const p = cueProbability(reading);
      eachWord(reading.content, (i) => this.claim(i, reading.candidate, p));
      eachWord(reading.source, (i) => {
        if (this.sources[i] < 255) this.sources[i]++;
      });
      eachWord(reading.cue, (i) => {
        if (p > this.cue[i]) this.cue[i] = p;
      });
    }
  }

  private claim(i: number, candidate: number, p: number): void {
    if (p > this.most[i]) {
      this.second[i] = this.most[i];
      this.most[i] = p;
      this.owner[i] = candidate;
    } else if (p > this.second[i]) this.second[i] = p;
  }

  /** How likely the likeliest other cue is that claims the word as content. */
  byAnother(i: number, candidate: number): number {
    return this.owner[i] === candidate ? this.second[i] : this.most[i];
  }
}

export function eachWord(runs: Runs, visit: (word: number) => void): void {
  for (let k = 0; k < runs.length; k += 2) for (let i = runs[k]; i <= runs[k + 1]; i++) visit(i);
}

/** Writes what the decision about a reading is made from into `row`, from `at` on. */
export function writeDecisionRow(
  columns: Columns,
  beliefs: Beliefs,
  claims: Claims,
  agreement: Agreement,
  reading: Reading,
  row: Float32Array,
  at: number,
): void {
  const { anchor, candidate } = reading;
  const { probability, candidates } = beliefs;
  let run = 0;
  if (candidate >= 0)
    for (let i = candidates.first[candidate]; i <= candidates.last[candidate]; i++)
      run += probability[i * ROLE_COUNT + CUE];
  const values = [
    probability[anchor * ROLE_COUNT + CUE],
    reading.logProbability,
    reading.leastMarginal,
    columns.precision[anchor],
    columns.seen[anchor],
    columns.bin[anchor],
    run,
    ...contentValues(columns, beliefs, claims, reading),
    ...sourceValues(columns, beliefs, claims, reading),
    ...anchorValues(columns, beliefs, claims, reading),
    ...edgeValues(columns, beliefs, reading),
    ...neighbourValues(columns, beliefs, reading),
    ...agreementValues(reading, agreement, probability),
    ...alternativeValues(reading),
  ];
  row.set(values, at);
}

function contentValues(columns: Columns, beliefs: Beliefs, claims: Claims, reading: Reading): number[] {
  const { probability, candidates } = beliefs;
  let words = 0;
  let sum = 0;
  let least = 1;
  let quoted = 0;
  let shared = 0;
  let sharedMost = 0;
  let cue = 0;
  let agreed = 0;
  eachWord(reading.content, (i) => {
    const p = probability[i * ROLE_COUNT + CONTENT];
    words++;
    sum += p;
    if (p < least) least = p;
    if (p > 0.5) agreed++;
    if (columns.quotation[i] >= 0) quoted++;
    const other = claims.byAnother(i, reading.candidate);
    shared += other;
    if (other > sharedMost) sharedMost = other;
    if (claims.cue[i] > cue && candidates.of[i] !== reading.candidate) cue = claims.cue[i];
  });
  const share = (value: number) => (words > 0 ? value / words : 0);
  return [
    words,
    share(sum),
    least,
    words > 0 ? quoted / words : -1,
    share(shared),
    sharedMost,
    cue,
    share(agreed),
    reading.content.length / 2,
  ];
}

function sourceValues(columns: Columns, beliefs: Beliefs, claims: Claims, reading: Reading): number[] {
  const { source, anchor } = reading;
  if (source.length === 0) return [0, 0, 0, 0, NO_PLACE, -1, -1, -1, -1, -1];
  const { tag, relation, head } = columns.words;
  let words = 0;
  let sum = 0;
  let most = 0;
  eachWord(source, (i) => {
    words++;
    sum += beliefs.probability[i * ROLE_COUNT + SOURCE];
    if (claims.sources[i] > most) most = claims.sources[i];
  });
  const first = source[0];
  const last = source[source.length - 1];
  const top = headOf(columns, first, source[1]);
  const up = head[top];
  const link = up === anchor ? 2 : head[anchor] >= 0 && up === head[anchor] ? 1 : top === head[anchor] ? 3 : 0;
  return [
    words,
    sum / words,
    most,
    first < anchor ? -1 : 1,
    Math.min(Math.abs(first - anchor), Math.abs(last - anchor)),
    tag[last],
    tag[first],
    columns.shape[last],
    relation[top],
    link,
  ];
}

/** The word of a run that depends on a word outside of it. */
function headOf(columns: Columns, first: number, last: number): number {
  const { head } = columns.words;
  for (let i = first; i <= last; i++) if (head[i] < first || head[i] > last) return i;
  return first;
}

function anchorValues(columns: Columns, beliefs: Beliefs, claims: Claims, reading: Reading): number[] {
  const { anchor } = reading;
  const { tag, relation } = columns.words;
  const children = columns.children[anchor];
  let words = 0;
  let sum = 0;
  eachWord(reading.cue, (i) => {
    words++;
    sum += beliefs.probability[i * ROLE_COUNT + CUE];
  });
  return [
    claims.byAnother(anchor, reading.candidate),
    columns.quotation[anchor] >= 0 ? 1 : 0,
    beliefs.probability[anchor * ROLE_COUNT + CONTENT],
    tag[anchor],
    relation[anchor],
    columns.sense[anchor],
    children & 1,
    (children >> 3) & 1,
    (children >> 5) & 1,
    (children >> 2) & 1,
    words,
    sum / Math.max(1, words),
    reading.cue.length / 2,
  ];
}

function edgeValues(columns: Columns, { probability }: Beliefs, { anchor, content }: Reading): number[] {
  const { tag, sentence, sentenceStart } = columns.words;
  const firstOfSentence = sentenceStart[sentence[anchor]];
  const lastOfSentence = sentenceStart[sentence[anchor] + 1] - 1;
  const empty = content.length === 0;
  const first = empty ? anchor : content[0];
  const last = empty ? anchor : content[content.length - 1];
  const p = (i: number) => (i >= 0 && i < columns.count ? probability[i * ROLE_COUNT + CONTENT] : 0);
  return [
    empty ? 2 : last < anchor ? -1 : first > anchor ? 1 : 0,
    empty ? 31 : Math.min(30, first > anchor ? first - anchor : anchor - last),
    tag[first],
    tag[last],
    last + 1 < columns.count ? tag[last + 1] : -1,
    first > 0 ? tag[first - 1] : -1,
    Math.max(-1, lastOfSentence - last),
    Math.max(-1, first - firstOfSentence),
    p(first),
    p(first - 1),
    p(last),
    p(last + 1),
    anchor - firstOfSentence,
    lastOfSentence - firstOfSentence + 1,
  ];
}

/** How the cue stands among the other candidates of its sentence. */
function neighbourValues(columns: Columns, { probability, candidates }: Beliefs, { anchor }: Reading): number[] {
  const { sentence } = columns.words;
  const own = probability[anchor * ROLE_COUNT + CUE];
  const at = firstCandidateFrom(candidates, anchor);
  let better = 0;
  let sum = 0;
  for (const step of [-1, 1]) {
    for (let k = step < 0 ? at - 1 : at, n = 0; n < MOST_NEIGHBOURS && k >= 0 && k < candidates.count; k += step, n++) {
      const other = candidates.anchor[k];
      if (sentence[other] !== sentence[anchor]) break;
      if (other === anchor) continue;
      const p = probability[other * ROLE_COUNT + CUE];
      sum += p;
      if (p > own) better++;
    }
  }
  return [better, sum];
}

function firstCandidateFrom({ anchor, count }: CueCandidates, word: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchor[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function agreementValues(reading: Reading, agreement: Agreement, probability: Float32Array): number[] {
  const { other } = agreement;
  return [
    ruleNumber(reading),
    reading.rule?.confidence ?? -1,
    agreement.content,
    agreement.source,
    agreement.cue,
    agreement.startsLater,
    agreement.endsLater,
    agreement.rule,
    other === null ? -1 : probability[other.anchor * ROLE_COUNT + CUE],
    other === null ? 2 : other.logProbability,
  ];
}

/** How a second reading stands to the likelier one of its cue. */
function alternativeValues({ alternativeTo: first, content, logProbability }: Reading): number[] {
  if (first === null) return [1, 0, 0];
  return [
    logProbability - first.logProbability,
    wordsIn(content) - wordsIn(first.content),
    (content[content.length - 1] ?? 0) - (first.content[first.content.length - 1] ?? 0),
  ];
}

function wordsIn(runs: Runs): number {
  let words = 0;
  for (let k = 0; k < runs.length; k += 2) words += runs[k + 1] - runs[k] + 1;
  return words;
}
