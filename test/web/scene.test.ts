import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { curvatures } from "../../web/scene/curvature.ts";
import { focusOf } from "../../web/scene/focus.ts";
import { breakLabel, type LabelWish, placeLabels } from "../../web/scene/place-labels.ts";
import { sceneOf } from "../../web/scene/scene.ts";
import { membersOfTie } from "../../web/scene/ties.ts";
import { visibleParts } from "../../web/scene/visible.ts";
import { neighbourTowards, strongestNode } from "../../web/scene/walk.ts";
import { mix } from "../../web/sigma/palette.ts";
import { sampleGraph } from "./sample.ts";

const { graph, reading } = sampleGraph();
const scene = sceneOf(graph);
const all = visibleParts(scene, []);

describe("the scene", () => {
  it("draws edges of one kind between the same two as one, and knows all of them", () => {
    const edges = graph.edges();
    expect([...scene.edgeOf.keys()].sort()).toEqual(edges.sort());
    const members = scene.graph.edges().flatMap((edge) => scene.graph.getEdgeAttribute(edge, "members"));
    expect(members.sort()).toEqual(edges);
  });

  it("bends parallel edges apart, the same bow never twice", () => {
    const ends = [
      { key: "1", source: "a", target: "b" },
      { key: "2", source: "b", target: "a" },
      { key: "3", source: "a", target: "b" },
      { key: "4", source: "a", target: "c" },
    ];
    const curves = curvatures(ends);
    expect(curves.has("4")).toBe(false);
    // Seen from a to b: what runs the other way bends to the other side for the same sign.
    const seen = ends.slice(0, 3).map(({ key, source }) => (source === "a" ? 1 : -1) * (curves.get(key) ?? 0));
    expect(new Set(seen).size).toBe(3);
  });
});

describe("filters", () => {
  it("hide nodes, statements and ties by kind, and what hangs on them", () => {
    const { nodes, edges } = visibleParts(scene, ["Person", "indirect", "IN_ARTICLE"]);
    for (const node of nodes) {
      const { kind, statementKind } = scene.graph.getNodeAttributes(node);
      expect([kind, statementKind]).not.toContain("Person");
      expect(statementKind).not.toBe("indirect");
    }
    for (const edge of edges) {
      expect(scene.graph.getEdgeAttribute(edge, "kind")).not.toBe("IN_ARTICLE");
      for (const end of scene.graph.extremities(edge)) expect(nodes.has(end)).toBe(true);
    }
    expect(all.nodes.size).toBe(graph.order);
  });
});

describe("the neighbourhood", () => {
  it("is a node with what it touches, an edge with its ends, nothing where nothing is", () => {
    const person = "person:tom-reyes";
    expect([...(focusOf(scene, { type: "node", key: person }, all)?.nodes ?? [])].sort()).toEqual(
      [person, ...scene.graph.neighbors(person)].sort(),
    );
    const [edge] = graph.edges(person);
    expect([...(focusOf(scene, { type: "edge", key: edge }, all)?.nodes ?? [])]).toEqual(graph.extremities(edge));
    expect(focusOf(scene, { type: "node", key: "nobody" }, all)).toBeNull();
  });
});

describe("walking the graph", () => {
  const cross = new MultiDirectedGraph();
  for (const [key, x, y] of [
    ["o", 0, 0],
    ["e", 10, 1],
    ["n", 1, 10],
    ["far", 90, 0],
  ] as const)
    cross.addNode(key, { x, y, size: key === "far" ? 9 : 1, kind: "Person", statementKind: null });
  for (const key of ["e", "n", "far"]) cross.addEdgeWithKey(key, "o", key, { kind: "SAID", members: [key] });
  const made = { graph: cross, edgeOf: new Map() } as unknown as typeof scene;
  const visible = { nodes: new Set(cross.nodes()), edges: new Set(cross.edges()) };

  it("goes to the nearest neighbour in that direction, and nowhere where there is none", () => {
    expect(neighbourTowards(made, "o", "right", visible)).toBe("e");
    expect(neighbourTowards(made, "o", "up", visible)).toBe("n");
    expect(neighbourTowards(made, "o", "left", visible)).toBeNull();
    expect(neighbourTowards(made, "o", "right", { ...visible, edges: new Set(["far"]) })).toBe("far");
  });

  it("begins at the biggest node that is seen", () => {
    expect(strongestNode(made, visible)).toBe("far");
    expect(strongestNode(made, { ...visible, nodes: new Set(["o"]) })).toBe("o");
  });
});

