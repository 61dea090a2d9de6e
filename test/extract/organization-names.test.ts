import { beforeAll, describe, expect, it } from "vitest";
import { loadModels, type Models, readArticle } from "../../src/extract/index.ts";
import { articleFromText } from "../../src/ingest/index.ts";

let models: Models;

beforeAll(async () => {
  models = await loadModels();
});

/** Kinds and names of what has a name in a text, by the trained recogniser and by rules alone. */
function named(text: string, using: Models): string[] {
  return readArticle(articleFromText(text), using)
    .entities.filter(({ unnamed }) => !unnamed)
    .map(({ kind, name }) => `${kind} ${name}`);
}

const COMPANIES: readonly (readonly [name: string, text: string])[] = [
  ["Siemens AG", "Siemens AG said on Monday that it would cut 2,000 jobs."],
  ["Banco Santander S.A.", "Banco Santander S.A. reported a profit of 2 billion euros."],
  ["Groupe Martelin SARL", "Groupe Martelin SARL announced the sale of its factory."],
  ["Holzwerk Brandt GmbH", "Holzwerk Brandt GmbH denied the claim on Friday."],
  ["Assicurazioni Generali S.p.A.", "Assicurazioni Generali S.p.A. said it would appeal."],
  ["Van der Meer B.V.", "Van der Meer B.V. confirmed the talks."],
  ["Kowalski Sp. z o.o.", "Kowalski Sp. z o.o. said the contract was void."],
  ["Müller & Söhne KG", "The owners of Müller & Söhne KG said the contract was void."],
  ["Mitsuba Denki K.K.", "Mitsuba Denki K.K. rejected the offer."],
  ["Petrobras Distribuidora S/A", "Petrobras Distribuidora S/A informed investors of the delay."],
  ["Grupo Vasquez S.A. de C.V.", "Grupo Vasquez S.A. de C.V. said it would pay."],
  ["Bergwerk Holding AG & Co. KGaA", "Bergwerk Holding AG & Co. KGaA said it would close."],
  ["Norsk Hydro ASA", "Norsk Hydro ASA said power costs had doubled."],
  ["Zenit OOO", "Zenit OOO said nothing about the delay."],
];

const INSTITUTIONS: readonly (readonly [name: string, text: string])[] = [
  ["Bundesbank", "The Bundesbank warned that inflation would stay high."],
  ["Sveriges Riksbank", "Sveriges Riksbank kept its rate at 4 percent, officials said."],
  ["Deutsche Bahn", "Deutsche Bahn told reporters that trains would be late."],
  ["Université de Lormont", "The Université de Lormont said the opposite was true."],
  ["Ministerio de Defensa", "The Ministerio de Defensa denied it on Friday."],
  ["Stadtwerke Lindau", "The Stadtwerke Lindau said the water was clean."],
  ["Caisse des Dépôts", "Caisse des Dépôts declined to comment."],
  ["Société Générale de Lormont", "Sales at Société Générale de Lormont fell, it said."],
];

describe("names of organisations in any language", () => {
  it.each(COMPANIES)("are told by their legal form: %s", (name, text) => {
    expect(named(text, models)).toEqual([`Organization ${name}`]);
    expect(named(text, { language: models.language })).toContain(`Organization ${name}`);
  });

  it.each(INSTITUTIONS)("are told by their nouns: %s", (name, text) => {
    expect(named(text, models)).toEqual([`Organization ${name}`]);
  });

  it("mean the same company without the legal form", () => {
    const text = "Norsk Hydro ASA said power costs had doubled. Norsk Hydro will close a plant, a spokesman said.";
    expect(named(text, models)).toEqual(["Organization Norsk Hydro ASA"]);
  });

  it.each([
    ["Carlos Sa", "Carlos Sa said he would not pay."],
    ["Chris Eubank", "Chris Eubank said he would fight again."],
    ["Maria S. Anderson", "Maria S. Anderson said she would run."],
    ["Luis Banco", "Luis Banco told the judge that he was innocent."],
  ])("aren't seen in people's names: %s", (name, text) => {
    expect(named(text, models)).toContain(`Person ${name}`);
  });

  it("leave a person the name that a company bears too", () => {
    const text = "Anna Berg, who founded Berg AG, said the order was lost. Berg said talks went on.";
    expect(named(text, models)).toEqual(expect.arrayContaining(["Person Anna Berg", "Organization Berg AG"]));
  });

  it("aren't seen in a place with a short form of something else behind it", () => {
    expect(named("Roads in Boston AB were closed, Ann Lee said.", models)).toContain("Place Boston");
  });
});
