import type { Span } from "./span.ts";

/** What a stretch of an article is. Captions, bylines and dates never carry statements. */
export type BlockKind = "title" | "subtitle" | "byline" | "date" | "heading" | "caption" | "paragraph";

/** A block of the article's text without the white space around it. Blocks are sorted and do not overlap. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** A news article as it was read. `text` is never normalised: every span of a reading is an offset into it. */
export interface Article {
  /** Made from content: date, title and the first digits of the hash, `2021-09-07-plan-issued-to-further-…-1f3a9c`. */
  readonly id: string;
  readonly title: string;
  /** Day of publication, ISO 8601 (`2021-09-07`), where known. */
  readonly date: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** BCP 47 tag, `en`. */
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** SHA-256 of `text` in UTF-8, as 64 hexadecimal digits. */
  readonly sha256: string;
  /** What was odd about the input and how it was taken, in plain sentences. */
  readonly warnings: readonly string[];
}
