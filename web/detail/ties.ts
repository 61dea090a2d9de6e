import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EdgeKind } from "../../src/model/index.ts";

/** Who said a statement; null where that isn't known. */
export function speakerOf(graph: OnRecordGraph, statement: string): string | null {
  const edge = graph.findInEdge(statement, (_, { kind }) => kind === "SAID");
  return edge === undefined ? null : graph.source(edge);
}

/** Everybody who said a statement: several where they said it together. */
export function speakersOf(graph: OnRecordGraph, statement: string): string[] {
  return endsOf(graph, statement, "in", "SAID");
}

/** Who said a statement, as a line of text; null where that isn't known. */
export function speakerNames(graph: OnRecordGraph, statement: string): string | null {
  const names = speakersOf(graph, statement).map((speaker) => graph.getNodeAttribute(speaker, "label"));
  return names.length === 0 ? null : NAMES.format(names);
}

const NAMES = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** The nodes at the other end of a node's edges of these kinds, each once, in the order of the edges. */
export function endsOf(
  graph: OnRecordGraph,
  node: string,
  direction: "in" | "out" | "both",
  ...kinds: readonly EdgeKind[]
): string[] {
  const found = new Set<string>();
  if (direction !== "in")
    graph.forEachOutEdge(node, (_, { kind }, __, target) => {
      if (kinds.includes(kind)) found.add(target);
    });
  if (direction !== "out")
    graph.forEachInEdge(node, (_, { kind }, source) => {
      if (kinds.includes(kind)) found.add(source);
    });
  return [...found];
}

/** A node's edges of these kinds. */
export function edgesOf(graph: OnRecordGraph, node: string, ...kinds: readonly EdgeKind[]): string[] {
  return graph.filterEdges(node, (_, { kind }) => kinds.includes(kind));
}

/** Edges that say the same of the same two: the first of them, and how many there are. */
export interface Tie {
  readonly edge: string;
  readonly count: number;
}

/** Those of the edges that read the same as one, in the order of the first of each. */
export function tiesOf(graph: OnRecordGraph, edges: readonly string[]): Tie[] {
  const ties = new Map<string, { edge: string; count: number }>();
  for (const edge of edges) {
    const key = [...graph.extremities(edge), graph.getEdgeAttribute(edge, "label")].join("\n");
    const tie = ties.get(key);
    if (tie === undefined) ties.set(key, { edge, count: 1 });
    else tie.count++;
  }
  return [...ties.values()];
}
