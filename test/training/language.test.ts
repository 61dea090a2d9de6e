import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LEFT, RIGHT, SHIFT } from "../../src/language/parser.ts";
import { ParserState } from "../../src/language/parser-state.ts";
import { goldTree, transitionCosts } from "../../src/training/language/oracle.ts";
import {
  AveragedWeights,
  blocksOfLines,
  FeatureGate,
  folds,
  isShippable,
  parseConllu,
  quantise,
  readDataFile,
  seededRandom,
  shuffle,
} from "../../src/training/lib/index.ts";
import { versionTwo } from "../../src/training/lib/version-two.ts";

/** A CoNLL-U sentence from "form tag upos head relation [ner]" lines; heads from 1. */
function sentence(lines: readonly string[]) {
  let offset = 0;
  const rows = lines.map((line, i) => {
    const [form, xpos, upos, head, relation, ner] = line.split(" ");
    const start = offset;
    offset += form.length + 1;
    const misc = `start=${start}|end=${start + form.length}${ner === undefined ? "" : `|ner=${ner}`}`;
    return [i + 1, form, form.toLowerCase(), upos, xpos, "_", head, relation, "_", misc].join("\t");
  });
  return parseConllu(`# newdoc id = d\n# newpar\n# sent_id = d-1\n${rows.join("\n")}\n`)[0].sentences[0];
}

function arcs(lines: readonly string[]): string[] {
  const { words } = versionTwo(sentence(lines));
  return words.map(({ form, head, relation }) => `${form} ${relation} ${head < 0 ? "ROOT" : words[head].form}`);
}

/** A random projective tree: every word's head, the root's child has -1. */
function projectiveTree(length: number, random: () => number): Int32Array {
  const head = new Int32Array(length);
  const attach = (from: number, to: number, parent: number) => {
    if (from >= to) return;
    const child = from + Math.floor(random() * (to - from));
    head[child] = parent;
    const leftCut = from + Math.floor(random() * (child - from + 1));
    attach(from, leftCut, child);
    attach(leftCut, child, child);
    const rightCut = child + 1 + Math.floor(random() * (to - child));
    attach(child + 1, rightCut, child);
    attach(rightCut, to, child);
  };
  attach(0, length, -1);
  return head;
}

