/** A rectangle on the screen, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 12;

/**
 * Where the card of a step stands: beside what it points at, below or above it where there is room, else inside its lower
 * edge; never beyond the screen.
 */
export function placeCard(
  target: Box,
  card: { width: number; height: number },
  screen: { width: number; height: number },
): {
  readonly left: number;
  readonly top: number;
} {
  const clamp = (value: number, most: number) => Math.max(MARGIN, Math.min(value, most - MARGIN));
  const left = clamp(target.left + target.width / 2 - card.width / 2, screen.width - card.width);
  const below = target.top + target.height + MARGIN;
  if (below + card.height + MARGIN <= screen.height) return { left, top: below };
  const above = target.top - card.height - MARGIN;
  if (above >= MARGIN) return { left, top: above };
  const beside = target.left - card.width - MARGIN;
  const top = clamp(target.top + target.height - card.height - 2 * MARGIN, screen.height - card.height);
  return beside >= MARGIN && target.width < screen.width / 2 ? { left: beside, top } : { left, top };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What stands in the corners of the graph: the switches above, the zoom below. */
const CORNER = 56;

/** Inside something large, the corner in which the card covers the fewest of these points; the lower left of equals. */
export function placeInside(
  target: Box,
  card: { readonly width: number; readonly height: number },
  points: readonly Point[],
): { readonly left: number; readonly top: number } {
  const [left, right] = [target.left + MARGIN, target.left + target.width - card.width - MARGIN];
  const [top, bottom] = [target.top + CORNER, target.top + target.height - card.height - MARGIN];
  const corners = [
    { left, top: bottom },
    { left: right, top },
    { left, top },
    { left: right, top: bottom - CORNER },
  ];
  const covered = (corner: { left: number; top: number }) =>
    points.filter(
      ({ x, y }) =>
        x > corner.left - CORNER &&
        x < corner.left + card.width + CORNER &&
        y > corner.top - MARGIN &&
        y < corner.top + card.height + MARGIN,
    ).length;
  return corners.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best));
}

/** Whether something is so large that a card fits into a corner of it and leaves most of it free. */
export function isRoomy(target: Box, card: { readonly width: number; readonly height: number }): boolean {
  return target.width > card.width * 1.6 && target.height > card.height * 2;
}
