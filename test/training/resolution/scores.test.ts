import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestAssignment } from "../../../src/training/resolution/assignment.ts";
import { bCubed, ceafE } from "../../../src/training/resolution/scores.ts";

const clustering = (...clusters: string[]) =>
  new Map(clusters.flatMap((items, index) => [...items].map((item) => [item, `${index}`] as const)));

describe("scores of clusterings", () => {
  it("are those of the papers' example (Luo 2005, table 1)", () => {
    const gold = clustering("12345", "67", "89abc");
    const first = clustering("12345", "6789abc");
    const second = clustering("1234589abc", "67");
    expect(bCubed(gold, first).f1).toBeCloseTo(0.865, 3);
    expect(bCubed(gold, second).f1).toBeCloseTo(0.737, 3);
    expect(ceafE(gold, first).f1).toBeCloseTo(0.733, 3);
    expect(ceafE(gold, second).f1).toBeCloseTo(0.667, 3);
  });

  it("are 1 for the gold itself, and fall when it is cut or joined", () => {
    const gold = clustering("abc", "de");
    expect([bCubed(gold, gold).f1, ceafE(gold, gold).f1]).toEqual([1, 1]);
    expect(bCubed(gold, clustering("abcde"))).toMatchObject({ recall: 1 });
    expect(bCubed(gold, clustering("a", "b", "c", "d", "e"))).toMatchObject({ precision: 1 });
  });

  it("pair clusters as well as trying all pairings", () => {
    const weights = fc.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(weights, (matrix) => {
        const sum = bestAssignment(matrix, matrix.length, 4).reduce(
          (total, [row, column]) => total + matrix[row][column],
          0,
        );
        const best = (row: number, used: number): number =>
          row === matrix.length
            ? 0
            : Math.max(
                best(row + 1, used),
                ...[0, 1, 2, 3]
                  .filter((column) => (used & (1 << column)) === 0)
                  .map((column) => matrix[row][column] + best(row + 1, used | (1 << column))),
              );
        expect(sum).toBe(best(0, 0));
      }),
    );
  });
});
