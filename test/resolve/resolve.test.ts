import { describe, expect, it } from "vitest";
import type { EntityKind, Reading } from "../../src/model/index.ts";
import { foldName, isAcronym, looksLikeName, resolve } from "../../src/resolve/index.ts";
import { sketchReading } from "../fixtures/readings.ts";

/** An article that names each entity once: kind, name, other names. */
function article(id: string, ...entities: [EntityKind, string, ...string[]][]): Reading {
  return sketchReading({
    id,
    title: id,
    date: null,
    text: entities.map(([, name]) => name).join(". "),
    entities: Object.fromEntries(
      entities.map(([kind, name, ...aliases]) => [name, { kind, name, aliases, named: [name] }]),
    ),
  });
}
const keysOf = (readings: Reading[]) =>
  resolve(readings).keys.map((keys, i) => readings[i].entities.map(({ id }) => keys.get(id)));

describe("stakeholders across articles", () => {
  it("are one where kind and name are the same, whatever case, accents and article", () => {
    const [[a], [b]] = keysOf([article("x", ["Person", "José Arana"]), article("y", ["Person", "Jose Arana"])]);
    expect(a).toBe(b);
    const [[c], [d]] = keysOf([
      article("x", ["Organization", "The Border Agency"]),
      article("y", ["Organization", "Border Agency"]),
    ]);
    expect(c).toBe(d);
    const [[e], [f]] = keysOf([article("x", ["Place", "Jordan"]), article("y", ["Person", "Jordan"])]);
    expect(e).not.toBe(f);
  });

  it("are one where a full alias is the other's name, under the fullest name", () => {
    const readings = [
      article("x", ["Person", "Mara Lindqvist"], ["Organization", "OHB"]),
      article(
        "y",
        ["Person", "Mara Elin Lindqvist", "Mara Lindqvist", "Lindqvist"],
        ["Organization", "Open Harbour Board", "OHB"],
      ),
    ];
    const [first, second] = keysOf(readings);
    expect(first).toEqual(second);
    const mara = resolve(readings).stakeholders[0];
    expect([mara.name, mara.aliases]).toEqual(["Mara Elin Lindqvist", ["Mara Lindqvist", "Lindqvist"]]);
    expect(mara.links.every(({ why }) => why !== "")).toBe(true);
  });

  it("stay two where an alias fits both, and the doubt is proposed", () => {
    const readings = [
      article("x", ["Organization", "Atlantic Bird Council", "ABC"]),
      article("y", ["Organization", "Allied Bakers Congress", "ABC"]),
    ];
    const { stakeholders, proposals } = resolve(readings);
    expect(stakeholders.length).toBe(2);
    expect(proposals.map(({ reason }) => reason)).toEqual(['both are called "ABC"']);
  });

  it("of one word stay with their article, with a proposal for each fuller name", () => {
    const readings = [
      article("x", ["Person", "Okafor"]),
      article("y", ["Person", "Ines Okafor"], ["Person", "Paul Okafor"]),
    ];
    const { stakeholders, proposals } = resolve(readings);
    expect(stakeholders.map(({ key }) => key)).toEqual(["person:okafor:x", "person:ines-okafor", "person:paul-okafor"]);
    expect(proposals.map(({ to, confidence }) => [to, confidence])).toEqual([
      ["person:ines-okafor", 0.3],
      ["person:paul-okafor", 0.3],
    ]);
  });

  it("that are described and not named never merge", () => {
    const described = (id: string) =>
      sketchReading({
        id,
        title: id,
        date: null,
        text: "An official read the plan.",
        entities: {
          official: { kind: "Person", name: "an official", unnamed: true, nominal: ["An official"] },
          plan: { kind: "Document", name: "the plan", nominal: ["the plan"] },
        },
      });
    const [first, second] = keysOf([described("x"), described("y")]);
    expect(first.filter((key) => second.includes(key))).toEqual([]);
  });

  it("go by the register where there is one", () => {
    const readings = [article("x", ["Person", "Okafor"]), article("y", ["Person", "Dr. Ines Okafor"])];
    const register = [
      { kind: "Person" as const, name: "Ines Okafor", aliases: ["Okafor", "Dr. Ines Okafor"], wikidata: "Q1" },
    ];
    const { stakeholders } = resolve(readings, { register });
    expect(stakeholders.map(({ name, wikidata, links }) => [name, wikidata, links.length])).toEqual([
      ["Ines Okafor", "Q1", 2],
    ]);
  });
});

describe("names", () => {
  it("are compared without case, marks and a leading article", () => {
    expect(foldName("The U.N. High  Commissioner’s Office")).toBe("un high commissioners office");
    expect(foldName("Łódź–Widzew")).toBe("łodz widzew");
    expect(foldName("香港")).toBe("香港");
  });

  it("are told from descriptions", () => {
    expect(["Liaison Office", "de la Cruz", "the plan", "a Senate aide", "her office"].map(looksLikeName)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(["WHO", "U.N.", "G20", "Who", "I"].map(isAcronym)).toEqual([true, true, true, false, false]);
  });
});
