import { OnRecordError } from "../../model/index.ts";
import { parseDay } from "../calendar.ts";

/** What a column of a table, or a field of a record, can hold of an article. */
export const ARTICLE_FIELDS = ["text", "title", "date", "outlet", "author", "url", "language"] as const;
export type ArticleField = (typeof ARTICLE_FIELDS)[number];

/** Which column holds which field. */
export type ColumnMapping = { readonly [field in ArticleField]?: string };

/** Names columns have in exports of archives, scrapers and news services, folded as `foldColumn` does, best first. */
const NAMES: Readonly<Record<ArticleField, readonly string[]>> = {
  text: [
    "text",
    "fulltext",
    "articletext",
    "articlebody",
    "body",
    "bodytext",
    "maintext",
    "content",
    "article",
    "articlecontent",
    "story",
    "fullarticle",
    "transcript",
    "plaintext",
    "paragraphs",
    "description",
  ],
  title: ["title", "headline", "articletitle", "webtitle", "head", "heading", "hed", "subject", "name"],
  date: [
    "date",
    "publicationdate",
    "datepublished",
    "publishdate",
    "publisheddate",
    "publishedat",
    "publishedon",
    "published",
    "pubdate",
    "webpublicationdate",
    "articledate",
    "day",
    "datetime",
    "timestamp",
    "time",
    "created",
    "createdat",
  ],
  outlet: [
    "outlet",
    "publication",
    "publicationname",
    "newspaper",
    "paper",
    "sourcename",
    "source",
    "publisher",
    "media",
    "medium",
    "medianame",
    "journal",
    "site",
    "sitename",
    "website",
    "sourcedomain",
    "domain",
  ],
  author: ["author", "authors", "byline", "writer", "reporter", "creator", "journalist"],
  url: ["url", "link", "weburl", "articleurl", "permalink", "canonicalurl", "href", "uri"],
  language: ["language", "lang", "languagecode"],
};

/** How many records are looked at to guess. */
export const GUESSED_FROM = 50;

/** A record as columns and their values. */
export type Row = Readonly<Record<string, string>>;

/**
 * Which column holds what: those `given`, the others by name (`Headline`, `publication_date`, `source.name`), the text by
 * its length and the date by its days where no column is called so.
 *
 * @throws OnRecordError `NO_SUCH_COLUMN` for a given column that isn't there, `NO_TEXT_COLUMN` where none holds texts.
 */
export function guessColumns(rows: readonly Row[], given: ColumnMapping, name: string): ColumnMapping {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const mapping: { [field in ArticleField]?: string } = {};
  const taken = new Set<string>();
  for (const field of ARTICLE_FIELDS) {
    const wanted = given[field];
    if (wanted === undefined) continue;
    const column =
      columns.find((one) => one === wanted) ?? columns.find((one) => foldColumn(one) === foldColumn(wanted));
    if (column === undefined) {
      throw new OnRecordError(
        "NO_SUCH_COLUMN",
        `${name}: there is no column "${wanted}"; the columns are ${listOf(columns)}`,
      );
    }
    mapping[field] = column;
    taken.add(column);
  }
  for (const field of ARTICLE_FIELDS) {
    if (mapping[field] !== undefined) continue;
    const column = columnByName(field, columns, taken, rows);
    if (column === null) continue;
    mapping[field] = column;
    taken.add(column);
  }
  mapping.text ??= longestColumn(columns, taken, rows) ?? undefined;
  if (mapping.text !== undefined) taken.add(mapping.text);
  mapping.date ??= dayColumn(columns, taken, rows) ?? undefined;
  if (mapping.text === undefined) {
    throw new OnRecordError(
      "NO_TEXT_COLUMN",
      `${name}: no column holds the articles' text; name it with --map COLUMN=text (the columns are ${listOf(columns)})`,
    );
  }
  return mapping;
}

