import type { Selection } from "../state/selection.ts";
import type { Scene } from "./scene.ts";
import type { Visible } from "./visible.ts";

/** A node or edge with what it touches. */
export interface Focus {
  /** The nodes themselves: one for a node, both ends for an edge. */
  readonly centre: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** The neighbourhood of a selection within what the filters leave; null where it isn't in the scene. */
export function focusOf(scene: Scene, selection: Selection | null, visible: Visible): Focus | null {
  if (selection === null) return null;
  const { graph } = scene;
  if (selection.type === "edge") {
    const key = scene.edgeOf.get(selection.key);
    if (key === undefined) return null;
    const ends = new Set(graph.extremities(key));
    return { centre: ends, nodes: ends, edges: new Set([key]) };
  }
  if (!graph.hasNode(selection.key)) return null;
  const nodes = new Set([selection.key]);
  const edges = new Set<string>();
  graph.forEachEdge(selection.key, (key, _, source, target) => {
    if (!visible.edges.has(key)) return;
    edges.add(key);
    nodes.add(source);
    nodes.add(target);
  });
  return { centre: new Set([selection.key]), nodes, edges };
}

/** Some nodes and edges, and the ends of the edges; null where none is in the scene. */
export function focusOfParts(
  scene: Scene,
  parts: { readonly nodes: readonly string[]; readonly edges: readonly string[] },
): Focus | null {
  const { graph } = scene;
  const edges = new Set(parts.edges.flatMap((key) => scene.edgeOf.get(key) ?? []));
  const nodes = new Set(parts.nodes.filter((key) => graph.hasNode(key)));
  for (const edge of edges) for (const end of graph.extremities(edge)) nodes.add(end);
  return nodes.size === 0 ? null : { centre: nodes, nodes, edges };
}

/** Some nodes with the ties among them, and some ties with their ends; none of them is the centre. */
export function focusOfGroup(
  scene: Scene,
  parts: { readonly nodes: readonly string[]; readonly edges: readonly string[] },
  visible: Visible,
): Focus {
  const { graph } = scene;
  const nodes = new Set(parts.nodes.filter((key) => visible.nodes.has(key)));
  const edges = new Set<string>();
  for (const node of nodes)
    graph.forEachOutEdge(node, (key, _, __, target) => {
      if (nodes.has(target) && visible.edges.has(key)) edges.add(key);
    });
  for (const member of parts.edges) {
    const key = scene.edgeOf.get(member);
    if (key === undefined || !visible.edges.has(key)) continue;
    edges.add(key);
    for (const end of graph.extremities(key)) nodes.add(end);
  }
  return { centre: NOBODY, nodes, edges };
}

const NOBODY: ReadonlySet<string> = new Set();
