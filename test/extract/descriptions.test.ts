import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";

let models: Models;

beforeAll(async () => {
  models = await loadModels();
});

function lastSpeaker(text: string): string | undefined {
  const { statements, entities } = readArticle(articleFromText(text), models);
  return entities.find(({ id }) => id === statements.at(-1)?.speaker)?.name;
}

describe("a description takes up an organisation", () => {
  it.each([
    [
      "Institute for Rural Health",
      "Villages lose their doctors, according to a survey by the Institute for Rural Health. The institute warned that one in three practices would close.",
    ],
    [
      "Institute for Rural Health",
      "The head of the Institute for Rural Health, Ann Lee, said villages lose doctors. The institute warned that things would get worse.",
    ],
    [
      "Agency for Food Safety",
      "Prices rose by 4 percent, a report from the Agency for Food Safety found. The agency said shops were to blame.",
    ],
    [
      "Centre for Tide Research",
      "A poll by the Centre for Tide Research shows fear of floods. The centre warned that dams were old.",
    ],
    [
      "University of Marlow",
      "A study by the Institute for Rural Health and the University of Marlow found gaps. The university said more money was needed.",
    ],
  ])("that stands inside another phrase: %s", (name, text) => {
    expect(lastSpeaker(text)).toBe(name);
  });

  it("but not one whose name hasn't its noun", () => {
    expect(lastSpeaker("A poll by the Bureau of Tides shows fear. The centre warned that dams were old.")).not.toBe(
      "Bureau of Tides",
    );
  });
});
