import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models } from "../../src/extract/index.ts";
import { compare, readAnnotated } from "./annotation.ts";

const FILES = readdirSync("test/articles").filter((name) => /\.(?:txt|html)$/.test(name));

let models: Models;

beforeAll(async () => {
  models = await loadModels();
});

describe("the articles of the test", () => {
  it.each(FILES)("%s reads as a careful person reads it", (file) => {
    const { reading, annotation } = readAnnotated(file, models);
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
});
