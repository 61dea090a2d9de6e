import { beforeAll, describe, expect, it } from "vitest";
import { Prose } from "../../src/extract/prose.ts";
import { findQuotations } from "../../src/extract/quotations.ts";
import { proposeStatements } from "../../src/extract/statements.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import { analyse, type LanguageModel, loadLanguageModel } from "../../src/language/index.ts";
import type { Span } from "../../src/model/index.ts";

let model: LanguageModel;

beforeAll(async () => {
  model = await loadLanguageModel();
});

/** Source, cue and content of each statement the rules find, in words. */
function reportsIn(text: string): string[] {
  const article = articleFromText(text, { title: "Title" });
  const prose = new Prose(article, analyse(article, model), findQuotations(text, article.blocks));
  const words = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
  return proposeStatements(prose).map(
    ({ source, cue, content }) => `${words(source)} | ${words(cue)} | ${words(content)}`,
  );
}

describe("statements by rules", () => {
  it.each([
    ["The mayor said the bridge was safe.", ["The mayor | said | the bridge was safe"]],
    ["The mayor said on Monday that the bridge was safe.", ["The mayor | said | that the bridge was safe"]],
    ["The bridge is safe, the mayor said.", ["the mayor | said | The bridge is safe"]],
    ["The bridge, she said, is safe.", ["she | said | The bridge … is safe"]],
    ['"It is safe," said Ann Lee, the mayor.', ['Ann Lee, the mayor | said | "It is safe,"']],
    ['"It is safe," she said, "and cheap."', ['she | said | "It is safe," … "and cheap."']],
    ['"It is safe," she said. "And cheap."', ['she | said | "It is safe," … "And cheap."']],
    ["According to the report, the bridge is safe.", ["the report | According to | the bridge is safe"]],
    ["The bridge is safe, according to two engineers.", ["two engineers | according to | The bridge is safe"]],
    ["Residents were told by an official that talks had stalled.", ["an official | told | that talks had stalled"]],
    ["It proposes closing the bridge.", ["It | proposes | closing the bridge"]],
    ["She promised to repair the bridge.", ["She | promised | to repair the bridge"]],
    ["An engineer who knows the bridge said it was safe.", ["An engineer who knows the bridge | said | it was safe"]],
    ["Lee, who built the bridge, said it was safe.", ["Lee, who built the bridge | said | it was safe"]],
    [
      "A diver, who asked not to be named because he fears for his job, said it was unsafe.",
      ["A diver, who asked not to be named because he fears for his job | said | it was unsafe"],
    ],
    [
      "Lee, who built it with her brother, Max, said it was safe.",
      ["Lee, who built it with her brother, Max | said | it was safe"],
    ],
    ["The company today announced that it was safe.", ["The company | announced | that it was safe"]],
    ["The mayor on Monday said it was safe.", ["The mayor | said | it was safe"]],
    [
      "Pumps Ltd, a maker of pumps, today announced that it was safe.",
      ["Pumps Ltd, a maker of pumps | announced | that it was safe"],
    ],
    [
      "Lee, who claims that she built the bridge, said it was safe.",
      ["Lee, who claims that she built the bridge | said | it was safe"],
    ],
    [
      "Lee said the bridge was safe, and Ray said it was not.",
      ["Lee | said | the bridge was safe", "Ray | said | it was not"],
    ],
    [
      "Lee said the bridge was safe, adding that it was old.",
      ["Lee | said | the bridge was safe", "Lee | adding | that it was old"],
    ],
    ['She called the bridge "a danger to all".', ['She | called | the bridge "a danger to all"']],
    ['Acme Corp : "It is safe."', ['Acme Corp | : | "It is safe."']],
    ['"Never!" thundered the old captain.', ['the old captain | thundered | "Never!"']],
  ])("in: %s", (text, expected) => {
    expect(reportsIn(text)).toEqual(expected);
  });

  it.each([
    'The rule of "one bridge, two roads" holds.',
    'Ann "Lucky" Lee built the bridge.',
    'He sang "Over the Bridge" twice.',
    "It was said to be safe.",
    "She did not say whether it was safe.",
    "The mayor would not say.",
  ])("none in: %s", (text) => {
    expect(reportsIn(text)).toEqual([]);
  });
});
