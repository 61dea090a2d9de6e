import { runtimeError } from "../errors.ts";
import { dayNumber, daysInMonth, firstMonday, isLeapYear, weekOf } from "./calendar.ts";
import { Duration } from "./duration.ts";
import { hasDate, hasTime, hasZone, Moment, type MomentKind } from "./moment.ts";
import { offsetAt, type Zone, zoneFromText } from "./zone.ts";

const refuse = (text: string, kind: string) =>
  runtimeError("ArgumentError", "InvalidArgumentValue", `${JSON.stringify(text)} is no ${kind}`);

/** Reads a date, a time or both as ISO 8601-1 writes them, in the basic or the extended format. */
export function parseMoment(kind: MomentKind, text: string): Moment {
  const found = /^([^T]*)T?((?<=T).*|)$/.exec(hasDate(kind) ? text : `T${text.replace(/^T/, "")}`);
  if (!found) throw refuse(text, kind);
  const [, date, rest] = found;
  if (!hasTime(kind)) {
    if (rest) throw refuse(text, kind);
    return new Moment(kind, parseDate(date), 0);
  }
  const [, clock, offset, , name] = /^([\d:.,]*)(Z|z|[+-][\d:]+)?(\[([^\]]+)\])?$/.exec(rest) ?? [];
  if (clock === undefined || (!hasZone(kind) && (offset || name))) throw refuse(text, kind);
  const day = hasDate(kind) ? parseDate(date) : 0;
  const nanosecond = clock === "" && hasDate(kind) ? 0 : parseClock(clock);
  if (!hasZone(kind)) return new Moment(kind, day, nanosecond);
  const fixed = offset === undefined ? null : (zoneFromText(offset) as number);
  if (name === undefined) return new Moment(kind, day, nanosecond, fixed ?? 0);
  return inNamedZone(kind, day, nanosecond, zoneFromText(name), fixed);
}

/** With a name and an offset, the offset says which instant is meant; the zone's own offset is the one shown. */
function inNamedZone(kind: MomentKind, day: number, nanosecond: number, zone: Zone, fixed: number | null): Moment {
  if (fixed === null || fixed === offsetAt(zone, day, nanosecond)) return Moment.local(kind, day, nanosecond, zone);
  return Moment.at(kind, new Moment(kind, day, nanosecond, fixed).instant, zone);
}

/** The day of a calendar, week, ordinal or quarter date; what is left out at the end is 1. */
function parseDate(text: string): number {
  const [, written, sign, rest] = /^((?:([+-])\d{4,9}|\d{4}))(.*)$/.exec(text) ?? [];
  if (written === undefined || (sign && rest && !rest.startsWith("-"))) throw refuse(text, "date");
  const year = Number(written);
  let found = /^-?W(\d{2})(?:-?(\d))?$/.exec(rest);
  if (found) return dayOfWeekDate(year, Number(found[1]), Number(found[2] ?? 1));
  found = /^-?Q(\d)(?:-?(\d{1,2}))?$/.exec(rest);
  if (found) return dayOfQuarterDate(year, Number(found[1]), Number(found[2] ?? 1));
  found = /^-?(\d{3})$/.exec(rest);
  if (found) return dayOfOrdinalDate(year, Number(found[1]));
  found = /^(?:-?(\d{2})(?:-?(\d{2}))?)?$/.exec(rest);
  if (found) return dayOfDate(year, Number(found[1] ?? 1), Number(found[2] ?? 1));
  throw refuse(text, "date");
}

function within(value: number, name: string, least: number, most: number): void {
  if (!(Number.isInteger(value) && value >= least && value <= most))
    throw runtimeError(
      "ArgumentError",
      "InvalidArgumentValue",
      `${name} lies between ${least} and ${most}, not at ${value}`,
    );
}

const checkYear = (year: number) => within(year, "year", -999_999_999, 999_999_999);

