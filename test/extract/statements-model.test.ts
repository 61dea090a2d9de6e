import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { Prose } from "../../src/extract/prose.ts";
import { findQuotations } from "../../src/extract/quotations.ts";
import type { StatementCandidate } from "../../src/extract/statement-candidate.ts";
import {
  loadStatementsModel,
  STATEMENTS_VERSION,
  type StatementsModel,
  statementReader,
} from "../../src/extract/statements-model/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import { analyse, type LanguageModel, loadLanguageModel, parseWeights } from "../../src/language/index.ts";
import { OnRecordError, wordsOf } from "../../src/model/index.ts";

let language: LanguageModel;
let model: StatementsModel;

beforeAll(async () => {
  language = await loadLanguageModel();
  model = await loadStatementsModel();
});

function read(text: string): StatementCandidate[] {
  const article = articleFromText(text);
  const words = analyse(article, language, { parse: true });
  const prose = new Prose(article, words, findQuotations(article.text, article.blocks));
  return statementReader(model).proposeStatements(prose, article);
}

/** Statements in short: content | cue | source. */
function shortly(text: string): string[] {
  return read(text).map(({ content, cue, source }) =>
    [content, cue, source].map((spans) => wordsOf(text, spans)).join(" | "),
  );
}

const PARAGRAPH = `The old tram depot on Mill Street was built in 1911. It has two halls and eleven tracks.`;

describe("the trained reader for statements", () => {
  it("finds a quotation with its cue and source behind it", () => {
    const text = `${PARAGRAPH}\n\n“We will keep the depot open for as long as we can,” said Maria Olsen, the head of the transport committee.`;
    const [statement] = shortly(text);
    expect(statement).toContain("“We will keep the depot open for as long as we can,” | said | Maria Olsen");
  });

  it("finds what is reported with that", () => {
    const found = shortly(
      `${PARAGRAPH}\n\nMayor Tom Berg said that the depot would cost the city four million crowns a year.`,
    );
    expect(found[0]).toContain("the depot would cost the city four million crowns a year");
    expect(found[0]).toContain("| said | Mayor Tom Berg");
  });

  it("reads according to", () => {
    const found = shortly(
      `${PARAGRAPH}\n\nAccording to a report by the auditors, the roof of the building is no longer safe.`,
    );
    expect(found.some((statement) => statement.includes("the roof of the building is no longer safe"))).toBe(true);
  });

  it("joins the parts of a split quotation", () => {
    const text = `${PARAGRAPH}\n\n“The roof is not safe,” Mr. Berg said on Monday. “Nobody should work under it.”`;
    const split = read(text).find(({ content }) => content.length === 2);
    expect(split && wordsOf(text, split.content)).toBe("“The roof is not safe,” … “Nobody should work under it.”");
  });

  it("tells what was said from what was hoped", () => {
    const said = read(`${PARAGRAPH}\n\nMs. Olsen said the work would begin in May.`)[0];
    const hoped = read(`${PARAGRAPH}\n\nMs. Olsen hopes to begin the work in May.`)[0];
    expect(said?.speech).toBe(true);
    expect(hoped === undefined || !hoped.speech).toBe(true);
  });

  it("finds nothing in what nobody says", () => {
    expect(read(PARAGRAPH)).toEqual([]);
    expect(read("")).toEqual([]);
  });

  it("gives a probability and a reason with each statement", () => {
    for (const { confidence, why } of read(
      `${PARAGRAPH}\n\n“We are done,” she said. He added that the vote was close.`,
    )) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
      expect(why.reason).toMatch(/^[\p{Lu}“].{15,}\.$/u);
    }
  });

  it("gives sorted spans that lie in the text and don't overlap", () => {
    const text = `${PARAGRAPH} “No,” he said, “I never said ‘never’,” and denied it. She wrote: "Yes." ''Why?'' asked Ann.`;
    for (const { content, cue, source } of read(text)) {
      for (const spans of [content, cue, source]) {
        spans.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(spans[i - 1].end);
        });
      }
    }
  });

  it("reads the same text the same way twice", () => {
    const text = `${PARAGRAPH}\n\n“It is a start,” said Mr. Berg, adding that he wanted more. Critics called it “a farce.”`;
    expect(read(text)).toEqual(read(text));
  });

  it("survives hostile text", () => {
    for (const text of [`"`.repeat(5000), "said ".repeat(3000), "“ ” ".repeat(2000), `he said, "`.repeat(1500)])
      expect(() => read(text)).not.toThrow();
  });
});

describe("the weights of the reader for statements", () => {
  const bytes = readFileSync("weights/statements.bin");

  it("are refused when they are of another version", async () => {
    const expected = { model: "statements", version: STATEMENTS_VERSION + 1 };
    await expect(parseWeights(bytes, expected, "weights/statements.bin")).rejects.toThrow(OnRecordError);
  });

  it("are refused when they are damaged", async () => {
    const damaged = Uint8Array.from(bytes);
    damaged[Math.floor(damaged.length / 2)] ^= 0xff;
    const expected = { model: "statements", version: STATEMENTS_VERSION };
    await expect(parseWeights(damaged, expected, "weights/statements.bin")).rejects.toThrow(OnRecordError);
  });
});
