import type { Places, SceneGraph } from "../scene/scene.ts";

/** More nodes than this appear at once. */
const MOST_APPEARING = 400;

/**
 * Where the nodes of a scene begin their way to `places`: those that were there before where they are, those that are new at a
 * neighbour that was. `places` itself where nothing moves.
 */
export function startsOf(graph: SceneGraph, places: Places, before: SceneGraph): Places {
  const starts = { x: places.x.slice(), y: places.y.slice() };
  const fresh: number[] = [];
  const keys = graph.nodes();
  let moves = false;
  const begin = (i: number, from: string) => {
    const { x, y } = before.getNodeAttributes(from);
    moves ||= Math.abs(x - places.x[i]) + Math.abs(y - places.y[i]) > 1e-4;
    starts.x[i] = x;
    starts.y[i] = y;
  };
  keys.forEach((key, i) => {
    if (before.hasNode(key)) begin(i, key);
    else fresh.push(i);
  });
  if (fresh.length <= MOST_APPEARING)
    for (const i of fresh) {
      const parent = graph.findInNeighbor(keys[i], (neighbour) => before.hasNode(neighbour));
      if (parent !== undefined) begin(i, parent);
    }
  return moves ? starts : places;
}
