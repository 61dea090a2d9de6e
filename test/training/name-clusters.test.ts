import { describe, expect, it } from "vitest";
import { clusterWords } from "../../src/training/names/clusters.ts";

const DETERMINERS = [1, 2];
const NOUNS = [11, 12, 13, 14];
const VERBS = [21, 22, 23];

/** Every sentence of a determiner, a noun and a verb, so many times. */
function* sentences(times: number): Generator<number | null> {
  for (let round = 0; round < times; round++) {
    for (const determiner of DETERMINERS) {
      for (const noun of NOUNS) for (const verb of VERBS) yield* [null, determiner, noun, verb];
    }
  }
  yield null;
}

const SETTINGS = { classes: 3, rounds: 10, leastCount: 2 };

describe("clusters of words", () => {
  it("puts words among the same neighbours into one class, and others into others", () => {
    const classOf = clusterWords(sentences(3), SETTINGS);
    const classes = [DETERMINERS, NOUNS, VERBS].map((words) => new Set(words.map((word) => classOf.get(word))));
    expect(classes.map(({ size }) => size)).toEqual([1, 1, 1]);
    expect(new Set(classes.flatMap((found) => [...found])).size).toBe(3);
  });

  it("gives rare words no class, and the same text the same classes", () => {
    const text = [...sentences(2), 99, null];
    const classOf = clusterWords(text, SETTINGS);
    expect(classOf.has(99)).toBe(false);
    expect(clusterWords(text, SETTINGS)).toEqual(classOf);
  });
});
