import { type Article, OnRecordError } from "../../model/index.ts";
import { piecesOf } from "../html.ts";
import type { ParseDocument } from "../source.ts";
import { articleFromText } from "../text.ts";
import {
  type ARTICLE_FIELDS,
  type ColumnMapping,
  dayOf,
  describeColumns,
  GUESSED_FROM,
  guessColumns,
  type Row,
} from "./columns.ts";
import { LIMITS, megabytes, type ReadOptions, type Skipped, skip } from "./format.ts";

/** A record with the place it stands at, `line 12`. */
export interface Placed {
  readonly row: Row;
  readonly place: string;
}

/**
 * Makes articles of records, whose columns are guessed from the first of them unless the options name them. A record
 * without text is skipped and named; the guess is told to `options.notice`.
 *
 * @throws OnRecordError where no column holds texts, see `guessColumns`.
 */
export async function* articlesFromRecords(
  records: AsyncIterable<Placed | Skipped>,
  name: string,
  options: ReadOptions,
): AsyncIterable<Article | Skipped> {
  const first: (Placed | Skipped)[] = [];
  const iterator = records[Symbol.asyncIterator]();
  let size = 0;
  try {
    while (first.length < GUESSED_FROM && size < LIMITS.line) {
      const next = await iterator.next();
      if (next.done) break;
      first.push(next.value);
      if (!("skipped" in next.value)) for (const value of Object.values(next.value.row)) size += value.length;
    }
    const rows = first.flatMap((item) => ("skipped" in item ? [] : [item.row]));
    if (rows.length === 0) {
      if (first.length > 0) yield* first as Skipped[];
      else throw new OnRecordError("EMPTY", `${name}: no records found in it; check that this is the right file`);
      return;
    }
    const mapping = guessColumns(rows, options.columns ?? {}, name);
    options.notice?.(`${name}: ${describeColumns(mapping, rows)}`);
    for (const item of first) yield articleFromRecord(item, mapping, name, options);
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield articleFromRecord(next.value, mapping, name, options);
    }
  } finally {
    await iterator.return?.();
  }
}

function articleFromRecord(
  item: Placed | Skipped,
  mapping: ColumnMapping,
  name: string,
  options: ReadOptions,
): Article | Skipped {
  if ("skipped" in item) return item;
  const { row, place } = item;
  const where = `${name}, ${place}`;
  const field = (wanted: (typeof ARTICLE_FIELDS)[number]): string | undefined => {
    const column = mapping[wanted];
    return column === undefined ? undefined : row[column]?.trim() || undefined;
  };
  try {
    const raw = mapping.text === undefined ? "" : (row[mapping.text] ?? "");
    if (raw.length > LIMITS.document) {
      return {
        skipped: "TOO_LARGE",
        message: `${where}: ${megabytes(raw.length)} MB is too large for one article; split it`,
      };
    }
    const text = plainText(raw, options.parseDocument);
    if (!/[\p{L}\p{N}]/u.test(text)) {
      return {
        skipped: "EMPTY",
        message: `${where}: no text in "${mapping.text}"; fill it in or name another column with --map COLUMN=text`,
      };
    }
    const day = dayOf(field("date") ?? "");
    return articleFromText(text, {
      title: field("title")?.replace(/\s+/g, " "),
      date: day ?? field("date"),
      outlet: field("outlet"),
      author: field("author"),
      url: field("url"),
      language: languageTag(field("language")),
      ...options.source,
    });
  } catch (error) {
    return skip(error, where, "record");
  }
}

/** The words of a text that may be a page's source; line breaks are kept as paragraphs. */
export function plainText(value: string, parseDocument?: ParseDocument): string {
  if (!/<(?:p|br|div|h[1-6]|span|a|strong|em|ul|blockquote|figure|html)\b[^<>]*>/i.test(value) || !parseDocument) {
    return value;
  }
  const document = parseDocument(`<!doctype html><html><head></head><body>${value}</body></html>`);
  return piecesOf(document.body)
    .map(({ words }) => words)
    .join("\n\n");
}

/** A language as a tag: `en` for `en-GB`, `eng` or `ENGLISH`; others as they are, undefined where nothing is given. */
export function languageTag(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const lower = value.trim().toLowerCase();
  if (lower === "eng" || lower === "english") return "en";
  return /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/.test(lower) ? lower.split(/[-_]/)[0] : lower;
}
