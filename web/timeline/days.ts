/** How many statements the articles of a span of days have. */
export interface Bar {
  /** First and last day, ISO 8601; the same for a single day. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Of them, those that the filters on other things than days leave. */
  readonly left: number;
}

export const UNITS = ["day", "week", "month", "year"] as const;
export type Unit = (typeof UNITS)[number];

/** A day with its statements. */
export interface DayCount {
  readonly day: string;
  readonly count: number;
  readonly left: number;
}

const DAY = 86_400_000;
/** More bars than this can't be told apart: then a bar is a week, a month or a year. */
const MOST_BARS = 120;
const DAYS_IN: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30.4, year: 365.25 };

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** How long a bar is, for those from one day to another to be told apart. */
export function unitOf(first: string, last: string): Unit {
  const days = (timeOf(last) - timeOf(first)) / DAY + 1;
  return UNITS.find((unit) => days / DAYS_IN[unit] <= MOST_BARS) ?? "year";
}

/** Bars without gaps from the first day to the last; none where there are fewer than two days. */
export function barsOf(days: readonly DayCount[]): { readonly unit: Unit; readonly bars: readonly Bar[] } {
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  if (sorted.length < 2) return { unit: "day", bars: [] };
  const [first, last] = [sorted[0].day, sorted[sorted.length - 1].day];
  const unit = unitOf(first, last);
  let at = 0;
  const bars = spansOf(first, last, unit).map(({ from, to }) => {
    let [count, left] = [0, 0];
    for (; at < sorted.length && sorted[at].day <= to; at++) {
      count += sorted[at].count;
      left += sorted[at].left;
    }
    return { from, to, count, left };
  });
  return { unit, bars };
}

/** Calendar spans that hold both days: weeks begin on Monday (ISO 8601), months and years on their first. */
function spansOf(first: string, last: string, unit: Unit): { from: string; to: string }[] {
  const spans: { from: string; to: string }[] = [];
  for (let from = beginning(timeOf(first), unit); from <= timeOf(last); from = next(from, unit))
    spans.push({ from: iso(from), to: iso(next(from, unit) - DAY) });
  return spans;
}

function beginning(time: number, unit: Unit): number {
  const date = new Date(time);
  if (unit === "week") return time - ((date.getUTCDay() + 6) % 7) * DAY;
  if (unit === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  return unit === "year" ? Date.UTC(date.getUTCFullYear(), 0, 1) : time;
}

function next(time: number, unit: Unit): number {
  const date = new Date(time);
  if (unit === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return unit === "year" ? Date.UTC(date.getUTCFullYear() + 1, 0, 1) : time + DAYS_IN[unit] * DAY;
}

/** Some bars in a row, by their places; both are included. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** The bars that a span of days holds in part at least; all where it has no ends. */
export function windowOf(bars: readonly Bar[], from: string | null, to: string | null): Window {
  const first = from === null ? 0 : bars.findIndex((bar) => bar.to >= from);
  const last = to === null ? bars.length - 1 : bars.findLastIndex((bar) => bar.from <= to);
  return { first: first < 0 ? bars.length - 1 : first, last: Math.max(first < 0 ? bars.length - 1 : first, last, 0) };
}

/** The span of days of a window; without ends where it holds every bar. */
export function spanOf(bars: readonly Bar[], { first, last }: Window): { from: string | null; to: string | null } {
  return first <= 0 && last >= bars.length - 1
    ? { from: null, to: null }
    : { from: bars[first].from, to: bars[last].to };
}

/** The window moved by some bars, as long as before, up to the ends; a window of everything begins with the first bar. */
export function moveWindow({ first, last }: Window, by: number, length: number): Window {
  if (first === 0 && last === length - 1)
    return by > 0 ? { first: 0, last: 0 } : { first: length - 1, last: length - 1 };
  const shift = Math.max(-first, Math.min(length - 1 - last, by));
  return { first: first + shift, last: last + shift };
}
