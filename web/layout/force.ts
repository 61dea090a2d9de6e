import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { Places } from "../scene/scene.ts";
import { boundsOf, emptyPlaces, fitInto, type LayoutInput } from "./layouts.ts";

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
  const nodes = nodeMatrix(input);
  const edges = edgeMatrix(input);
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 8,
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
    yield { places: fitInto(now, extent), done: settled ? 1 : round / most };
    if (settled) return;
  }
}

function nodeMatrix({ start, radius, fixed, source, target, weight }: LayoutInput): Float32Array {
  const count = start.x.length;
  const nodes = new Float32Array(count * PER_NODE);
  for (let i = 0; i < count; i++) {
    const at = i * PER_NODE;
    nodes[at] = start.x[i];
    nodes[at + 1] = start.y[i];
    nodes[at + MASS] = 1;
    nodes[at + CONVERGENCE] = 1;
    nodes[at + SIZE] = radius[i];
    nodes[at + FIXED] = fixed[i];
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
