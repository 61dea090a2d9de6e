import { compileExpression, type Evaluate } from "./compile.ts";
import type { QueryErrorCode } from "./errors.ts";
import type { Execution } from "./execution.ts";
import { functions } from "./functions-library.ts";
import type { FunctionCall } from "./syntax.ts";
import { fits, type Type, type } from "./types.ts";
import { kindOf, type Value } from "./values.ts";
import { mismatch } from "./write-value.ts";

/** Turns the call of a scalar function into a function that computes it. */
export function compileCall(run: Execution, of: FunctionCall): Evaluate {
  const called = functions.find(of.name)!;
  const parameters = of.parameters!.map((parameter) => compileExpression(run, parameter));
  const { context } = run;
  return () => {
    const values = parameters.map((parameter) => run.weigh(parameter()));
    if (!called.takesNull && values.includes(null)) return null;
    for (let i = 0; i < values.length; i++)
      checkKind(called.name, called.parameters[Math.min(i, called.parameters.length - 1)], values[i]);
    return run.weigh(called.run!(context, values));
  };
}

/** @throws QueryError where a value is of none of the kinds wanted; null always fits */
export function checkKind(taker: string, wanted: readonly Type["kind"][], value: Value, code?: QueryErrorCode): void {
  if (wanted[0] !== "any" && !fits(type(kindOf(value)), ...wanted))
    throw mismatch(taker, wanted.join(" or "), value, code);
}
