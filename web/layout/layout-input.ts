import type { OnRecordGraph } from "../../src/graph/index.ts";
import { NODE_KINDS } from "../../src/model/index.ts";
import { crowding } from "../scene/crowding.ts";
import type { Extent, Scene, SceneGraph } from "../scene/scene.ts";
import type { Arrangement } from "../state/arrangement.ts";
import type { LayoutInput } from "./layouts.ts";

/** Pixels the picture is taken to be wide when sizes, which are pixels, meet places, which aren't. */
const PICTURE = 760;
/** Pixels between two nodes. */
const GAP = 3;
/** Ties that only say where something stands pull less. */
const QUIET_PULL = 0.15;
const DAY = 86_400_000;

/** The room each node takes, in the graph's units, in the order of the scene's nodes. */
export function roomOf({ graph, extent }: Scene): Float32Array {
  const unit = unitOf(extent);
  const shrink = crowding(graph.order);
  const room = new Float32Array(graph.order);
  let i = 0;
  graph.forEachNode((_, { size }) => {
    room[i++] = (size * shrink + GAP) * unit;
  });
  return room;
}

/** Units of the graph a pixel is, where the camera shows everything. */
function unitOf({ x, y }: Extent): number {
  return Math.max(x[1] - x[0], y[1] - y[0], 1e-6) / PICTURE;
}

/** Gathers what a layout is made of. */
export function layoutInput(
  graph: OnRecordGraph,
  scene: Scene,
  { layout, apart, pins }: Arrangement,
  start: LayoutInput["start"],
  communityOf: ReadonlyMap<string, number> | null,
): LayoutInput {
  const keys = scene.graph.nodes();
  const index = new Map(keys.map((key, i) => [key, i]));
  const places = { x: start.x.slice(), y: start.y.slice() };
  const fixed = new Uint8Array(keys.length);
  for (const { key, x, y } of pins) {
    const i = index.get(key);
    if (i === undefined) continue;
    fixed[i] = 1;
    places.x[i] = x;
    places.y[i] = y;
  }
  return {
    layout,
    apart,
    start: places,
    extent: scene.extent,
    radius: roomOf(scene),
    kind: Uint8Array.from(keys, (key) => NODE_KINDS.indexOf(scene.graph.getNodeAttribute(key, "kind"))),
    day: layout === "date" ? daysOf(graph, keys) : new Float64Array(keys.length).fill(Number.NaN),
    community: Int32Array.from(keys, (key) => communityIn(graph, key, communityOf)),
    fixed,
    ...edgesOf(scene.graph, index),
  };
}

function edgesOf(graph: SceneGraph, index: ReadonlyMap<string, number>) {
  const source = new Uint32Array(graph.size);
  const target = new Uint32Array(graph.size);
  const weight = new Float32Array(graph.size);
  let e = 0;
  graph.forEachEdge((_, edge, from, to) => {
    source[e] = index.get(from) as number;
    target[e] = index.get(to) as number;
    // Twenty statements tie more closely than one, but not twenty times as much.
    weight[e++] = edge.quiet ? QUIET_PULL : 1 + Math.log(Math.max(1, edge.weight));
  });
  return { source, target, weight };
}

/** The day of each node: an article's own, a statement's, and of all else the middle one of what it is tied to. */
export function daysOf(graph: OnRecordGraph, keys: readonly string[]): Float64Array {
  return Float64Array.from(keys, (key) => {
    const own = ownDay(graph, key);
    if (!Number.isNaN(own)) return own;
    const days = graph
      .neighbors(key)
      .map((neighbour) => ownDay(graph, neighbour))
      .filter((day) => !Number.isNaN(day))
      .sort((a, b) => a - b);
    return days.length === 0 ? Number.NaN : days[Math.floor(days.length / 2)];
  });
}

function ownDay(graph: OnRecordGraph, key: string): number {
  const node = graph.getNodeAttributes(key);
  if (node.kind === "Article") return dayOf(node.date);
  if (node.kind !== "Statement") return Number.NaN;
  const said = dayOf(node.saidOn);
  if (!Number.isNaN(said)) return said;
  const article = graph.hasNode(node.article) ? graph.getNodeAttributes(node.article) : null;
  return article?.kind === "Article" ? dayOf(article.date) : Number.NaN;
}

function dayOf(date: string | null | undefined): number {
  const time = Date.parse(`${date ?? ""}T00:00:00Z`);
  return Number.isNaN(time) ? Number.NaN : time / DAY;
}

/** A statement belongs to the community of who said it. */
function communityIn(graph: OnRecordGraph, key: string, communityOf: ReadonlyMap<string, number> | null): number {
  if (communityOf === null) return -1;
  const own = communityOf.get(key);
  if (own !== undefined) return own;
  const said = graph.findInEdge(key, (_, { kind }) => kind === "SAID");
  return said === undefined ? -1 : (communityOf.get(graph.source(said)) ?? -1);
}
