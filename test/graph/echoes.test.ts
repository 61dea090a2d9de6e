import { describe, expect, it } from "vitest";
import { findEchoes, type Wording } from "../../src/graph/index.ts";

const wording = (text: string, document: string, names: readonly string[] = []): Wording => ({
  text,
  spans: [{ start: 0, end: text.length }],
  names: names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length })),
  document,
});
const shared = (wordings: readonly Wording[]) =>
  findEchoes(wordings).map(({ later, laterSpan }) => wordings[later].text.slice(laterSpan.start, laterSpan.end));

describe("echoes of wording", () => {
  it("finds the longest shared run whatever its case, quotation marks and line breaks", () => {
    const found = shared([
      wording("We can’t rebuild twelve flooded villages before the rains return in March", "a"),
      wording(
        'He told us that they "can\'t rebuild Twelve flooded\nvillages, before the rains return"; nothing else',
        "b",
      ),
    ]);
    expect(found).toEqual(["can't rebuild Twelve flooded\nvillages, before the rains return"]);
  });

  it("takes no shared name and no shared phrase of function words for an echo", () => {
    const title = "Joint Standing Committee on Coastal Fisheries, Harbours and Inland Navigation";
    expect(
      shared([
        wording(`members of the ${title} met yesterday`, "a", [title]),
        wording(`nobody at the ${title} has answered`, "b", [title]),
        wording("there is not one of those that they would have been about to do then", "c"),
        wording("it is not one of those that they would have been about to do there", "d"),
      ]),
    ).toEqual([]);
  });

  it("doesn't let one statement echo the words it has in common with another around it", () => {
    const text = "the council promised to repair every school roof in the northern district this summer";
    const inner = { text, spans: [{ start: 12, end: text.length }], names: [], document: "a" };
    expect(findEchoes([wording(text, "a"), inner])).toEqual([]);
  });

  it("compares a crowd of copies with the first of them", () => {
    const copy = "the ferry company will refund every passenger stranded during last week's storm";
    const echoes = findEchoes(Array.from({ length: 2000 }, (_, i) => wording(copy, `d${i}`)));
    expect(echoes.length).toBeLessThan(2100);
    expect(echoes.filter(({ earlier }) => earlier === 0).length).toBe(1999);
  });
});
