import { compileExpression, type Evaluate, readVariable } from "./compile.ts";
import type { Execution } from "./execution.ts";
import { argument, type Operator } from "./operator.ts";
import { keyReader } from "./operators-rows.ts";
import { planPart, planPattern } from "./planner.ts";
import type { PatternComprehension, PatternPredicate, Subquery } from "./syntax.ts";
import type { Value } from "./values.ts";

/** A pattern as a condition; `shortestPath(…)` and `allShortestPaths(…)` as values. */
export function compilePattern(run: Execution, of: PatternPredicate): Evaluate {
  const pattern = run.analysis.patterns.get(of)!;
  const plan = planPattern(run, pattern, argument(), of.pattern.shortest === null);
  if (of.pattern.shortest === null) {
    let found = false;
    const start = plan.build(run, () => {
      found = true;
      return false;
    });
    return () => {
      found = false;
      start();
      return found;
    };
  }
  const one = of.pattern.shortest === "one";
  const paths = gather(run, plan, readVariable(run, pattern.paths[0].variable), one);
  return one ? () => paths()[0] ?? null : paths;
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
  let values: Value[] = [];
  let count = 0;
  const seen = query.unionAll === false ? new Set<unknown>() : null;
  const starts = query.parts.map((part) => {
    const plan = planPart(run, part, of.kind === "exists");
    const key = keyReader(
      run,
      part.columns.map((column) => column.variable),
    );
    const read = of.kind === "collect" ? readVariable(run, part.columns[0].variable) : null;
    return plan.build(run, () => {
      if (seen) {
        const name = key();
        if (seen.has(name)) return true;
        seen.add(name);
      }
      count++;
      if (read) values.push(read());
      return of.kind !== "exists";
    });
  });
  return () => {
    values = [];
    count = 0;
    seen?.clear();
    for (const start of starts) {
      start();
      if (of.kind === "exists" && count > 0) return true;
    }
    return of.kind === "exists" ? false : of.kind === "count" ? count : values;
  };
}
