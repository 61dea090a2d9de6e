import { LAYOUTS, type LayoutName } from "../layout/layouts.ts";
import type { Pin } from "../layout/pins.ts";

/** How the graph is laid out, and what a hand has put elsewhere. */
export interface Arrangement {
  readonly layout: LayoutName;
  /** Whether nodes are moved until none lies over another. */
  readonly apart: boolean;
  readonly pins: readonly Pin[];
}

export const FIRST_ARRANGEMENT: Arrangement = { layout: "given", apart: false, pins: [] };

/** Writes `layout`, `apart`, and for each pin `pin=x,y,key`. */
export function writeArrangement(parts: URLSearchParams, { layout, apart, pins }: Arrangement): void {
  if (layout !== FIRST_ARRANGEMENT.layout) parts.set("layout", layout);
  if (apart) parts.set("apart", "yes");
  for (const { key, x, y } of pins) parts.append("pin", `${x},${y},${key}`);
}

export function readArrangement(parts: URLSearchParams): Arrangement {
  const layout = parts.get("layout") as LayoutName;
  return {
    layout: LAYOUTS.includes(layout) ? layout : FIRST_ARRANGEMENT.layout,
    apart: parts.get("apart") === "yes",
    pins: parts.getAll("pin").flatMap(readPin),
  };
}

function readPin(text: string): Pin[] {
  const [, x, y, key] = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(.+)$/s.exec(text) ?? [];
  return key === undefined ? [] : [{ key, x: Number(x), y: Number(y) }];
}
