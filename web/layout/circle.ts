import type { Places } from "../scene/scene.ts";
import { boundsOf, emptyPlaces, fitInto, type LayoutInput } from "./layouts.ts";

/** The inmost of several rings, as a share of the picture's half height. */
const INMOST = 0.4;
/** Distance of two rings in diameters of the larger one's widest node. */
const RING_STEP = 1.7;

/**
 * Nodes in a ring, each with the room it takes: kind by kind, those of a kind in the order in which they lay round the
 * middle, so that neighbours stay near each other. Where they don't fit in one ring there are several, the biggest inmost.
 */
export function circle({ start, extent, radius, kind }: LayoutInput): Places {
  const count = start.x.length;
  const [left, right] = boundsOf(start.x);
  const [bottom, top] = boundsOf(start.y);
  const angle = (i: number) => Math.atan2(start.y[i] - (bottom + top) / 2, start.x[i] - (left + right) / 2);
  const outer = Math.max(1e-6, Math.min(extent.x[1] - extent.x[0], extent.y[1] - extent.y[0]) / 2);
  const places = emptyPlaces(count);
  const bySize = Array.from({ length: count }, (_, i) => i).sort((a, b) => radius[b] - radius[a] || a - b);
  for (const { members, distance } of ringsOf(bySize, radius, outer)) {
    members.sort((a, b) => kind[a] - kind[b] || angle(a) - angle(b) || a - b);
    const total = members.reduce((sum, i) => sum + radius[i], 0);
    let before = 0;
    for (const i of members) {
      // From the top, clockwise.
      const turn = Math.PI / 2 - (2 * Math.PI * (before + radius[i] / 2)) / total;
      before += radius[i];
      places.x[i] = distance * Math.cos(turn);
      places.y[i] = distance * Math.sin(turn);
    }
  }
  return fitInto(places, extent);
}

function ringsOf(
  order: readonly number[],
  radius: Float32Array,
  outer: number,
): { readonly members: number[]; readonly distance: number }[] {
  const length = (members: readonly number[]) => members.reduce((sum, i) => sum + 2 * radius[i], 0);
  if (length(order) <= 2 * Math.PI * outer) return [{ members: [...order], distance: outer }];
  const rings: { members: number[]; distance: number }[] = [];
  let distance = outer * INMOST;
  let members: number[] = [];
  let used = 0;
  for (const i of order) {
    if (used + 2 * radius[i] > 2 * Math.PI * distance && members.length > 0) {
      rings.push({ members, distance });
      distance += RING_STEP * 2 * radius[members[0]];
      members = [];
      used = 0;
    }
    members.push(i);
    used += 2 * radius[i];
  }
  return [...rings, { members, distance }];
}