export function dayOfDate(year: number, month: number, day: number): number {
  checkYear(year);
  within(month, "month", 1, 12);
  within(day, "day", 1, daysInMonth(year, month));
  return dayNumber(year, month, day);
}

export function dayOfWeekDate(year: number, week: number, day: number): number {
  checkYear(year);
  within(week, "week", 1, weekOf(dayNumber(year, 12, 28)).week);
  within(day, "dayOfWeek", 1, 7);
  return firstMonday(year) + (week - 1) * 7 + day - 1;
}

export function dayOfOrdinalDate(year: number, ordinal: number): number {
  checkYear(year);
  within(ordinal, "ordinalDay", 1, isLeapYear(year) ? 366 : 365);
  return dayNumber(year, 1, 1) + ordinal - 1;
}

export function dayOfQuarterDate(year: number, quarter: number, day: number): number {
  checkYear(year);
  within(quarter, "quarter", 1, 4);
  const first = dayNumber(year, quarter * 3 - 2, 1);
  const next = quarter === 4 ? dayNumber(year + 1, 1, 1) : dayNumber(year, quarter * 3 + 1, 1);
  within(day, "dayOfQuarter", 1, next - first);
  return first + day - 1;
}

/** The nanosecond of the day of `21`, `2140`, `21:40:32.142` and so on. */
function parseClock(text: string): number {
  const found = /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?$/.exec(text);
  if (!found) throw refuse(text, "time");
  const [hour, minute, second] = found.slice(1, 4).map((digits) => Number(digits ?? 0));
  return nanosecondOf(hour, minute, second, Number((found[4] ?? "").padEnd(9, "0")));
}

export function nanosecondOf(hour: number, minute: number, second: number, nanosecond: number): number {
  within(hour, "hour", 0, 23);
  within(minute, "minute", 0, 59);
  within(second, "second", 0, 59);
  within(nanosecond, "nanosecond", 0, 999_999_999);
  return hour * 3.6e12 + minute * 6e10 + second * 1e9 + nanosecond;
}

/** Reads a duration by its units, `P1Y2M10DT2H30M`, or as a date and a time, `P2012-02-02T14:37:21.545`. */
export function parseDuration(text: string): Duration {
  const amount = "([+-]?\\d+(?:[.,]\\d+)?)";
  const units = (letters: string) => [...letters].map((letter) => `(?:${amount}${letter})?`).join("");
  const found = new RegExp(`^([+-]?)P(?=.)${units("YMWD")}(?:T(?=.)${units("HMS")})?$`).exec(text);
  if (!found) return parseDateDuration(text);
  const sign = found[1] === "-" ? -1 : 1;
  const [years, months, weeks, days, hours, minutes] = found
    .slice(2, 8)
    .map((part) => sign * Number((part ?? "0").replace(",", ".")));
  const time = BigInt(Math.round(hours * 3600e9)) + BigInt(Math.round(minutes * 60e9));
  return Duration.approximate(
    years * 12 + months,
    weeks * 7 + days,
    time + BigInt(sign) * secondsFrom(found[8] ?? "0"),
  );
}

/** Nanoseconds of a decimal number of seconds, without rounding. */
function secondsFrom(text: string): bigint {
  const [, sign, whole, fraction = ""] = /^([+-]?)(\d+)(?:[.,](\d+))?$/.exec(text)!;
  const size = BigInt(whole + fraction.slice(0, 9).padEnd(9, "0"));
  return sign === "-" ? -size : size;
}

function parseDateDuration(text: string): Duration {
  const found = /^P(\d{4})-?(\d{2})-?(\d{2})T(\d{2}):?(\d{2}):?(\d{2}(?:[.,]\d+)?)$/.exec(text);
  if (!found) throw refuse(text, "duration");
  const [years, months, days, hours, minutes] = found.slice(1, 6).map(Number);
  return new Duration(
    years * 12 + months,
    days,
    BigInt(hours * 3600 + minutes * 60) * 1_000_000_000n + secondsFrom(found[6]),
  );
}
