import type { Variable } from "./scope.ts";
import type { Expression, LabelExpression } from "./syntax.ts";

/** What an expression introduces or is tied to, which is no part of it. */
const NAMES = ["variable", "accumulator", "binding"];

const isExpression = (value: unknown): value is Expression =>
  typeof value === "object" && value !== null && "type" in value;

/** A copy of an expression with each of its direct parts replaced; patterns and subqueries are left as they are. */
export function mapChildren(expression: Expression, replace: (child: Expression) => Expression): Expression {
  const deep = (value: unknown): unknown =>
    isExpression(value) ? replace(value) : Array.isArray(value) ? value.map(deep) : value;
  const parts = Object.entries(expression).map(([key, part]) => [key, NAMES.includes(key) ? part : deep(part)]);
  return Object.fromEntries(parts) as Expression;
}

/** A text that two expressions share exactly when they are the same but for spaces, brackets and the case of words. */
export function identityOf(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === "start" || key === "end" || key === "binding") return undefined;
    if (typeof value === "bigint") return `${value}n`;
    const name = isExpression(value) && value.type === "call" ? value.name.toLowerCase() : null;
    return name === null ? value : { ...(value as object), name };
  });
}

/** Visits an expression or a whole query and every expression in it, those of patterns and subqueries too. */
export function visit(part: unknown, see: (part: Expression) => void): void {
  if (Array.isArray(part)) for (const item of part) visit(item, see);
  else if (typeof part === "object" && part !== null) {
    if (isExpression(part)) see(part);
    for (const [key, value] of Object.entries(part)) if (key !== "binding") visit(value, see);
  }
}

/** Whether an expression is nothing but a variable. */
export const isReference = (expression: Expression | null | undefined, to: Variable): boolean =>
  expression?.type === "variable" && expression.binding?.slot === to.slot;

/** The parts of a condition joined by AND. */
export function conjuncts(condition: Expression | null): Expression[] {
  if (!condition) return [];
  return condition.type === "binary" && condition.operator === "AND"
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];
}

/** The names in a label expression, with their places. */
export function labelNames(labels: LabelExpression | null): { name: string; start: number; end: number }[] {
  if (!labels || labels.kind === "any") return [];
  if (labels.kind === "name") return [labels];
  return labels.kind === "not" ? labelNames(labels.operand) : [...labelNames(labels.left), ...labelNames(labels.right)];
}
