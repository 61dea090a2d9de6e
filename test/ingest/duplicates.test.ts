import { describe, expect, it } from "vitest";
import { type ComparedArticle, findCopies, sampleShingles } from "../../src/ingest/duplicates.ts";
import { articleFromText } from "../../src/ingest/index.ts";

const NOUNS = "ferry harbour council mayor bridge tunnel budget school river union strike market road tower bank".split(
  " ",
);
const VERBS = "opens closes delays approves rejects visits doubts praises leaves joins".split(" ");

/** A sentence of its own for each seed. */
function sentence(seed: number): string {
  const pick = (list: readonly string[], step: number) => list[(seed * step + 7 * step) % list.length];
  return `The ${pick(NOUNS, 3)} of district ${seed} ${pick(VERBS, 5)} the ${pick(NOUNS, 11)} after ${seed * 3} days of ${pick(NOUNS, 13)}.`;
}
const body = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => sentence(from * 1000 + index)).join("\n\n");
const article = (name: string, date: string, text: string): ComparedArticle => ({
  ...articleFromText(text, { date, title: name }),
  id: name,
});

async function copiesOf(articles: readonly ComparedArticle[]) {
  const byId = new Map(articles.map((one) => [one.id, one]));
  return (await findCopies(articles.map(sampleShingles), (id) => byId.get(id)!)).map(({ id, of }) => `${id} of ${of}`);
}

describe("copies of an article", () => {
  const first = article("first", "2021-09-06", `Wire headline\n\n${body(1, 20)}`);
  const reprint = article(
    "reprint",
    "2021-09-07",
    `Another headline, by our own desk\n\nBy Nadia Holm\n\n${body(1, 20).replace("days", "long days")}\n\nMore news on our page.`,
  );
  const shortened = article("shortened", "2021-09-07", body(1, 12));
  const longer = article("longer", "2021-09-08", `${body(1, 12)}\n\n${body(2, 12)}`);
  const other = article("other", "2021-09-06", body(3, 20));

  it("are found under other headlines and with small changes, and point at the oldest", async () => {
    expect(await copiesOf([first, reprint, shortened, longer, other])).toEqual([
      "reprint of first",
      "shortened of first",
    ]);
  });

  it("are the same in whatever order articles come", async () => {
    expect(await copiesOf([shortened, other, longer, reprint, first])).toEqual([
      "reprint of first",
      "shortened of first",
    ]);
  });

  it("are not articles that share a paragraph of background", async () => {
    const background = body(9, 3);
    const articles = [4, 5, 6, 7].map((seed) =>
      article(`a${seed}`, "2021-09-07", `${body(seed, 12)}\n\n${background}`),
    );
    expect(await copiesOf(articles)).toEqual([]);
  });

  it("are found among articles that are all made of the same phrases", async () => {
    // every sentence stands in many articles; only the choice of them is an article's own
    const mixed = (seed: number) =>
      Array.from({ length: 14 }, (_, at) => sentence((seed * 7 + at * at * 3 + seed * at) % 97)).join("\n\n");
    const articles = Array.from({ length: 120 }, (_, seed) =>
      article(`m${String(seed).padStart(3, "0")}`, "2021-09-06", mixed(seed)),
    );
    const again = article("again", "2021-09-07", mixed(80));
    expect(await copiesOf([...articles, again])).toContain("again of m080");
  });

  it("of a line or two must agree in every word", async () => {
    const one = article("one", "2021-09-06", "The ferry came late on Monday, and nobody minded, the captain said.");
    const same = article("same", "2021-09-07", "The ferry came late on Monday, and nobody minded, the captain said!");
    const near = article("near", "2021-09-07", "The ferry came late on Tuesday, and nobody minded, the captain said.");
    expect(await copiesOf([one, same, near])).toEqual(["same of one"]);
  });
});
