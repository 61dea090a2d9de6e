import type { Block, BlockKind, Span } from "../model/index.ts";
import { isoDay, MONTH_PATTERN, monthNumber, parseDay, WEEKDAY_PATTERN } from "./calendar.ts";

/** What the head of an article says: the blocks it is made of and what they tell. */
export interface Header {
  readonly blocks: Block[];
  title: string | null;
  date: string | null;
  /** Month and day of a dateline that names no year. */
  dayWithoutYear: { readonly month: number; readonly day: number } | null;
  outlet: string | null;
  author: string | null;
}

/** Nothing longer than this, in characters, is a header line or a caption. */
const LONGEST_LINE = 600;
const LONGEST_TITLE = 220;

const LABELLED_DAY = /^date:?\s+(\d{4}-\d\d-\d\d)\b[\s:|–—-]*/i;
const LEADING_DAY = /^(\d{4}-\d\d-\d\d)[\s:|–—-]+(?=\S)/;
const FIELD = /^(title|headline|date|published|author|byline|outlet|source|publication|url|link)\s*:\s*(?=\S)/i;
const BYLINE = /^by:?\s+(?=\p{Lu})/iu;
const NOT_PART_OF_DATE_LINE = new RegExp(
  [
    "\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?",
    "\\d{1,2}:\\d\\d(?::\\d\\d)?",
    "\\d+(?:st|nd|rd|th)?",
    MONTH_PATTERN,
    WEEKDAY_PATTERN,
    "\\b(?:first|last|published|updated|modified|posted|issued|date|time|on|at|of|[ap]\\.?m\\.?|GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T|HKT|SGT|IST|Beijing)\\b\\.?",
    "[\\s,.:;|()/–—-]+",
  ].join("|"),
  "gi",
);

/** Agencies that sign their reports in brackets, with or without a dash behind. */
const AGENCY = "(?:CNN|AP|AFP|Reuters|Xinhua|UPI|BBC|PTI|ANI|dpa|DPA|TASS|Kyodo|Bloomberg|IANS|Bernama|Yonhap)";
const PLACE = "\\p{Lu}[\\p{L}.'’ -]{1,40}(?:,\\s\\p{Lu}[\\p{L}.'’ -]{1,30}){0,2}";
/** What a date line may begin with: "Nairobi, 2 June 2024", "LISBON — 2 June 2024". */
const PLACE_AND_COMMA = new RegExp(`^${PLACE}\\s*[,—–:-]\\s*`, "u");
const DATELINE = new RegExp(
  `^(?<place>${PLACE}?)??(?:,?\\s*(?<date>(?:${MONTH_PATTERN}\\s+\\d{1,2}|\\d{1,2}\\s+${MONTH_PATTERN})(?:,?\\s+\\d{4})?))?,?\\s*` +
    `(?:\\((?<agency>\\p{Lu}[\\p{L}\\d .&/'’-]{1,40})\\))?\\s*(?<dash>--+|[—–]|-(?=\\s))\\s*(?=\\S)`,
  "u",
);
const BARE_AGENCY = new RegExp(`^(?<place>${PLACE})\\s*\\((?<agency>${AGENCY})\\)\\s*(?=\\p{Lu}|["“'‘])`, "u");

const CREDIT_WORD = "photos?|photographs?|pictures?|images?|courtesy|credit|handout|illustration|screengrab|screenshot";
const CAPTION_END = new RegExp(
  `[([][^()[\\]]{0,80}\\b(?:${CREDIT_WORD})\\b[^()[\\]]{0,80}[)\\]]\\.?$` +
    `|[([](?:via\\s)?${AGENCY}(?:\\s?/\\s?|\\svia\\s)[^()[\\]]{2,60}[)\\]]\\.?$` +
    `|\\b(?:Photograph|Photo|Picture|Image|Illustration|(?:Photo|Image|Picture) credit|Credit)s?:\\s\\p{Lu}[^.!?]{1,60}$` +
    `|\\b(?:Photo|Picture|Photograph|Image) (?:by|courtesy of) \\p{Lu}[^.!?]{1,60}\\.?$`,
  "iu",
);
const CAPTION_START =
  /^(?:FILE(?: PHOTO| -| –| —|:)|(?:File photo|Photo|Caption|Image|Picture|Image caption|Image source|Photo credit|Image credit)\s*[:,–—-]\s|In this (?:[\p{L}\d.,\s]{0,40}\s)?(?:photo|photograph|image|picture)\b)/iu;

