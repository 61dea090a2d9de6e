import type { Extent, Places } from "../scene/scene.ts";
import { emptyPlaces, type LayoutInput } from "./layouts.ts";

/** Where the days lie: `x = from + (day - first) · step`. */
export interface DayScale {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  /** Units of the graph a day takes; 0 where all is of one day. */
  readonly step: number;
}

/** Share of the width that is left for what has no date, where there is such. */
const UNDATED = 0.12;

/** Where each day lies in the extent; null where nothing has a date. */
export function dayScale(day: Float64Array, { x }: Extent): DayScale | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let undated = false;
  for (const value of day) {
    if (Number.isNaN(value)) undated = true;
    else {
      first = Math.min(first, value);
      last = Math.max(last, value);
    }
  }
  if (first > last) return null;
  const width = x[1] - x[0];
  const from = x[0] + (undated ? width * UNDATED : 0);
  if (first === last) return { first, last, from: (from + x[1]) / 2, step: 0 };
  return { first, last, from, step: (x[1] - from) / (last - first) };
}

/**
 * Time goes from left to right; what has no date stands at the very left. Nodes keep their height as far as there is room
 * for them: those that would lie over others of the same days move up or down to the nearest free place.
 */
export function byDate({ start, extent, radius, day }: LayoutInput): Places {
  const scale = dayScale(day, extent);
  const count = start.x.length;
  const places = emptyPlaces(count);
  const xOf = (i: number) =>
    scale === null || Number.isNaN(day[i]) ? extent.x[0] : scale.from + (day[i] - scale.first) * scale.step;
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => radius[b] - radius[a] || a - b);
  const column = 2 * Math.max(1e-6, radius[order[0]] ?? 1);
  const taken = new Map<number, number[]>();
  const [bottom, top] = extent.y;
  for (const i of order) {
    const x = xOf(i);
    const cell = Math.floor(x / column);
    const near = [cell - 1, cell, cell + 1].flatMap((at) => taken.get(at) ?? []);
    const y = freeHeight(x, Math.min(top, Math.max(bottom, start.y[i])), radius[i], near, places, radius, top - bottom);
    places.x[i] = x;
    places.y[i] = y;
    const own = taken.get(cell);
    if (own === undefined) taken.set(cell, [i]);
    else own.push(i);
  }
  return places;
}

/** Tries to find a free height in so many steps of a radius, up and down. */
const MOST_TRIES = 400;

/** The free height nearest to `wanted`; `wanted` itself where there is none within the height of the picture. */
function freeHeight(
  x: number,
  wanted: number,
  own: number,
  near: readonly number[],
  places: Places,
  radius: Float32Array,
  height: number,
): number {
  for (let step = 0; step <= MOST_TRIES; step++) {
    const away = Math.ceil(step / 2) * own * (step % 2 === 0 ? -1 : 1);
    if (Math.abs(away) > height) break;
    const y = wanted + away;
    if (near.every((other) => Math.hypot(places.x[other] - x, places.y[other] - y) >= radius[other] + own)) return y;
  }
  return wanted;
}
