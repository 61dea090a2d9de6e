import type { Places } from "../scene/scene.ts";
import { GOLDEN_ANGLE } from "./layouts.ts";

/** Rounds after which a crowd that has no room stays as it is. */
const MOST_ROUNDS = 80;

/**
 * Moves nodes until none lies over another, each as far as the other, those that are fixed not at all. Two in the very same
 * place part in a direction of their own, so that the same places give the same result. A round is linear in the nodes: they
 * stand in a grid of cells as wide as the largest.
 */
export function partNodes(start: Places, radius: Float32Array, fixed: Uint8Array): Places {
  const places = { x: start.x.slice(), y: start.y.slice() };
  const count = places.x.length;
  let widest = 0;
  for (const one of radius) widest = Math.max(widest, one);
  const cell = Math.max(1e-6, 2 * widest);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cells = cellsOf(places, cell);
    let moved = false;
    for (let i = 0; i < count; i++) {
      const [column, row] = [Math.floor(places.x[i] / cell), Math.floor(places.y[i] / cell)];
      for (let c = column - 1; c <= column + 1; c++)
        for (let r = row - 1; r <= row + 1; r++)
          for (const j of cells.get(cellNumber(c, r)) ?? [])
            if (j > i && part(i, j, places, radius, fixed)) moved = true;
    }
    if (!moved) break;
  }
  return places;
}

/** Pushes two nodes from each other where they overlap; answers whether they did. */
function part(
  i: number,
  j: number,
  { x, y }: { x: Float32Array; y: Float32Array },
  radius: Float32Array,
  fixed: Uint8Array,
): boolean {
  const wanted = radius[i] + radius[j];
  let [dx, dy] = [x[j] - x[i], y[j] - y[i]];
  let distance = Math.hypot(dx, dy);
  if (distance >= wanted * 0.999 || (fixed[i] && fixed[j])) return false;
  if (distance < wanted * 1e-3) {
    [dx, dy] = [Math.cos(j * GOLDEN_ANGLE), Math.sin(j * GOLDEN_ANGLE)];
    distance = 1;
    x[j] = x[i];
    y[j] = y[i];
  }
  const push = (wanted - (distance === 1 ? Math.hypot(x[j] - x[i], y[j] - y[i]) : distance)) / distance;
  const [shareI, shareJ] = fixed[i] ? [0, 1] : fixed[j] ? [1, 0] : [0.5, 0.5];
  x[i] -= dx * push * shareI;
  y[i] -= dy * push * shareI;
  x[j] += dx * push * shareJ;
  y[j] += dy * push * shareJ;
  return true;
}

function cellsOf({ x, y }: Places, cell: number): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  for (let i = 0; i < x.length; i++) {
    const at = cellNumber(Math.floor(x[i] / cell), Math.floor(y[i] / cell));
    const members = cells.get(at);
    if (members === undefined) cells.set(at, [i]);
    else members.push(i);
  }
  return cells;
}

const cellNumber = (column: number, row: number) => column * 1_048_576 + row;
