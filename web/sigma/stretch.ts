import type { Extent } from "../scene/scene.ts";

/** A picture is made at most this much taller, or flatter, than its layout. */
const MOST = 2.2;
/** Changes smaller than this share don't show: the picture stays while a pane is made a little wider. */
const STEP = 0.05;

/**
 * By how much the heights of a layout are multiplied so that it fills a frame: layouts are about as high as wide, frames
 * seldom are, and of a telephone half would stay empty. Which is above which, and how far apart for its direction, stays.
 */
export function stretchOf({ x, y }: Extent, frame: { readonly width: number; readonly height: number }): number {
  const [across, down] = [x[1] - x[0], y[1] - y[0]];
  if (across <= 0 || down <= 0 || frame.width <= 0 || frame.height <= 0) return 1;
  const wanted = (frame.height / frame.width) * (across / down);
  const stepped = STEP * Math.round(wanted / STEP);
  return Math.min(MOST, Math.max(1 / MOST, stepped));
}

/** The box of a stretched layout, for Sigma. */
export function boxOf({ x, y }: Extent, stretch: number): { x: [number, number]; y: [number, number] } {
  return { x: [...x], y: [y[0] * stretch, y[1] * stretch] };
}