describe("labels", () => {
  const wish: fc.Arbitrary<LabelWish> = fc.record({
    key: fc.string(),
    lines: fc.constantFrom(["one"], ["one", "two"]),
    x: fc.integer({ min: -50, max: 850 }),
    y: fc.integer({ min: -50, max: 650 }),
    radius: fc.integer({ min: 3, max: 20 }),
    width: fc.integer({ min: 10, max: 200 }),
    lineHeight: fc.constant(15),
    forced: fc.boolean(),
  });

  it("never lie over one another, nor outside the picture", () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
        const placed = placeLabels(wishes, wishes, { width: 800, height: 600 });
        placed.forEach((a, i) => {
          expect(a.x >= 6 && a.y >= 6 && a.x + a.width <= 794 && a.y + a.height <= 594).toBe(true);
          for (const b of placed.slice(i + 1))
            expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(
              false,
            );
        });
      }),
      { numRuns: 60 },
    );
  });

  it("are won by those first in the list", () => {
    const one = { lines: ["x"], x: 400, y: 20, radius: 5, width: 770, lineHeight: 15, forced: true };
    const placed = placeLabels(
      [
        { ...one, key: "first" },
        { ...one, key: "second", y: 21 },
      ],
      [],
      { width: 800, height: 50 },
    );
    expect(placed.map(({ key }) => key)).toEqual(["first"]);
  });

  it("look further round their node, rather than lie over another, where they must be seen", () => {
    const label = { key: "a", lines: ["x"], x: 400, y: 300, radius: 5, width: 60, lineHeight: 15 };
    const ring = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => ({
      x: 400 + 22 * Math.cos((i * Math.PI) / 4),
      y: 300 + 16 * Math.sin((i * Math.PI) / 4),
      radius: 3,
    }));
    const viewport = { width: 800, height: 600 };
    expect(placeLabels([{ ...label, forced: false }], ring, viewport)).toEqual([]);
    const [placed] = placeLabels([{ ...label, forced: false, strong: true }], ring, viewport);
    for (const { x, y, radius } of ring) {
      const apart =
        x + radius <= placed.x ||
        x - radius >= placed.x + placed.width ||
        y + radius <= placed.y ||
        y - radius >= placed.y + placed.height;
      expect(apart).toBe(true);
    }
  });

  it("break into two lines of about equal length at a space", () => {
    expect(breakLabel("Carrie Lam")).toEqual(["Carrie Lam"]);
    expect(breakLabel("Central People's Government of China")).toEqual(["Central People's", "Government of China"]);
    expect(breakLabel("a".repeat(40))).toHaveLength(1);
  });
});

describe("colours", () => {
  it("mix from one to the other", () => {
    expect(mix("#000000", "#ffffff", 0)).toBe("#000000");
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
    expect(mix("#102030", "#a0b0c0", 1)).toBe("#a0b0c0");
  });
});

describe("stakeholders", () => {
  it("are tied by what their statements mention, and know the edges behind each tie", () => {
    const seen = sceneOf(graph, { mode: "stakeholders" });
    const key = "tie:MENTIONS:person:tom-reyes>group:the-islanders";
    const tie = seen.graph.edges().find((edge) => edge.startsWith("tie:") && edge.includes("tom-reyes>group"));
    expect(tie?.replace(/:2024[^>]*$/, "")).toBe(key);
    const members = membersOfTie(graph, tie ?? "");
    expect(seen.graph.getEdgeAttribute(tie, "members")).toEqual(members);
    expect(members.map((edge) => graph.target(edge))).toEqual([graph.target(members[0])]);
    expect(membersOfTie(graph, "tie:MENTIONS:nobody>nothing")).toEqual([]);
    expect(seen.graph.someNode((_, { kind }) => kind === "Statement" || kind === "Article")).toBe(false);
  });

  it("unfold into their own statements, and count only those that pass", () => {
    const unfolded = sceneOf(graph, { mode: "stakeholders", unfolded: new Set(["person:tom-reyes"]) });
    const statements = unfolded.graph.filterNodes((_, { kind }) => kind === "Statement");
    expect(statements).toEqual([reading.statements[2].id]);
    const nothing = sceneOf(graph, { mode: "stakeholders", passes: () => false });
    expect(nothing.graph.filterEdges((edge) => edge.startsWith("tie:"))).toEqual([]);
  });
});
