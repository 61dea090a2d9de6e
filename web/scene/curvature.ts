import { atOnce, type Steps } from "../data/slices.ts";

/** An edge by its ends. */
export interface Ends {
  readonly key: string;
  readonly source: string;
  readonly target: string;
}

/** How far neighbours in a bundle of parallel edges stand apart, as the control point's distance over the chord. */
const STEP = 0.16;

/**
 * How each edge that shares its two ends with another bends, so that all of them can be seen: spread evenly about the
 * straight line. Edges that stay straight are not in the map. An edge bends to its own left for a positive number, so the
 * sign follows its direction.
 */
export function curvatures(edges: readonly Ends[]): Map<string, number> {
  return atOnce(curving(edges));
}

/** So many edges a step. */
const EDGES = 1_024;

/** The same in steps. */
export function* curving(edges: readonly Ends[]): Steps<Map<string, number>> {
  /** By the lesser end and by the greater: one edge, or all that have both. */
  const bundles = new Map<string, Map<string, Ends | Ends[]>>();
  const several = new Set<Ends[]>();
  for (let at = 0; at < edges.length; at++) {
    if (at % EDGES === EDGES - 1) yield;
    const edge = edges[at];
    const [low, high] = edge.source < edge.target ? [edge.source, edge.target] : [edge.target, edge.source];
    let others = bundles.get(low);
    if (others === undefined) bundles.set(low, (others = new Map()));
    const bundle = others.get(high);
    if (bundle === undefined) others.set(high, edge);
    else if (Array.isArray(bundle)) bundle.push(edge);
    else {
      const both = [bundle, edge];
      others.set(high, both);
      several.add(both);
    }
  }
  const curves = new Map<string, number>();
  for (const bundle of several)
    bundle.forEach(({ key, source, target }, index) => {
      const offset = (index - (bundle.length - 1) / 2) * STEP;
      if (offset !== 0) curves.set(key, source < target ? offset : -offset);
    });
  return curves;
}
