import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { Places } from "../scene/scene.ts";
import { boundsOf, emptyPlaces, fitInto, GOLDEN_ANGLE, type LayoutInput } from "./layouts.ts";

/** How far a layout by forces has come. */
export interface ForceStep {
  readonly places: Places;
  /** Share of the rounds it may take, 0…1; 1 when it has come to rest. */
  readonly done: number;
}

/** Above so many nodes forces of far ones are taken together (Barnes and Hut 1986). */
const APPROXIMATE_FROM = 2_000;
/** Numbers a node takes in the matrix of graphology-layout-forceatlas2, and where its mark for standing still is. */
const PER_NODE = 10;
const [MASS, CONVERGENCE, SIZE, FIXED] = [6, 7, 8, 9];
const PER_EDGE = 3;
/** Nodes have come to rest when they move on average by less than this share of the picture's width a round … */
const REST = 4e-4;
/** … in so many rounds one after the other. */
const ROUNDS_AT_REST = 12;

/** The most rounds for a graph of so many nodes: a small one may take its time. */
const mostRounds = (nodes: number) => Math.round(Math.min(700, Math.max(180, 1_500_000 / Math.max(1, nodes))));

/**
 * ForceAtlas2 (Jacomy et al. 2014, PLoS ONE 9:6), round by round from where the nodes are until they come to rest. The same
 * start gives the same end.
 */
export function* forces(input: LayoutInput): Generator<ForceStep, void, void> {
  const { start, extent } = input;
  const count = start.x.length;
  const loose = looseNodes(input);
  const nodes = nodeMatrix(input, loose);
  const edges = edgeMatrix(input);
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 12,
    strongGravityMode: true,
    gravity: 0.04,
    slowDown: 1 + Math.log(Math.max(1, count)),
    barnesHutOptimize: count > APPROXIMATE_FROM,
    barnesHutTheta: 1.2,
  };
  const most = mostRounds(count);
  let resting = 0;
  for (let round = 1; round <= most; round++) {
    const before = readPlaces(nodes, count);
    iterate(settings, nodes, edges);
    const now = readPlaces(nodes, count);
    resting = movement(before, now) < REST ? resting + 1 : 0;
    const settled = resting >= ROUNDS_AT_REST;
    yield { places: fitInto(settleLoose(now, loose, input), extent), done: settled ? 1 : round / most };
    if (settled) return;
  }
}

/** 1 for each node that no tie holds: forces would drive it away, and all others would look small beside the way there. */
function looseNodes({ start, source, target }: LayoutInput): Uint8Array {
  const loose = new Uint8Array(start.x.length).fill(1);
  for (let e = 0; e < source.length; e++) if (source[e] !== target[e]) loose[source[e]] = loose[target[e]] = 0;
  return loose;
}

/** Sets what no tie holds down round the others, on a spiral. */
function settleLoose(places: Places, loose: Uint8Array, { radius, extent }: LayoutInput): Places {
  const tied = { x: places.x.filter((_, i) => loose[i] === 0), y: places.y.filter((_, i) => loose[i] === 0) };
  if (tied.x.length === places.x.length) return places;
  const [left, right] = boundsOf(tied.x);
  const [bottom, top] = boundsOf(tied.y);
  const size = Math.max(right - left, top - bottom, 1e-6);
  // Forces have a scale of their own: a node's room is taken as its share of the picture.
  const unit = size / Math.max(extent.x[1] - extent.x[0], extent.y[1] - extent.y[0], 1e-6);
  let area = Math.PI * (size / 2) ** 2 * 1.15;
  let turn = 0;
  for (let i = 0; i < loose.length; i++) {
    if (loose[i] === 0) continue;
    const distance = Math.sqrt(area / Math.PI) + radius[i] * unit;
    places.x[i] = (left + right) / 2 + distance * Math.cos(turn * GOLDEN_ANGLE);
    places.y[i] = (bottom + top) / 2 + distance * Math.sin(turn * GOLDEN_ANGLE);
    area += (2.4 * radius[i] * unit) ** 2;
    turn++;
  }
  return places;
}

function nodeMatrix({ start, radius, fixed, source, target, weight }: LayoutInput, loose: Uint8Array): Float32Array {
  const count = start.x.length;
  const nodes = new Float32Array(count * PER_NODE);
  for (let i = 0; i < count; i++) {
    const at = i * PER_NODE;
    nodes[at] = start.x[i];
    nodes[at + 1] = start.y[i];
    nodes[at + MASS] = 1;
    nodes[at + CONVERGENCE] = 1;
    nodes[at + SIZE] = radius[i];
    nodes[at + FIXED] = fixed[i] || loose[i];
  }
  // A node is as heavy as its ties.
  for (let e = 0; e < source.length; e++) {
    nodes[source[e] * PER_NODE + MASS] += weight[e];
    nodes[target[e] * PER_NODE + MASS] += weight[e];
  }
  return nodes;
}

function edgeMatrix({ source, target, weight }: LayoutInput): Float32Array {
  const edges = new Float32Array(source.length * PER_EDGE);
  for (let e = 0; e < source.length; e++) {
    edges[e * PER_EDGE] = source[e] * PER_NODE;
    edges[e * PER_EDGE + 1] = target[e] * PER_NODE;
    edges[e * PER_EDGE + 2] = weight[e];
  }
  return edges;
}

function readPlaces(nodes: Float32Array, count: number): Places {
  const places = emptyPlaces(count);
  for (let i = 0; i < count; i++) {
    places.x[i] = nodes[i * PER_NODE];
    places.y[i] = nodes[i * PER_NODE + 1];
  }
  return places;
}

/** How far nodes went on average, over the width of the picture. */
function movement(before: Places, now: Places): number {
  const [left, right] = boundsOf(now.x);
  let sum = 0;
  for (let i = 0; i < now.x.length; i++) sum += Math.hypot(now.x[i] - before.x[i], now.y[i] - before.y[i]);
  return sum / Math.max(1, now.x.length) / Math.max(1e-6, right - left);
}
