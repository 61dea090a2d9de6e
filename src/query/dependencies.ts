import type { Variable } from "./scope.ts";
import type { Expression } from "./syntax.ts";
import { visit } from "./tree.ts";

/** Every variable that an expression refers to, those of the patterns and subqueries in it too. */
export function dependenciesOf(expression: Expression): Variable[] {
  const found = new Map<number, Variable>();
  visit(expression, (part) => {
    if (part.type === "variable" && part.binding) found.set(part.binding.slot, part.binding);
  });
  return [...found.values()];
}
