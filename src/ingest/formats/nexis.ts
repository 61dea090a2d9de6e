import type { Article } from "../../model/index.ts";
import { MONTH_PATTERN, parseDay } from "../calendar.ts";
import { decodeText } from "../encoding.ts";
import type { ArticleSource } from "../source.ts";
import { articleFromText } from "../text.ts";
import { asciiOf, bytesOf, type FormatReader, type Skipped, skip, withWarnings } from "./format.ts";

/** The line above each article of older exports: `3 of 50 DOCUMENTS`, `Document 3 of 50`. */
const FIRST_LINE = /^[ \t\f]*(?:\d+ of \d+ DOCUMENTS?|Document \d+ of \d+)[ \t]*$/im;
/** The line below each article of newer ones. */
const LAST_LINE = /^[ \t]*End of Document[ \t]*$/im;
/** The line above the text of newer ones. */
const BODY_LINE = /^[ \t]*Body[ \t]*$/m;
const COPYRIGHT_LINE = /^[ \t]*Copyright (?:©|\(c\)|\d{4})/im;
const LENGTH = /^[ \t]*LENGTH:[ \t]*[\d,.]+ words?[ \t]*$/im;

/** Fields above the text. The value of some runs over several lines, to the next empty one. */
const HEAD_FIELD =
  /^(BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|HEADLINE|EDITION|SERIES|SOURCE|COLUMN|PAGE|TITLE)[ \t]*:[ \t]*(.*)$/i;
/** What stands below it. */
const TAIL_LINE =
  /^(?:(?:LOAD-DATE|LANGUAGE|GRAPHICS?|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|PERSON|ORGANIZATION|COMPANY|INDUSTRY|TICKER|GEOGRAPHIC|COUNTRY|STATE|CITY|DISTRIBUTION|PUB-TYPE|ISSN|NOTES|URL|UPDATE|TYPE|ACC-NO|CORRECTION-DATE)[ \t]*:.*|Classification|Graphic|Load-Date:.*|Copyright (?:©|\(c\)|\d{4}).*|©.*All Rights Reserved.*)$/;
const TAIL_LINE_MIXED = /^(?:Load-Date|Language|Publication-Type|Journal Code):\s/;
const COPYRIGHT = /^(?:Copyright\b|©|\(c\)\s?\d{4}|All Rights Reserved)/i;
const DAY_LINE = new RegExp(
  `^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?(?:${MONTH_PATTERN}\\s+\\d{1,2},?\\s+\\d{4}|\\d{1,2}\\s+${MONTH_PATTERN},?\\s+\\d{4}|\\d{4}-\\d\\d-\\d\\d)\\b.{0,60}$`,
  "i",
);

/** Full-text exports of LexisNexis as plain text, many articles in a file. Those kept as Word or RTF come here as well. */
export const nexis: FormatReader = {
  name: "Nexis export",
  extensions: [".txt"],
  sniff(head) {
    const text = asciiOf(head, head.length).replace(/\0/g, "");
    if (FIRST_LINE.test(text) && /LexisNexis/i.test(text)) return true;
    // the end of a long first article lies beyond the head
    return looksLikeNexis(text) || (LENGTH.test(text) && BODY_LINE.test(text) && COPYRIGHT_LINE.test(text));
  },
  async *read(file, options) {
    const { text, warnings } = decodeText(await bytesOf(file), file.name);
    yield* withWarnings(articlesFromNexis(text, { ...options.source, name: file.name }), warnings);
  },
};

/** Whether a text is such an export: the lines around its articles and their fields. */
export function looksLikeNexis(text: string): boolean {
  if (FIRST_LINE.test(text) && LENGTH.test(text)) return true;
  return LAST_LINE.test(text) && (LENGTH.test(text) || /^[ \t]*Load-Date:/im.test(text));
}

/** The articles of an export, one after the other; what has no text is skipped and named. */
export function* articlesFromNexis(text: string, source: ArticleSource): Iterable<Article | Skipped> {
  const { name = "export", ...rest } = source;
  const old = FIRST_LINE.test(text);
  let number = 0;
  for (const lines of documentsOf(text, old)) {
    number++;
    const place = `${name}, document ${number}`;
    const found = readDocument(lines, old);
    if (found === null) {
      yield {
        skipped: "NO_ARTICLE",
        message: `${place}: no text between its fields; export it again as full text`,
      };
      continue;
    }
    try {
      const { body, loadDate, ...metadata } = found;
      const warnings =
        metadata.date === undefined && loadDate !== undefined
          ? [`no day of publication: the day it was put into the archive (${loadDate}) was taken`]
          : [];
      const words = metadata.title === undefined ? body : `${metadata.title}\n\n${body}`;
      const article = articleFromText(words, { ...metadata, date: metadata.date ?? loadDate, ...rest });
      yield { ...article, warnings: [...article.warnings, ...warnings] };
    } catch (error) {
      yield skip(error, place, "document");
    }
  }
}

