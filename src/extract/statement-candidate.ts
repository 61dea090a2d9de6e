import type { Span, StatementKind, Why } from "../model/index.ts";
import { wordOf } from "./name-index.ts";
import type { Prose } from "./prose.ts";

/** A statement before it is known who its speaker is: what the rules or a trained model hand to `readArticle`. */
export interface StatementCandidate {
  /** Sorted, not overlapping, quotation marks included. Not empty. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /**
   * Where the source stands if it is that of another statement ("…," she said, adding that …). Null where the text names
   * none; absent where that isn't known.
   */
  readonly sharedSource?: Span | null;
  /** Words that name whom it was said to. */
  readonly addressee: Span | null;
  /** A quotation without cue and source of its own that belongs to the speaker before it. */
  readonly floating: boolean;
  /** Said or written, as against thought, hoped or planned. */
  readonly speech: boolean;
  /** Probability that content and source are right, 0…1. */
  readonly confidence: number;
  /**
   * Which curve gave the confidence, where it was learnt from how often content and source were right and so needs no
   * discount: that of rules' readings within quotation marks, or that of all others.
   */
  readonly calibrated?: "quoted" | "other";
  readonly why: Why;
  /** Said without quotation marks but word for word: an interview's answer. */
  readonly verbatim?: boolean;
}

/** direct where at least so much of the letters and digits stands in quotation marks. */
const DIRECT_SHARE = 0.95;

/** The kind of a statement by how much of its content stands in quotation marks, counted in letters and digits. */
export function kindOf(prose: Prose, content: readonly Span[]): StatementKind {
  let letters = 0;
  let quoted = 0;
  for (const span of content) {
    for (let word = wordOf(prose, span.start); word < prose.count && prose.words.start[word] < span.end; word++) {
      const count = countLetters(
        prose.text,
        Math.max(span.start, prose.words.start[word]),
        Math.min(span.end, prose.words.end[word]),
      );
      letters += count;
      if (prose.quotation[word] !== -1) quoted += count;
    }
  }
  if (prose.neverClosed.has(content[0].start)) return "direct";
  if (quoted === 0) return "indirect";
  return quoted >= letters * DIRECT_SHARE ? "direct" : "mixed";
}

function countLetters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (isLetterOrDigit(text.charCodeAt(at))) count++;
  return count;
}

function isLetterOrDigit(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xaa && /[\p{L}\p{N}]/u.test(String.fromCharCode(code)))
  );
}
