import { describe, expect, it } from "vitest";
import { framedAt } from "../../web/minimap/draw.ts";
import { edgeAt, geometryOf, markSeen, nodeAt } from "../../web/scene/geometry.ts";
import { sceneOf } from "../../web/scene/scene.ts";
import { visibleParts } from "../../web/scene/visible.ts";
import { sampleGraph } from "./sample.ts";

const { graph } = sampleGraph();
const scene = sceneOf(graph);
const geometry = geometryOf(scene);
const projection = { scaleX: 100, offsetX: 10, scaleY: -100, offsetY: 500, radius: 1 };
geometry.nodes.forEach((_, i) => {
  geometry.x[i] = i % 4;
  geometry.y[i] = i >> 2;
  geometry.radius[i] = 8;
});
markSeen(geometry, visibleParts(scene, []));
const at = (i: number) => [geometry.x[i] * 100 + 10, geometry.y[i] * -100 + 500] as const;

describe("what is under the pointer", () => {
  it("is the node whose middle is nearest, within its border and a little round it", () => {
    const [x, y] = at(5);
    expect(nodeAt(geometry, projection, x + 3, y - 4)).toBe(geometry.nodes[5]);
    expect(nodeAt(geometry, projection, x + 40, y)).toBeNull();
    geometry.radius[5] = 0;
    expect(nodeAt(geometry, projection, x, y)).toBeNull();
    geometry.radius[5] = 8;
  });

  it("is the edge along its whole way, bent or straight, and none that is hidden", () => {
    geometry.edges.forEach((key, e) => {
      const [ax, ay] = at(geometry.source[e]);
      const [bx, by] = at(geometry.target[e]);
      // Half way along a quadratic curve lies half the distance of its control point.
      const [x, y] = [
        (ax + bx) / 2 + ((by - ay) * geometry.curve[e]) / 2,
        (ay + by) / 2 - ((bx - ax) * geometry.curve[e]) / 2,
      ];
      const found = edgeAt(geometry, projection, x, y);
      expect(found).not.toBeNull();
      if (geometry.curve[e] !== 0) expect(found).toBe(key);
    });
    markSeen(geometry, { nodes: new Set(), edges: new Set() });
    const [x, y] = at(geometry.source[0]);
    expect(edgeAt(geometry, projection, x, y)).toBeNull();
    markSeen(geometry, visibleParts(scene, []));
  });
});

describe("the edges", () => {
  it("stand strongest first, those that only say where something stands last", () => {
    const weights = geometry.edges.map((key) => {
      const { weight, quiet } = scene.graph.getEdgeAttributes(key);
      return quiet ? 0 : weight;
    });
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(geometry.seenEdges).toBe(geometry.edges.length);
  });
});

describe("the small map", () => {
  it("gives the place back that it draws a node at", () => {
    const frame = { left: 20, top: 90, scale: 50 };
    expect(framedAt(frame, 20 + 0.5 * 50, 90 - 0.25 * 50)).toEqual({ x: 0.5, y: 0.25 });
  });
});
