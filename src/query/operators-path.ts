import { compileCondition } from "./compile.ts";
import type { Execution } from "./execution.ts";
import type { Adjacency } from "./graph-index.ts";
import type { PatternPath, PatternRelationship } from "./logical.ts";
import { type Operator, operator } from "./operator.ts";
import { rangeOf, type Travel, uniqueness } from "./operators-graph.ts";
import { otherEnd } from "./paths.ts";
import type { Variable } from "./scope.ts";
import { PathValue } from "./values.ts";

/** Calls back for each relationship that may be followed from a node, until it says false. */
export type Walk = (
  node: number,
  reverse: boolean,
  see: (relationship: number, neighbour: number) => boolean,
) => boolean;

/**
 * Whether a relationship may stand at its place in the pattern: its type, that it is new, and what is said of each. Null
 * where every one may.
 */
function admission(
  run: Execution,
  of: PatternRelationship,
  { types }: Travel,
  others: readonly Variable[],
): ((relationship: number) => boolean) | null {
  const { row, index } = run;
  const { typeOf } = index;
  const unique = uniqueness(run, others);
  const conditions = of.conditions.map((condition) => compileCondition(run, condition));
  if (types === null && unique === null && conditions.length === 0) return null;
  return (relationship) => {
    if (types !== null && types[typeOf[relationship]] === 0) return false;
    if (unique !== null && !unique(relationship)) return false;
    if (conditions.length === 0) return true;
    row[of.each!.slot] = relationship;
    return conditions.every((condition) => condition());
  };
}

/** The ways onward from a node. */
export function walker(
  run: Execution,
  of: PatternRelationship,
  travel: Travel,
  others: readonly Variable[],
  counts: Operator["counts"],
): Walk {
  const { index } = run;
  const allowed = admission(run, of, travel, others);
  const both = travel.direction === "both";
  const follow = (adjacency: Adjacency, node: number, skipLoops: boolean, see: Parameters<Walk>[2]): boolean => {
    const [first, last] = rangeOf(index, adjacency, node, travel);
    for (let i = first; i < last; i++) {
      run.tick();
      counts.hits++;
      const neighbour = adjacency.neighbours[i];
      const relationship = adjacency.relationships[i];
      if ((skipLoops && neighbour === node) || (allowed !== null && !allowed(relationship))) continue;
      if (!see(relationship, neighbour)) return false;
    }
    return true;
  };
  return (node, reverse, see) => {
    const outward = (travel.direction === "out") !== reverse;
    if ((both || outward) && !follow(index.outgoing, node, false, see)) return false;
    return (!both && outward) || follow(index.incoming, node, both, see);
  };
}

/** Follows one relationship from a bound node; to a new node, or (`into`) to a bound one. */
export function expand(
  source: Operator,
  of: PatternRelationship,
  travel: Travel,
  from: Variable,
  to: Variable,
  into: boolean,
  others: readonly Variable[],
  estimate: number,
): Operator {
  return operator(`Expand${into ? "Into" : ""}`, [of.source], [source], estimate, (run, next, counts) => {
    const { row } = run;
    const walk = walker(run, of, travel, others, counts);
    const see = (relationship: number, neighbour: number): boolean => {
      if (into && neighbour !== row[to.slot]) return true;
      row[of.variable.slot] = relationship;
      if (!into) row[to.slot] = neighbour;
      return next();
    };
    return source.build(run, () => row[from.slot] === null || walk(row[from.slot], false, see));
  });
}

/** Follows every trail (no relationship twice) of a length within bounds, depth first. */
export function expandTrails(
  source: Operator,
  of: PatternRelationship,
  travel: Travel,
  from: Variable,
  to: Variable,
  into: boolean,
  others: readonly Variable[],
  keepList: boolean,
  estimate: number,
): Operator {
  const { min, max } = of.length!;
  const reversed = from !== of.from;
  return operator(`ExpandTrails${into ? "Into" : ""}`, [of.source], [source], estimate, (run, next, counts) => {
    const { row } = run;
    const walk = walker(run, of, travel, others, counts);
    const emit = (node: number, trail: readonly number[]): boolean => {
      if (into && row[to.slot] !== node) return true;
      if (!into) row[to.slot] = node;
      if (keepList) row[of.variable.slot] = reversed ? trail.toReversed() : trail.slice();
      return next();
    };
    return source.build(run, () => {
      const start = row[from.slot];
      if (start === null || (into && row[to.slot] === null)) return true;
      return forEachTrail(walk, start, min, max, emit);
    });
  });
}

/**
 * Visits the trails from a node in depth-first order without recursion, so that their length is not bounded by the stack.
 * What `walk` finds at a node is gathered when the node is entered.
 */
export function forEachTrail(
  walk: Walk,
  start: number,
  min: number,
  max: number,
  emit: (node: number, trail: readonly number[]) => boolean,
): boolean {
  if (min === 0 && !emit(start, [])) return false;
  if (max < 1) return true;
  const trail: number[] = [];
  const used = new Set<number>();
  const levels: { readonly ways: number[]; at: number }[] = [];
  const enter = (node: number): void => {
    const ways: number[] = [];
    walk(node, false, (relationship, neighbour) => {
      ways.push(relationship, neighbour);
      return true;
    });
    levels.push({ ways, at: 0 });
  };
  enter(start);
  while (levels.length > 0) {
    const level = levels[levels.length - 1];
    if (level.at >= level.ways.length) {
      levels.pop();
      const last = trail.pop();
      if (last !== undefined) used.delete(last);
      continue;
    }
    const relationship = level.ways[level.at++];
    const neighbour = level.ways[level.at++];
    if (used.has(relationship)) continue;
    trail.push(relationship);
    used.add(relationship);
    if (trail.length >= min && !emit(neighbour, trail)) return false;
    if (trail.length < max) enter(neighbour);
    else {
      trail.pop();
      used.delete(relationship);
    }
  }
  return true;
}

