import type { OnRecordGraph } from "../../src/graph/index.ts";
import { EDGE_KINDS, type EdgeAttributes, type EdgeKind, type NodeAttributes } from "../../src/model/index.ts";
import { atOnce, type Steps } from "../data/slices.ts";

/**
 * The nodes and edges of a graph by their numbers, in the graph's order: what goes over all of them looks nothing up. A graph
 * on the page doesn't change once it is shown.
 */
export interface GraphIndex {
  readonly nodes: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly nodeAttributes: readonly NodeAttributes[];
  readonly edges: readonly string[];
  readonly edgeAttributes: readonly EdgeAttributes[];
  /** The kind of each edge, a place in EDGE_KINDS. */
  readonly kinds: Uint8Array;
  /** The ends of each edge, numbers of nodes. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
}

const indexes = new WeakMap<OnRecordGraph, GraphIndex>();

/** So many nodes or edges a step. */
const STEP = 2_048;

/** The index of a graph, made when it is first asked for. Linear in nodes and edges. */
export function graphIndex(graph: OnRecordGraph): GraphIndex {
  return atOnce(graphIndexing(graph));
}

/** The same in steps. */
export function* graphIndexing(graph: OnRecordGraph): Steps<GraphIndex> {
  const known = indexes.get(graph);
  if (known !== undefined) return known;
  const [nodes, nodeAttributes, numberOf] = [[] as string[], [] as NodeAttributes[], new Map<string, number>()];
  for (const { node, attributes } of graph.nodeEntries()) {
    numberOf.set(node, nodes.length);
    nodeAttributes.push(attributes);
    if (nodes.push(node) % STEP === 0) yield;
  }
  const [edges, edgeAttributes] = [[] as string[], [] as EdgeAttributes[]];
  const kinds = new Uint8Array(graph.size);
  const [sources, targets] = [new Uint32Array(graph.size), new Uint32Array(graph.size)];
  const codeOf = new Map<EdgeKind, number>(EDGE_KINDS.map((kind, code) => [kind, code]));
  for (const { edge, attributes, source, target } of graph.edgeEntries()) {
    const at = edges.length;
    kinds[at] = codeOf.get(attributes.kind) as number;
    sources[at] = numberOf.get(source) as number;
    targets[at] = numberOf.get(target) as number;
    edgeAttributes.push(attributes);
    if (edges.push(edge) % STEP === 0) yield;
  }
  const index = { nodes, numberOf, nodeAttributes, edges, edgeAttributes, kinds, sources, targets };
  indexes.set(graph, index);
  return index;
}
