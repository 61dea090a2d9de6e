import type { CueCandidates } from "./candidates.ts";
import { CUE, ROLE_COUNT } from "./chain.ts";
import type { Columns } from "./columns.ts";

/** What is believed of the words before single cues are read. */
export interface Beliefs {
  /** Four probabilities a word. */
  readonly probability: Float32Array;
  readonly candidates: CueCandidates;
}

/** Probabilities from which on the next level begins. */
const LEVELS = [0.01, 0.04, 0.12, 0.3, 0.5, 0.7, 0.88, 0.96, 0.99];
/** A candidate this likely a cue owns the words below it in the tree, and stands between a word and another cue. */
const OWNS = 0.3;
const STANDS_BETWEEN = 0.4;
/** Steps up a tree that are looked at. */
const MOST_STEPS = 60;
/** Words on either side of the anchor that are searched for quotations, of its sentence and beyond. */
const QUOTATION_REACH = 160;
const NEAR_QUOTATION = 40;
export function level(p: number): number {
  let k = 0;
  while (k < LEVELS.length && p >= LEVELS[k]) k++;
  return k;
}

/** The cue that is being read, its sentence, and how other words stand to it. */
export class CueAnchor {
  readonly columns: Columns;
  readonly beliefs: Beliefs;
  /** Levels of the four probabilities of each word, and its likeliest role. */
  readonly level: Uint8Array;
  readonly role: Uint8Array;
  /** Steps from the anchor up to each of the words above it, -1 for all others. */
  readonly above: Int8Array;
  candidate = 0;
  word = -1;
  sentence = 0;
  first = 0;
  last = 0;
  /** Quotations that touch the sentence before and behind the anchor: 0 … 2 each. */
  quotesHere = 0;
  nextQuotation = 0;
  lastQuotation = 0;

  constructor(columns: Columns, beliefs: Beliefs) {
    const { probability } = beliefs;
    this.columns = columns;
    this.beliefs = beliefs;
    this.level = new Uint8Array(probability.length);
    for (let i = 0; i < probability.length; i++) this.level[i] = level(probability[i]);
    this.role = new Uint8Array(columns.count);
    for (let i = 0; i < columns.count; i++) this.role[i] = likeliestRole(probability, i);
    this.above = new Int8Array(columns.count).fill(-1);
  }

  /** Moves to a candidate and its sentence, and marks the words above it in the tree. */
  moveTo(candidate: number): void {
    const { columns: c } = this;
    this.markAbove(false);
    const { sentence, sentenceStart } = c.words;
    const word = this.beliefs.candidates.anchor[candidate];
    this.candidate = candidate;
    this.word = word;
    this.sentence = sentence[word];
    this.first = sentenceStart[this.sentence];
    this.last = sentenceStart[this.sentence + 1] - 1;
    let before = 0;
    let behind = 0;
    const from = Math.max(this.first, word - QUOTATION_REACH);
    for (let i = from; i <= this.last && i < word + QUOTATION_REACH; i++) {
      if (c.quotation[i] < 0 || (i > this.first && c.quotation[i] === c.quotation[i - 1])) continue;
      if (i < word) before++;
      else behind++;
    }
    this.quotesHere = Math.min(2, before) * 3 + Math.min(2, behind);
    this.nextQuotation = quotationNear(c, word, 1);
    this.lastQuotation = quotationNear(c, word, -1);
    this.markAbove(true);
  }

  /** Writes down how many steps above the anchor its ancestors stand, or forgets it. */
  private markAbove(known: boolean): void {
    const { head } = this.columns.words;
    let steps = 0;
    for (let i = this.word; i >= 0 && steps < MOST_STEPS; i = head[i], steps++) this.above[i] = known ? steps : -1;
  }

  /** Whether the nearest likely cue above a word, itself included, is the anchor (1), another one (2) or none (0). */
  ownerOf(word: number): number {
    const { of, anchor } = this.beliefs.candidates;
    const { probability } = this.beliefs;
    const { head } = this.columns.words;
    for (let i = word, steps = 0; i >= 0 && steps < MOST_STEPS; i = head[i], steps++) {
      const candidate = of[i];
      if (candidate === this.candidate) return 1;
      if (candidate >= 0 && probability[anchor[candidate] * ROLE_COUNT + CUE] >= OWNS) return 2;
    }
    return 0;
  }

  /** How many likely cues, at most 3, stand between a word and the anchor. */
  candidatesBetween(i: number): number {
    const { anchor, count } = this.beliefs.candidates;
    const { probability } = this.beliefs;
    const { word, candidate } = this;
    const step = i < word ? -1 : 1;
    let found = 0;
    if (i === word) return 0;
    for (let k = candidate + step; k >= 0 && k < count && found < 3; k += step) {
      if (step < 0 ? anchor[k] <= i : anchor[k] >= i) break;
      if (probability[anchor[k] * ROLE_COUNT + CUE] >= STANDS_BETWEEN) found++;
    }
    return found;
  }

  /** Which quotation a word stands in: none (0), the anchor's (1), the next (2), the last (3) or `other`. */
  sameQuotation(i: number, other: number): number {
    const { quotation } = this.columns;
    const { word, nextQuotation, lastQuotation } = this;
    if (quotation[i] < 0) return 0;
    if (quotation[i] === quotation[word]) return 1;
    if (quotation[i] === nextQuotation) return 2;
    return quotation[i] === lastQuotation ? 3 : other;
  }
}

function likeliestRole(probability: Float32Array, i: number): number {
  let best = 0;
  for (let role = 1; role < ROLE_COUNT; role++)
    if (probability[i * ROLE_COUNT + role] > probability[i * ROLE_COUNT + best]) best = role;
  return best;
}

/** The nearest quotation on one side of the anchor that it doesn't stand in itself, -2 where there is none near. */
function quotationNear({ quotation, count }: Columns, anchor: number, step: number): number {
  for (let i = anchor + step, n = 0; i >= 0 && i < count && n < NEAR_QUOTATION; i += step, n++)
    if (quotation[i] >= 0 && quotation[i] !== quotation[anchor]) return quotation[i];
  return -2;
}
