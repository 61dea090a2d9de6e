import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  analyse,
  type LanguageModel,
  loadLanguageModel,
  parse,
  RELATIONS,
  UNPARSED,
} from "../../src/language/index.ts";
import { formOf, type Words } from "../../src/model/index.ts";
import { paragraph, tagged } from "./support.ts";

let model: LanguageModel;
beforeAll(async () => {
  model = await loadLanguageModel();
});

const read = (text: string, parsed = true): Words => analyse(paragraph(text), model, { parse: parsed });

/** "said → proposal (obj)" for every word of one sentence. */
function arcs(words: Words): string[] {
  return Array.from({ length: words.count }, (_, i) => {
    const head = words.head[i] < 0 ? "ROOT" : formOf(words, words.head[i]);
    return `${formOf(words, i)} ${RELATIONS[words.relation[i]]} ${head}`;
  });
}

describe("parts of speech", () => {
  it.each([
    ["The mayor opened the new library.", "The/DT mayor/NN opened/VBD the/DT new/JJ library/NN ./."],
    ["She doesn't know their names.", "She/PRP does/VBZ n't/RB know/VB their/PRP$ names/NNS ./."],
    ["They want to walk to Lisbon.", "They/PRP want/VBP to/TO walk/VB to/IN Lisbon/NNP ./."],
    ["“We won,” said Okafor’s coach.", "“/`` We/PRP won/VBD ,/, ”/'' said/VBD Okafor/NNP ’s/POS coach/NN ./."],
    [
      "The plan that was issued will cost $14.5 million.",
      "The/DT plan/NN that/WDT was/VBD issued/VBN will/MD cost/VB $/$ 14.5/CD million/CD ./.",
    ],
  ])("of: %s", (text, expected) => {
    expect(tagged(read(text, false))).toBe(expected);
  });
});

describe("dictionary forms", () => {
  it.each([
    ["He went home and bought two papers.", "he go home and buy two paper ."],
    ["The children were running.", "the child be run ."],
    ["They aren’t stopping the parties.", "they be not stop the party ."],
    ["Lisbon's cities", "Lisbon 's city"],
  ])("of: %s", (text, expected) => {
    expect(read(text, false).lemma.join(" ")).toBe(expected);
  });
});

describe("trees", () => {
  it("tell who does what", () => {
    expect(arcs(read("The old mayor opened the library on Monday."))).toEqual([
      "The det mayor",
      "old amod mayor",
      "mayor nsubj opened",
      "opened root ROOT",
      "the det library",
      "library obj opened",
      "on case Monday",
      "Monday obl opened",
      ". punct opened",
    ]);
  });

  it("tell what was said", () => {
    const found = arcs(read("Officials said that the bridge was closed by the police."));
    expect(found).toContain("Officials nsubj said");
    expect(found).toContain("closed ccomp said");
    expect(found).toContain("bridge nsubj:pass closed");
  });

  it("have one root, no cycles and stay in their sentence", () => {
    const words = read("He left. “Why?” she asked, and (nobody — not one) knew. Then, 1999: rain; snow! The end");
    for (let s = 0; s + 1 < words.sentenceStart.length; s++) {
      const [from, to] = [words.sentenceStart[s], words.sentenceStart[s + 1]];
      let roots = 0;
      for (let i = from; i < to; i++) {
        if (words.head[i] === -1) roots++;
        let steps = 0;
        for (let word = i; word !== -1; word = words.head[word]) {
          expect(word).toBeGreaterThanOrEqual(from);
          expect(word).toBeLessThan(to);
          expect(steps++).toBeLessThan(to - from);
        }
      }
      expect(roots).toBe(1);
    }
  });

  it("are made on demand, for the sentences asked for", () => {
    const text = "It rained. It poured. It stopped.";
    const words = read(text, false);
    expect([...words.head]).toEqual(new Array(words.count).fill(UNPARSED));
    parse(words, 1, 2, model);
    const parsed = Array.from({ length: 3 }, (_, s) => words.head[words.sentenceStart[s]] !== UNPARSED);
    expect(parsed).toEqual([false, true, false]);
    parse(words, 0, 3, model);
    expect(words).toEqual(read(text));
    const chosen = analyse(paragraph(text), model, { parse: (_, sentence) => sentence === 2 });
    expect(chosen.head[words.sentenceStart[2]]).not.toBe(UNPARSED);
    expect(chosen.head[0]).toBe(UNPARSED);
  });
});

describe("an analysis", () => {
  it("lets no sentence cross a block", () => {
    const text = "A heading\n\nIt rained and\n\npoured.";
    const blocks = [
      { start: 0, end: 9, kind: "heading" as const },
      { start: 11, end: 24, kind: "paragraph" as const },
      { start: 26, end: 33, kind: "paragraph" as const },
    ];
    const words = analyse({ text, blocks }, model);
    expect([...words.sentenceBlock]).toEqual([0, 1, 2]);
    expect([...words.sentenceStart]).toEqual([0, 2, 5, 7]);
    expect([...words.sentence]).toEqual([0, 0, 1, 1, 1, 2, 2]);
  });

  it("gives no tree to what is too long for a sentence", () => {
    const words = read(`They said ${"so and ".repeat(300)}on.`);
    expect(words.head[0]).toBe(UNPARSED);
  });

  it("is empty for an empty article", () => {
    const words = analyse({ text: "", blocks: [] }, model, { parse: true });
    expect([words.count, [...words.sentenceStart]]).toEqual([0, [0]]);
  });

  it("never fails and always gives the same, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.lorem()), (text) => {
        const words = read(text);
        expect(read(text)).toEqual(words);
        expect(words.lemma).toHaveLength(words.count);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  /** Were it quadratic, four times the text would take sixteen times as long. */
  it.each(['"', "''", "“", "(", ".", "a.", "a'", "-", "http://a.", "😀", "x", "1,000", "A. ", '"a." ', "a@", "’s"])(
    "of nothing but %j takes linear time",
    (piece) => {
      const milliseconds = (length: number) => {
        const text = piece.repeat(length / piece.length);
        const begin = performance.now();
        const words = read(text);
        const taken = performance.now() - begin;
        expect(words.end[words.count - 1]).toBe(text.trimEnd().length);
        return taken;
      };
      milliseconds(12_000);
      const small = Math.min(milliseconds(12_000), milliseconds(12_000), milliseconds(12_000));
      const large = Math.min(milliseconds(48_000), milliseconds(48_000));
      // what is done within 200 ms says nothing about growth
      expect(large).toBeLessThan(Math.max(small * 12, 200));
    },
  );

  it("of 200 KB of quotation marks is made in seconds", () => {
    const begin = process.cpuUsage();
    read('"'.repeat(200_000));
    // time of the processor, so that a busy machine changes nothing
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(8000);
  });
});
