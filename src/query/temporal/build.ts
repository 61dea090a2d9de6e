import { runtimeError } from "../errors.ts";
import { isInteger, isNumeric, kindOf, toNumber, type Value } from "../values.ts";
import { civilDate, dayNumber, dayOfWeek, firstMonday, quarterOf, weekOf } from "./calendar.ts";
import { Duration } from "./duration.ts";
import { hasDate, hasTime, hasZone, Moment, type MomentKind } from "./moment.ts";
import { dayOfDate, dayOfOrdinalDate, dayOfQuarterDate, dayOfWeekDate, nanosecondOf } from "./parse.ts";
import { type Zone, zoneFromText } from "./zone.ts";

type Fields = Record<string, Value>;

const refuse = (message: string) => runtimeError("ArgumentError", "InvalidArgumentValue", message);

const DATE_FIELDS = ["year", "month", "day", "week", "dayOfWeek", "ordinalDay", "quarter", "dayOfQuarter"];
const TIME_FIELDS = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"];
const FIELDS = new Set([
  ...DATE_FIELDS,
  ...TIME_FIELDS,
  "timezone",
  "date",
  "time",
  "datetime",
  "epochSeconds",
  "epochMillis",
]);

/** Makes a moment from a map: from numbers, from other moments (`date`, `time`, `datetime`), or from both. */
export function buildMoment(kind: MomentKind, fields: Fields): Moment {
  for (const key of Object.keys(fields))
    if (
      !FIELDS.has(key) ||
      (DATE_FIELDS.includes(key) && !hasDate(kind)) ||
      (TIME_FIELDS.includes(key) && !hasTime(kind))
    )
      throw refuse(`${kind} has no field ${key}`);
  const seconds = numberOf(fields, "epochSeconds");
  const milliseconds = seconds === undefined ? numberOf(fields, "epochMillis") : seconds * 1000;
  if (milliseconds !== undefined && kind === "datetime") {
    const fraction = BigInt(numberOf(fields, "nanosecond") ?? 0);
    return Moment.at(kind, BigInt(milliseconds) * 1_000_000n + fraction, zoneOf(fields.timezone ?? "Z"));
  }
  const both = selected(fields, "datetime");
  const date = both ?? selected(fields, "date");
  const time = both ?? selected(fields, "time");
  const day = hasDate(kind) ? buildDay(fields, date?.day ?? null) : 0;
  const nanosecond = hasTime(kind) ? buildNanosecond(fields, time?.nanosecond ?? null) : 0;
  if (!hasZone(kind)) return new Moment(kind, day, nanosecond);
  const zone = fields.timezone === undefined || fields.timezone === null ? null : zoneOf(fields.timezone);
  const zoned = time !== null && hasZone(time.temporal);
  const base = zoned ? (kind === "time" ? time.offset : time.zone) : (zone ?? 0);
  const place = kind === "time" ? Moment.local("datetime", date?.day ?? 0, nanosecond, base).offset : base;
  const moment = Moment.local(kind, day, nanosecond, place);
  return zoned && zone !== null ? inZone(moment, zone, time) : moment;
}

/** The same instant in another zone; a time alone takes the offset the zone has on the day it was selected from. */
function inZone(moment: Moment, zone: Zone, from: Moment): Moment {
  if (moment.temporal !== "time") return Moment.at(moment.temporal, moment.instant, zone);
  const offset = typeof zone === "number" ? zone : Moment.at("datetime", from.instant, zone).offset;
  return Moment.at("time", moment.instant, offset);
}

function zoneOf(value: Value): Zone {
  if (typeof value !== "string") throw refuse(`a time zone is a string, not a ${kindOf(value)}`);
  return zoneFromText(value);
}

function selected(fields: Fields, name: "date" | "time" | "datetime"): Moment | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  const fits =
    value instanceof Moment &&
    (name === "time" || hasDate(value.temporal)) &&
    (name === "date" || hasTime(value.temporal));
  if (!fits) throw refuse(`${name} cannot be taken from a ${kindOf(value)}`);
  return value;
}

function numberOf(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (!isInteger(value)) throw refuse(`${name} is a whole number, not a ${kindOf(value)}`);
  return Number(value);
}