function columnByName(
  field: ArticleField,
  columns: readonly string[],
  taken: ReadonlySet<string>,
  rows: readonly Row[],
): string | null {
  for (const name of NAMES[field]) {
    for (const column of columns) {
      // the last part of a nested field counts too, the whole first: "source.name", "fields.bodyText"
      const last = column.slice(column.lastIndexOf(".") + 1);
      const matches = foldColumn(column) === name || (last !== column && foldColumn(last) === name);
      if (matches && !taken.has(column) && suits(field, column, rows)) return column;
    }
  }
  return null;
}

/** Whether what stands in a column can be what its name says. */
function suits(field: ArticleField, column: string, rows: readonly Row[]): boolean {
  const values = rows.map((row) => row[column]?.trim() ?? "").filter((value) => value !== "");
  if (values.length === 0) return false;
  const most = (test: (value: string) => boolean) => values.filter(test).length * 2 > values.length;
  if (field === "text") return most((value) => value.length >= 20 && /\s/.test(value));
  if (field === "date") return most((value) => dayOf(value) !== null);
  if (field === "url") return most((value) => /^(?:https?:)?\/\/|^www\./i.test(value));
  return most((value) => value.length <= 400);
}

/** The column with the longest texts, where they are longer than any headline. */
function longestColumn(columns: readonly string[], taken: ReadonlySet<string>, rows: readonly Row[]): string | null {
  let best: string | null = null;
  let longest = 200;
  for (const column of columns) {
    if (taken.has(column)) continue;
    const lengths = rows.map((row) => (/\s/.test(row[column] ?? "") ? row[column].length : 0));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, rows.length);
    if (mean > longest) [best, longest] = [column, mean];
  }
  return best;
}

/** The one column that holds a day in every row; null where there are several, for they may mean other things. */
function dayColumn(columns: readonly string[], taken: ReadonlySet<string>, rows: readonly Row[]): string | null {
  const isDay = (value: string) => value.length <= 40 && parseDay(value) !== null;
  const holding = columns.filter(
    (column) => !taken.has(column) && rows.every((row) => isDay(row[column]?.trim() ?? "")),
  );
  return holding.length === 1 ? holding[0] : null;
}

/** The mapping in one line for a person: `text ← Body, title ← Headline; left out: Pages`. */
export function describeColumns(mapping: ColumnMapping, rows: readonly Row[]): string {
  const used = ARTICLE_FIELDS.filter((field) => mapping[field] !== undefined);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const unused = columns.filter((column) => !used.some((field) => mapping[field] === column));
  const taken = used.map((field) => `${field} ← ${mapping[field]}`).join(", ");
  return unused.length === 0 ? taken : `${taken}; left out: ${listOf(unused)}`;
}

/**
 * Reads `column=field` as people give it on the command line.
 *
 * @throws OnRecordError `BAD_MAPPING`.
 */
export function parseMapping(pairs: readonly string[]): ColumnMapping {
  const mapping: { [field in ArticleField]?: string } = {};
  for (const pair of pairs) {
    const at = pair.lastIndexOf("=");
    const field = pair
      .slice(at + 1)
      .trim()
      .toLowerCase() as ArticleField;
    if (at <= 0 || !ARTICLE_FIELDS.includes(field)) {
      throw new OnRecordError(
        "BAD_MAPPING",
        `--map ${pair}: write it as COLUMN=FIELD, where the field is ${ARTICLE_FIELDS.join(", ")}`,
      );
    }
    mapping[field] = pair.slice(0, at).trim();
  }
  return mapping;
}

/** A day as tables write it: as `parseDay` reads it, `20210907`, or seconds or milliseconds since 1970. */
export function dayOf(value: string): string | null {
  const trimmed = value.trim();
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(trimmed);
  if (compact !== null) return parseDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
  if (/^\d{9,10}$|^\d{12,13}$/.test(trimmed)) {
    return new Date(Number(trimmed) * (trimmed.length <= 10 ? 1000 : 1)).toISOString().slice(0, 10);
  }
  return parseDay(trimmed);
}

function foldColumn(column: string): string {
  return column.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function listOf(columns: readonly string[]): string {
  const shown = columns.slice(0, 20).map((column) => `"${column.slice(0, 40)}"`);
  return shown.join(", ") + (columns.length > shown.length ? ` and ${columns.length - shown.length} more` : "");
}
