import { MONTH_PATTERN, monthNumber, parseDay } from "../ingest/index.ts";
import type { Block, DatedOn, Span } from "../model/index.ts";
import { compareSpans, covers } from "../model/index.ts";
import { Coverage } from "./coverage.ts";

/** A time expression with the date it means in this article. */
export interface TimeExpression extends Span {
  /** ISO 8601 day, month, year or interval; null where the article's own date would be needed and isn't known. */
  readonly on: string | null;
  readonly reason: string;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MILLISECONDS_A_DAY = 86_400_000;

interface Pattern {
  readonly expression: RegExp;
  readonly read: (
    match: RegExpExecArray,
    published: string | null,
    isFuture: boolean,
  ) => { on: string | null; reason: string } | null;
}

/** The patterns of time expressions; where two match the same words the earlier pattern wins. */
const PATTERNS: readonly Pattern[] = [
  {
    expression: new RegExp(
      `\\b(?:${MONTH_PATTERN}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+(?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH_PATTERN},?\\s+(?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)\\b`,
      "g",
    ),
    read: (match) => {
      const on = parseDay(match[0]);
      return on === null ? null : { on, reason: `“${match[0]}”` };
    },
  },
  {
    expression: new RegExp(
      `\\b(?:(${MONTH_PATTERN})\\s+(\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH_PATTERN}))(?![\\w%])`,
      "g",
    ),
    read: (match, published) => dayOfMonth(match, published),
  },
  {
    expression: new RegExp(`\\b(${MONTH_PATTERN})\\s+((?:19|20)\\d\\d)\\b`, "g"),
    read: (match) => ({ on: `${match[2]}-${two(monthNumber(match[1])!)}`, reason: `“${match[0]}”` }),
  },
  {
    expression: new RegExp(
      `\\b(?:(last|next|this|on|the past)\\s+)?(${WEEKDAYS.join("|")}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\b\\.?(?=,?\\s+(?:${MONTH_PATTERN}|\\d)))(?=[\\s,.;:!?)'’"”—–-]|$)`,
      "g",
    ),
    read: (match, published, isFuture) => weekday(match, published, isFuture),
  },
  {
    expression: /\b(today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)\b/gi,
    read: (match, published) => nearDay(match[0].toLowerCase(), published),
  },
  {
    expression: /\b(last|this|next) (week|month|year)\b/gi,
    read: (match, published) => nearPeriod(match, published),
  },
  {
    expression: /\b((?:19|20)\d\d)\s?[-–—/]\s?((?:19|20)?\d\d)\b(?![-–/]\d)/g,
    read: (match) => {
      const to = match[2].length === 4 ? match[2] : match[1].slice(0, 2) + match[2];
      return Number(to) > Number(match[1]) && Number(to) - Number(match[1]) < 100
        ? { on: `${match[1]}/${to}`, reason: `“${match[0]}”` }
        : null;
    },
  },
  {
    expression:
      /(?<=\b(?:in|by|since|until|till|from|before|after|during|of|for|to|between|and|than|around|through|year|early|late|mid-)\s?)(?:19|20)\d\d(?![\d.,]\d|\s?(?:per|percent|%|people|jobs|km|square|tonnes|tons|miles|meters|metres|kilograms))\b/gi,
    read: (match) => ({ on: match[0], reason: `“${match[0]}”` }),
  },
];

/** Every time expression of the text's blocks in reading order, read against the day of publication. */
export function findTimeExpressions(
  text: string,
  blocks: readonly Block[],
  published: string | null,
): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (const block of blocks) {
    if (block.kind === "byline" || block.kind === "date") continue;
    const words = text.slice(block.start, block.end);
    const taken = new Coverage(block);
    for (const { expression, read } of PATTERNS) {
      for (const match of words.matchAll(expression)) {
        const start = block.start + match.index;
        const span = { start, end: start + match[0].length };
        if (taken.touches(span)) continue;
        const result = read(match as RegExpExecArray, published, isFutureAt(words, match.index));
        if (result === null) continue;
        taken.add(span);
        found.push({ ...span, ...result });
      }
    }
  }
  return found.sort(compareSpans);
}