/** The day that the fields name; what they leave out comes from the base, or is 1. */
function buildDay(fields: Fields, base: number | null): number {
  const field = (name: string) => numberOf(fields, name);
  const given = (...names: string[]) => names.some((name) => field(name) !== undefined);
  const civil = base === null ? null : civilDate(base);
  const year = field("year");
  if (year === undefined && civil === null) throw refuse("year is missing");
  if (given("week", "dayOfWeek")) {
    const week = base === null ? null : weekOf(base);
    const weekDay = field("dayOfWeek") ?? (base === null ? 1 : dayOfWeek(base));
    return dayOfWeekDate(year ?? week!.weekYear, field("week") ?? week?.week ?? 1, weekDay);
  }
  if (given("ordinalDay")) return dayOfOrdinalDate(year ?? civil!.year, field("ordinalDay")!);
  if (given("quarter", "dayOfQuarter")) {
    const quarter = field("quarter") ?? (civil ? quarterOf(civil.month) : 1);
    const inQuarter = civil ? base! - dayNumber(civil.year, quarterOf(civil.month) * 3 - 2, 1) + 1 : 1;
    return dayOfQuarterDate(year ?? civil!.year, quarter, field("dayOfQuarter") ?? inQuarter);
  }
  return dayOfDate(year ?? civil!.year, field("month") ?? civil?.month ?? 1, field("day") ?? civil?.day ?? 1);
}

function buildNanosecond(fields: Fields, base: number | null): number {
  const start = base ?? 0;
  const field = (name: string) => numberOf(fields, name);
  const parts = [field("millisecond"), field("microsecond"), field("nanosecond")];
  const fraction = parts.every((part) => part === undefined)
    ? start % 1e9
    : (parts[0] ?? 0) * 1e6 + (parts[1] ?? 0) * 1e3 + (parts[2] ?? 0);
  return nanosecondOf(
    field("hour") ?? Math.floor(start / 3.6e12),
    field("minute") ?? Math.floor(start / 6e10) % 60,
    field("second") ?? Math.floor(start / 1e9) % 60,
    fraction,
  );
}

const DURATION_UNITS: readonly (readonly [name: string, of: "months" | "days" | "nanoseconds", count: number])[] = [
  ["years", "months", 12],
  ["quarters", "months", 3],
  ["months", "months", 1],
  ["weeks", "days", 7],
  ["days", "days", 1],
  ["hours", "nanoseconds", 3600e9],
  ["minutes", "nanoseconds", 60e9],
  ["seconds", "nanoseconds", 1e9],
  ["milliseconds", "nanoseconds", 1e6],
  ["microseconds", "nanoseconds", 1e3],
  ["nanoseconds", "nanoseconds", 1],
];

export function buildDuration(fields: Fields): Duration {
  const known = new Set(DURATION_UNITS.map(([name]) => name));
  for (const key of Object.keys(fields)) if (!known.has(key)) throw refuse(`duration has no field ${key}`);
  let [months, days, nanoseconds] = [0, 0, 0n];
  for (const [name, of, count] of DURATION_UNITS) {
    const value = fields[name];
    if (value === undefined || value === null) continue;
    if (!isNumeric(value)) throw refuse(`${name} is a number, not a ${kindOf(value)}`);
    if (of === "months") months += toNumber(value) * count;
    else if (of === "days") days += toNumber(value) * count;
    else nanoseconds += isInteger(value) ? BigInt(value) * BigInt(count) : BigInt(Math.round(toNumber(value) * count));
  }
  return Duration.approximate(months, days, nanoseconds);
}

const DATE_UNITS: Record<string, (day: number) => number> = {
  millennium: (day) => startOfYears(day, 1000),
  century: (day) => startOfYears(day, 100),
  decade: (day) => startOfYears(day, 10),
  year: (day) => startOfYears(day, 1),
  weekyear: (day) => firstMonday(weekOf(day).weekYear),
  quarter: (day) => dayNumber(civilDate(day).year, quarterOf(civilDate(day).month) * 3 - 2, 1),
  month: (day) => dayNumber(civilDate(day).year, civilDate(day).month, 1),
  week: (day) => day - dayOfWeek(day) + 1,
  day: (day) => day,
};
const startOfYears = (day: number, count: number): number =>
  dayNumber(Math.floor(civilDate(day).year / count) * count, 1, 1);

