import type { Scene } from "./scene.ts";
import type { Visible } from "./visible.ts";

/**
 * Where everything of a scene is drawn, by number rather than by key: what is asked for every node and edge in a frame looks
 * nothing up and allocates nothing. Edges stand strongest first, in the order they are drawn and may be left for later frames.
 *
 * Invariant: `index.get(nodes[i]) === i`; `source[e]` and `target[e]` are indices into `nodes`.
 */
export interface Geometry {
  readonly nodes: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  /** Centres in Sigma's framed coordinates. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radii in pixels at camera ratio 1; 0 is hidden. */
  readonly radius: Float32Array;
  readonly edges: readonly string[];
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Sagitta over chord length. */
  readonly curve: Float32Array;
  /** Thickness in pixels at camera ratio 1. */
  readonly thickness: Float32Array;
  /** 1 where an edge is seen. */
  readonly seen: Uint8Array;
  /** 1 where an edge only says where something stands. */
  readonly quiet: Uint8Array;
  readonly dashed: Uint8Array;
  /** How many edges are seen. */
  seenEdges: number;
}

/** Numbers a scene's nodes and edges; places and what is seen are filled in later. */
export function geometryOf({ graph }: Scene): Geometry {
  const nodes = graph.nodes();
  const index = new Map(nodes.map((key, i) => [key, i]));
  const order: { key: string; weight: number; at: number }[] = [];
  graph.forEachEdge((key, { weight, quiet }) => {
    order.push({ key, weight: quiet ? 0 : weight, at: order.length });
  });
  order.sort((a, b) => b.weight - a.weight || a.at - b.at);
  const size = order.length;
  const geometry: Geometry = {
    nodes,
    index,
    x: new Float32Array(nodes.length),
    y: new Float32Array(nodes.length),
    radius: new Float32Array(nodes.length),
    edges: order.map(({ key }) => key),
    source: new Uint32Array(size),
    target: new Uint32Array(size),
    curve: new Float32Array(size),
    thickness: new Float32Array(size),
    seen: new Uint8Array(size),
    quiet: new Uint8Array(size),
    dashed: new Uint8Array(size),
    seenEdges: 0,
  };
  const at = new Map(geometry.edges.map((key, i) => [key, i]));
  graph.forEachEdge((key, edge, source, target) => {
    const i = at.get(key) as number;
    geometry.source[i] = index.get(source) as number;
    geometry.target[i] = index.get(target) as number;
    geometry.curve[i] = edge.curve;
    geometry.thickness[i] = edge.size;
    geometry.quiet[i] = edge.quiet ? 1 : 0;
    geometry.dashed[i] = edge.dashed ? 1 : 0;
  });
  return geometry;
}

/** Takes over which edges are seen. */
export function markSeen(geometry: Geometry, { edges }: Visible): void {
  let count = 0;
  geometry.edges.forEach((key, i) => {
    const seen = edges.has(key);
    geometry.seen[i] = seen ? 1 : 0;
    if (seen) count++;
  });
  geometry.seenEdges = count;
}

/** How framed coordinates become pixels of the container: `x · scaleX + offsetX`, and how radii do. The camera never turns. */
export interface Projection {
  readonly scaleX: number;
  readonly offsetX: number;
  readonly scaleY: number;
  readonly offsetY: number;
  /** Pixels of a radius of 1. */
  readonly radius: number;
}

/** Pixels round a node or an edge that still count as on it. */
const REACH = 4;

/** The node under a point of the container, the one whose middle is nearest for its size; null where there is none. */
export function nodeAt(geometry: Geometry, projection: Projection, x: number, y: number): string | null {
  const { scaleX, offsetX, scaleY, offsetY } = projection;
  let best = -1;
  let nearest = 1;
  for (let i = 0; i < geometry.nodes.length; i++) {
    if (geometry.radius[i] === 0) continue;
    // Squares and pages reach a little further than a circle of their radius.
    const reach = geometry.radius[i] * projection.radius * 1.1 + REACH;
    const dx = geometry.x[i] * scaleX + offsetX - x;
    const dy = geometry.y[i] * scaleY + offsetY - y;
    if (Math.abs(dx) > reach || Math.abs(dy) > reach) continue;
    const distance = Math.hypot(dx, dy) / reach;
    if (distance < nearest) [best, nearest] = [i, distance];
  }
  return best === -1 ? null : geometry.nodes[best];
}

/** The edge under a point of the container, the nearest; null where there is none. */
export function edgeAt(geometry: Geometry, projection: Projection, x: number, y: number): string | null {
  const { scaleX, offsetX, scaleY, offsetY } = projection;
  let best = -1;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < geometry.edges.length; i++) {
    if (geometry.seen[i] === 0) continue;
    const ax = geometry.x[geometry.source[i]] * scaleX + offsetX;
    const ay = geometry.y[geometry.source[i]] * scaleY + offsetY;
    const bx = geometry.x[geometry.target[i]] * scaleX + offsetX;
    const by = geometry.y[geometry.target[i]] * scaleY + offsetY;
    const reach = Math.max(REACH, (geometry.thickness[i] * projection.radius) / 2);
    const bend = geometry.curve[i];
    const room = reach + (bend === 0 ? 0 : Math.abs(bend) * Math.hypot(bx - ax, by - ay));
    if (x < Math.min(ax, bx) - room || x > Math.max(ax, bx) + room) continue;
    if (y < Math.min(ay, by) - room || y > Math.max(ay, by) + room) continue;
    const distance = bend === 0 ? distanceToSegment(x, y, ax, ay, bx, by) : distanceToCurve(x, y, ax, ay, bx, by, bend);
    if (distance <= reach && distance < nearest) [best, nearest] = [i, distance];
  }
  return best === -1 ? null : geometry.edges[best];
}

function distanceToSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Straight pieces a curve is measured by. */
const PIECES = 10;

/** The distance to the quadratic curve the edge program draws; on the screen y grows downwards, so left is the other way. */
function distanceToCurve(x: number, y: number, ax: number, ay: number, bx: number, by: number, bend: number): number {
  const cx = (ax + bx) / 2 + (by - ay) * bend;
  const cy = (ay + by) / 2 - (bx - ax) * bend;
  let nearest = Number.POSITIVE_INFINITY;
  let [px, py] = [ax, ay];
  for (let piece = 1; piece <= PIECES; piece++) {
    const t = piece / PIECES;
    const u = 1 - t;
    const qx = u * u * ax + 2 * u * t * cx + t * t * bx;
    const qy = u * u * ay + 2 * u * t * cy + t * t * by;
    nearest = Math.min(nearest, distanceToSegment(x, y, px, py, qx, qy));
    [px, py] = [qx, qy];
  }
  return nearest;
}
