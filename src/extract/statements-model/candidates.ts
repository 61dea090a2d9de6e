import { CUE, ROLE_COUNT } from "./chain.ts";
import type { Columns } from "./columns.ts";

/** Runs of words that may be a cue, found generously: what they are is decided when all else is known. */
export interface CueCandidates {
  readonly count: number;
  /** First and last word of each run, in text order. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The word of the run that is most likely part of a cue. */
  readonly anchor: Int32Array;
  /** The candidate each word lies in, or -1. */
  readonly of: Int32Array;
}

/** Words that are less likely part of a cue than this are no candidates. */
const LEAST_PROBABILITY = 0.1;

export function findCandidates(columns: Columns, probability: Float32Array): CueCandidates {
  const { count } = columns;
  const { sentence } = columns.words;
  const first: number[] = [];
  const last: number[] = [];
  const anchors: number[] = [];
  const of = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; ) {
    if (probability[i * ROLE_COUNT + CUE] < LEAST_PROBABILITY) {
      i++;
      continue;
    }
    let end = i;
    let anchor = i;
    for (; end < count && sentence[end] === sentence[i]; end++) {
      const p = probability[end * ROLE_COUNT + CUE];
      if (p < LEAST_PROBABILITY) break;
      if (p > probability[anchor * ROLE_COUNT + CUE]) anchor = end;
      of[end] = anchors.length;
    }
    first.push(i);
    last.push(end - 1);
    anchors.push(anchor);
    i = end;
  }
  return {
    count: anchors.length,
    first: Int32Array.from(first),
    last: Int32Array.from(last),
    anchor: Int32Array.from(anchors),
    of,
  };
}
