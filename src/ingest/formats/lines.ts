import { type InputFile, LIMITS, megabytes, type Skipped } from "./format.ts";

/** A line's bytes, without its end, and its number from 1. */
export interface Line {
  readonly bytes: Uint8Array;
  readonly number: number;
}

const STEP = 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * The lines of a file of any size; no more than one line and a megabyte are in memory. A line longer than `LIMITS.line`
 * is skipped and named, its bytes are passed over.
 */
export async function* linesOf(file: InputFile): AsyncIterable<Line | Skipped> {
  let pending: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  for (let at = 0; at < file.size; at += STEP) {
    const step = await file.slice(at, Math.min(file.size, at + STEP));
    let start = 0;
    for (let end = step.indexOf(NEWLINE); end >= 0; end = step.indexOf(NEWLINE, start)) {
      yield lineOf(pending, length, step.subarray(start, end), number, file.name);
      [pending, length] = [[], 0];
      number++;
      start = end + 1;
    }
    length += step.length - start;
    // of a line that is too long only the length is kept
    if (length > LIMITS.line) pending = [];
    else if (start < step.length) pending.push(step.slice(start));
  }
  if (length > 0) yield lineOf(pending, length, new Uint8Array(), number, file.name);
}

function lineOf(
  pending: readonly Uint8Array[],
  length: number,
  rest: Uint8Array,
  number: number,
  name: string,
): Line | Skipped {
  const total = length + rest.length;
  if (total > LIMITS.line) {
    const [size, most] = [megabytes(total), megabytes(LIMITS.line)];
    return {
      skipped: "LINE_TOO_LONG",
      message: `${name}, line ${number}: ${size} MB on one line (at most ${most} MB); put each record on a line of its own`,
    };
  }
  if (pending.length === 0) return { bytes: rest, number };
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const part of [...pending, rest]) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, number };
}
