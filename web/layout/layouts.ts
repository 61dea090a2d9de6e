import type { Extent, Places } from "../scene/scene.ts";

/** Ways to lay out a graph: as the build did, by forces, in rings, along time, by community. */
export const LAYOUTS = ["given", "force", "circle", "date", "community"] as const;
export type LayoutName = (typeof LAYOUTS)[number];

/**
 * What a layout is made of: plain numbers, so that it can be handed to a worker. Nodes are known by their number, the arrays
 * of nodes are equally long, and so are those of edges.
 */
export interface LayoutInput {
  readonly layout: LayoutName;
  /** Whether nodes are moved until none lies over another. */
  readonly apart: boolean;
  /** Where the nodes are now. */
  readonly start: Places;
  /** Where the result has to fit in. */
  readonly extent: Extent;
  /** The room a node takes, in the graph's units. */
  readonly radius: Float32Array;
  /** The number of a node's kind: what is alike stands together in a ring. */
  readonly kind: Uint8Array;
  /** Days since 1970-01-01; NaN where there is none. */
  readonly day: Float64Array;
  /** The community; -1 where a node is in none. */
  readonly community: Int32Array;
  /** 1 where a node was put by hand and stays. */
  readonly fixed: Uint8Array;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Float32Array;
}

/** The angle that spreads points evenly over a disc (Vogel 1979, Mathematical Biosciences 44). */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export function emptyPlaces(count: number): { x: Float32Array; y: Float32Array } {
  return { x: new Float32Array(count), y: new Float32Array(count) };
}

/** Moves and scales places, alike in both directions, so that they fill the extent as far as its shape allows. */
export function fitInto({ x, y }: Places, extent: Extent): Places {
  const [left, right] = boundsOf(x);
  const [bottom, top] = boundsOf(y);
  const fitted = emptyPlaces(x.length);
  const room = (side: readonly [number, number]) => Math.max(1e-6, side[1] - side[0]);
  const scale = Math.min(room(extent.x) / Math.max(1e-6, right - left), room(extent.y) / Math.max(1e-6, top - bottom));
  const [centreX, centreY] = [(extent.x[0] + extent.x[1]) / 2, (extent.y[0] + extent.y[1]) / 2];
  for (let i = 0; i < x.length; i++) {
    fitted.x[i] = centreX + (x[i] - (left + right) / 2) * scale;
    fitted.y[i] = centreY + (y[i] - (bottom + top) / 2) * scale;
  }
  return fitted;
}

/** The least and the greatest of some numbers; 0 and 0 of none. */
export function boundsOf(values: Float32Array): [number, number] {
  if (values.length === 0) return [0, 0];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
