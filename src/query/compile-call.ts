import { compileExpression, type Evaluate } from "./compile.ts";
import type { Execution } from "./execution.ts";
import type { QueryFunction } from "./functions.ts";
import { functions } from "./functions-library.ts";
import type { FunctionCall } from "./syntax.ts";
import { fits, type } from "./types.ts";
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
    checkKinds(called, values);
    return run.weigh(called.run!(context, values));
  };
}

function checkKinds(called: QueryFunction, values: readonly Value[]): void {
  for (let i = 0; i < values.length; i++) {
    const wanted = called.parameters[Math.min(i, called.parameters.length - 1)];
    const kind = kindOf(values[i]);
    if (wanted[0] !== "any" && !wanted.includes(kind) && !fits(type(kind), ...wanted))
      throw mismatch(called.name, wanted.join(" or "), values[i]);
  }
}
