/** So many nodes can have their full size beside one another. */
const ROOMY = 600;
/** Nodes never shrink below this share of their size. */
const SMALLEST = 0.35;

/** By how much nodes shrink in a scene of so many, for the picture to be more than their shapes; they grow by zooming in. */
export function crowding(nodes: number): number {
  return Math.max(SMALLEST, Math.min(1, Math.sqrt(ROOMY / Math.max(1, nodes))));
}
