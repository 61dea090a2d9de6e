import type { Scene } from "./scene.ts";

/** What the filters leave of a scene. */
export interface Visible {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** What the filters look at, flat: a graph's own walk over its edges costs several times as much. */
interface Parts {
  readonly nodes: readonly { readonly key: string; readonly kind: string; readonly statementKind: string | null }[];
  readonly edges: readonly {
    readonly key: string;
    readonly kind: string;
    readonly source: string;
    readonly target: string;
  }[];
}

const known = new WeakMap<Scene, Parts>();

function partsOf(scene: Scene): Parts {
  const found = known.get(scene);
  if (found !== undefined) return found;
  const { graph } = scene;
  const parts: Parts = {
    nodes: graph.mapNodes((key, { kind, statementKind }) => ({ key, kind, statementKind })),
    edges: graph.mapEdges((key, { kind }, source, target) => ({ key, kind, source, target })),
  };
  known.set(scene, parts);
  return parts;
}

/**
 * Applies the filters: an edge is seen where its kind and both its ends are.
 *
 * @param hidden kinds of nodes, statements and edges that are left out.
 * @param touched where statements are filtered too, the nodes that those left touch.
 */
export function visibleParts(
  scene: Scene,
  hidden: readonly string[],
  touched: ReadonlySet<string> | null = null,
): Visible {
  const without = new Set(hidden);
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const parts = partsOf(scene);
  for (const { key, kind, statementKind } of parts.nodes) {
    if (without.has(kind) || (statementKind !== null && without.has(statementKind))) continue;
    if (touched === null || touched.has(key)) nodes.add(key);
  }
  for (const { key, kind, source, target } of parts.edges)
    if (!without.has(kind) && nodes.has(source) && nodes.has(target)) edges.add(key);
  return { nodes, edges };
}
