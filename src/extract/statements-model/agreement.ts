import type { Columns } from "./columns.ts";
import { eachWord } from "./decision-features.ts";
import type { Reading } from "./readings.ts";
import { ruleNumber } from "./rule-readings.ts";

/** How a reading agrees with the one of the other reader (trained or rules) that is most like it. */
export interface Agreement {
  /** Shared words of the contents among the words of both, 0 where the other reader has nothing alike. */
  readonly content: number;
  /** 1 where the sources share a word or both have none. */
  readonly source: number;
  /** 1 where the cues share a word. */
  readonly cue: number;
  /** Words the own content begins, and ends, behind the other one. */
  readonly startsLater: number;
  readonly endsLater: number;
  /** The rule of the other reading. */
  readonly rule: number;
  /** How likely the other reading's cue is one. */
  readonly other: Reading | null;
}

const NOTHING: Agreement = { content: 0, source: 0, cue: 0, startsLater: 0, endsLater: 0, rule: 0, other: null };

/** For each reading how it agrees with the other reader's. */
export function agreementsOf(columns: Columns, readings: readonly Reading[]): Agreement[] {
  const agreements: Agreement[] = readings.map(() => NOTHING);
  const owner = new Int32Array(columns.count).fill(-1);
  const sizes = readings.map(({ content }) => sizeOf(content));
  readings.forEach(({ rule, content }, index) => {
    if (rule !== null) eachWord(content, (i) => (owner[i] = index));
  });
  readings.forEach((reading, index) => {
    if (reading.rule !== null) return;
    const shared = new Map<number, number>();
    eachWord(reading.content, (i) => {
      if (owner[i] >= 0) shared.set(owner[i], (shared.get(owner[i]) ?? 0) + 1);
    });
    for (const [other, words] of shared) {
      const content = words / (sizes[index] + sizes[other] - words);
      const cue = shares(reading.cue, readings[other].cue) ? 1 : 0;
      const weight = (agreement: Agreement) => agreement.content + agreement.cue;
      if (content + cue > weight(agreements[index]))
        agreements[index] = compare(reading, readings[other], content, cue);
      if (reading.alternativeTo === null && content + cue > weight(agreements[other]))
        agreements[other] = compare(readings[other], reading, content, cue);
    }
  });
  return agreements;
}

function compare(own: Reading, other: Reading, content: number, cue: number): Agreement {
  const bothWithout = own.source.length === 0 && other.source.length === 0;
  return {
    content,
    cue,
    source: bothWithout || shares(own.source, other.source) ? 1 : 0,
    startsLater: own.content[0] - other.content[0],
    endsLater: own.content[own.content.length - 1] - other.content[other.content.length - 1],
    rule: ruleNumber(other),
    other,
  };
}

function sizeOf(runs: Reading["content"]): number {
  let size = 0;
  for (let k = 0; k < runs.length; k += 2) size += runs[k + 1] - runs[k] + 1;
  return size;
}

/** Whether the runs have a word in common. */
export function shares(a: Reading["cue"], b: Reading["cue"]): boolean {
  for (let k = 0; k < a.length; k += 2)
    for (let l = 0; l < b.length; l += 2) if (a[k] <= b[l + 1] && b[l] <= a[k + 1]) return true;
  return false;
}