const TIME_UNITS: Record<string, number> = {
  hour: 3600e9,
  minute: 60e9,
  second: 1e9,
  millisecond: 1e6,
  microsecond: 1e3,
};

/** Cuts a moment off below a unit, and then sets fields of what is left. */
export function truncate(kind: MomentKind, unit: string, of: Moment, fields: Fields): Moment {
  const name = unit.toLowerCase();
  const byDay = Object.hasOwn(DATE_UNITS, name);
  if (!byDay && !(Object.hasOwn(TIME_UNITS, name) && hasTime(kind))) throw refuse(`a ${kind} cannot be cut at ${unit}`);
  if ((byDay && name !== "day" && !hasDate(kind)) || (hasDate(kind) && !hasDate(of.temporal)))
    throw refuse(`a ${of.temporal} cannot be cut at ${unit} to a ${kind}`);
  const day = byDay ? DATE_UNITS[name](of.day) : of.day;
  const nanosecond = byDay ? 0 : of.nanosecond - (of.nanosecond % TIME_UNITS[name]);
  const kept = byDay || name === "hour" || name === "minute" || name === "second" ? 0 : nanosecond % 1e9;
  const cut = new Moment("localdatetime", day, nanosecond);
  const { timezone, ...rest } = fields;
  const set: Fields = { ...rest, ...(hasDate(kind) ? { date: cut } : {}), ...(hasTime(kind) ? { time: cut } : {}) };
  // below a cut second, a fraction set is added to what the cut left
  if (kept > 0 && TIME_FIELDS.slice(3).some((field) => rest[field] !== undefined))
    set.nanosecond = kept + (numberOf(rest, "nanosecond") ?? 0);
  const local = buildMoment(hasDate(kind) ? (hasTime(kind) ? "localdatetime" : "date") : "localtime", set);
  if (!hasZone(kind)) return local;
  const own = hasZone(of.temporal) ? (kind === "time" ? of.offset : of.zone) : 0;
  return local.as(kind, timezone === undefined || timezone === null ? own : zoneOf(timezone));
}

/** What two moments have in common in time: a missing date or zone is taken from the other, a missing time is midnight. */
function aligned(from: Moment, to: Moment): [Moment, Moment] {
  const dated = hasDate(from.temporal) ? from : hasDate(to.temporal) ? to : null;
  const zoned = hasZone(from.temporal) ? from : hasZone(to.temporal) ? to : null;
  const align = (moment: Moment): Moment => {
    const day = hasDate(moment.temporal) ? moment.day : (dated?.day ?? 0);
    if (!zoned) return new Moment("localdatetime", day, moment.nanosecond);
    const source = hasZone(moment.temporal) ? moment : zoned;
    return Moment.local("datetime", day, moment.nanosecond, source.zone);
  };
  const [start, end] = [align(from), align(to)];
  return [start, zoned ? Moment.at("datetime", end.instant, start.zone) : end];
}

/** The time from one moment to another: in months, days and seconds, or in one of them alone. */
export function durationBetween(from: Moment, to: Moment, unit: "all" | "months" | "days" | "seconds"): Duration {
  const [start, end] = aligned(from, to);
  const dated = hasDate(from.temporal) && hasDate(to.temporal);
  let [months, days] = [0, 0];
  let reached = start;
  if (dated && (unit === "all" || unit === "months")) {
    months = wholeMonths(start, end);
    reached = reached.plus(new Duration(months, 0, 0n));
  }
  if (dated && (unit === "all" || unit === "days")) {
    days = wholeDays(reached, end);
    reached = reached.plus(new Duration(0, days, 0n));
  }
  const seconds = unit === "all" || unit === "seconds" ? end.instant - reached.instant : 0n;
  return new Duration(months, days, seconds);
}

function wholeDays(from: Moment, to: Moment): number {
  const days = to.day - from.day;
  if (days > 0 && to.nanosecond < from.nanosecond) return days - 1;
  return days < 0 && to.nanosecond > from.nanosecond ? days + 1 : days;
}

function wholeMonths(from: Moment, to: Moment): number {
  const [a, b] = [civilDate(from.day), civilDate(from.day + wholeDays(from, to))];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.day < a.day) return months - 1;
  return months < 0 && b.day > a.day ? months + 1 : months;
}
