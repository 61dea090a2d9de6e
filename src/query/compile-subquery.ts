import { compileExpression, type Evaluate, readVariable } from "./compile.ts";
import type { Execution } from "./execution.ts";
import { argument, type Operator } from "./operator.ts";
import { planPattern, planQuery } from "./planner.ts";
import type { PatternComprehension, PatternPredicate, Subquery } from "./syntax.ts";
import type { Value } from "./values.ts";

/** A pattern as a condition; `shortestPath(…)` and `allShortestPaths(…)` as values. */
export function compilePattern(run: Execution, of: PatternPredicate): Evaluate {
  const pattern = run.analysis.patterns.get(of)!;
  const plan = planPattern(run, pattern, argument(), of.pattern.shortest === null);
  if (of.pattern.shortest === null) return isThere(run, plan);
  const one = of.pattern.shortest === "one";
  const paths = gather(run, plan, readVariable(run, pattern.paths[0].variable), one);
  return one ? () => paths()[0] ?? null : paths;
}

/** Runs a plan for each row and counts its rows, or looks for the first alone. */
function countRows(run: Execution, plan: Operator, one: boolean): () => number {
  let count = 0;
  const start = plan.build(run, () => {
    count++;
    return !one;
  });
  return () => {
    count = 0;
    start();
    return count;
  };
}

function isThere(run: Execution, plan: Operator): () => boolean {
  const count = countRows(run, plan, true);
  return () => count() > 0;
}

/** Runs a plan for each row and gathers what is read where it gives a row: all of them, or the first alone. */
function gather(run: Execution, plan: Operator, read: Evaluate, one: boolean): () => Value[] {
  let values: Value[] = [];
  const start = plan.build(run, () => {
    values.push(read());
    return !one;
  });
  return () => {
    values = [];
    const mine = values;
    start();
    return mine;
  };
}

export function compilePatternComprehension(run: Execution, of: PatternComprehension): Evaluate {
  const pattern = run.analysis.patterns.get(of)!;
  const plan = planPattern(run, pattern, argument(), false);
  return gather(run, plan, compileExpression(run, of.map), false);
}

/** EXISTS, COUNT and COLLECT of a query run for each row. */
export function compileSubquery(run: Execution, of: Subquery): Evaluate {
  const query = run.analysis.subqueries.get(of)!;
  const exists = of.kind === "exists";
  const plan = planQuery(run, query, exists);
  if (of.kind === "collect") return gather(run, plan, readVariable(run, query.columns[0].variable), false);
  return exists ? isThere(run, plan) : countRows(run, plan, false);
}