describe("the dynamic oracle", () => {
  it("leads to any projective tree along transitions that cost nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 0, max: 1e6 }), (length, seed) => {
        const random = seededRandom(seed);
        const heads = projectiveTree(length, random);
        const gold = goldTree(heads, 0, length);
        const state = new ParserState();
        const onStack = new Uint8Array(length + 1);
        const costs = new Float64Array(3);
        state.reset(length);
        while (!state.isFinal()) {
          transitionCosts(state, gold, onStack, costs);
          const free = [SHIFT, LEFT, RIGHT].filter((transition) => costs[transition] === 0);
          expect(free.length).toBeGreaterThan(0);
          const transition = free[Math.floor(random() * free.length)];
          if (transition === SHIFT) onStack[state.next] = 1;
          else onStack[state.stacked(0)] = 0;
          if (transition === SHIFT) state.shift();
          else if (transition === LEFT) state.leftArc(0);
          else state.rightArc(0);
        }
        const found = Array.from(state.head.subarray(0, length), (head) => (head === length ? -1 : head));
        expect(found).toEqual([...heads]);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

describe("silver trees in version 2", () => {
  it("have the new names of relations", () => {
    expect(
      arcs([
        "Bridges NNS NOUN 4 nsubjpass",
        "were VBD AUX 4 auxpass",
        "not RB PART 4 neg",
        "closed VBN VERB 0 root",
        "by IN ADP 6 case",
        "police NN NOUN 4 nmod",
        "in IN ADP 8 case",
        "May NNP PROPN 4 nmod",
      ]),
    ).toEqual([
      "Bridges nsubj:pass closed",
      "were aux:pass closed",
      "not advmod closed",
      "closed root ROOT",
      "by case police",
      "police obl:agent closed",
      "in case May",
      "May obl closed",
    ]);
  });

  it("hang a conjunction on the conjunct after it and make names of people flat", () => {
    expect(
      arcs([
        "Mayor NNP PROPN 3 compound",
        "Ana NNP PROPN 3 compound PERSON",
        "Silva NNP PROPN 0 root PERSON",
        "and CC CCONJ 3 cc",
        "officials NNS NOUN 3 conj",
      ]),
    ).toEqual(["Mayor compound Ana", "Ana root ROOT", "Silva flat Ana", "and cc officials", "officials conj Ana"]);
  });

  it("tell the preposition to from the infinitive's", () => {
    const { words } = versionTwo(
      sentence([
        "go VB VERB 0 root",
        "to TO PART 3 mark",
        "speak VB VERB 1 xcomp",
        "to TO ADP 5 case",
        "us PRP PRON 3 nmod",
      ]),
    );
    expect(words.map(({ xpos }) => xpos)).toEqual(["VB", "TO", "VB", "IN", "PRP"]);
  });
});

describe("the readers of the data", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("say what is missing and how to mend it", () => {
    vi.stubEnv("ONRECORD_DATA", "no-such-folder");
    expect(() => readDataFile("polnear/train.jsonl.gz")).toThrow(
      /polnear\/train\.jsonl\.gz: not found in no-such-folder/,
    );
  });

  it("leave out ranges of contracted words and keep what MISC says", () => {
    const [document] = parseConllu(
      "# newdoc id = d\n# meta::licence = CC-BY-4.0\n# sent_id = s\n1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\tstart=0|end=5\n" +
        "1\tca\tcan\tAUX\tMD\t_\t0\troot\t_\tstart=0|end=2\n2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\tstart=2|end=5|SpaceAfter=No\n\n",
    );
    expect(document.meta).toEqual({ licence: "CC-BY-4.0" });
    expect(document.sentences[0].words.map(({ form, head }) => [form, head])).toEqual([
      ["ca", -1],
      ["n't", 0],
    ]);
    expect(document.sentences[0].words[1].misc["SpaceAfter"]).toBe("No");
  });

  it("ship nothing that was learnt from non-commercial texts", () => {
    expect(["CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-SA-3.0"].map(isShippable)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("take lines for paragraphs", () => {
    const text = "  One. \n\n\t\nTwo.";
    expect(blocksOfLines(text).map(({ start, end }) => text.slice(start, end))).toEqual(["One.", "Two."]);
  });
});

describe("the tools of training", () => {
  it("hold every item out exactly once", () => {
    const all = folds([1, 2, 3, 4, 5], 2);
    expect(all.map(({ heldOut }) => heldOut)).toEqual([
      [1, 3, 5],
      [2, 4],
    ]);
    for (const { heldOut, rest } of all) expect([...heldOut, ...rest].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it("shuffle alike with the same seed", () => {
    const order = (seed: number) => shuffle([1, 2, 3, 4, 5, 6, 7, 8], seededRandom(seed)).join("");
    expect(order(1)).toBe(order(1));
    expect(order(1)).not.toBe(order(2));
  });

  it("average weights over all steps", () => {
    const weights = new AveragedWeights(1);
    const seen: number[] = [];
    for (const change of [2, 0, -1, 0]) {
      if (change !== 0) weights.change(0, change);
      seen.push(weights.current[0]);
      weights.tick();
    }
    // the current value is 2, 2, 1, 1; the average also counts the zero before the first step
    expect(seen).toEqual([2, 2, 1, 1]);
    expect(weights.averaged()[0]).toBeCloseTo((0 + 2 + 2 + 1 + 1) / 5, 5);
  });

  it("round weights to bytes without clipping the largest", () => {
    expect([...quantise(Float32Array.of(-10, 5, 0.01, 0))]).toEqual([-127, 64, 0, 0]);
    expect([...quantise(Float32Array.of(127, 3, -2), 3)]).toEqual([127, 3, 0]);
  });

  it("admit a feature from its third mistake on", () => {
    const gate = new FeatureGate(4, 3);
    expect([gate.admits(5), gate.admits(5), gate.admits(5), gate.admits(5), gate.admits(6)]).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});
