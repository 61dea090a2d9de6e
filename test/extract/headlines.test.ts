import { beforeAll, describe, expect, it } from "vitest";
import { headlineStatements } from "../../src/extract/headlines.ts";
import { Prose } from "../../src/extract/prose.ts";
import { findQuotations } from "../../src/extract/quotations.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import { analyse, type LanguageModel, loadLanguageModel } from "../../src/language/index.ts";

let model: LanguageModel;

beforeAll(async () => {
  model = await loadLanguageModel();
});

/** Source and content of what a headline reports. */
function headlineOf(title: string): string | null {
  const text = `${title}\n\nThe harbour was calm on Monday, and nobody had expected anything else of it.\n`;
  const article = articleFromText(text);
  const [found] = headlineStatements(new Prose(article, analyse(article, model), findQuotations(text, article.blocks)));
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
  return found === undefined ? null : `${words(found.source)} | ${words(found.content)}`;
}

describe("headlines with a colon", () => {
  it.each([
    ["Gates were open before flood: inquiry", "inquiry | Gates were open before flood"],
    ["Le Havre dockers reject automation plan: union", "union | Le Havre dockers reject automation plan"],
    ["The bridge is safe: Okafor", "Okafor | The bridge is safe"],
    ["Police: driver was asleep", "Police | driver was asleep"],
    ["Report: ministers ignored warnings", "Report | ministers ignored warnings"],
    ["Okafor: I will not resign", "Okafor | I will not resign"],
  ])("name their source: %s", (title, expected) => {
    expect(headlineOf(title)).toBe(expected);
  });

  it.each([
    "Brexit: ministers vote on fishing",
    "Done deal: Adeyemi joins Valdoria",
    "Storm Edda: thousands are without power",
    "Harbour strike: what you need to know",
    "Dockers vote: 78 percent say no",
  ])("name a topic: %s", (title) => {
    expect(headlineOf(title)).toBeNull();
  });
});
