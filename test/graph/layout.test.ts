import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/graph/index.ts";
import { type Box, boxesOverlap, separateBoxes } from "../../src/graph/overlaps.ts";
import { sampleReading } from "../fixtures/readings.ts";

describe("the layout", () => {
  it("keeps nodes and labels of the sample apart, in a picture somewhat wider than high", () => {
    const graph = buildGraph([sampleReading()]);
    const boxes: Box[] = graph.mapNodes((_, { x, y, size, label }) => ({
      x,
      y,
      left: size,
      right: size + label.length * 6.5,
      half: Math.max(size, 8),
    }));
    let overlapping = 0;
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) if (boxesOverlap(a, b)) overlapping++;
    });
    expect(overlapping).toBe(0);
    const extent = (values: number[]) => Math.max(...values) - Math.min(...values);
    expect(extent(boxes.map(({ x }) => x)) / extent(boxes.map(({ y }) => y))).toBeCloseTo(1.2, 1);
  });

  it("parts boxes that stand in one place", () => {
    const boxes: Box[] = Array.from({ length: 30 }, () => ({ x: 0, y: 0, left: 5, right: 60, half: 8 }));
    expect(separateBoxes(boxes, 2000)).toBe(0);
    expect(new Set(boxes.map(({ x, y }) => `${x},${y}`)).size).toBe(30);
  });
});
