import type { Scene } from "./scene.ts";
import type { Visible } from "./visible.ts";

export type Direction = "up" | "down" | "left" | "right";

const VECTOR: Readonly<Record<Direction, readonly [number, number]>> = {
  // The graph's y grows upwards.
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/**
 * Where an arrow key leads from a node: the neighbour that lies best in that direction, within 75° of it; null where there
 * is none. Nearer ones win over straighter ones by their distance along and twice their distance beside the direction.
 */
export function neighbourTowards(scene: Scene, from: string, direction: Direction, visible: Visible): string | null {
  const [dx, dy] = VECTOR[direction];
  const { graph } = scene;
  const { x, y } = graph.getNodeAttributes(from);
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  graph.forEachEdge(from, (edge, _, source, target) => {
    const to = source === from ? target : source;
    if (to === from || !visible.edges.has(edge)) return;
    const node = graph.getNodeAttributes(to);
    const along = (node.x - x) * dx + (node.y - y) * dy;
    const beside = Math.abs((node.x - x) * dy - (node.y - y) * dx);
    if (along <= 0 || beside > along * Math.tan((75 * Math.PI) / 180)) return;
    const cost = along + 2 * beside;
    if (cost < bestCost || (cost === bestCost && to < (best ?? ""))) {
      best = to;
      bestCost = cost;
    }
  });
  return best;
}

/** Where a walk begins when nothing is selected: the biggest node that is seen. */
export function strongestNode(scene: Scene, visible: Visible): string | null {
  let best: string | null = null;
  let size = Number.NEGATIVE_INFINITY;
  for (const key of visible.nodes) {
    const node = scene.graph.getNodeAttributes(key);
    if (node.size > size) [best, size] = [key, node.size];
  }
  return best;
}