/**
 * Gives each node that some trail of 1 … `max` steps reaches once, breadth first: enough where nobody asks how often or
 * which way. A node's shortest way repeats no relationship, so it is a trail; only the way back to the start itself needs
 * care, because without direction a step and its return are no trail. There the shortest cycle through the start is found
 * by telling the branches of the search apart (Itai and Rodeh 1978, section 2).
 */
export function expandReachable(
  source: Operator,
  of: PatternRelationship,
  travel: Travel,
  from: Variable,
  to: Variable,
  into: boolean,
  estimate: number,
): Operator {
  const { min, max } = of.length!;
  return operator(`Reachable${into ? "Into" : ""}`, [of.source], [source], estimate, (run, next, counts) => {
    const { row } = run;
    const walk = walker(run, of, travel, [], counts);
    const both = travel.direction === "both";
    const emit = (node: number): boolean => {
      if (into && row[to.slot] !== node) return true;
      row[to.slot] = node;
      return next();
    };
    // by node: the search that reached it last, after how many steps, and by which first relationship
    const reachedIn = new Int32Array(run.index.order);
    const depth = new Int32Array(run.index.order);
    const branch = new Int32Array(run.index.order);
    let search = 0;
    return source.build(run, () => {
      const start: number | null = row[from.slot];
      if (start === null || (into && row[to.slot] === null)) return true;
      if (min === 0 && !emit(start)) return false;
      const mine = ++search;
      reachedIn[start] = mine;
      let returned = min === 0;
      const comesBack = (length: number): boolean => {
        if (returned || length > max) return true;
        returned = true;
        return emit(start);
      };
      let node = start;
      let level = 0;
      let found: number[] = [];
      const see = (relationship: number, neighbour: number): boolean => {
        if (neighbour === start)
          return !both || node === start || branch[node] !== relationship ? comesBack(level + 1) : true;
        const way = node === start ? relationship : branch[node];
        if (reachedIn[neighbour] === mine)
          return both && branch[neighbour] !== way ? comesBack(level + 1 + depth[neighbour]) : true;
        reachedIn[neighbour] = mine;
        depth[neighbour] = level + 1;
        branch[neighbour] = way;
        found.push(neighbour);
        return emit(neighbour);
      };
      for (let frontier = [start]; level < max && frontier.length > 0; level++, frontier = found) {
        found = [];
        for (node of frontier) if (!walk(node, false, see)) return false;
      }
      return true;
    });
  });
}

/** Puts a path together from its parts. */
export function buildPath(source: Operator, path: PatternPath): Operator {
  return operator("Path", [path.variable.name], [source], source.estimate, (run, next) => {
    const { row, index } = run;
    return source.build(run, () => {
      const nodes: number[] = [row[path.nodes[0].slot]];
      const relationships: number[] = [];
      for (const { variable } of path.relationships) {
        const value: number | number[] = row[variable.slot];
        for (const relationship of Array.isArray(value) ? value : [value]) {
          relationships.push(relationship);
          nodes.push(otherEnd(index, relationship, nodes[nodes.length - 1]));
        }
      }
      row[path.variable.slot] = new PathValue(nodes, relationships);
      return next();
    });
  });
}

/**
 * Checks a relationship that has its value already, or a list of them, against its place in the pattern: whether it is a
 * trail that leads from one end to the other. Ends that have no value yet get theirs.
 */
export function boundTrail(
  source: Operator,
  of: PatternRelationship,
  travel: Travel,
  ends: { readonly from: boolean; readonly to: boolean },
  others: readonly Variable[],
  estimate: number,
): Operator {
  const { min, max } = of.length ?? { min: 1, max: 1 };
  return operator("BoundTrail", [of.source], [source], estimate, (run, next, counts) => {
    const { row } = run;
    const { sources, targets } = run.index;
    const allowed = admission(run, of, travel, others);
    const onward = (node: number, relationship: number): number => {
      counts.hits++;
      if (allowed !== null && !allowed(relationship)) return -1;
      if (of.direction !== "in" && sources[relationship] === node) return targets[relationship];
      return of.direction !== "out" && targets[relationship] === node ? sources[relationship] : -1;
    };
    const place = (start: number, trail: readonly number[]): boolean => {
      const end = trail.reduce(onward, start);
      if (end < 0 || (ends.from && row[of.from.slot] !== start)) return true;
      row[of.from.slot] = start;
      if ((ends.to || of.to === of.from) && row[of.to.slot] !== end) return true;
      row[of.to.slot] = end;
      return next();
    };
    return source.build(run, () => {
      const value: number | readonly number[] | null = row[of.variable.slot];
      if (value === null) return true;
      const trail = typeof value === "number" ? [value] : value;
      if (trail.length < min || trail.length > max || new Set(trail).size < trail.length) return true;
      if (ends.from) return place(row[of.from.slot], trail);
      if (trail.length === 0) return ends.to ? place(row[of.to.slot], trail) : true;
      const [a, b] = [sources[trail[0]], targets[trail[0]]];
      return place(a, trail) && (a === b || place(b, trail));
    });
  });
}
