/** Who is tied to whom: neighbours of `i` stand in `neighbours` from `starts[i]` up to `starts[i + 1]`. */
export interface Adjacency {
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
}

/** Every shortest way between two. */
export interface ShortestPaths {
  /** Ties on the way; null where there is none. */
  readonly steps: number | null;
  /** How many different ways of that length there are. */
  readonly count: number;
  /** The first of them, each from one end to the other. */
  readonly paths: readonly (readonly number[])[];
}

export interface PathOptions {
  /** So many ways are given at most. Default 50. */
  readonly most?: number;
  /** The strength of a tie: of the neighbours on a shortest way those with stronger ties come first. Default: all are alike. */
  readonly strength?: (from: number, to: number) => number;
}

/**
 * Finds all shortest ways between two by going out from the first, step by step, and back from the second along what lies one
 * step nearer each time. Linear in ties, and in what is given.
 */
export function shortestPaths(
  { starts, neighbours }: Adjacency,
  from: number,
  to: number,
  { most = 50, strength = () => 0 }: PathOptions = {},
): ShortestPaths {
  const order = starts.length - 1;
  const steps = new Int32Array(order).fill(-1);
  const ways = new Float64Array(order);
  steps[from] = 0;
  ways[from] = 1;
  const queue = [from];
  for (const node of queue) {
    if (steps[to] >= 0 && steps[node] >= steps[to]) break;
    for (let at = starts[node]; at < starts[node + 1]; at++) {
      const next = neighbours[at];
      if (steps[next] < 0) {
        steps[next] = steps[node] + 1;
        queue.push(next);
      }
      if (steps[next] === steps[node] + 1) ways[next] += ways[node];
    }
  }
  if (steps[to] < 0) return { steps: null, count: 0, paths: [] };
  const nearer = (node: number): number[] => {
    const found: number[] = [];
    for (let at = starts[node]; at < starts[node + 1]; at++)
      if (steps[neighbours[at]] === steps[node] - 1) found.push(neighbours[at]);
    return found.sort((a, b) => strength(b, node) - strength(a, node) || a - b);
  };
  const paths: number[][] = [];
  const back = (path: readonly number[]): void => {
    if (paths.length >= most) return;
    const [node] = path;
    if (node === from) paths.push([...path]);
    else for (const before of nearer(node)) back([before, ...path]);
  };
  back([to]);
  return { steps: steps[to], count: ways[to], paths };
}
