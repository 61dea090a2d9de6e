import { compileExpression } from "./compile.ts";
import { typeMask } from "./compile-labels.ts";
import { costOf, equalTo, labelTested } from "./conditions.ts";
import { dependenciesOf } from "./dependencies.ts";
import type { Execution } from "./execution.ts";
import type {
  LogicalPart,
  LogicalQuery,
  MatchStep,
  Pattern,
  PatternRelationship,
  ProjectStep,
  Step,
} from "./logical.ts";
import { argument, joined, type Operator } from "./operator.ts";
import { cast, filter, type Seek, scanNodes, type Travel } from "./operators-graph.ts";
import { boundTrail, buildPath, expand, expandReachable, expandTrails } from "./operators-path.ts";
import { aggregate, assign, call, distinct, limit, optional, skip, sort, union, unwind } from "./operators-rows.ts";
import { shortestPaths } from "./operators-shortest.ts";
import { isAnonymous } from "./parse-pattern.ts";
import type { Variable } from "./scope.ts";
import type { Direction, Expression } from "./syntax.ts";

/**
 * Makes the plan of a query.
 * @param onlyExistence whether it matters only that there is a row, not how many
 */
export function planQuery(run: Execution, query: LogicalQuery, onlyExistence = false): Operator {
  const { parts, columns, unionAll } = query;
  const plans = parts.map((part) => planPart(run, part, onlyExistence));
  if (unionAll === null) return plans[0];
  const variables = columns.map(({ variable }) => variable);
  const all = union(
    plans,
    parts.map((part) => part.columns.map(({ variable }) => variable)),
    variables,
  );
  return unionAll ? all : distinct(all, variables);
}

function planPart(run: Execution, part: LogicalPart, onlyExistence: boolean): Operator {
  return part.steps.reduce<Operator>(
    (source, step, i) => planStep(run, source, step, ignoresDuplicates(part.steps, i + 1, onlyExistence)),
    argument(),
  );
}

/** Whether what follows gives the same result when some of the rows come more often: DISTINCT, min, max and the like. */
function ignoresDuplicates(steps: readonly Step[], from: number, onlyExistence: boolean): boolean {
  const projection = steps.slice(from).find((step): step is ProjectStep => step.type === "project");
  if (!projection) return onlyExistence;
  if (projection.grouping === null) return projection.distinct;
  return projection.grouping.aggregates.every(({ call }) => call.distinct || /^(?:min|max)$/i.test(call.name));
}

function planStep(run: Execution, source: Operator, step: Step, ignoreDuplicates: boolean): Operator {
  switch (step.type) {
    case "match":
      return planMatch(run, source, step, ignoreDuplicates);
    case "unwind":
      return unwind(source, step.list, step.variable);
    case "call": {
      const plan = call(source, step, step.results.map(({ variable }) => variable.name).join());
      return where(plan, step.where);
    }
    default:
      return planProjection(source, step);
  }
}

function planProjection(source: Operator, step: ProjectStep): Operator {
  const { grouping, visible } = step;
  let plan = source;
  if (grouping) {
    const groups = grouping.keys.length === 0 ? 1 : Math.sqrt(source.estimate);
    plan = aggregate(plan, grouping.keys, grouping.aggregates, groups);
  }
  plan = assign(plan, step.assignments);
  if (step.distinct) plan = distinct(plan, visible);
  if (step.sort.length > 0) {
    // what WHERE reads of the time before must survive the sorting
    const kept = [...visible, ...(step.where ? dependenciesOf(step.where) : [])];
    plan = sort(plan, step.sort, kept, step.limit, step.skip);
  }
  if (step.skip) plan = skip(plan, step.skip);
  if (step.limit) plan = limit(plan, step.limit);
  return where(plan, step.where);
}

const where = (plan: Operator, condition: Expression | null): Operator =>
  condition ? filter(plan, [condition], [condition], plan.estimate / 3) : plan;

function planMatch(run: Execution, source: Operator, step: MatchStep, ignoreDuplicates: boolean): Operator {
  if (!step.optional) return planPattern(run, step.pattern, source, ignoreDuplicates);
  const inner = planPattern(run, step.pattern, argument(), ignoreDuplicates);
  return optional(source, inner, introducedBy(step.pattern), source.estimate * Math.max(1, inner.estimate));
}

