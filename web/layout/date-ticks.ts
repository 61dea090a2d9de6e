import type { DayScale } from "./by-date.ts";

/** A day with its name, and where it lies in pixels. */
export interface DateTick {
  readonly day: number;
  readonly label: string;
  readonly x: number;
}

const DAY = 86_400_000;
/** Pixels two names are at least apart. */
const LEAST = 84;
/** Days between two marks: days, weeks, and from a month on, calendar months. */
const STEPS = [1, 2, 7, 14] as const;
const MONTHS = [1, 3, 6, 12, 24, 60, 120] as const;

/** The marks that fit into a picture of that width: first of months where days are too many. Days since 1970-01-01. */
export function dateTicks(scale: DayScale, xOf: (day: number) => number, width: number): DateTick[] {
  const { first, last } = scale;
  if (scale.step === 0) return [tickOf(first, xOf, "day")];
  const perDay = (xOf(last) - xOf(first)) / (last - first);
  const seen = (day: number) => xOf(day) >= 0 && xOf(day) <= width;
  const step = STEPS.find((days) => days * perDay >= LEAST);
  const from = Math.max(first, Math.floor(first + (0 - xOf(first)) / perDay));
  const to = Math.min(last, Math.ceil(first + (width - xOf(first)) / perDay));
  const ticks: DateTick[] = [];
  if (step !== undefined) {
    for (let day = Math.ceil((from - first) / step) * step + first; day <= to; day += step)
      if (seen(day)) ticks.push(tickOf(day, xOf, "day"));
    return ticks;
  }
  const months = MONTHS.find((count) => count * 30 * perDay >= LEAST) ?? MONTHS[MONTHS.length - 1];
  for (let month = Math.ceil(monthOf(from) / months) * months; ; month += months) {
    const day = Date.UTC(1970, month, 1) / DAY;
    if (day > to) return ticks;
    if (day >= from && seen(day)) ticks.push(tickOf(day, xOf, months >= 12 ? "year" : "month"));
  }
}

/** Months since January 1970. */
function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

const FORMAT = {
  day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" }),
  year: new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone: "UTC" }),
} as const;

function tickOf(day: number, xOf: (day: number) => number, format: keyof typeof FORMAT): DateTick {
  return { day, label: FORMAT[format].format(day * DAY), x: Math.round(xOf(day)) };
}
