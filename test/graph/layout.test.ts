import { describe, expect, it } from "vitest";
import { buildGraph, layOut } from "../../src/graph/index.ts";
import { partition } from "../../src/graph/layout-large.ts";
import { type Box, boxesOverlap, separateBoxes } from "../../src/graph/overlaps.ts";
import { articleFromText } from "../../src/ingest/index.ts";
import { sampleReading } from "../fixtures/readings.ts";
import { articleText, createTestReader } from "../fixtures/workspaces.ts";

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

  it("gathers a large graph round its most important stakeholders", () => {
    const reader = createTestReader();
    const names = ["Ines Okafor", "Paul Brandt", "Mona Reyes", "Ada Quist", "Lev Orlov"];
    const readings = Array.from({ length: 120 }, (_, i) =>
      reader.read(articleFromText(articleText(`Town ${i}`, names[i % 5], names[(i * i) % 5]), {})),
    );
    const graph = buildGraph(readings, { layout: false });
    const parts = partition(graph);
    const everywhere = [...parts.clusters.flatMap(({ key, members }) => [key, ...members]), ...parts.loose];
    expect(everywhere.length).toBe(graph.order);
    expect(new Set(everywhere).size).toBe(graph.order);
    const brandt = parts.clusters.find(({ key }) => key === "person:paul-brandt");
    const said = graph
      .filterOutEdges("person:paul-brandt", (_, { kind }) => kind === "SAID")
      .map((edge) => graph.target(edge));
    expect(brandt?.members).toEqual(expect.arrayContaining(said));

    layOut(graph, { forcesUpTo: 100 });
    const places = graph.mapNodes((_, { x, y }) => [x, y] as const);
    expect(places.every((place) => place.every(Number.isFinite))).toBe(true);
    const near = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0] - b[0], a[1] - b[1]) < 8;
    expect(places.filter((place, i) => places.slice(i + 1).some((other) => near(place, other)))).toEqual([]);
    const again = buildGraph(readings, { layout: false });
    layOut(again, { forcesUpTo: 100 });
    expect(again.export()).toEqual(graph.export());
  });

  it("parts boxes that stand in one place", () => {
    const boxes: Box[] = Array.from({ length: 30 }, () => ({ x: 0, y: 0, left: 5, right: 60, half: 8 }));
    expect(separateBoxes(boxes, 2000)).toBe(0);
    expect(new Set(boxes.map(({ x, y }) => `${x},${y}`)).size).toBe(30);
  });
});
