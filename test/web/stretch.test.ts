import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOf, stretchOf } from "../../web/sigma/stretch.ts";

const SQUARE = { x: [0, 10], y: [0, 10] } as const;

describe("a layout in a frame", () => {
  it("is made taller for a tall frame, flatter for a flat one, and left alone where it fits", () => {
    expect(stretchOf(SQUARE, { width: 300, height: 300 })).toBe(1);
    expect(stretchOf(SQUARE, { width: 300, height: 450 })).toBeCloseTo(1.5);
    expect(stretchOf(SQUARE, { width: 600, height: 480 })).toBeCloseTo(0.8);
    expect(stretchOf({ x: [0, 20], y: [5, 15] }, { width: 300, height: 300 })).toBeCloseTo(2);
  });

  it("keeps its shape within bounds, and where it has no extent or no frame", () => {
    expect(stretchOf(SQUARE, { width: 100, height: 4000 })).toBeCloseTo(2.2);
    expect(stretchOf(SQUARE, { width: 4000, height: 100 })).toBeCloseTo(1 / 2.2);
    expect(stretchOf({ x: [3, 3], y: [0, 1] }, { width: 300, height: 400 })).toBe(1);
    expect(stretchOf(SQUARE, { width: -20, height: 400 })).toBe(1);
  });

  it("changes in steps, so that a pane is made wider without the picture trembling", () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 1200 }), fc.integer({ min: 200, max: 1200 }), (width, height) => {
        const stretch = stretchOf(SQUARE, { width, height });
        expect(stretch === 2.2 || stretch === 1 / 2.2 || Math.abs(stretch * 20 - Math.round(stretch * 20)) < 1e-9).toBe(
          true,
        );
      }),
    );
  });

  it("has a box as high as its nodes are drawn", () => {
    expect(boxOf({ x: [-1, 3], y: [-2, 4] }, 1.5)).toEqual({ x: [-1, 3], y: [-3, 6] });
  });
});
