import type { Span } from "../model/index.ts";

/** A line of the text without the white space around it; `indent` is how many characters of white space precede it. */
interface Line extends Span {
  readonly indent: number;
  /** Whether at least one empty line stands before it. */
  readonly afterBlank: boolean;
}

/** Lines wider than this are no lines of a text wrapped by hand or by a mail program. */
const WIDEST_WRAP = 120;
/** Lines narrower than this are a list, a poem or a transcript. */
const NARROWEST_WRAP = 40;
/** Share of the line breaks that must be explained by the width before a text counts as hard-wrapped. */
const WRAPPED_SHARE = 0.6;

/**
 * Cuts a text into its paragraphs, as spans without the white space around them. Empty lines part paragraphs; a single
 * line break parts them too, unless the text is hard-wrapped and the line broke because the next word had no room. Lines
 * without any letter or digit ("***") are ornaments, not paragraphs.
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text);
  const width = wrapWidth(text, lines);
  const paragraphs: { start: number; end: number }[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const continues =
      width !== null &&
      before !== undefined &&
      !line.afterBlank &&
      !startsParagraph(before, line) &&
      isFull(text, before, line, width);
    if (continues) paragraphs[paragraphs.length - 1].end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
  });
  return paragraphs.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = false;
  for (const match of text.matchAll(/[^\n\r\u2028\u2029\f\v]+|\r\n|[\n\r\u2028\u2029\f\v]/g)) {
    const raw = match[0];
    if (/^[\n\r\u2028\u2029\f\v]/.test(raw)) {
      // the break that ends a line of words is not an empty line, the next one is
      if (match.index > 0 && /[\n\r\u2028\u2029\f\v]/.test(text[match.index - 1])) afterBlank = true;
      continue;
    }
    const trimmed = raw.trim();
    if (trimmed === "") {
      afterBlank = true;
      continue;
    }
    const indent = raw.length - raw.trimStart().length;
    const start = match.index + indent;
    lines.push({ start, end: start + trimmed.length, indent, afterBlank });
    afterBlank = false;
  }
  return lines;
}

/** The width a text was wrapped at (its longest line), or null when its line breaks are ends of paragraphs. */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.indent + line.end - line.start);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null;
  let breaks = 0;
  let full = 0;
  let open = 0;
  for (let index = 1; index < lines.length; index++) {
    if (lines[index].afterBlank) continue;
    breaks++;
    if (!isFull(text, lines[index - 1], lines[index], width)) continue;
    full++;
    if (!/[.!?:"”’)]/.test(text[lines[index - 1].end - 1])) open++;
  }
  return breaks > 0 && full / breaks >= WRAPPED_SHARE && open * 2 >= full ? width : null;
}

/** Whether the first word of the next line would have had no room on this one. */
function isFull(text: string, line: Line, next: Line, width: number): boolean {
  let wordEnd = next.start;
  while (wordEnd < next.end && !/\s/.test(text[wordEnd])) wordEnd++;
  return line.indent + (line.end - line.start) + 1 + (wordEnd - next.start) > width;
}

function startsParagraph(before: Line, line: Line): boolean {
  return line.indent >= before.indent + 2;
}
