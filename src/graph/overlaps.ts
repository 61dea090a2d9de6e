/** A node with its label: `left` and `right` of x and `half` above and below y are taken. */
export interface Box {
  x: number;
  y: number;
  readonly left: number;
  readonly right: number;
  readonly half: number;
}

/** Whether two boxes overlap. */
export function boxesOverlap(a: Box, b: Box): boolean {
  return a.x - a.left < b.x + b.right && b.x - b.left < a.x + a.right && Math.abs(a.y - b.y) < a.half + b.half;
}

/**
 * Moves overlapping boxes apart, each pair by half of what is missing along the axis where less is missing, for at most
 * `rounds` rounds or until none overlap. Pairs are found by a sweep from left to right. Gives the number of pairs that
 * overlapped in the last round. Deterministic: boxes in one place are parted in the order of the list.
 */
export function separateBoxes(boxes: readonly Box[], rounds: number): number {
  const order = boxes.map((_, index) => index);
  let overlapping = 0;
  for (let round = 0; round < rounds; round++) {
    overlapping = 0;
    order.sort((a, b) => boxes[a].x - boxes[a].left - (boxes[b].x - boxes[b].left) || a - b);
    for (let i = 0; i < order.length; i++) {
      const a = boxes[order[i]];
      for (let j = i + 1; j < order.length; j++) {
        const b = boxes[order[j]];
        if (b.x - b.left >= a.x + a.right) break;
        if (!boxesOverlap(a, b)) continue;
        overlapping++;
        part(a, b, order[i] < order[j]);
      }
    }
    if (overlapping === 0) break;
  }
  return overlapping;
}

function part(a: Box, b: Box, aFirst: boolean): void {
  const missingY = a.half + b.half - Math.abs(a.y - b.y);
  const bRight = a.x + a.right - (b.x - b.left);
  const aRight = b.x + b.right - (a.x - a.left);
  const missingX = Math.min(bRight, aRight);
  // A hair more than half, so that rounding doesn't leave the two touching
  if (missingY <= missingX) {
    const step = missingY / 2 + 0.01;
    const down = a.y === b.y ? aFirst : a.y < b.y;
    a.y += down ? -step : step;
    b.y += down ? step : -step;
  } else {
    const step = missingX / 2 + 0.01;
    a.x += bRight <= aRight ? -step : step;
    b.x += bRight <= aRight ? step : -step;
  }
}
