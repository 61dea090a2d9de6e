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
