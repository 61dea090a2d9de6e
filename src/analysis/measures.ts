import { DirectedGraph, UndirectedGraph } from "graphology";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { createUnweightedIndexedBrandes } from "graphology-shortest-path/indexed-brandes.js";
import { randomFrom } from "../query/random.ts";
import type { StakeholderNetwork } from "./stakeholders.ts";

/** What can be measured of every stakeholder. */
export const MEASURES = ["degree", "statements", "quotedWords", "pageRank", "betweenness"] as const;
export type Measure = (typeof MEASURES)[number];

/** One number for each stakeholder of a network, in its order. */
export type Measures = Readonly<Record<Measure, Float64Array>>;

/** Up to so many stakeholders betweenness is exact: every one is a starting point. */
const EXACT_ORDER = 1_000;
/** Beyond, so many starting points stand for all. */
const PIVOTS = 300;
const SEED = 0x0a5eed;

export interface MeasureOptions {
  /** Starting points that betweenness is worked out from. Default: all up to 1,000 stakeholders, then 300. */
  readonly pivots?: number;
}

/**
 * Measures every stakeholder: `degree` is how many others it is tied to, `statements` and `quotedWords` what it said,
 * `pageRank` how much those who are spoken of speak of it (0…1, all add up to 1), `betweenness` how often it lies on the shortest
 * way between two others (0…1, the share of all pairs). The same network gives the same numbers.
 */
export function measureStakeholders(network: StakeholderNetwork, options: MeasureOptions = {}): Measures {
  return {
    degree: degrees(network),
    statements: Float64Array.from(network.statements),
    quotedWords: Float64Array.from(network.quotedWords),
    pageRank: pageRanks(network),
    betweenness: betweenness(network, options.pivots),
  };
}

/** The network without directions: two stakeholders have at most one tie, as heavy as both ways together. */
export function undirected({ keys, sources, targets, weights }: StakeholderNetwork): UndirectedGraph {
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  for (let i = 0; i < keys.length; i++) graph.addNode(i);
  for (let i = 0; i < sources.length; i++)
    graph.updateUndirectedEdge(sources[i], targets[i], (tie) => ({ weight: (tie.weight ?? 0) + weights[i] }));
  return graph;
}

function degrees({ keys, sources, targets }: StakeholderNetwork): Float64Array {
  const others: Set<number>[] = keys.map(() => new Set());
  for (let i = 0; i < sources.length; i++) {
    others[sources[i]].add(targets[i]);
    others[targets[i]].add(sources[i]);
  }
  return Float64Array.from(others, ({ size }) => size);
}

/** Brin and Page 1998, with the ties' weights; damping 0.85. */
function pageRanks({ keys, sources, targets, weights }: StakeholderNetwork): Float64Array {
  if (keys.length === 0) return new Float64Array(0);
  const graph = new DirectedGraph<Record<string, never>, { weight: number }>();
  for (let i = 0; i < keys.length; i++) graph.addNode(i);
  for (let i = 0; i < sources.length; i++) graph.addEdge(sources[i], targets[i], { weight: weights[i] });
  // The library stops when the whole error is under tolerance times nodes.
  const found = pagerank(graph, {
    getEdgeWeight: "weight",
    maxIterations: 300,
    tolerance: 1e-9 / keys.length,
  });
  return Float64Array.from(keys, (_, i) => found[i]);
}

/**
 * Shortest ways are counted by Brandes' algorithm (2001) over ties without direction or weight. From some starting points
 * chosen at random instead of all it is an estimate (Brandes and Pich 2007): the sum is scaled by nodes over starting points.
 */
function betweenness(network: StakeholderNetwork, pivots?: number): Float64Array {
  const order = network.keys.length;
  const found = new Float64Array(order);
  if (order < 3) return found;
  const count = Math.min(order, pivots ?? (order <= EXACT_ORDER ? order : PIVOTS));
  const waysFrom = createUnweightedIndexedBrandes(undirected(network));
  const dependency = new Float64Array(order);
  for (const source of choose(order, count)) {
    const [stack, before, ways] = waysFrom(source);
    dependency.fill(0);
    while (stack.size > 0) {
      const node = stack.pop() as number;
      const share = (1 + dependency[node]) / ways[node];
      for (const previous of before[node]) dependency[previous] += ways[previous] * share;
      if (node !== source) found[node] += dependency[node];
    }
  }
  const scale = order / count / ((order - 1) * (order - 2));
  return found.map((value) => value * scale);
}

/** `count` different numbers below `order`, the same each time, in ascending order (Fisher and Yates). */
function choose(order: number, count: number): Uint32Array {
  const all = Uint32Array.from({ length: order }, (_, i) => i);
  if (count >= order) return all;
  const random = randomFrom(SEED);
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(random() * (order - i));
    [all[i], all[other]] = [all[other], all[i]];
  }
  return all.slice(0, count).sort();
}
