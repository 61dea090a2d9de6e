import { beforeAll, describe, expect, it } from "vitest";
import { type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import { loadLanguageModel } from "../../src/language/index.ts";

let models: Models;

beforeAll(async () => {
  models = { language: await loadLanguageModel() };
});

const warningsOf = (text: string) => readArticle(articleFromText(text), models).warnings;

const ENGLISH = "The mayor said on Monday that the bridge was safe, and that nobody should worry about it any longer.";
const DUTCH =
  "De burgemeester zei maandag dat de brug veilig is. De bewoners waren niet overtuigd en vroegen om een nieuw onderzoek.";

describe("the language of an article", () => {
  it("is named where it isn't English", () => {
    expect(warningsOf(`Brug is veilig\n\n${DUTCH}\n`)).toEqual([expect.stringContaining("like Dutch")]);
  });

  it("is named for the paragraphs that aren't English", () => {
    const text = `Bridge is safe\n\n${ENGLISH}\n\n${ENGLISH} ${ENGLISH}\n\n${DUTCH}\n`;
    expect(warningsOf(text)).toEqual([expect.stringMatching(/^a paragraph looks like Dutch/)]);
  });

  it("is passed over where only a quotation is in another", () => {
    expect(warningsOf(`Bridge is safe\n\n${ENGLISH} “De brug is veilig,” she added in Dutch.\n`)).toEqual([]);
  });
});
