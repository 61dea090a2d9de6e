import type { Scene } from "./scene.ts";

/** What the filters leave of a scene. */
export interface Visible {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Applies the filters by kind: an edge is seen where its kind and both its ends are. */
export function visibleParts({ graph }: Scene, hidden: readonly string[]): Visible {
  const without = new Set(hidden);
  const nodes = new Set<string>();
  const edges = new Set<string>();
  graph.forEachNode((key, { kind, statementKind }) => {
    if (!without.has(kind) && !(statementKind !== null && without.has(statementKind))) nodes.add(key);
  });
  graph.forEachEdge((key, { kind }, source, target) => {
    if (!without.has(kind) && nodes.has(source) && nodes.has(target)) edges.add(key);
  });
  return { nodes, edges };
}