interface Choice {
  readonly of: PatternRelationship;
  /** How many rows one row becomes. */
  readonly cost: number;
}

/** What has its value from the pattern alone. */
const introducedBy = ({ nodes, relationships, paths, bound }: Pattern): Variable[] => [
  ...nodes.filter((node) => !bound.has(node)),
  ...[...relationships.filter((relationship) => !relationship.bound), ...paths].map(({ variable }) => variable),
];

/** Makes the plan of a pattern for the rows of a source. */
export function planPattern(run: Execution, pattern: Pattern, source: Operator, ignoreDuplicates: boolean): Operator {
  return new PatternPlanner(run, pattern, source, ignoreDuplicates).plan();
}

/**
 * Orders the parts of one pattern: begins each connected piece where the fewest rows are expected and always follows the
 * relationship that adds the fewest; tests every condition as soon as what it reads is there.
 */
class PatternPlanner {
  #operator: Operator;
  #rows: number;
  readonly #bound = new Set<number>();
  #conditions: { readonly expression: Expression; readonly needs: readonly number[] }[];
  readonly #introduced: ReadonlySet<number>;
  readonly #open: Set<PatternRelationship>;
  readonly #travelled: PatternRelationship[] = [];
  readonly #pathsLeft: Set<Pattern["paths"][number]>;

  readonly #run: Execution;
  readonly #pattern: Pattern;
  readonly #ignoreDuplicates: boolean;