/** Whether a paragraph is a picture's caption: it carries a credit or begins as captions do. */
export function isCaption(words: string): boolean {
  return words.length <= LONGEST_LINE && (CAPTION_START.test(words) || CAPTION_END.test(words));
}

/**
 * Reads the lines before the first paragraph of the body, and that paragraph's dateline. Returns what they say and how
 * many paragraphs they take; blocks are given for exactly those.
 */
export function readHeader(
  text: string,
  paragraphs: readonly Span[],
  knownTitle: string | null,
): { header: Header; taken: number } {
  const header: Header = { blocks: [], title: null, date: null, dayWithoutYear: null, outlet: null, author: null };
  let taken = 0;
  while (taken < paragraphs.length && readHeaderLine(text, paragraphs, taken, header, knownTitle)) taken++;
  if (taken < paragraphs.length) {
    readDateline(text, paragraphs[taken], header);
    taken++;
  }
  return { header, taken };
}

/** Reads one line of the head; false when it already belongs to the body. */
function readHeaderLine(
  text: string,
  paragraphs: readonly Span[],
  index: number,
  header: Header,
  knownTitle: string | null,
): boolean {
  const span = paragraphs[index];
  if (span.end - span.start > LONGEST_LINE) return false;
  const words = text.slice(span.start, span.end);
  const day = LABELLED_DAY.exec(words) ?? (header.title === null ? LEADING_DAY.exec(words) : null);
  if (day !== null && parseDay(day[1]) !== null && !/[.]$/.test(words)) {
    header.date ??= parseDay(day[1]);
    const dayEnd = span.start + day[0].trimEnd().length;
    add(header, "date", span.start, trimEnd(text, span.start, dayEnd));
    if (day[0].length < words.length) addTitle(text, span.start + day[0].length, span.end, header);
    return true;
  }
  const field = FIELD.exec(words);
  if (field !== null) return readField(text, span, field, header);
  if (isDateLine(words) || (!BYLINE.test(words) && isDateLine(words.replace(PLACE_AND_COMMA, "")))) {
    header.date ??= parseDay(words);
    add(header, "date", span.start, span.end);
    return true;
  }
  if (BYLINE.test(words) && words.length <= 120 && !/[.?!]$/.test(words)) {
    header.author ??= authorOf(words.replace(BYLINE, ""));
    header.date ??= parseDay(words);
    add(header, "byline", span.start, span.end);
    return true;
  }
  if (isCaption(words)) {
    add(header, "caption", span.start, span.end);
    return true;
  }
  if (index + 1 >= paragraphs.length) return false;
  if (header.title === null && (sameWords(words, knownTitle) || looksLikeTitle(words))) {
    addTitle(text, span.start, span.end, header);
    return true;
  }
  if (header.title !== null && looksLikeSubtitle(words)) {
    add(header, "subtitle", span.start, span.end);
    return true;
  }
  return false;
}

function readField(text: string, span: Span, field: RegExpExecArray, header: Header): boolean {
  const value = text.slice(span.start + field[0].length, span.end);
  const name = field[1].toLowerCase();
  if (name === "title" || name === "headline") {
    if (header.title !== null) return false;
    addTitle(text, span.start + field[0].length, span.end, header);
    return true;
  }
  if (name === "date" || name === "published") {
    if (parseDay(value) === null) return false;
    header.date ??= parseDay(value);
    add(header, "date", span.start, span.end);
    return true;
  }
  if (value.length > 160) return false;
  if (name === "author" || name === "byline") header.author ??= authorOf(value.replace(BYLINE, ""));
  else if (name !== "url" && name !== "link") header.outlet ??= value;
  add(header, "byline", span.start, span.end);
  return true;
}

