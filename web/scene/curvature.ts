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
  const bundles = new Map<string, Ends[]>();
  for (const edge of edges) {
    const { source, target } = edge;
    const pair = source < target ? `${source}\n${target}` : `${target}\n${source}`;
    const bundle = bundles.get(pair);
    if (bundle === undefined) bundles.set(pair, [edge]);
    else bundle.push(edge);
  }
  const curves = new Map<string, number>();
  for (const bundle of bundles.values()) {
    if (bundle.length < 2) continue;
    bundle.forEach(({ key, source, target }, index) => {
      const offset = (index - (bundle.length - 1) / 2) * STEP;
      if (offset !== 0) curves.set(key, source < target ? offset : -offset);
    });
  }
  return curves;
}
