import type { Execution, Step } from "./execution.ts";
import type { Part } from "./syntax.ts";

/** What a plan says of an operator: words, and parts of the query to be shown as they are written. */
export type Detail = readonly (string | Part)[];

/** Parts with commas (or something else) between them. */
export const joined = (parts: Detail, by = ", "): Detail => parts.flatMap((part, i) => (i === 0 ? [part] : [by, part]));

/**
 * A step of a plan. Operators push rows: `build` joins an operator to what comes after it and returns the function that
 * starts it. Values lie in the slots of the one row of the execution; an operator writes its own slots and calls `next`.
 */
export interface Operator {
  readonly name: string;
  readonly detail: Detail;
  /** Where its rows come from, and for Optional and its like the plan run for each of them. */
  readonly sources: readonly Operator[];
  /** Rows the planner expects it to give. */
  readonly estimate: number;
  readonly counts: { rows: number; hits: number };
  readonly build: (run: Execution, next: Step) => Step;
}

/** Makes an operator. */
export function operator(
  name: string,
  detail: Detail,
  sources: readonly Operator[],
  estimate: number,
  build: (run: Execution, next: Step, counts: Operator["counts"]) => Step,
): Operator {
  const counts = { rows: 0, hits: 0 };
  return {
    name,
    detail,
    sources,
    estimate,
    counts,
    build(run, next) {
      if (!run.profiling) return build(run, next, counts);
      return build(
        run,
        () => {
          counts.rows++;
          return next();
        },
        counts,
      );
    },
  };
}

/** The beginning of every plan: one row with what is known so far. */
export const argument = (): Operator => operator("Argument", [], [], 1, (_run, next) => next);
