import type { Article, Block, BlockKind, Span } from "../model/index.ts";
import { makeArticle } from "./article.ts";
import { isoDay, parseDay } from "./calendar.ts";
import { isCaption, isDateLine, looksLikeHeading, readHeader } from "./header.ts";
import { paragraphsOf } from "./layout.ts";
import type { ArticleSource } from "./source.ts";

/**
 * Reads an article from plain text. `text` stays exactly as given; blocks are found by empty lines, line breaks and what
 * the lines look like (header, byline, dateline, caption, heading).
 */
export function articleFromText(text: string, source: ArticleSource = {}): Article {
  const paragraphs = paragraphsOf(text);
  const { header, taken } = readHeader(text, paragraphs, source.title ?? null);
  const blocks: Block[] = [...header.blocks];
  for (let index = taken; index < paragraphs.length; index++) {
    const { start, end } = paragraphs[index];
    blocks.push({ kind: bodyKind(text, paragraphs, index), start, end });
  }
  return makeArticle(
    {
      text,
      blocks,
      title: header.title,
      date: header.date ?? dayInYearOf(header.dayWithoutYear, source),
      outlet: header.outlet,
      author: header.author,
      warnings: [],
    },
    source,
  );
}

function bodyKind(text: string, paragraphs: readonly Span[], index: number): BlockKind {
  const { start, end } = paragraphs[index];
  if (end - start > 600) return "paragraph";
  const words = text.slice(start, end);
  if (isCaption(words)) return "caption";
  if (isDateLine(words)) return "date";
  if (
    /^(?:reporting|editing|additional reporting|writing) by\s/i.test(words) ||
    /^\((?:reporting|editing) by\s/i.test(words)
  ) {
    return "byline";
  }
  return index + 1 < paragraphs.length && looksLikeHeading(words) ? "heading" : "paragraph";
}

/** A dateline without a year is of the year the file's name or the source gives, else of no known day. */
function dayInYearOf(day: { month: number; day: number } | null, source: ArticleSource): string | null {
  const known = parseDay(source.date ?? "") ?? parseDay(source.name ?? "");
  return day === null || known === null ? null : isoDay(Number(known.slice(0, 4)), day.month, day.day);
}