function* documentsOf(text: string, old: boolean): Iterable<string[]> {
  const lines = text.split(/\r\n|[\n\r\f]/);
  const isEdge = (line: string) => (old ? FIRST_LINE.test(line) : LAST_LINE.test(line));
  let current: string[] = [];
  let begun = !old;
  for (const line of lines) {
    if (isEdge(line)) {
      if (begun && current.some((one) => one.trim() !== "")) yield current;
      current = [];
      begun = true;
    } else if (begun && !(old && LAST_LINE.test(line))) current.push(line);
  }
  // behind the last "End of Document" nothing follows
  if (old && current.some((one) => one.trim() !== "")) yield current;
}

interface NexisDocument {
  readonly title?: string;
  readonly outlet?: string;
  readonly date?: string;
  readonly author?: string;
  readonly language?: string;
  readonly loadDate?: string;
  readonly body: string;
}

function readDocument(lines: readonly string[], old: boolean): NexisDocument | null {
  const dayAt = lines.findIndex((line, index) => DAY_LINE.test(line.trim()) && leadsToFields(lines, index));
  const head = dayAt < 0 ? [] : lines.slice(0, dayAt).map((line) => line.trim());
  const above = head.filter((line) => line !== "" && !COPYRIGHT.test(line));
  // a line right below the day names the edition
  let at = dayAt + 1;
  while (old && dayAt >= 0 && at < lines.length && lines[at].trim() !== "" && !HEAD_FIELD.test(lines[at].trim())) at++;
  const fields = new Map<string, string>();
  const loose: string[] = [];
  let bodyAt = -1;
  while (at < lines.length && bodyAt < 0) {
    const line = lines[at].trim();
    const field = HEAD_FIELD.exec(line);
    if (/^Body$/i.test(line)) bodyAt = at + 1;
    else if (field !== null) {
      at = takeField(lines, at, field, fields);
      continue;
    } else if (line !== "" && fields.has("length") && !COPYRIGHT.test(line)) {
      // newer exports say where the text begins, older ones begin it behind their fields
      if (lines.slice(at, at + 12).some((one) => /^\s*Body\s*$/.test(one))) loose.push(line);
      else bodyAt = at;
    } else if (line !== "" && !COPYRIGHT.test(line)) loose.push(line);
    at++;
  }
  if (bodyAt < 0) return null;
  const tailAt = lines.findIndex((line, index) => index >= bodyAt && isTail(line.trim()));
  const body = trimLines(lines.slice(bodyAt, tailAt < 0 ? lines.length : tailAt));
  if (!/\p{L}/u.test(body)) return null;
  const tail = tailAt < 0 ? [] : lines.slice(tailAt).map((line) => line.trim());
  const tailField = (wanted: string) =>
    tail
      .find((line) => line.toLowerCase().startsWith(`${wanted}:`))
      ?.slice(wanted.length + 1)
      .trim();
  const title = fields.get("headline") ?? fields.get("title") ?? (old ? loose.join(" ") : (above.at(-2) ?? loose[0]));
  return {
    title: title?.replace(/\s+/g, " ").trim() || undefined,
    outlet: above.at(-1),
    date: dayAt < 0 ? undefined : (parseDay(lines[dayAt]) ?? undefined),
    author: authorOf(fields.get("byline")),
    language: /^english/i.test(tailField("language") ?? "english") ? "en" : tailField("language")?.split(/[;,\s]/)[0],
    loadDate: parseDay(tailField("load-date") ?? "") ?? undefined,
    body,
  };
}

/** A day is an article's only if its fields follow within a few lines: texts and lists of contents have days as well. */
function leadsToFields(lines: readonly string[], index: number): boolean {
  return lines.slice(index + 1, index + 16).some((line) => HEAD_FIELD.test(line.trim()) || COPYRIGHT.test(line.trim()));
}

/** Reads a field and the lines its value runs over; returns where the next line stands. */
function takeField(lines: readonly string[], at: number, field: RegExpExecArray, fields: Map<string, string>): number {
  const name = field[1].toLowerCase();
  let value = field[2];
  let next = at + 1;
  while (
    next < lines.length &&
    name !== "length" &&
    lines[next].trim() !== "" &&
    !HEAD_FIELD.test(lines[next].trim())
  ) {
    value += ` ${lines[next].trim()}`;
    next++;
  }
  if (!fields.has(name)) fields.set(name, value.trim());
  return next;
}

function isTail(line: string): boolean {
  return TAIL_LINE.test(line) || TAIL_LINE_MIXED.test(line);
}

function trimLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

function authorOf(byline: string | undefined): string | undefined {
  const name = byline
    ?.replace(/^by:?\s+/i, "")
    .split(/\s*[;|]|\s{2,}|,\s+(?=\p{Ll})/u)[0]
    .trim();
  return name || undefined;
}
