import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";

let models: Models;

beforeAll(async () => {
  models = await loadModels();
});

function statementsIn(text: string) {
  const { statements, entities } = readArticle(articleFromText(text, { title: "Title" }), models);
  return statements.map(({ content, speaker, speech }) => ({
    said: content.map(({ start, end }) => text.slice(start, end)).join(" … "),
    speaker: entities.find(({ id }) => id === speaker)?.name ?? null,
    speech,
  }));
}

describe("a report within a report", () => {
  it("is a statement of its own beside the whole", () => {
    const said = statementsIn("The Courier reported that Mayor Ann Lee said the bridge was unsafe.");
    expect(said.map(({ speaker }) => speaker)).toEqual(["the Courier", "Ann Lee"]);
    expect(said[1].said).toBe("the bridge was unsafe");
  });

  it("isn't made of what somebody is said to have promised somebody", () => {
    const said = statementsIn("Paul Brandt said that Rosa Varga had promised Tom Reyes a new ferry.");
    expect(said.map(({ speaker }) => speaker)).toEqual(["Paul Brandt"]);
  });

  it("says nothing twice where somebody speaks of themselves", () => {
    const said = statementsIn("Mayor Ann Lee said she hoped the bridge would open in May.");
    expect(said.map(({ speaker }) => speaker)).toEqual(["Ann Lee"]);
  });
});

describe("speech", () => {
  it.each([
    ["Ann Lee has denied any wrongdoing.", true],
    ["Ann Lee hopes that the bridge will open in May.", false],
  ])("is told from thought by the verb: %s", (text, speech) => {
    expect(statementsIn(text).map((statement) => statement.speech)).toEqual([speech]);
  });
});