  constructor(run: Execution, pattern: Pattern, source: Operator, ignoreDuplicates: boolean) {
    this.#run = run;
    this.#pattern = pattern;
    this.#ignoreDuplicates = ignoreDuplicates;
    this.#operator = cast(source, pattern.casts);
    this.#rows = Math.max(1, source.estimate);
    for (const node of pattern.bound) this.#bound.add(node.slot);
    for (const relationship of pattern.relationships)
      if (relationship.bound) this.#bound.add(relationship.variable.slot);
    this.#introduced = new Set(introducedBy(pattern).map(({ slot }) => slot));
    this.#conditions = pattern.predicates.map((expression) => ({ expression, needs: this.#needsOf(expression) }));
    this.#open = new Set(pattern.relationships);
    this.#pathsLeft = new Set(
      pattern.paths.filter(
        (path) => this.#isRead(path.variable) || path.relationships.some(({ shortest }) => shortest),
      ),
    );
  }

  /** The slots of this pattern that an expression reads. */
  #needsOf(expression: Expression): readonly number[] {
    return dependenciesOf(expression)
      .map(({ slot }) => slot)
      .filter((slot) => this.#introduced.has(slot));
  }

  #isRead(variable: Variable): boolean {
    return this.#run.analysis.read.has(variable.slot);
  }

  plan(): Operator {
    this.#settle();
    for (;;) {
      const next = this.#cheapest(this.#open, (node) => this.#has(node));
      if (next) this.#follow(next.of);
      else if (!this.#begin()) return this.#operator;
      this.#settle();
    }
  }

  #has(variable: Variable): boolean {
    return this.#bound.has(variable.slot);
  }

  /** Tests the conditions and builds the paths whose parts are all there. */
  #settle(): void {
    for (const path of this.#pathsLeft)
      if (
        path.relationships.every((part) => this.#travelled.includes(part)) &&
        path.nodes.every((node) => this.#has(node))
      ) {
        this.#pathsLeft.delete(path);
        this.#operator = buildPath(this.#operator, path);
        this.#bound.add(path.variable.slot);
      }
    const ready = this.#conditions.filter(({ needs }) => needs.every((slot) => this.#bound.has(slot)));
    if (ready.length === 0) return;
    this.#conditions = this.#conditions.filter((condition) => !ready.includes(condition));
    const tests = ready.map(({ expression }) => expression);
    tests.sort((a, b) => costOf(a) - costOf(b));
    for (const test of tests) this.#rows *= this.#selectivity(test);
    this.#operator = filter(this.#operator, tests, joined(tests, " AND "), this.#rows);
  }

  #selectivity(condition: Expression): number {
    if (condition.type === "label test" && condition.labels.kind === "name") {
      const { index } = this.#run;
      return Math.max(0.001, index.countNodes(condition.labels.name) / Math.max(1, index.order));
    }
    return condition.type === "comparison" && condition.rest[0][0] === "=" ? 0.1 : 0.5;
  }

  // ---- relationships

  /** Of the relationships that can be followed from where nodes are known, the one that adds the fewest rows. */
  #cheapest(open: Iterable<PatternRelationship>, has: (node: Variable) => boolean): Choice | null {
    let best: Choice | null = null;
    for (const of of open) {
      const [from, to] = [has(of.from), has(of.to)];
      if (of.shortest ? !(from && to) : !(from || to || of.bound)) continue;
      // a search, and a list that gives its ends itself, wait until nothing else is left
      const cost = of.shortest || (of.length && !from && !to) ? 1e12 : this.#fanout(of, from || !to, from && to);
      if (!best || cost < best.cost) best = { of, cost };
    }
    return best;
  }

  #travelOf(of: PatternRelationship, forward: boolean): Travel {
    const types = of.types ? typeMask(this.#run.index, of.types) : null;
    const allowed = types ? types.reduce((sum, one) => sum + one, 0) : 0;
    const direction = of.direction === "both" || forward ? of.direction : of.direction === "out" ? "in" : "out";
    return { types, direction, onlyType: allowed === 1 ? types!.indexOf(1) : -1 };
  }

  /** How many rows one row becomes by following a relationship. */
  #fanout(of: PatternRelationship, forward: boolean, into: boolean): number {
    if (of.bound) return 1;
    const { index } = this.#run;
    const start = forward ? of.from : of.to;
    const { direction, types } = this.#travelOf(of, forward);
    const label = this.#labelOf(start);
    const all = waysOf(direction).reduce((sum, way) => sum + index.countRelationships(label, types, way), 0);
    const one = all / Math.max(1, index.countNodes(label));
    const { min, max } = of.length ?? { min: 1, max: 1 };
    let rows = min === 0 ? 1 : 0;
    for (let length = Math.max(1, min); length <= Math.min(max, min + 6); length++) rows += one ** length;
    const target = forward ? of.to : of.from;
    if (into) return rows / Math.max(1, index.order);
    return rows * this.#nodeSelectivity(target);
  }

  /**
   * What part of the nodes fulfils the conditions that speak of one node alone.
   * @param isSought whether labels and equal values count no more, because the node is found by them
   */
  #nodeSelectivity(node: Variable, isSought = false): number {
    let part = 1;
    for (const { expression, needs } of this.#conditions)
      if (needs.length === 1 && needs[0] === node.slot)
        if (!isSought || !(expression.type === "label test" || equalTo(expression, node)))
          part *= this.#selectivity(expression);
    return part;
  }

  #labelOf(node: Variable): string | null {
    const { index } = this.#run;
    let label: string | null = null;
    for (const predicate of this.#pattern.predicates) {
      const name = labelTested(predicate, node);
      if (name !== null && (label === null || index.countNodes(name) < index.countNodes(label))) label = name;
    }
    return label;
  }

  #follow(of: PatternRelationship): void {
    const source = this.#operator;
    const ends = { from: this.#has(of.from), to: this.#has(of.to) };
    const forward = ends.from || !ends.to;
    const into = (ends.from && ends.to) || (of.from === of.to && (ends.from || ends.to));
    const travel = this.#travelOf(of, forward);
    const [from, to] = forward ? [of.from, of.to] : [of.to, of.from];
    const others = this.#othersOf(of);
    this.#rows *= this.#fanout(of, forward, into);
    const rows = this.#rows;
    const keepList = this.#needsList(of);
    if (of.shortest) this.#operator = shortestPaths(source, of, this.#travelOf(of, true), others, rows);
    else if (of.bound) this.#operator = boundTrail(source, of, this.#travelOf(of, true), ends, others, rows);
    else if (!of.length) this.#operator = expand(source, of, travel, from, to, into, others, rows);
    else if (this.#ignoreDuplicates && of.length.min <= 1 && !keepList)
      this.#operator = expandReachable(source, of, travel, from, to, into, rows);
    else this.#operator = expandTrails(source, of, travel, from, to, into, others, keepList, rows);
    if (!of.length && !of.bound && !into) this.#dropImplied(of, to);
    this.#open.delete(of);
    this.#travelled.push(of);
    for (const variable of [of.from, of.to, of.variable]) this.#bound.add(variable.slot);
  }

  /** Leaves out tests for labels that every node at this end of such a relationship has, as the graph stands. */
  #dropImplied(of: PatternRelationship, end: Variable): void {
    const { index } = this.#run;
    const { types, direction } = this.#travelOf(of, end === of.from);
    this.#drop(end, (label) =>
      waysOf(direction).every(
        (way) => index.countRelationships(label, types, way) === index.countRelationships(null, types, way),
      ),
    );
  }

  /** Forgets the label tests of a node that need not be made. */
  #drop(node: Variable, isImplied: (label: string) => boolean): void {
    this.#conditions = this.#conditions.filter(({ expression }) => {
      if (expression.type !== "label test" || expression.labels.kind !== "name") return true;
      return labelTested(expression, node) === null || !isImplied(expression.labels.name);
    });
  }

  /** The relationships travelled before that this one must differ from. */
  #othersOf(of: PatternRelationship): Variable[] {
    const mine = this.#travelOf(of, true).types;
    return this.#travelled
      .filter((other) => {
        const theirs = this.#travelOf(other, true).types;
        return !mine || !theirs || mine.some((allowed, type) => allowed === 1 && theirs[type] === 1);
      })
      .map((other) => other.variable);
  }

  #needsList(of: PatternRelationship): boolean {
    const inPath = this.#pattern.paths.some((path) => path.relationships.includes(of) && this.#isRead(path.variable));
    return inPath || this.#isRead(of.variable) || this.#pattern.relationships.length > 1;
  }

  // ---- first nodes

  /** Begins a piece of the pattern that nothing leads to; false when there is none. */
  #begin(): boolean {
    let best: { readonly node: Variable; readonly cost: number } | null = null;
    for (const node of this.#pattern.nodes) {
      if (this.#has(node)) continue;
      const cost = this.#costFrom(node);
      if (!best || cost < best.cost) best = { node, cost };
    }
    if (!best) return false;
    const { node } = best;
    const seek = this.#seekFor(node);
    const { label, key, value } = seek;
    const found = value ? [key === null ? " by " : `.${key} = `, value] : [];
    const detail = [shown(node), label === null ? "" : `:${label}`, ...found];
    this.#rows *= this.#estimateOf(seek);
    this.#operator = scanNodes(this.#operator, node, seek, detail, this.#rows);
    this.#bound.add(node.slot);
    if (label !== null) this.#drop(node, (other) => other === label);
    return true;
  }

  /** The rows expected on the way when the piece of the pattern around a node is matched from there. */
  #costFrom(start: Variable): number {
    let rows = this.#estimateOf(this.#seekFor(start)) * this.#nodeSelectivity(start, true);
    let cost = rows;
    const reached = new Set([start.slot]);
    const open = new Set(this.#open);
    for (;;) {
      const next = this.#cheapest(open, ({ slot }) => reached.has(slot));
      if (!next) return cost;
      const { of } = next;
      open.delete(of);
      reached.add(of.from.slot).add(of.to.slot);
      rows *= next.cost;
      cost += rows;
    }
  }

  #seekFor(node: Variable): Seek {
    const label = this.#labelOf(node);
    let best: Seek = { label, key: null, value: null };
    for (const predicate of this.#pattern.predicates) {
      const found = equalTo(predicate, node);
      if (!found || !this.#needsOf(found.value).every((slot) => this.#bound.has(slot))) continue;
      if (found.key === null) return { ...found, label: null };
      const seek = { ...found, label };
      if (!best.value || this.#estimateOf(seek) < this.#estimateOf(best)) best = seek;
    }
    return best;
  }

  #estimateOf(seek: Seek): number {
    const { index } = this.#run;
    const { label, key, value } = seek;
    const count = index.countNodes(label);
    if (!value) return count;
    if (key === null) return 1;
    if (value.type !== "literal" && value.type !== "parameter") return Math.max(1, count / 100);
    const found = index.nodesWithValue(label, key, compileExpression(this.#run, value)());
    return found ? Math.max(0.1, found.length) : count;
  }
}

const waysOf = (direction: Direction): readonly ("out" | "in")[] =>
  direction === "both" ? ["out", "in"] : [direction];

const shown = (variable: Variable): string => (isAnonymous(variable.name) ? "" : variable.name);
