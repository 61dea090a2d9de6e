import type { Places } from "../scene/scene.ts";
import { emptyPlaces, fitInto, GOLDEN_ANGLE, type LayoutInput } from "./layouts.ts";

/** Room between two communities, in radii of the smaller. */
const BETWEEN = 0.25;

/** A community on a disc of its own. */
interface Disc {
  readonly members: readonly number[];
  readonly radius: number;
}

/**
 * Each community on a disc of its own, its biggest in the middle; discs side by side, the largest in the middle of the
 * picture. Who is in no community, or alone in one, stands with the others of that kind on one disc.
 */
export function byCommunity({ start, extent, radius, community }: LayoutInput): Places {
  const groups = new Map<number, number[]>();
  community.forEach((group, i) => {
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [i]);
    else members.push(i);
  });
  const alone: number[] = [];
  const places = emptyPlaces(start.x.length);
  const discs: Disc[] = [];
  for (const [group, members] of [...groups].sort(([a], [b]) => a - b)) {
    if (group < 0 || members.length === 1) alone.push(...members);
    else discs.push(discOf(members, radius, places));
  }
  discs.sort((a, b) => b.radius - a.radius || a.members[0] - b.members[0]);
  if (alone.length > 0) discs.push(discOf(alone, radius, places));
  pack(discs).forEach(([x, y], at) => {
    for (const i of discs[at].members) {
      places.x[i] += x;
      places.y[i] += y;
    }
  });
  return fitInto(places, extent);
}

/** Spreads the members over a disc round the origin, the biggest first, on a spiral that leaves each the room it takes. */
function discOf(members: readonly number[], radius: Float32Array, places: { x: Float32Array; y: Float32Array }): Disc {
  const order = [...members].sort((a, b) => radius[b] - radius[a] || a - b);
  let area = 0;
  let edge = 0;
  order.forEach((i, n) => {
    const own = (2.2 * radius[i]) ** 2;
    const distance = n === 0 ? 0 : Math.sqrt((area + own / 2) / Math.PI) * 1.15;
    area += own;
    places.x[i] = distance * Math.cos(n * GOLDEN_ANGLE);
    places.y[i] = distance * Math.sin(n * GOLDEN_ANGLE);
    edge = Math.max(edge, distance + radius[i]);
  });
  return { members: order, radius: edge };
}

/** Sets discs down one after the other, each as near to the middle as it fits beside those that lie already. */
function pack(discs: readonly Disc[]): [number, number][] {
  const centres: [number, number][] = [];
  discs.forEach((disc, at) => {
    const step = Math.max(1e-6, disc.radius / 3);
    for (let turn = 0; ; turn++) {
      const angle = turn * 0.35;
      const distance = (step * angle) / (2 * Math.PI);
      // A picture is wider than high.
      const [x, y] = [1.3 * distance * Math.cos(angle), distance * Math.sin(angle)];
      const fits = centres.every(([ox, oy], other) => {
        const room = disc.radius + discs[other].radius + BETWEEN * Math.min(disc.radius, discs[other].radius);
        return other >= at || Math.hypot(ox - x, oy - y) >= room;
      });
      if (!fits) continue;
      centres.push([x, y]);
      return;
    }
  });
  return centres;
}
