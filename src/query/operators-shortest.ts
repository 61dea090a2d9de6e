import type { PatternRelationship } from "./logical.ts";
import { type Operator, operator } from "./operator.ts";
import type { Travel } from "./operators-graph.ts";
import { forEachTrail, type Walk, walker } from "./operators-path.ts";
import type { Variable } from "./scope.ts";

/** Finds the shortest trails between two bound nodes: one, or all of the least length. */
export function shortestPaths(
  source: Operator,
  of: PatternRelationship,
  travel: Travel,
  others: readonly Variable[],
  estimate: number,
): Operator {
  const { min, max } = of.length!;
  return operator(
    of.shortest === "one" ? "ShortestPath" : "AllShortestPaths",
    [of.source],
    [source],
    estimate,
    (run, next, counts) => {
      const { row } = run;
      const walk = walker(run, of, travel, others, counts);
      const emit = (trail: readonly number[]): boolean => {
        row[of.variable.slot] = trail;
        return next();
      };
      return source.build(run, () => {
        const [from, to]: (number | null)[] = [row[of.from.slot], row[of.to.slot]];
        if (from === null || to === null) return true;
        if (min === 0 && from === to) return emit([]);
        const one = of.shortest === "one";
        if (from === to || min > 1) return byLength(walk, from, to, min, max, one, emit);
        return bothWays(walk, from, to, max, one, emit);
      });
    },
  );
}

/** Tries one length after the other: for ways back to the start and for a least length above one. */
function byLength(
  walk: Walk,
  from: number,
  to: number,
  min: number,
  max: number,
  one: boolean,
  emit: (trail: readonly number[]) => boolean,
): boolean {
  for (let length = Math.max(1, min); length <= max; length++) {
    let found = false;
    let reached = false;
    let wanted = true;
    forEachTrail(walk, from, length, length, (node, trail) => {
      reached = true;
      if (node !== to) return true;
      found = true;
      wanted = emit(trail.slice());
      return wanted && !one;
    });
    if (found || !reached) return wanted;
  }
  return true;
}

interface Side {
  readonly depth: Map<number, number>;
  frontier: number[];
  level: number;
}

/** Breadth-first search from both ends, always from the smaller frontier, until they meet (Pohl 1971). */
function bothWays(
  walk: Walk,
  from: number,
  to: number,
  max: number,
  one: boolean,
  emit: (trail: readonly number[]) => boolean,
): boolean {
  const sides: [Side, Side] = [from, to].map((node) => ({
    depth: new Map([[node, 0]]),
    frontier: [node],
    level: 0,
  })) as [Side, Side];
  const [forward, backward] = sides;
  for (;;) {
    if (forward.level + backward.level >= max) return true;
    const side = forward.frontier.length <= backward.frontier.length ? forward : backward;
    const meeting = advance(walk, side, side === forward ? backward : forward, side === backward);
    if (side.frontier.length === 0) return true;
    if (meeting.length > 0) return join(walk, meeting, sides, one, emit);
  }
}

/** Moves a side one level on; gives the nodes where it meets the other. */
function advance(walk: Walk, side: Side, other: Side, reverse: boolean): number[] {
  const found: number[] = [];
  const meeting: number[] = [];
  side.level++;
  for (const node of side.frontier)
    walk(node, reverse, (_relationship, neighbour) => {
      if (side.depth.has(neighbour)) return true;
      side.depth.set(neighbour, side.level);
      found.push(neighbour);
      if (other.depth.has(neighbour)) meeting.push(neighbour);
      return true;
    });
  side.frontier = found;
  return meeting;
}

/** Gives the trails through the meeting nodes: each way back to the start joined to each way on to the end. */
function join(
  walk: Walk,
  meeting: readonly number[],
  [forward, backward]: readonly [Side, Side],
  one: boolean,
  emit: (trail: readonly number[]) => boolean,
): boolean {
  for (const middle of meeting)
    for (const before of waysTo(walk, middle, forward, true))
      for (const after of waysTo(walk, middle, backward, false)) {
        const wanted = emit([...before.toReversed(), ...after]);
        if (!wanted || one) return wanted;
      }
  return true;
}

/** Every shortest way from a node to where a side began. */
function* waysTo(walk: Walk, node: number, side: Side, reverse: boolean): Generator<number[]> {
  const depth = side.depth.get(node)!;
  if (depth === 0) {
    yield [];
    return;
  }
  const ways: [number, number][] = [];
  walk(node, reverse, (relationship, neighbour) => {
    if (side.depth.get(neighbour) === depth - 1) ways.push([relationship, neighbour]);
    return true;
  });
  for (const [relationship, neighbour] of ways)
    for (const rest of waysTo(walk, neighbour, side, reverse)) yield [relationship, ...rest];
}
