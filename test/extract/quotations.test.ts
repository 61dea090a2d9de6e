import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations } from "../../src/extract/quotations.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import { covers, overlaps } from "../../src/model/index.ts";

function quotationsIn(text: string) {
  const { blocks } = articleFromText(text, { title: "Title" });
  return findQuotations(text, blocks);
}
const wordsIn = (text: string) =>
  quotationsIn(text).all.map(({ start, end, level }) => `${level} ${text.slice(start, end)}`);

describe("quotation marks", () => {
  it.each([
    [`"I will," he said, "go home."`, ['0 "I will,"', '0 "go home."']],
    ["“He told me ‘no’ and left,” she said. It’s the workers’ fault.", ["0 “He told me ‘no’ and left,”", "1 ‘no’"]],
    ["„Das ist gut“, said he. «C'est bon», said she. »Gut«, he said.", ["0 „Das ist gut“", "0 «C'est bon»", "0 »Gut«"]],
    ["''I am in,'' he said. ``Really?'' she asked.", ["0 ''I am in,''", "0 ``Really?''"]],
    ["'I don't know,' the man said of the '90s.", ["0 'I don't know,'"]],
    ["'The workers' rights matter,' she said.", ["0 'The workers' rights matter,'"]],
    [
      `She said: "He said 'I told her "never" again' and left."`,
      [`0 "He said 'I told her "never" again' and left."`, `1 'I told her "never" again'`, '2 "never"'],
    ],
    [`He is 6'2" tall, and the dogs' owner likes rock 'n' roll.`, []],
    ["The players' union and the owners' club met.", []],
    ["The ‘new normal’, as he called it, isn’t new.", ["0 ‘new normal’"]],
  ])("are paired in %s", (text, expected) => {
    expect(wordsIn(text)).toEqual(expected);
    expect(quotationsIn(text).warnings).toEqual([]);
  });

  it("go on in the next paragraph that begins with one", () => {
    const { all, warnings } = quotationsIn(`"First one goes on.\n\n"Second one ends," he said. A "term" follows.`);
    expect(all.map(({ continues, open }) => [continues, open])).toEqual([
      [-1, true],
      [0, false],
      [-1, false],
    ]);
    expect(warnings).toEqual([]);
  });

  it("warn when a mark has no partner", () => {
    expect(quotationsIn(`He said "I am lost and left.\n\nThe end.`).warnings[0]).toMatch(
      /mark at 8 .* is never closed/,
    );
    expect(quotationsIn(`I am lost," he said.`).warnings[0]).toMatch(/mark at 10 .* no opening mark/);
  });

  it("give sorted quotations that nest and never cross, whatever the text", () => {
    const scrap = fc.constantFrom(
      '"',
      "'",
      "“",
      "”",
      "‘",
      "’",
      "„",
      "«",
      "»",
      "``",
      "''",
      " ",
      "a",
      "s",
      ".",
      ",",
      "\n\n",
      "word ",
      "‹",
      "›",
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 60 }), (scraps) => {
        const text = scraps.join("");
        const { all } = quotationsIn(text);
        all.forEach((quotation, index) => {
          expect(covers(quotation, quotation.inner)).toBe(true);
          expect(quotation.continues).toBeLessThan(index);
          for (const other of all.slice(index + 1)) {
            expect(!overlaps(quotation, other) || covers(quotation, other)).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  // were a mark looked at for every other one, this would take hours and run into the time any test has
  it.each(['"', "“", "'", "''", '"a', "‘a’ ", "«", "“”", "`"])("come to an end on a megabyte of %s", (mark) => {
    const text = mark.repeat(1_000_000 / mark.length).trimEnd();
    const { all } = findQuotations(text, [{ kind: "paragraph", start: 0, end: text.length }]);
    expect(all.every(({ start, end }) => start < end)).toBe(true);
  });
});
