import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import { compareSpans, overlaps, type Reading, type Span } from "../../src/model/index.ts";

let models: Models;

beforeAll(async () => {
  models = await loadModels();
});

function read(text: string): Reading {
  return readArticle(articleFromText(text, { date: "2021-09-07" }), models);
}

/** What holds of every reading, whatever the text. */
function checkReading(reading: Reading): void {
  const { text } = reading.article;
  const check = (span: Span) => {
    expect(Number.isInteger(span.start) && Number.isInteger(span.end)).toBe(true);
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim());
  };
  const ids = new Set(reading.entities.map(({ id }) => id));
  expect(ids.size).toBe(reading.entities.length);
  for (const { content, cue, source, speaker, addressee, saidOn, confidence, why } of reading.statements) {
    expect(content.length).toBeGreaterThan(0);
    for (const span of [...content, ...cue, ...source]) check(span);
    content.slice(1).forEach((span, index) => {
      expect(compareSpans(content[index], span)).toBeLessThan(0);
      expect(overlaps(content[index], span)).toBe(false);
    });
    for (const id of [speaker, addressee]) if (id !== null) expect(ids.has(id)).toBe(true);
    if (saidOn !== null) check(saidOn.span);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(why.reason).not.toBe("");
  }
  for (const mention of reading.mentions) {
    check(mention);
    expect(ids.has(mention.entity)).toBe(true);
  }
  expect([...reading.mentions].sort(compareSpans)).toEqual(reading.mentions);
  for (const relation of reading.relations) {
    check(relation);
    expect(ids.has(relation.from) && ids.has(relation.to)).toBe(true);
  }
  for (const quantity of reading.quantities) check(quantity);
  expect(new Set(reading.statements.map(({ id }) => id)).size).toBe(reading.statements.length);
}

const WORDS = [
  '"',
  "“",
  "”",
  "'",
  "’",
  "‘",
  "„",
  "«",
  "»",
  "``",
  "''",
  "(",
  ")",
  ",",
  ".",
  ":",
  ";",
  "—",
  "-",
  "?",
  "!",
  "\n\n",
  "\n",
  "said",
  "says",
  "told",
  "according to",
  "that",
  "who",
  "she",
  "he",
  "it",
  "It",
  "the plan",
  "a report",
  "Ann Lee",
  "Mayor",
  "Lee",
  "Acme Corp",
  "WHO",
  "(WHO)",
  "of",
  "the",
  "and",
  "but",
  "on Monday",
  "a spokesman for",
  "proposes",
  "to",
  "was",
  "will",
  "not",
  "Hong Kong",
  "14.9",
  "percent",
  "2035",
  "Q:",
  "A:",
  "By",
  "published by",
  "issued",
  "'s",
  "urged",
  "🙂",
  "\u0000",
  "\u200b",
  "\ud800",
  "e\u0301",
  "I",
  "my",
];

/** `HOSTILE_SEED=7 HOSTILE_RUNS=100000 npx vitest run test/extract/hostile.test.ts` reads other texts, and more of them. */
const SEED = Number(process.env.HOSTILE_SEED ?? 1);
const RUNS = Number(process.env.HOSTILE_RUNS ?? 1000);

/** Nothing stands before or behind these, though most of the reader asks what does. */
const FRAGMENTS = [
  "she told to",
  "percent urged to",
  "Lee Mayor",
  "Ann Lee ,",
  "said that",
  "(WHO",
  ", according to the plan",
  "according to `` ,",
  "according to the plan,",
  ", said Ann Lee",
  ", she said",
  "” said",
];

describe("reading hostile text", () => {
  it.each(FRAGMENTS)("reads a text of nothing but %j, and one that begins or breaks off so", (text) => {
    checkReading(read(text));
    checkReading(read(`“We go,” said Mayor Tom Reed. ${text}`));
    checkReading(read(`${text} “We go,” said Mayor Tom Reed.`));
  });

  it(`never throws and gives spans within the text, whatever the words (seed ${SEED})`, () => {
    const salad = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(" "));
    const anything = fc.oneof(
      salad,
      salad,
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 200 }),
    );
    fc.assert(
      fc.property(anything, (text) => checkReading(read(text))),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);

  it("gives the same reading twice", () => {
    const text = `By Ann Lee\n\n“We go,” said Mayor Tom Reed. "We stay," she said.\n\nAccording to the plan, Acme Corp (AC) will leave by 2035.`;
    expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)));
  });

  it.each(['"', "“", "'", "''", "“”", "«", "„", '" ', "('", "…"])("reads 200 KB of %s in under two seconds", (mark) => {
    const article = articleFromText(mark.repeat(200_000 / mark.length));
    readArticle(articleFromText("Warm up, she said."), models);
    const started = process.cpuUsage();
    readArticle(article, models);
    // time of the processor, so that a busy machine changes nothing
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });

  it.each(['"a ', "‘a’ ", "Smith said ", "the plan, ", ", said ", "Ann Lee, ", "of the Bank of ", "who ", "It ", "a"])(
    "reads an article of nothing but %j",
    (words) => {
      checkReading(read(words.repeat(6000 / words.length)));
    },
  );

  it("reads quotations nested without end", () => {
    checkReading(read(`${"“He said ‘".repeat(2000)}no${"’ twice” ".repeat(2000)}`));
  });

  it("reads an article of a megabyte by rules", () => {
    const paragraph = `"We will go," Mayor Ann Lee said on Monday. According to the plan, the road closes by 2035. It proposes building a new one, and she told Reuters that Acme Corp would pay $4 million.\n\n`;
    const article = articleFromText(paragraph.repeat(Math.ceil(1_000_000 / paragraph.length)), { date: "2021-09-07" });
    const { language } = models;
    expect(readArticle(article, { language }).statements.length).toBeGreaterThan(10_000);
  }, 60_000);

  it("warns where the text isn't English", () => {
    const german =
      "Der Minister sagte am Montag, dass die Brücke im nächsten Jahr wieder geöffnet werden soll, und bat alle Bürger um Geduld. ".repeat(
        4,
      );
    expect(read(german).warnings.join()).toContain("English");
  });
});
