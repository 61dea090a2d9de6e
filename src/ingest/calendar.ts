/** English month names and their usual abbreviations, 1…12. */
const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

/** A pattern that matches any English month name or abbreviation, with or without its full stop. */
export const MONTH_PATTERN =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)";

/** A pattern that matches any English weekday name or abbreviation. */
export const WEEKDAY_PATTERN =
  "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\b\\.?)";

/** The number of a month by its English name or abbreviation, or null. */
export function monthNumber(name: string): number | null {
  return MONTHS[name.toLowerCase().replace(/\.$/, "")] ?? null;
}

/** A day as ISO 8601 `YYYY-MM-DD`, or null where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const ISO_DAY = /(?:^|[^\d])((?:1[6-9]|20)\d\d)-(\d\d)-(\d\d)(?!\d)/;
const MONTH_FIRST = new RegExp(
  `\\b(${MONTH_PATTERN})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:1[6-9]|20)\\d\\d)\\b`,
  "i",
);
const DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH_PATTERN}),?\\s+((?:1[6-9]|20)\\d\\d)\\b`,
  "i",
);
const SLASHED = /(?:^|[^\d])((?:1[6-9]|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)/;

/**
 * The first full date in `text` as ISO 8601 day: `2021-09-07`, `September 7, 2021`, `7 Sept. 2021`, `2021/9/7`. Dates
 * whose order isn't certain (`7/9/2021`) are not guessed. Null where there is none.
 */
export function parseDay(text: string): string | null {
  const iso = ISO_DAY.exec(text) ?? SLASHED.exec(text);
  if (iso !== null) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) return isoDay(Number(monthFirst[3]), monthNumber(monthFirst[1])!, Number(monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return isoDay(Number(dayFirst[3]), monthNumber(dayFirst[2])!, Number(dayFirst[1]));
  return null;
}
