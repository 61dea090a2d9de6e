import { describe, expect, it } from "vitest";
import { calibrate, UNCALIBRATED } from "../../src/extract/statements-model/calibration.ts";
import { CONTENT, CUE, NONE } from "../../src/extract/statements-model/chain.ts";
import { logOdds } from "../../src/extract/statements-model/forest.ts";
import { seededRandom } from "../../src/training/lib/index.ts";
import { inThreads } from "../../src/training/lib/threads.ts";
import { type BoostingOptions, boost, type LabelledRows } from "../../src/training/statements/boosting.ts";
import type { BoostingJob } from "../../src/training/statements/boosting-thread.ts";
import { type ChainExamples, trainChain } from "../../src/training/statements/chain-trainer.ts";
import { fitCalibration } from "../../src/training/statements/isotonic.ts";

describe("calibration", () => {
  it("says how often what has a confidence is right", () => {
    const random = seededRandom(3);
    const statements = Array.from({ length: 20000 }, () => {
      const confidence = random();
      return { confidence, right: random() < confidence * confidence };
    });
    const curve = fitCalibration(statements);
    for (const confidence of [0.3, 0.5, 0.7, 0.9]) {
      expect(Math.abs(calibrate(curve, confidence) - confidence * confidence)).toBeLessThan(0.05);
    }
  });

  it("never falls as the confidence rises", () => {
    const random = seededRandom(5);
    const curve = fitCalibration(Array.from({ length: 900 }, () => ({ confidence: random(), right: random() < 0.6 })));
    const shares = Array.from({ length: 101 }, (_, i) => calibrate(curve, i / 100));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(calibrate(UNCALIBRATED, 0.25)).toBe(0.25);
  });
});

const OPTIONS: BoostingOptions = {
  trees: 40,
  depth: 3,
  rate: 0.2,
  leastWeight: 1,
  l2: 1,
  rowShare: 0.8,
  columnShare: 1,
  seed: 1,
};

/** Rows of which the label is 1 where exactly one of two values is large; the third column says nothing. */
function eitherOr(count: number): LabelledRows {
  const random = seededRandom(7);
  const rows = Float32Array.from({ length: count * 3 }, random);
  const label = Uint8Array.from({ length: count }, (_, i) => (rows[i * 3] > 0.5 !== rows[i * 3 + 1] > 0.5 ? 1 : 0));
  return { rows, width: 3, label };
}

describe("boosted trees", () => {
  it("learn what no single column tells", () => {
    const examples = eitherOr(2000);
    const forest = boost(examples, OPTIONS);
    const right = examples.label.filter((label, i) => logOdds(forest, examples.rows, i * 3) > 0 === (label === 1));
    expect(right.length / examples.label.length).toBeGreaterThan(0.95);
  });

  it("come out the same in threads, in the order they were asked for", async () => {
    const jobs = [1, 2, 3].map((seed): BoostingJob => ({ examples: eitherOr(200), options: { ...OPTIONS, seed } }));
    const forests = await inThreads(
      new URL("../../src/training/statements/boosting-thread.ts", import.meta.url),
      jobs,
      "test",
    );
    expect(forests).toEqual(jobs.map(({ examples, options }) => boost(examples, options)));
  });
});

/** Sequences of three kinds of word, of which the one after a cue is content. */
function sequences(): ChainExamples {
  const words = [1, 2, 3, 1, 1, 2, 3, 3, 2, 3, 1, 3];
  const roles = [NONE, CUE, CONTENT, NONE, NONE, CUE, CONTENT, NONE, CUE, CONTENT, NONE, NONE];
  return {
    from: Int32Array.of(0, 4, 8, 12),
    gold: Uint8Array.from(roles),
    node: { cells: Int32Array.from(words), slots: 1, hashes: Int32Array.of(0, 11, 12, 13) },
    edge: { cells: Int32Array.from(words), slots: 1, hashes: Int32Array.of(0, 21, 22, 23) },
  };
}

describe("the random field for roles", () => {
  const options = { epochs: 40, averaged: 10, rate: 0.1, dropout: 0, seed: 1 };

  it("learns roles by the word and the role before", () => {
    const { node, edge } = trainChain(sequences(), options);
    const row = (weights: Float32Array, at: number, width: number) => [
      ...weights.subarray(at * width, (at + 1) * width),
    ];
    expect(row(node, 2, 4).indexOf(Math.max(...row(node, 2, 4)))).toBe(CUE);
    const third = row(edge, 3, 16);
    expect(third.indexOf(Math.max(...third))).toBe(CUE * 4 + CONTENT);
  });

  it("leaves out features the same way every time", () => {
    const noisy = { ...options, dropout: 0.5 };
    expect(trainChain(sequences(), noisy)).toEqual(trainChain(sequences(), noisy));
    expect(trainChain(sequences(), noisy)).not.toEqual(trainChain(sequences(), { ...noisy, seed: 2 }));
  });
});
