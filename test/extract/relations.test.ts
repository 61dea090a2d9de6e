import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";

let models: Models;

beforeAll(async () => {
  models = await loadModels();
});

/** The relations of a text: from whom, of which kind, to what, and as what. */
function relationsIn(text: string): string[] {
  const { relations, entities } = readArticle(articleFromText(text, { title: "Title" }), models);
  const name = (id: string) => entities.find((entity) => entity.id === id)!.name;
  return relations.map(({ kind, from, to, role }) => [name(from), kind, role, name(to)].filter(Boolean).join(" "));
}

describe("relations", () => {
  it.each([
    ["The mayor of Halden Bay, Peter Oyelaran, said the road was open.", "Peter Oyelaran HOLDS_ROLE mayor Halden Bay"],
    ["French Foreign Minister Luc Moreau said France would help.", "Luc Moreau HOLDS_ROLE Foreign Minister France"],
    [
      "Transport Minister Ilse Brandt is expected on Friday. The transport ministry said talks had begun.",
      "Ilse Brandt HOLDS_ROLE Transport Minister the transport ministry",
    ],
    [
      "Erik Lund, a field officer with the Red Cross, said the town was empty.",
      "Erik Lund HOLDS_ROLE field officer Red Cross",
    ],
    [
      "The ecologist Paulo Teixeira of the Federal University of Pará said it was sound.",
      "Paulo Teixeira HOLDS_ROLE ecologist Federal University of Pará",
    ],
    ["Ilse Brandt arrived. Her spokesman, Jonas Keel, declined to comment.", "Jonas Keel SPEAKS_FOR Ilse Brandt"],
    ["Maria Toll, a lawyer for Peter Oyelaran, said it was late.", "Maria Toll SPEAKS_FOR Peter Oyelaran"],
    ["Residents of Toledo, Ohio, said they were tired.", "Toledo PART_OF Ohio"],
    ["The town of Vester in Denmark is empty.", "Vester PART_OF Denmark"],
  ])("in: %s", (text, expected) => {
    expect(relationsIn(text)).toContain(expected);
  });

  it.each([
    "She was in Dublin, Ireland and Spain last week.",
    "Offices in Lyon, Paris, Germany and Rome will close.",
    "Ann Lee, a critic of Acme Corp, said it was late.",
    "Opposition spokesman for sport Craig Tran said the mayor should go.",
  ])("none in: %s", (text) => {
    expect(relationsIn(text)).toEqual([]);
  });
});
