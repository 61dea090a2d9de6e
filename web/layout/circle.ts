import type { Places } from "../scene/scene.ts";
import { boundsOf, emptyPlaces, fitInto, type LayoutInput } from "./layouts.ts";

/** More nodes than this need a second ring, and so on. */
const FIRST_RING = 160;
/** Distance of two rings over the distance of two neighbours in one. */
const RING_STEP = 1.6;

/**
 * Nodes in rings: kind by kind, those of a kind in the order in which they lay round the middle, so that neighbours stay
 * near each other. Where there are many, the biggest stand in the inmost ring.
 */
export function circle({ start, extent, radius, kind }: LayoutInput): Places {
  const count = start.x.length;
  const [left, right] = boundsOf(start.x);
  const [bottom, top] = boundsOf(start.y);
  const angle = (i: number) => Math.atan2(start.y[i] - (bottom + top) / 2, start.x[i] - (left + right) / 2);
  const bySize = Array.from({ length: count }, (_, i) => i).sort((a, b) => radius[b] - radius[a] || a - b);
  const places = emptyPlaces(count);
  for (let begin = 0, ring = 1; begin < count; ring++) {
    const room = FIRST_RING + Math.round(2 * Math.PI * RING_STEP * (ring - 1));
    const members = bySize.slice(begin, begin + room);
    members.sort((a, b) => kind[a] - kind[b] || angle(a) - angle(b) || a - b);
    const distance = FIRST_RING / (2 * Math.PI) + RING_STEP * (ring - 1);
    members.forEach((i, at) => {
      // From the top, clockwise.
      const turn = Math.PI / 2 - (2 * Math.PI * at) / members.length;
      places.x[i] = distance * Math.cos(turn);
      places.y[i] = distance * Math.sin(turn);
    });
    begin += members.length;
  }
  return fitInto(places, extent);
}
