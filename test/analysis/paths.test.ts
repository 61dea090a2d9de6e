import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Adjacency, shortestPaths } from "../../src/analysis/index.ts";

function adjacencyOf(order: number, ties: readonly (readonly [number, number])[]): Adjacency {
  const others = Array.from({ length: order }, () => new Set<number>());
  for (const [a, b] of ties)
    if (a !== b && a < order && b < order) {
      others[a].add(b);
      others[b].add(a);
    }
  const starts = [0];
  for (const set of others) starts.push(starts[starts.length - 1] + set.size);
  return { starts: Uint32Array.from(starts), neighbours: Uint32Array.from(others.flatMap((set) => [...set])) };
}

/** Every way without a loop, by trying all. */
function allWays({ starts, neighbours }: Adjacency, from: number, to: number): number[][] {
  const found: number[][] = [];
  const go = (path: number[]): void => {
    const node = path[path.length - 1];
    if (node === to) found.push(path);
    else
      for (let at = starts[node]; at < starts[node + 1]; at++)
        if (!path.includes(neighbours[at])) go([...path, neighbours[at]]);
  };
  go([from]);
  return found;
}

describe("shortest paths", () => {
  it("are all the ways that none is shorter than", () => {
    const tie = fc.tuple(fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(fc.array(tie, { maxLength: 14 }), fc.nat(6), fc.nat(6), (ties, from, to) => {
        const network = adjacencyOf(7, ties);
        const ways = allWays(network, from, to);
        const least = Math.min(...ways.map(({ length }) => length));
        const shortest = ways.filter(({ length }) => length === least);
        const { steps, count, paths } = shortestPaths(network, from, to);
        expect(steps).toBe(shortest.length === 0 ? null : least - 1);
        expect(count).toBe(shortest.length);
        expect(paths.map((path) => path.join()).sort()).toEqual(shortest.map((path) => path.join()).sort());
      }),
    );
  });

  it("are given as many as asked for, the strongest first, and counted all", () => {
    const middle = Array.from({ length: 30 }, (_, i) => i + 2);
    const network = adjacencyOf(
      32,
      middle.flatMap((node) => [[0, node] as const, [node, 1] as const]),
    );
    const { count, paths } = shortestPaths(network, 0, 1, { most: 3, strength: (before) => before });
    expect(count).toBe(30);
    expect(paths).toEqual([
      [0, 31, 1],
      [0, 30, 1],
      [0, 29, 1],
    ]);
  });
});
