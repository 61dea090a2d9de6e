/** A piece of text as a PDF places it, in points from the lower left corner of the page. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of the letters, in points. */
  readonly size: number;
}

/** A line of a page, or of one of its columns. Lines of a page are in reading order. */
export interface PdfLine extends Fragment {
  readonly page: number;
  /** The page's height, in points. */
  readonly pageHeight: number;
  /** Which column of which band of the page it stands in; lines of one share the number. */
  readonly column: number;
}

/** Fragments on one baseline that are further apart than this (in letter heights) may stand in two columns. */
const GUTTER = 0.9;
/** Share of a region's rows that may run across a gutter: headlines over columns, pictures' captions. */
const ACROSS = 0.3;
/** A column has at least as many rows. */
const FEWEST_ROWS = 3;

/** A run of fragments on one baseline without a wide gap. */
type Run = Fragment;

/**
 * The lines of a page in reading order. Columns are found by the gutters between them: a region with a gutter that few
 * rows cross is cut there, band by band between the rows that do (after the recursive X-Y cut of Nagy and Seth 1984).
 */
export function linesOfPage(
  fragments: readonly Fragment[],
  page: { readonly number: number; readonly width: number; readonly height: number },
): PdfLine[] {
  const runs = runsOf(fragments);
  const lines: PdfLine[] = [];
  let column = 0;
  for (const region of regionsOf(runs, 0)) {
    column++;
    for (const line of joinRuns(region)) lines.push({ ...line, page: page.number, pageHeight: page.height, column });
  }
  return lines;
}

const byPosition = (a: Fragment, b: Fragment) => b.baseline - a.baseline || a.left - b.left;

/** Joins fragments that stand on one baseline close to each other. */
function runsOf(fragments: readonly Fragment[]): Run[] {
  const runs: Run[] = [];
  for (const row of rowsOf(fragments)) {
    let current: Run | null = null;
    for (const fragment of row) {
      if (current !== null && fragment.left - current.right <= GUTTER * Math.min(current.size, fragment.size)) {
        current = merge(current, fragment);
      } else {
        if (current !== null) runs.push(current);
        current = fragment;
      }
    }
    if (current !== null) runs.push(current);
  }
  return runs;
}

/** Fragments grouped by baseline from the top, each row from the left. */
function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = [];
  for (const fragment of [...fragments].sort(byPosition)) {
    const row = rows.at(-1);
    if (row !== undefined && row[0].baseline - fragment.baseline <= 0.4 * Math.min(row[0].size, fragment.size)) {
      row.push(fragment);
    } else rows.push([fragment]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

function merge(a: Fragment, b: Fragment): Fragment {
  const apart = b.left - a.right > 0.12 * Math.min(a.size, b.size);
  const space = apart && !/\s$/.test(a.text) && !/^\s/.test(b.text) ? " " : "";
  const longer = a.text.length >= b.text.length ? a : b;
  return {
    text: a.text + space + b.text,
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    baseline: longer.baseline,
    size: longer.size,
  };
}

function joinRuns(runs: readonly Run[]): Fragment[] {
  return rowsOf(runs).map((row) => row.reduce(merge));
}

/** The columns of a region in reading order. */
function regionsOf(runs: readonly Run[], depth: number): Run[][] {
  const gutter = depth < 8 ? findGutter(runs) : null;
  if (gutter === null) return runs.length === 0 ? [] : [[...runs]];
  const regions: Run[][] = [];
  let band: Run[] = [];
  let wide: Run[] = [];
  const flush = () => {
    if (wide.length > 0) regions.push(wide);
    regions.push(
      ...regionsOf(
        band.filter((run) => run.right <= gutter),
        depth + 1,
      ),
    );
    regions.push(
      ...regionsOf(
        band.filter((run) => run.left >= gutter),
        depth + 1,
      ),
    );
    [band, wide] = [[], []];
  };
  for (const run of [...runs].sort(byPosition)) {
    const crosses = run.left < gutter && run.right > gutter;
    if (crosses && band.length > 0) flush();
    if (crosses) wide.push(run);
    else band.push(run);
  }
  flush();
  return regions;
}

/** So many of the places where most rows begin can be a column's left edge. */
const MOST_EDGES = 30;

/** Where the best gutter of a region is, or null: the one that the fewest rows cross, the widest of those. */
function findGutter(runs: readonly Run[]): number | null {
  if (runs.length < 2 * FEWEST_ROWS) return null;
  let best: { x: number; crossing: number; width: number } | null = null;
  for (const edge of leftEdges(runs)) {
    const right = runs.filter((run) => run.left >= edge);
    const left = runs.filter((run) => run.left < edge);
    const clear = left.filter((run) => run.right <= edge);
    const crossing = left.length - clear.length;
    if (right.length < FEWEST_ROWS || clear.length < FEWEST_ROWS || crossing > ACROSS * runs.length) continue;
    if (countFacing(right, clear) < FEWEST_ROWS || !looksLikeText(right) || !looksLikeText(clear)) continue;
    const near = clear.reduce((most, run) => Math.max(most, run.right), -Infinity);
    const width = edge - near;
    if (width < 0.5 * right[0].size) continue;
    if (best === null || crossing < best.crossing || (crossing === best.crossing && width > best.width)) {
      best = { x: edge - Math.min(1, width / 2), crossing, width };
    }
  }
  return best?.x ?? null;
}

/** Where several rows begin, to the point: the least left edge of each group, those of most rows. */
function leftEdges(runs: readonly Run[]): number[] {
  const groups = new Map<number, { edge: number; count: number }>();
  for (const { left } of runs) {
    const group = groups.get(Math.round(left / 3));
    if (group === undefined) groups.set(Math.round(left / 3), { edge: left, count: 1 });
    else {
      group.count++;
      group.edge = Math.min(group.edge, left);
    }
  }
  return [...groups.values()]
    .filter(({ count }) => count >= FEWEST_ROWS)
    .sort((a, b) => b.count - a.count || a.edge - b.edge)
    .slice(0, MOST_EDGES)
    .map(({ edge }) => edge);
}

/** How many rows have one of the others at their height: a gutter has rows on both of its sides. */
function countFacing(rows: readonly Run[], others: readonly Run[]): number {
  const heights = others.map(({ baseline }) => baseline).sort((a, b) => a - b);
  let facing = 0;
  for (const { baseline, size } of rows) {
    let [low, high] = [0, heights.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (heights[middle] <= baseline - size) low = middle + 1;
      else high = middle;
    }
    if (low < heights.length && heights[low] < baseline + size) facing++;
  }
  return facing;
}

/** Columns of a text hold words; those of a table hold numbers and labels and are read row by row. */
function looksLikeText(runs: readonly Run[]): boolean {
  const lengths = runs.map((run) => run.text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length);
  return lengths.reduce((sum, length) => sum + length, 0) >= 2.5 * runs.length;
}
