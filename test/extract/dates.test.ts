import { describe, expect, it } from "vitest";
import { findTimeExpressions } from "../../src/extract/dates.ts";
import { findQuantities } from "../../src/extract/quantities.ts";

function timesIn(text: string, published: string | null = "2021-09-07") {
  return findTimeExpressions(text, [{ kind: "paragraph", start: 0, end: text.length }], published);
}

describe("time expressions", () => {
  it.each([
    ["He spoke on Monday.", "on Monday", "2021-09-06"],
    ["He spoke on Tuesday.", "on Tuesday", "2021-09-07"],
    ["He spoke last Tuesday.", "last Tuesday", "2021-08-31"],
    ["They meet next Friday.", "next Friday", "2021-09-10"],
    ["They will meet on Friday.", "on Friday", "2021-09-10"],
    ["It rained yesterday.", "yesterday", "2021-09-06"],
    ["It opened on Sept. 30.", "Sept. 30", "2021-09-30"],
    ["It opened on 28 December.", "28 December", "2021-12-28"],
    ["It opened on March 3, 2019.", "March 3, 2019", "2019-03-03"],
    ["It opened in March 2019.", "March 2019", "2019-03"],
    ["By 2035 it will be done.", "2035", "2035"],
    ["the plan (2021-25) says", "2021-25", "2021/2025"],
    ["It closed last year.", "last year", "2020"],
    ["It closed last week.", "last week", "2021-08-30/2021-09-05"],
    ["It closes next month.", "next month", "2021-10"],
  ])("are read in %s", (text, words, on) => {
    expect(timesIn(text).map(({ start, end, on: date }) => [text.slice(start, end), date])).toEqual([[words, on]]);
  });

  it("say why", () => {
    expect(timesIn("He spoke on Monday.")[0].reason).toBe("“on Monday”, article of Tuesday 2021-09-07");
  });

  it("have no day where the article has none", () => {
    expect(timesIn("He spoke on Monday.", null)[0]).toMatchObject({ on: null });
  });

  it.each(["He sat in the Sun.", "She may march.", "about 2000 people", "Feb. 31 passed"])(
    "aren't seen in %s",
    (text) => {
      expect(timesIn(text)).toEqual([]);
    },
  );
});

describe("quantities", () => {
  it.each([
    ["14.92 square kilometers", 14.92, "square kilometre", "quantity"],
    ["120.56 square km", 120.56, "square kilometre", "quantity"],
    ["1,200 jobs", 1200, "job", "quantity"],
    ["30 feet", 30, "foot", "quantity"],
    ["20-mile", 20, "mile", "quantity"],
    ["7.5 percent", 7.5, "%", "percent"],
    ["35 per cent", 35, "%", "percent"],
    ["12%", 12, "%", "percent"],
    ["$2.4 billion", 2.4e9, "USD", "money"],
    ["HK$300 million", 3e8, "HKD", "money"],
    ["two million pounds", 2e6, "GBP", "money"],
    ["£5", 5, "GBP", "money"],
    ["30°C", 30, "degree Celsius", "quantity"],
  ])("are read: %s", (words, value, unit, kind) => {
    const text = `There were ${words} here.`;
    const found = findQuantities(text, [{ kind: "paragraph", start: 0, end: text.length }], []);
    expect(found).toMatchObject([{ kind, value, unit }]);
    expect(text.slice(found[0].start, found[0].end)).toBe(words);
  });

  it("leave ordinals and names alone", () => {
    const text = "The 14th Five-Year Plan came first.";
    expect(findQuantities(text, [{ kind: "paragraph", start: 0, end: text.length }], [])).toEqual([]);
  });
});
