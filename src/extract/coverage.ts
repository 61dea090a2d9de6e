import type { Span } from "../model/index.ts";

/** Which characters of a stretch of text are already taken: asking and taking cost the length of the span. */
export class Coverage {
  private readonly offset: number;
  private readonly taken: Uint8Array;

  constructor(whole: Span) {
    this.offset = whole.start;
    this.taken = new Uint8Array(whole.end - whole.start);
  }

  /** Whether any character of the span is taken. */
  touches(span: Span): boolean {
    for (let at = span.start; at < span.end; at++) if (this.taken[at - this.offset] === 1) return true;
    return false;
  }

  add(span: Span): void {
    this.taken.fill(1, span.start - this.offset, span.end - this.offset);
  }
}
