import type { Scene } from "./scene.ts";

/** What the filters leave of a scene. */
export interface Visible {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/**
 * Applies the filters: an edge is seen where its kind and both its ends are.
 *
 * @param hidden kinds of nodes, statements and edges that are left out.
 * @param touched where statements are filtered too, the nodes that those left touch.
 */
export function visibleParts(
  { graph }: Scene,
  hidden: readonly string[],
  touched: ReadonlySet<string> | null = null,
): Visible {
  const without = new Set(hidden);
  const nodes = new Set<string>();
  const edges = new Set<string>();
  graph.forEachNode((key, { kind, statementKind }) => {
    if (without.has(kind) || (statementKind !== null && without.has(statementKind))) return;
    if (touched === null || touched.has(key)) nodes.add(key);
  });
  graph.forEachEdge((key, { kind }, source, target) => {
    if (!without.has(kind) && nodes.has(source) && nodes.has(target)) edges.add(key);
  });
  return { nodes, edges };
}
