import forceAtlas2 from "graphology-layout-forceatlas2";
import type { AbstractGraph, Attributes } from "graphology-types";
import type { EdgeKind } from "../model/index.ts";
import { partition, radiusOf, spreadMembers } from "./layout-large.ts";
import { type Box, separateBoxes } from "./overlaps.ts";
import type { OnRecordGraph } from "./schema.ts";

export interface LayoutOptions {
  /** Rounds of ForceAtlas2. Default: 600 for a small graph, fewer the larger it is. */
  readonly iterations?: number;
  /** Width over height of the picture. Default 1.2. */
  readonly aspect?: number;
  /** In a graph of more nodes only the most important stakeholders are laid out by forces, all else round them. Default 20,000. */
  readonly forcesUpTo?: number;
}

/** How strongly an edge pulls its ends together: saying ties more than standing in the same article. */
const PULL: Readonly<Record<EdgeKind, number>> = {
  SAID: 3,
  TOLD: 1.5,
  MENTIONS: 0.8,
  ABOUT: 1,
  IN_ARTICLE: 0.25,
  APPEARS_IN: 0.3,
  SPEAKS_FOR: 2,
  HOLDS_ROLE: 1.5,
  PART_OF: 1.5,
  ISSUED: 1.5,
  ECHOES: 1,
  MAY_BE: 1,
  COPY_OF: 1,
};

/** Above this order repulsion is approximated (Barnes and Hut 1986). */
const BARNES_HUT_ORDER = 2000;
/** Forces between more nodes than these take minutes. */
const LARGE_ORDER = 20_000;
/** Up to this order labels are kept apart too; a larger picture can't show them all at once. */
const LABELLED_ORDER = 1000;
/** Size of a label as the explorer draws it, in the layout's units (pixels at a zoom of 1). */
const CHARACTER_WIDTH = 6.6;
const LABEL_HEIGHT = 17;
const GAP = 4;

/**
 * Gives every node a place: ForceAtlas2 (Jacomy et al. 2014) from a start that is a hash of the node's key, for a fixed
 * number of rounds; then the picture is turned and scaled to `aspect`, and nodes and labels that overlap are moved apart.
 * A large graph is laid out by its most important stakeholders, in time linear in its size. The same graph gets the same places. Sets `x` and `y` in place, in units of a pixel at a zoom of 1.
 */
export function layOut(graph: OnRecordGraph, options: LayoutOptions = {}): void {
  if (graph.order === 0) return;
  const aspect = options.aspect ?? 1.2;
  if (graph.order > (options.forcesUpTo ?? LARGE_ORDER)) {
    layOutLarge(graph, options.iterations, aspect);
    return;
  }
  const start = new Map<string, readonly [number, number]>();
  graph.forEachNode((key) => {
    start.set(key, startOf(key));
  });
  graph.updateEachNodeAttributes(
    (key, attributes) => {
      [attributes.x, attributes.y] = start.get(key) as readonly [number, number];
      return attributes;
    },
    { attributes: ["x", "y"] },
  );
  pull(graph, options.iterations ?? iterationsFor(graph.order), ({ kind }) => PULL[kind as EdgeKind]);
  place(graph, aspect);
}

function iterationsFor(order: number): number {
  if (order <= 500) return 600;
  // up to Barnes and Hut a round takes the square of the order
  return order <= 1000 ? 300 : 120;
}

/** ForceAtlas2 in place, from where the nodes are. */
function pull(graph: AbstractGraph, iterations: number, weightOf: (attributes: Attributes) => number): void {
  if (graph.order < 2) return;
  forceAtlas2.assign(graph, {
    iterations,
    getEdgeWeight: (_edge, attributes) => weightOf(attributes),
    settings: {
      barnesHutOptimize: graph.order > BARNES_HUT_ORDER,
      barnesHutTheta: 1.2,
      strongGravityMode: true,
      gravity: 0.08,
      scalingRatio: 12,
      slowDown: 1 + Math.log(graph.order),
    },
  });
}

