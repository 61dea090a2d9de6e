import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { findNames, type LearntName, loadNamesModel, type NamesModel } from "../../src/extract/names/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import { analyse, type LanguageModel, loadLanguageModel } from "../../src/language/index.ts";

let language: LanguageModel;
let model: NamesModel;
let models: Models;

beforeAll(async () => {
  [language, model, models] = await Promise.all([loadLanguageModel(), loadNamesModel(), loadModels()]);
});

function namesIn(text: string): LearntName[] {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: "paragraph" as const,
    start: line.index,
    end: line.index + line[0].length,
  }));
  return findNames(analyse({ text, blocks }, language), model);
}

function described(text: string): string[] {
  return namesIn(text)
    .filter(({ kind }) => kind !== "Other")
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe("the trained recogniser of names", () => {
  it("finds people, organisations and places, people without their titles", () => {
    expect(described("President Maria Delgado met Senator John Harper in Lisbon, Portugal, on Tuesday.")).toEqual([
      "Person Maria Delgado",
      "Person John Harper",
      "Place Lisbon",
      "Place Portugal",
    ]);
  });

  it("takes the long name of an institution as one", () => {
    expect(described("She works for the Department of Housing and Urban Development in Chicago.")).toContain(
      "Organization Department of Housing and Urban Development",
    );
    expect(described("The report by the Council on Foreign Relations was published in Berlin.")).toContain(
      "Organization Council on Foreign Relations",
    );
  });

  it("keeps hyphenated names together", () => {
    expect(described("Lawmaker Chan Wai-keung said the budget was too small.")).toEqual(["Person Chan Wai-keung"]);
  });

  it("ties an acronym in brackets to the words it stands for", () => {
    const text = "The National Farmers Association (NFA) protested. The NFA wants higher prices.";
    const acronyms = namesIn(text).filter(({ start, end }) => text.slice(start, end) === "NFA");
    expect(acronyms.map(({ kind }) => kind)).toEqual(["Organization", "Organization"]);
    const { start, end } = acronyms[0].longForm!;
    expect(text.slice(start, end)).toBe("National Farmers Association");
  });

  it("knows a family name again from the full name elsewhere", () => {
    const text =
      "Ilona Varga resigned on Monday.\nVarga had led the bank for six years.\nShares fell after Varga spoke.";
    expect(described(text)).toEqual(["Person Ilona Varga", "Person Varga", "Person Varga"]);
  });

  it("finds nothing where nothing is named", () => {
    expect(described("The new rules will come into force next year. However, critics say they are weak.")).toEqual([]);
  });

  it("says how sure it is", () => {
    for (const { probability } of namesIn("Angela Merkel visited Paris. Then Frobish went to Quandle.")) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThanOrEqual(1.000001);
    }
  });

  it("gives the same names for the same text", () => {
    const text = "Ruth Ellison of the Harbour Board told Reuters in Hamburg that Kestrel Shipping had paid.";
    expect(namesIn(text)).toEqual(namesIn(text));
  });
});

describe("names of any text", () => {
  const word = fc.constantFrom(
    "Ann",
    "Lee",
    "of",
    "the",
    "Bank",
    "(BA)",
    "-",
    "“",
    "”",
    "said",
    "&",
    "U.S.",
    "'s",
    "\n",
    "ß",
  );

  function checkSpans(text: string): void {
    let before = 0;
    for (const { start, end, longForm } of namesIn(text)) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      if (longForm !== null) expect(longForm.end).toBeLessThanOrEqual(start);
      before = end;
    }
  }

  it("are spans of it that don't overlap", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => checkSpans(words.join(" "))),
      { numRuns: 60 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), checkSpans), { numRuns: 60 });
  });

  it("are found in hostile text too", () => {
    for (const text of [
      "",
      " ",
      "A".repeat(50_000),
      "A ".repeat(20_000),
      "(A) ".repeat(10_000),
      "\u{1f600}".repeat(5000),
    ]) {
      checkSpans(text);
    }
  });
});

describe("names as the reader uses them", () => {
  it("joins the grammar's long names, roles and places inside with the recogniser's people", () => {
    const text =
      "Foreign Minister Petra Novak said the Embassy of Norway in Ottawa would reopen. Novak thanked the people of Ottawa.";
    const { entities } = readArticle(articleFromText(text), models);
    const names = entities.map(({ kind, name }) => `${kind} ${name}`);
    expect(names).toContain("Person Petra Novak");
    expect(names).toContain("Place Ottawa");
    expect(names.some((name) => name.startsWith("Organization Embassy of Norway"))).toBe(true);
    expect(entities.filter(({ kind }) => kind === "Person")).toHaveLength(1);
  });
});
