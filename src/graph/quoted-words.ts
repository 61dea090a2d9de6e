import type { Statement } from "../model/index.ts";

/** Quotation marks that open and close; a straight mark, ‘‘ and '' toggle. */
const MARKS = /[“„«»”"]|``|''/g;

/** Words as a person counts them: runs between white space that have a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const word of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(word)) count++;
  return count;
}

/**
 * How many words of a statement stand in quotation marks: all of a direct one, none of an indirect one, and of a mixed
 * one those between the marks (to the end of the span where a mark isn't closed).
 */
export function countQuotedWords(text: string, statement: Pick<Statement, "kind" | "content">): number {
  if (statement.kind === "indirect") return 0;
  let count = 0;
  for (const { start, end } of statement.content) {
    const words = text.slice(start, end);
    count += statement.kind === "direct" ? countWords(words) : countWords(quotedParts(words).join(" "));
  }
  return count;
}

function quotedParts(text: string): string[] {
  const parts: string[] = [];
  let from = -1;
  for (const mark of text.matchAll(MARKS)) {
    if (from < 0) from = mark.index + mark[0].length;
    else {
      parts.push(text.slice(from, mark.index));
      from = -1;
    }
  }
  if (from >= 0) parts.push(text.slice(from));
  return parts;
}
