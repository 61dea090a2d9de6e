/** A label that would like to be seen, its node's place and radius in pixels. Those first in the list win. */
export interface LabelWish {
  readonly key: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Width of the widest line in pixels. */
  readonly width: number;
  readonly lineHeight: number;
  /** Shown wherever it fits best, even where that is over a node: what is selected. */
  readonly forced: boolean;
  /** Looks further round its node for a free place before it gives up: the strongest. Default false. */
  readonly strong?: boolean;
  /** Stands on its point, as an edge's label does, rather than beside it. Default false. */
  readonly centred?: boolean;
}

/** A label in its place: `x`, `y` is the upper left corner of its text. */
export interface PlacedLabel {
  readonly key: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly align: "left" | "right" | "center";
}

/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 5;
const CELL = 64;
/** Between a label and the border of the picture. */
const MARGIN = 6;

/**
 * Places labels so that none lies over another, nor outside the picture, nor, unless forced, over a node. Each tries right,
 * left, below and above its node in that order; one that fits nowhere isn't shown; a strong or a forced one looks further round its node. Linear in the number of wishes: what is
 * taken stands in a grid of 64-pixel cells.
 *
 * @param viewport its size, and `reserved` what lies over it already: switches, buttons.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
  viewport: { readonly width: number; readonly height: number; readonly reserved?: readonly Box[] },
): PlacedLabel[] {
  const labels = new Grid();
  for (const box of viewport.reserved ?? []) labels.add(box);
  const nodes = new Grid();
  for (const { x, y, radius } of obstacles)
    nodes.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const candidates = candidatesOf(wish).filter(({ box }) => inside(box, viewport) && !labels.hits(box));
    let free = candidates.find(({ box }) => !nodes.hits(box)) ?? null;
    if (free === null && (wish.forced || wish.strong)) {
      const near = nearbyOf(wish).filter(({ box }) => inside(box, viewport) && !labels.hits(box));
      free = near.find(({ box }) => !nodes.hits(box)) ?? null;
      if (wish.forced) free ??= leastCovered([...candidates, ...near], nodes);
    }
    if (!free) continue;
    labels.add(grow(free.box, 3));
    placed.push({
      key: wish.key,
      lines: wish.lines,
      x: free.box.left,
      y: free.box.top,
      width: wish.width,
      height: wish.lineHeight * wish.lines.length,
      align: free.align,
    });
  }
  return placed;
}

interface Candidate {
  readonly box: Box;
  readonly align: PlacedLabel["align"];
}

function candidatesOf({ x, y, radius, width, lineHeight, lines, centred }: LabelWish): Candidate[] {
  const height = lineHeight * lines.length;
  const at = (left: number, top: number, align: PlacedLabel["align"]): Candidate => ({
    align,
    box: { left, top, right: left + width, bottom: top + height },
  });
  if (centred) return [at(x - width / 2, y - height / 2, "center")];
  const [right, left] = [x + radius + GAP, x - radius - GAP - width];
  const [above, below] = [y - radius - GAP - height + 2, y + radius + GAP - 2];
  return [
    at(right, y - height / 2, "left"),
    at(left, y - height / 2, "right"),
    at(x - width / 2, below, "center"),
    at(x - width / 2, above, "center"),
    at(x + radius * 0.7 + 2, below - 4, "left"),
    at(x + radius * 0.7 + 2, above + 4, "left"),
    at(x - radius * 0.7 - 2 - width, below - 4, "right"),
    at(x - radius * 0.7 - 2 - width, above + 4, "right"),
  ];
}

/** Further places for a label that must be seen: shifted along each side of its node, then at a growing distance. */
function nearbyOf(wish: LabelWish): Candidate[] {
  const { x, y, radius, width, lineHeight, lines, centred } = wish;
  if (centred) return [];
  const height = lineHeight * lines.length;
  const found: Candidate[] = [];
  const add = (left: number, top: number, align: PlacedLabel["align"]) =>
    found.push({ align, box: { left, top, right: left + width, bottom: top + height } });
  for (const away of [0, 8, 16, 24]) {
    const gap = radius + GAP + away;
    for (const shift of [0.5, 0.3, 0.7, 0.1, 0.9]) {
      const left = x - width * shift;
      add(left, y + gap - 2, "center");
      add(left, y - gap - height + 2, "center");
    }
    for (const shift of [0.5, 0.15, 0.85]) {
      const top = y - height * shift;
      add(x + gap, top, "left");
      add(x - gap - width, top, "right");
    }
  }
  return found;
}

function leastCovered(candidates: readonly Candidate[], nodes: Grid): Candidate | null {
  let best: Candidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const covered = nodes.count(candidate.box);
    if (covered < least) [best, least] = [candidate, covered];
  }
  return best;
}

function inside({ left, top, right, bottom }: Box, { width, height }: { width: number; height: number }): boolean {
  return left >= MARGIN && top >= MARGIN && right <= width - MARGIN && bottom <= height - MARGIN;
}

function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by + 1, right: right + by, bottom: bottom + by - 1 };
}

class Grid {
  private readonly cells = new Map<number, Box[]>();

  add(box: Box): void {
    this.forCells(box, (cell) => {
      const boxes = this.cells.get(cell);
      if (boxes === undefined) this.cells.set(cell, [box]);
      else boxes.push(box);
      return false;
    });
  }

  hits(box: Box): boolean {
    return this.forCells(box, (cell) => this.cells.get(cell)?.some((other) => intersects(box, other)) ?? false);
  }

  count(box: Box): number {
    const found = new Set<Box>();
    this.forCells(box, (cell) => {
      for (const other of this.cells.get(cell) ?? []) if (intersects(box, other)) found.add(other);
      return false;
    });
    return found.size;
  }

  /** Calls `visit` for each cell the box touches until it answers true. */
  private forCells({ left, top, right, bottom }: Box, visit: (cell: number) => boolean): boolean {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++)
        if (visit(column * 65_536 + row)) return true;
    return false;
  }
}

function intersects(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Breaks a label into at most two lines of about equal length where it is longer than `longest` characters. */
export function breakLabel(label: string, longest = 22): string[] {
  if (label.length <= longest) return [label];
  const middle = label.length / 2;
  let at = -1;
  for (let i = label.indexOf(" "); i !== -1; i = label.indexOf(" ", i + 1))
    if (at === -1 || Math.abs(i - middle) < Math.abs(at - middle)) at = i;
  return at === -1 ? [label] : [label.slice(0, at), label.slice(at + 1)];
}
