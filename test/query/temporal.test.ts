import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTemporal, type QueryError, query, temporal } from "../../src/query/index.ts";
import { civilDate, dayNumber } from "../../src/query/temporal/calendar.ts";

const graph = new MultiDirectedGraph();

describe("before the temporal part is loaded", () => {
  it("says so, before anything is run", () => {
    expect(() => query(graph, "RETURN date('2024-05-01')")).toThrow(
      expect.objectContaining({ code: "TemporalNotLoaded", phase: "compile" }) as QueryError,
    );
  });
});

describe("dates, times and durations", () => {
  beforeAll(loadTemporal);
  const one = (expression: string) => query(graph, `RETURN ${expression} AS value`).rows[0][0];

  it.each([
    ["date('2024-W01-1')", "2024-01-01"],
    ["date('2024366')", "2024-12-31"],
    ["date('2024-Q2-01')", "2024-04-01"],
    ["date({year: 2023, week: 52, dayOfWeek: 7})", "2023-12-31"],
    ["date({date: date('2024-02-29'), year: 2023, day: 28})", "2023-02-28"],
    ["time('0915')", "09:15Z"],
    ["datetime('2024-03-10T02:30[America/New_York]')", "2024-03-10T03:30-04:00[America/New_York]"],
    ["datetime('2024-11-03T01:30-05:00[America/New_York]')", "2024-11-03T01:30-05:00[America/New_York]"],
    [
      "datetime({datetime: datetime('2024-05-01T12:00Z'), timezone: 'Asia/Hong_Kong'})",
      "2024-05-01T20:00+08:00[Asia/Hong_Kong]",
    ],
    ["datetime({epochSeconds: 60, nanosecond: 1, timezone: '+01:00'})", "1970-01-01T01:01:00.000000001+01:00"],
    ["date('2024-01-31') + duration('P1M')", "2024-02-29"],
    ["localdatetime('2024-01-01T00:00') - duration('PT0.000000001S')", "2023-12-31T23:59:59.999999999"],
    ["time('23:30') + duration('PT45M')", "00:15Z"],
    ["duration('P1Y2M3W4DT5H6M7.89S')", "P1Y2M25DT5H6M7.89S"],
    ["duration('-P1D')", "P-1D"],
    ["duration('P0.5M')", "P15DT5H14M33S"],
    ["duration('P1D') * 1.5", "P1DT12H"],
    ["duration('P1Y') / 3", "P4M"],
    ["duration({minutes: 1.5, seconds: -30})", "PT1M"],
    ["duration.between(date('2024-03-31'), date('2024-02-29'))", "P-1M"],
    ["duration.between(datetime('2024-03-30T12:00[Europe/Paris]'), datetime('2024-03-31T12:00[Europe/Paris]'))", "P1D"],
    [
      "duration.inSeconds(datetime('2024-03-30T12:00[Europe/Paris]'), datetime('2024-03-31T12:00[Europe/Paris]'))",
      "PT23H",
    ],
    ["datetime.truncate('week', datetime('2024-05-01T12:00+02:00'), {dayOfWeek: 3})", "2024-05-01T00:00+02:00"],
  ])("%s is %s", (expression, wanted) => {
    expect(one(expression)).toBe(wanted);
  });

  it("compare by what they mean", () => {
    expect(one("datetime('2024-05-01T12:00Z') < datetime('2024-05-01T12:00-01:00')")).toBe(true);
    expect(one("date('2024-05-01') < time('12:00')")).toBe(null);
    expect(one("date('2024-05-01') = datetime('2024-05-01T00:00Z')")).toBe(false);
    expect(one("duration('P1D') < duration('P2D')")).toBe(null);
    expect(one("duration('P1D') = duration('PT24H')")).toBe(false);
  });

  it("can be stored in a graph's attributes and sorted", () => {
    const stored = new MultiDirectedGraph();
    for (const day of ["2024-05-02", "2023-12-31", "2024-05-01"]) stored.addNode(day, { on: temporal("date", day) });
    const text = "MATCH (n) WHERE n.on >= date('2024-01-01') RETURN n.on, n.on.month, n ORDER BY n.on";
    expect(query(stored, text).rows).toEqual([
      ["2024-05-01", 5, { node: "2024-05-01", labels: [], properties: { on: "2024-05-01" } }],
      ["2024-05-02", 5, { node: "2024-05-02", labels: [], properties: { on: "2024-05-02" } }],
    ]);
  });

  it("take now from the caller", () => {
    const text = "RETURN date(), datetime({timezone: 'Asia/Tokyo'})";
    expect(query(graph, text, {}, { now: Date.UTC(2024, 4, 1, 20) }).rows).toEqual([
      ["2024-05-01", "2024-05-02T05:00+09:00[Asia/Tokyo]"],
    ]);
  });

  it("come back from their text", () => {
    const moment = fc.record({
      year: fc.integer({ min: -9999, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      nanosecond: fc.integer({ min: 0, max: 999_999_999 }),
      timezone: fc.constantFrom("Z", "+05:30", "-11:00", "Europe/Berlin", "Asia/Hong_Kong"),
    });
    fc.assert(
      fc.property(moment, (fields) => {
        const made = temporal("datetime", fields);
        expect(temporal("datetime", made.toString()).equals(made)).toBe(true);
      }),
      { numRuns: 200 },
    );
    const length = fc.record({ months: fc.integer(), days: fc.integer(), nanoseconds: fc.maxSafeInteger() });
    fc.assert(
      fc.property(length, (fields) => {
        const made = temporal("duration", fields);
        expect(temporal("duration", made.toString()).equals(made)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("count days as the calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: -90_000_000, max: 90_000_000 }), (day) => {
        const { year, month, day: date } = civilDate(day);
        expect(dayNumber(year, month, date)).toBe(day);
        const utc = new Date(day * 86_400_000);
        expect([year, month, date]).toEqual([utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate()]);
      }),
    );
  });
});