/** Cuts the dateline ("BEIJING, Sept. 7 (Xinhua) --") off the first paragraph of the body. */
function readDateline(text: string, span: Span, header: Header): void {
  const words = text.slice(span.start, Math.min(span.end, span.start + 200));
  const match = DATELINE.exec(words) ?? BARE_AGENCY.exec(words);
  const { place, date, agency } = match?.groups ?? {};
  const shouted = place !== undefined && /^\p{Lu}{2}[\p{Lu}.'’ -]*(?:,|$)/u.test(place.trim());
  if (match === null || !(agency !== undefined || (date !== undefined && place) || shouted)) {
    add(header, isCaption(text.slice(span.start, span.end)) ? "caption" : "paragraph", span.start, span.end);
    return;
  }
  if (agency !== undefined) header.outlet ??= agency;
  if (date !== undefined) {
    header.date ??= parseDay(date);
    header.dayWithoutYear = monthAndDay(date);
  }
  add(header, "date", span.start, trimEnd(text, span.start, span.start + match[0].length));
  add(header, "paragraph", span.start + match[0].length, span.end);
}

function monthAndDay(date: string): { month: number; day: number } | null {
  const month = monthNumber(/\p{L}+/u.exec(date)![0]);
  const day = Number(/\d+/.exec(date)![0]);
  return month === null || isoDay(2000, month, day) === null ? null : { month, day };
}

/** Whether a line holds a full date and hardly anything else. */
export function isDateLine(words: string): boolean {
  return words.length <= 120 && parseDay(words) !== null && words.replace(NOT_PART_OF_DATE_LINE, "") === "";
}

function looksLikeTitle(words: string): boolean {
  if (words.length > LONGEST_TITLE || !/\p{L}/u.test(words) || !/\s/.test(words)) return false;
  if (/^(?:Q|A|Question|Answer)\s*[:.]\s/.test(words)) return false;
  if (/[.…,;:]["”’']?$/.test(words) || /^\p{Ll}/u.test(words)) return false;
  return !DATELINE.test(words) || !/\p{Lu}{3,}.*(?:--|[—–])/u.test(words);
}

function looksLikeSubtitle(words: string): boolean {
  return (
    looksLikeTitle(words) &&
    !/[?!"”’']$/.test(words) &&
    !/^["“'‘„«]/.test(words) &&
    !/^[^\s:]{1,30}(?:\s[^\s:]{1,30}){0,3}:\s/.test(words)
  );
}

/** Whether a paragraph of the body is a heading: a short line that is no sentence. */
export function looksLikeHeading(words: string): boolean {
  if (words.length > 90 || words.split(/\s+/).length > 12) return false;
  return /^[\p{Lu}\d]/u.test(words) && /[\p{L}\d)]$/u.test(words) && !/[.!?:;]\s/.test(words);
}

function authorOf(words: string): string | null {
  const name = words.split(/\s*[|,(–—]|\s+for\s+|\s+in\s+\p{Lu}/u)[0].trim();
  return name === "" ? null : name;
}

function sameWords(words: string, title: string | null): boolean {
  const plain = (value: string) =>
    value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return title !== null && plain(words) === plain(title);
}

function addTitle(text: string, start: number, end: number, header: Header): void {
  header.title ??= text.slice(start, end).replace(/\s+/g, " ");
  add(header, "title", start, end);
}

function add(header: Header, kind: BlockKind, start: number, end: number): void {
  header.blocks.push({ kind, start, end });
}

function trimEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && /\s/.test(text[trimmed - 1])) trimmed--;
  return trimmed;
}