/** Whether the sentence around `at` speaks of what is to come, by its nearest verb: "will meet on Friday". */
function isFutureAt(words: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - 120), at);
  const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf(', "')) + 1);
  return /\b(?:will|shall|is to|are to|due|scheduled|planned|expected|plans? to|until|by)\b(?!.*\b(?:said|told|was|were|had)\b)/.test(
    sentence,
  );
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** "article of Tuesday 2021-09-07". */
function publishedWords(published: string): string {
  return `article of ${WEEKDAYS[weekdayOf(published)]} ${published}`;
}

function unknownDay(words: string): { on: null; reason: string } {
  return { on: null, reason: `“${words}”, and the article's date isn't known` };
}

function weekday(
  match: RegExpExecArray,
  published: string | null,
  isFuture: boolean,
): { on: string | null; reason: string } | null {
  const name = match[2].slice(0, 3).toLowerCase();
  const number = WEEKDAYS.findIndex((day) => day.slice(0, 3).toLowerCase() === name);
  if (published === null) return unknownDay(match[0]);
  const back = (weekdayOf(published) - number + 7) % 7;
  const which = match[1]?.toLowerCase();
  let shift = -back;
  if (which === "last" || which === "the past") shift = back === 0 ? -7 : -back;
  else if (which === "next" || (isFuture && back !== 0)) shift = back === 0 ? 7 : 7 - back;
  return { on: addDays(published, shift), reason: `“${match[0]}”, ${publishedWords(published)}` };
}

function nearDay(words: string, published: string | null): { on: string | null; reason: string } {
  if (published === null) return unknownDay(words);
  const shift = words === "yesterday" || words === "last night" ? -1 : words === "tomorrow" ? 1 : 0;
  return { on: addDays(published, shift), reason: `“${words}”, ${publishedWords(published)}` };
}

function nearPeriod(match: RegExpExecArray, published: string | null): { on: string | null; reason: string } {
  if (published === null) return unknownDay(match[0]);
  const shift = { last: -1, this: 0, next: 1 }[match[1].toLowerCase()]!;
  const [year, month] = published.split("-").map(Number);
  const reason = `“${match[0]}”, ${publishedWords(published)}`;
  if (match[2].toLowerCase() === "year") return { on: String(year + shift), reason };
  if (match[2].toLowerCase() === "month") {
    const months = year * 12 + month - 1 + shift;
    return { on: `${Math.floor(months / 12)}-${two((months % 12) + 1)}`, reason };
  }
  const monday = addDays(published, -((weekdayOf(published) + 6) % 7) + 7 * shift);
  return { on: `${monday}/${addDays(monday, 6)}`, reason };
}

/** A day without its year is the one nearest to the day of publication. */
function dayOfMonth(match: RegExpExecArray, published: string | null): { on: string | null; reason: string } | null {
  const month = monthNumber(match[1] ?? match[4])!;
  const day = Number(match[2] ?? match[3]);
  if (published === null) return parseDay(`2000-${two(month)}-${two(day)}`) === null ? null : unknownDay(match[0]);
  const year = Number(published.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .map((candidate) => parseDay(`${candidate}-${two(month)}-${two(day)}`))
    .filter((candidate) => candidate !== null);
  if (days.length === 0) return null;
  const distance = (candidate: string) => Math.abs(Date.parse(candidate) - Date.parse(published));
  const on = days.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
  return { on, reason: `“${match[0]}”, ${publishedWords(published)}` };
}

/** The first time expression that begins at or after `offset`; expressions are in reading order. */
export function firstTimeFrom(expressions: readonly TimeExpression[], offset: number): TimeExpression | undefined {
  return expressions[indexFrom(expressions, offset)];
}

function indexFrom(expressions: readonly TimeExpression[], offset: number): number {
  let low = 0;
  let high = expressions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (expressions[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The day among time expressions that lies within `span` and in none of `except`, the one nearest to `at`. */
export function dayWithin(
  expressions: readonly TimeExpression[],
  span: Span,
  except: readonly Span[],
  at: number,
): DatedOn | null {
  let best: TimeExpression | null = null;
  for (
    let index = indexFrom(expressions, span.start);
    index < expressions.length && expressions[index].end <= span.end;
    index++
  ) {
    const expression = expressions[index];
    if (expression.on === null || !/^\d{4}-\d\d-\d\d$/.test(expression.on)) continue;
    if (except.some((other) => covers(other, expression))) continue;
    if (best === null || Math.abs(expression.start - at) < Math.abs(best.start - at)) best = expression;
  }
  return best === null ? null : { date: best.on!, reason: best.reason, span: { start: best.start, end: best.end } };
}
