import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchOver } from "../../web/search/search-index.ts";
import { WordIndexBuilder } from "../../web/search/word-index.ts";
import { placesOf, readAsked, wordsIn } from "../../web/search/words.ts";
import { sampleGraph } from "./sample.ts";

const { graph } = sampleGraph();
const search = searchOver(graph);
const labels = (typed: string, group: string) =>
  search(typed)
    .find((found) => found.group === group)
    ?.hits.map(({ label }) => label) ?? [];

/** An index over texts of one field, and the numbers of those found. */
function over(texts: readonly string[]) {
  const builder = new WordIndexBuilder();
  for (const text of texts) builder.add([{ words: wordsIn(text), weight: 1 }], 1);
  const index = builder.finish();
  return (typed: string) => [...index.search(readAsked(typed)).documents];
}

describe("search", () => {
  it("answers every letter with names before words", () => {
    expect(labels("i", "stakeholders")).toContain("Ines Okafor");
    expect(labels("ines", "stakeholders")).toEqual(["Ines Okafor"]);
    expect(labels("okafor, in", "stakeholders")).toEqual(["Ines Okafor"]);
    expect(search("")).toEqual([]);
    expect(search("zzyzx")).toEqual([]);
  });

  it("finds what is misspelt: a letter too few, too many, another, or two that changed places", () => {
    for (const typed of ["okaffor", "okfor", "okabor", "okaofr"])
      expect(labels(typed, "stakeholders"), typed).toEqual(["Ines Okafor"]);
    expect(labels("xkabxr", "stakeholders")).toEqual([]);
  });

  it("finds words of statements and of titles, without regard to case, accents and apostrophes", () => {
    expect(labels("EMPTY boats", "statements")).toHaveLength(1);
    expect(labels("cant run", "statements")).toHaveLength(1);
    expect(over(["Élodie’s café"])("elodies CAFE")).toEqual([0]);
    expect(search("ferry").map(({ group }) => group)).toContain("articles");
  });

  it("takes words in quotation marks word for word, and tells how many there are", () => {
    const find = over(["the night train waits", "the train waits all night", "night trains", "The night — train!"]);
    expect(find('"night train"')).toEqual([0, 3]);
    expect(find("“night train”")).toEqual([0, 3]);
    expect(find('"night train')).toEqual([0, 2, 3]);
    expect(find("night train")).toEqual([0, 1, 2, 3]);
    expect(search.statements('"empty boats"')).toHaveLength(1);
    expect(search.statements('"boats empty"')).toEqual([]);
  });

  it("finds exactly what a look at every text finds", () => {
    const word = fc.constantFrom("ab", "abc", "abd", "b", "ba", "c");
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 12 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (texts, words, open) => {
          const typed = `"${words.join(" ")}${open ? "" : '"'}`;
          const found = texts.flatMap((text, at) => (placesOf(text, words, open).length > 0 ? [at] : []));
          expect(over(texts)(typed)).toEqual(found);
        },
      ),
    );
  });

  it("says where in a text a phrase stands, as offsets into it", () => {
    const text = "A night-train, “the Night train”; the nightly train.";
    expect(placesOf(text, ["night", "train"], false).map(({ start, end }) => text.slice(start, end))).toEqual([
      "night-train",
      "Night train",
    ]);
  });
});
