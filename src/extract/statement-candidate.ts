import type { Span, StatementKind, Why } from "../model/index.ts";

/** A statement before it is known who its speaker is: what the rules or a trained model hand to `readArticle`. */
export interface StatementCandidate {
  /** Sorted, not overlapping, quotation marks included. Not empty. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /** Words that name whom it was said to. */
  readonly addressee: Span | null;
  /** A quotation without cue and source of its own that belongs to the speaker before it. */
  readonly floating: boolean;
  /** Said or written, as against thought, hoped or planned. */
  readonly speech: boolean;
  /** Probability that content and source are right, 0…1. */
  readonly confidence: number;
  readonly why: Why;
  /** Said without quotation marks but word for word: an interview's answer. */
  readonly verbatim?: boolean;
}

/** direct where at least so much of the letters and digits stands in quotation marks. */
const DIRECT_SHARE = 0.95;

/** The kind of a statement by how much of its content stands in quotation marks, as `text` counts letters and digits. */
export function kindOf(text: string, content: readonly Span[], quotations: readonly Span[]): StatementKind {
  let letters = 0;
  let quoted = 0;
  let next = 0;
  for (const span of content) {
    for (let at = span.start; at < span.end; at++) {
      if (!isLetterOrDigit(text.charCodeAt(at))) continue;
      letters++;
      while (next < quotations.length && quotations[next].end <= at) next++;
      if (next < quotations.length && quotations[next].start <= at) quoted++;
    }
  }
  if (quoted === 0) return "indirect";
  return quoted >= letters * DIRECT_SHARE ? "direct" : "mixed";
}

function isLetterOrDigit(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xaa && /[\p{L}\p{N}]/u.test(String.fromCharCode(code)))
  );
}
