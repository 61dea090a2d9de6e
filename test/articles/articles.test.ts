import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models } from "../../src/extract/index.ts";
import { compare, missing, readAnnotated, surplus } from "./annotation.ts";

const FILES = readdirSync("test/articles").filter((name) => /\.(?:txt|html)$/.test(name));

let models: Models;
let rulesAlone: Models;

beforeAll(async () => {
  models = await loadModels();
  rulesAlone = { ...models, statements: undefined };
});

describe("the articles of the test", () => {
  it.each(FILES)("%s reads as a careful person reads it, statements by rules", (file) => {
    const { reading, annotation } = readAnnotated(file, rulesAlone);
    const { found, expected } = compare(reading, annotation);
    expect(found).toEqual(expected);
    expect(reading.article).toMatchObject(annotation.article);
    for (const [words, value, unit] of annotation.quantities ?? []) {
      const quantity = reading.quantities.find(({ start, end }) => reading.article.text.slice(start, end) === words);
      expect(quantity, words).toMatchObject({ value, unit });
    }
    expect(reading.warnings.length).toBe(annotation.warnings?.length ?? 0);
    annotation.warnings?.forEach((warning, index) => {
      expect(reading.warnings[index]).toContain(warning);
    });
  });

  it.each(FILES)("%s loses nothing when the trained reader takes part, and gains only what a reader may count", (file) => {
    const { reading, annotation } = readAnnotated(file, models);
    expect(missing(reading, annotation)).toEqual([]);
    expect(surplus(reading, annotation)).toEqual([]);
  });
});
