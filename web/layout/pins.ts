import type { Places, SceneGraph } from "../scene/scene.ts";

/** A node that was put somewhere by hand, in the graph's coordinates. */
export interface Pin {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** The pins with one more, or with one in another place. */
export function withPin(pins: readonly Pin[], pin: Pin): readonly Pin[] {
  return [...pins.filter(({ key }) => key !== pin.key), pin];
}

/**
 * Puts what is pinned in its place. What hangs on nothing else goes along with it, and what would lie under it gives way.
 *
 * @param keys of the nodes, in the order of `places`.
 */
export function pinNodes(
  places: Places,
  pins: readonly Pin[],
  graph: SceneGraph,
  keys: readonly string[],
  index: ReadonlyMap<string, number>,
  radius: Float32Array,
): Places {
  const pinned = pins.filter(({ key }) => index.has(key));
  if (pinned.length === 0) return places;
  const moved = { x: places.x.slice(), y: places.y.slice() };
  const held = new Set(pinned.map(({ key }) => key));
  for (const { key, x, y } of pinned) {
    const at = index.get(key) as number;
    const [dx, dy] = [x - places.x[at], y - places.y[at]];
    moved.x[at] = x;
    moved.y[at] = y;
    graph.forEachNeighbor(key, (leaf) => {
      const i = index.get(leaf);
      if (i === undefined || held.has(leaf) || graph.neighbors(leaf).length > 1) return;
      moved.x[i] += dx;
      moved.y[i] += dy;
    });
  }
  for (const { key } of pinned) giveWay(moved, index.get(key) as number, radius, (i) => held.has(keys[i]));
  return moved;
}

/** Pushes what lies under a node to its border, straight away from its middle. */
function giveWay(
  { x, y }: { x: Float32Array; y: Float32Array },
  at: number,
  radius: Float32Array,
  isHeld: (i: number) => boolean,
): void {
  for (let i = 0; i < x.length; i++) {
    const room = radius[i] + radius[at];
    const [dx, dy] = [x[i] - x[at], y[i] - y[at]];
    if (i === at || Math.abs(dx) >= room || Math.abs(dy) >= room) continue;
    const distance = Math.hypot(dx, dy);
    if (distance >= room || isHeld(i)) continue;
    // Straight up where both are in the same place.
    x[i] = x[at] + (distance === 0 ? 0 : (dx / distance) * room);
    y[i] = y[at] + (distance === 0 ? room : (dy / distance) * room);
  }
}