/** The core by forces, each of it with room for what stands round it. */
function layOutLarge(graph: OnRecordGraph, iterations = 120, aspect: number): void {
  const parts = partition(graph);
  parts.core.forEachNode((key) => {
    const [x, y] = startOf(key);
    parts.core.mergeNodeAttributes(key, { x, y });
  });
  pull(parts.core, iterations, ({ weight }) => Math.sqrt(weight as number));
  const boxes: Box[] = parts.clusters.map((cluster) => {
    const { x, y } = parts.core.getNodeAttributes(cluster.key) as { x: number; y: number };
    const radius = radiusOf(cluster);
    return { x, y, left: radius, right: radius, half: radius };
  });
  arrange(boxes, aspect, 1.6, 100);
  const places = spreadMembers(parts, boxes);
  graph.updateEachNodeAttributes(
    (key, attributes) => {
      [attributes.x, attributes.y] = (places.get(key) as readonly [number, number]).map(round);
      return attributes;
    },
    { attributes: ["x", "y"] },
  );
}

/** A place in a disc of radius 1000, from the FNV-1a hash of the key (Fowler, Noll, Vo), finished as in MurmurHash3. */
function startOf(key: string): readonly [number, number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  const next = () => {
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
    return (hash >>> 0) / 2 ** 32;
  };
  const [angle, radius] = [next() * 2 * Math.PI, Math.sqrt(next()) * 1000];
  return [Math.cos(angle) * radius, Math.sin(angle) * radius];
}

/** Arranges nodes with their labels. */
function place(graph: OnRecordGraph, aspect: number): void {
  const labelled = graph.order <= LABELLED_ORDER;
  const boxes: Box[] = graph.mapNodes((_, { x, y, size, label }) => ({
    x,
    y,
    left: size + GAP / 2,
    right: size + GAP + (labelled ? label.length * CHARACTER_WIDTH : 0),
    half: Math.max(size + GAP / 2, labelled ? LABEL_HEIGHT / 2 : 0),
  }));
  arrange(boxes, aspect, labelled ? 3.2 : 6, labelled ? 400 : 60);
  let i = 0;
  graph.updateEachNodeAttributes(
    (_, attributes) => {
      const { x, y } = boxes[i++];
      [attributes.x, attributes.y] = [round(x), round(y)];
      return attributes;
    },
    { attributes: ["x", "y"] },
  );
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Levels the picture, gives it `room` times the area of its boxes and moves apart those that overlap. */
function arrange(boxes: readonly Box[], aspect: number, room: number, rounds: number): void {
  level(boxes);
  const area = sum(boxes, ({ left, right, half }) => (left + right) * 2 * half);
  const height = Math.sqrt((area * room) / aspect);
  scaleTo(boxes, height * aspect, height);
  separateBoxes(boxes, rounds);
  stretchTo(boxes, aspect);
}

/** Moves the centre to 0, 0 and turns the axis of greatest variance level. */
function level(boxes: readonly Box[]): void {
  const count = boxes.length;
  const [mx, my] = [sum(boxes, (box) => box.x) / count, sum(boxes, (box) => box.y) / count];
  for (const box of boxes) {
    box.x -= mx;
    box.y -= my;
  }
  const [xx, yy, xy] = [sum(boxes, ({ x }) => x * x), sum(boxes, ({ y }) => y * y), sum(boxes, ({ x, y }) => x * y)];
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const box of boxes) [box.x, box.y] = [box.x * cos - box.y * sin, box.x * sin + box.y * cos];
}

/** Scales each axis to the given extent; an axis without extent stays. */
function scaleTo(boxes: readonly Box[], width: number, height: number): void {
  const [w, h] = [extent(boxes, (box) => box.x), extent(boxes, (box) => box.y)];
  for (const box of boxes) {
    if (w > 0) box.x *= width / w;
    if (h > 0) box.y *= height / h;
  }
}

/** Widens one axis until the picture has the given aspect: what is apart stays apart. */
function stretchTo(boxes: readonly Box[], aspect: number): void {
  const [w, h] = [extent(boxes, (box) => box.x), extent(boxes, (box) => box.y)];
  if (w === 0 || h === 0) return;
  if (w < h * aspect) scaleTo(boxes, h * aspect, h);
  else scaleTo(boxes, w, w / aspect);
}

function sum(boxes: readonly Box[], of: (box: Box) => number): number {
  let total = 0;
  for (const box of boxes) total += of(box);
  return total;
}

function extent(boxes: readonly Box[], of: (box: Box) => number): number {
  let [least, most] = [Infinity, -Infinity];
  for (const box of boxes) {
    const value = of(box);
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}
