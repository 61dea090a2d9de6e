import { MultiGraph } from "graphology";
import type { Box } from "./overlaps.ts";
import type { OnRecordGraph } from "./schema.ts";

/** So many stakeholders hold the picture together; the forces between them are what takes time. */
const CORE_ORDER = 4000;
/** Distance of neighbours on a spiral, in the layout's units. */
const SPACING = 14;
/** The angle that spreads leaves evenly round a stem (Vogel 1979). */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** A stakeholder of the core with all that stands round it. */
export interface Cluster {
  readonly key: string;
  readonly members: string[];
}

/** How a graph too large for forces between all its nodes is taken apart: each node is in one cluster, or loose. */
export interface Partition {
  readonly clusters: readonly Cluster[];
  /** Nodes that have nothing to do with the core, in their order. */
  readonly loose: readonly string[];
  /** The core alone, tied by the statements of one that mention another. */
  readonly core: MultiGraph;
}

/**
 * Takes a graph apart: the stakeholders that say most and are spoken of most are the core; a statement stands with its
 * speaker, an article with the one it names most, whatever else stands with its article. Linear in nodes and edges, apart from sorting.
 */
export function partition(graph: OnRecordGraph): Partition {
  const clusters = new Map<string, Cluster>();
  for (const key of mostImportant(graph)) clusters.set(key, { key, members: [] });
  const articleHome = homesOfArticles(graph, clusters);
  const loose: string[] = [];
  graph.forEachNode((key, attributes) => {
    if (clusters.has(key)) return;
    const speaker = attributes.kind === "Statement" ? speakerOf(graph, key) : undefined;
    const article = attributes.kind === "Article" ? key : "article" in attributes ? attributes.article : undefined;
    const home = clusters.get(speaker ?? "") ?? clusters.get(articleHome.get(article ?? "") ?? "");
    if (home) home.members.push(key);
    else loose.push(key);
  });
  return { clusters: [...clusters.values()], loose, core: tieCore(graph, clusters) };
}

function mostImportant(graph: OnRecordGraph): string[] {
  const weighed: { key: string; weight: number }[] = [];
  graph.forEachNode((key, attributes) => {
    if ("mentionCount" in attributes)
      weighed.push({ key, weight: attributes.mentionCount + 3 * attributes.statementCount });
  });
  return weighed
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .slice(0, CORE_ORDER)
    .map(({ key }) => key);
}

/** The stakeholder of the core that each article names most. */
function homesOfArticles(graph: OnRecordGraph, clusters: ReadonlyMap<string, Cluster>): Map<string, string> {
  const homes = new Map<string, string>();
  const most = new Map<string, number>();
  graph.forEachEdge((_, { kind, count = 0 }, source, target) => {
    if (kind !== "APPEARS_IN" || !clusters.has(source) || (most.get(target) ?? 0) >= count) return;
    most.set(target, count);
    homes.set(target, source);
  });
  return homes;
}

function speakerOf(graph: OnRecordGraph, statement: string): string | undefined {
  const said = graph.findInEdge(statement, (_, { kind }) => kind === "SAID");
  return said === undefined ? undefined : graph.source(said);
}

/** Ties in the core, as often as one's statements mention the other and as they are tied themselves. */
function tieCore(graph: OnRecordGraph, clusters: ReadonlyMap<string, Cluster>): MultiGraph {
  const core = new MultiGraph();
  for (const key of clusters.keys()) core.addNode(key, { x: 0, y: 0 });
  const weights = new Map<string, number>();
  const tie = (a: string, b: string) => {
    if (a === b || !clusters.has(a) || !clusters.has(b)) return;
    const pair = a < b ? `${a}\n${b}` : `${b}\n${a}`;
    weights.set(pair, (weights.get(pair) ?? 0) + 1);
  };
  graph.forEachEdge((_, { kind }, source, target) => {
    if (kind !== "MENTIONS") return tie(source, target);
    const speaker = speakerOf(graph, source);
    if (speaker !== undefined) tie(speaker, target);
  });
  for (const [pair, weight] of weights) {
    const [a, b] = pair.split("\n");
    core.addEdge(a, b, { weight });
  }
  return core;
}

/** The radius of a cluster's disc. */
export function radiusOf({ members }: Cluster): number {
  return SPACING * (1.5 + Math.sqrt(members.length));
}

/** Places the members of each cluster on a spiral round its centre, and what is loose round the whole picture. */
export function spreadMembers(
  { clusters, loose }: Partition,
  centres: readonly Box[],
): Map<string, readonly [number, number]> {
  const places = new Map<string, readonly [number, number]>();
  let outermost = 0;
  clusters.forEach((cluster, i) => {
    const { x, y } = centres[i];
    places.set(cluster.key, [x, y]);
    cluster.members.forEach((key, n) => {
      places.set(key, onSpiral(x, y, n + 2));
    });
    outermost = Math.max(outermost, Math.hypot(x, y) + radiusOf(cluster));
  });
  const first = (outermost / SPACING) ** 2;
  loose.forEach((key, n) => {
    places.set(key, onSpiral(0, 0, first + n));
  });
  return places;
}

function onSpiral(x: number, y: number, n: number): readonly [number, number] {
  const radius = SPACING * Math.sqrt(n);
  return [x + radius * Math.cos(n * GOLDEN_ANGLE), y + radius * Math.sin(n * GOLDEN_ANGLE)];
}
