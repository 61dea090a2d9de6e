/** So many nodes can have their full size beside one another. */
const ROOMY = 600;
/** Nodes never shrink below this share of their size. */
const SMALLEST = 0.35;

/** A picture narrower than this, in pixels, shrinks its nodes with it … */
const WIDE = 560;
/** … to no less than this share. */
const NARROWEST = 0.62;

/**
 * By how much nodes shrink in a scene of so many, for the picture to be more than their shapes; they grow by zooming in.
 *
 * @param width of the picture in pixels. Default: wide enough.
 */
export function crowding(nodes: number, width: number = WIDE): number {
  const byNumber = Math.max(SMALLEST, Math.min(1, Math.sqrt(ROOMY / Math.max(1, nodes))));
  return byNumber * Math.max(NARROWEST, Math.min(1, width / WIDE));
}
