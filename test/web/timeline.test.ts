import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barsOf, type DayCount, moveWindow, spanOf, unitOf, windowOf } from "../../web/timeline/days.ts";

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((number) => new Date(Date.UTC(1980, 0, 1) + number * 86_400_000).toISOString().slice(0, 10));
const days: fc.Arbitrary<DayCount[]> = fc
  .uniqueArray(day, { minLength: 2, maxLength: 40 })
  .map((all) => all.map((one, i) => ({ day: one, count: i + 1, left: i % 3 })));

describe("bars over time", () => {
  it("hold every day once, without gaps, few enough to be told apart", () => {
    fc.assert(
      fc.property(days, (counts) => {
        const { bars, unit } = barsOf(counts);
        expect(bars.length).toBeLessThanOrEqual(unit === "year" ? 200 : 122);
        const sum = (name: "count" | "left") => bars.reduce((all, bar) => all + bar[name], 0);
        expect(sum("count")).toBe(counts.reduce((all, { count }) => all + count, 0));
        expect(sum("left")).toBe(counts.reduce((all, { left }) => all + left, 0));
        for (let i = 1; i < bars.length; i++)
          expect(Date.parse(bars[i].from) - Date.parse(bars[i - 1].to)).toBe(86_400_000);
      }),
    );
  });

  it("are days, weeks from Monday, months or years by how long it all is", () => {
    expect(unitOf("2024-01-01", "2024-03-01")).toBe("day");
    const weeks = barsOf([
      { day: "2024-01-03", count: 1, left: 1 },
      { day: "2024-12-31", count: 1, left: 1 },
    ]);
    expect([weeks.unit, weeks.bars[0].from, weeks.bars[0].to]).toEqual(["week", "2024-01-01", "2024-01-07"]);
    expect(unitOf("2018-01-01", "2024-12-31")).toBe("month");
    expect(unitOf("1950-01-01", "2024-12-31")).toBe("year");
    expect(barsOf([{ day: "2024-01-03", count: 1, left: 1 }]).bars).toEqual([]);
  });

  it("give back the span of days they were kept by, and keep its length while they move", () => {
    fc.assert(
      fc.property(days, fc.nat(), fc.nat(), fc.integer({ min: -3, max: 3 }), (counts, a, b, by) => {
        const { bars } = barsOf(counts);
        const [first, last] = [a % bars.length, b % bars.length].sort((x, y) => x - y);
        const { from, to } = spanOf(bars, { first, last });
        expect(windowOf(bars, from, to)).toEqual({ first, last });
        const moved = moveWindow({ first, last }, by, bars.length);
        expect(moved.first).toBeGreaterThanOrEqual(0);
        expect(moved.last).toBeLessThan(bars.length);
        if (from !== null) expect(moved.last - moved.first).toBe(last - first);
      }),
    );
  });
});
