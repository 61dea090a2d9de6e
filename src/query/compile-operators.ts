import { type Arithmetic, arithmetic, negate } from "./arithmetic.ts";
import { compare, equals, type Ternary } from "./compare.ts";
import { compileExpression, type Evaluate } from "./compile.ts";
import type { Execution } from "./execution.ts";
import { compileRegularExpression } from "./regular-expression.ts";
import { isElement } from "./scope.ts";
import type { Binary, BinaryOperator, Comparison, ComparisonOperator, Unary } from "./syntax.ts";
import { isNumeric, type Value } from "./values.ts";
import { mismatch } from "./write-value.ts";

type Combine = (a: Value, b: Value) => Value;

export function needBoolean(value: Value): Ternary {
  if (value === null || typeof value === "boolean") return value;
  throw mismatch("a condition", "true, false or null", value);
}

export function needList(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  throw mismatch("this place", "a list", value);
}

const not = (value: Ternary): Ternary => (value === null ? null : !value);

export function compileUnary(run: Execution, { operator, operand: of }: Unary): Evaluate {
  const operand = compileExpression(run, of);
  if (operator === "-") return () => negate(operand());
  if (operator === "NOT") return () => not(needBoolean(operand()));
  return () => {
    const value = operand();
    if (value !== null && !isNumeric(value)) throw mismatch("+", "a number", value);
    return value;
  };
}

const textTest =
  (method: "startsWith" | "endsWith" | "includes"): Combine =>
  (a, b) =>
    typeof a === "string" && typeof b === "string" ? a[method](b) : null;

/** The operators that need no more than the values on both sides. */
const COMBINE: Partial<Record<BinaryOperator, Combine>> = {
  XOR(a, b) {
    const [left, right] = [needBoolean(a), needBoolean(b)];
    return left === null || right === null ? null : left !== right;
  },
  IN: isIn,
  "STARTS WITH": textTest("startsWith"),
  "ENDS WITH": textTest("endsWith"),
  CONTAINS: textTest("includes"),
};

export function compileBinary(run: Execution, { operator, left, right }: Binary): Evaluate {
  const [a, b] = [compileExpression(run, left), compileExpression(run, right)];
  if (operator === "AND" || operator === "OR") return compileConnective(operator === "OR", a, b);
  const combine =
    operator === "=~" ? compileRegularExpression() : (COMBINE[operator] ?? arithmetic(operator as Arithmetic));
  if (/WITH|CONTAINS/.test(operator)) return () => combine(a(), b());
  return () => run.weigh(combine(run.weigh(a()), run.weigh(b())));
}

/** AND and OR: the value that decides (false, or true) is not waited for once the left side has it. */
function compileConnective(decides: boolean, left: Evaluate, right: Evaluate): Evaluate {
  return () => {
    const a = needBoolean(left());
    if (a === decides) return decides;
    const b = needBoolean(right());
    return b === decides ? decides : a === null || b === null ? null : !decides;
  };
}

function isIn(value: Value, list: Value): Ternary {
  if (list === null) return null;
  let result: Ternary = false;
  for (const item of needList(list)) {
    const same = equals(value, item);
    if (same === true) return true;
    if (same === null) result = null;
  }
  return result;
}

function holds(operator: ComparisonOperator, a: Value, b: Value): Ternary {
  if (operator === "=") return equals(a, b);
  if (operator === "<>") return not(equals(a, b));
  const result = compare(a, b);
  if (result === null) return null;
  if (operator === "<") return result < 0;
  if (operator === "<=") return result <= 0;
  return operator === ">" ? result > 0 : result >= 0;
}

export function compileComparison(run: Execution, of: Comparison): Evaluate {
  const first = compileExpression(run, of.first);
  const rest = of.rest.map(([operator, operand]) => [operator, compileExpression(run, operand)] as const);
  if (rest.length === 1) {
    const [[operator, second]] = rest;
    return compileIdentity(run, of) ?? (() => holds(operator, first(), second()));
  }
  return () => {
    let left = first();
    let result: Ternary = true;
    for (const [operator, operand] of rest) {
      const right = operand();
      const one = holds(operator, left, right);
      if (one === false) return false;
      if (one === null) result = null;
      left = right;
    }
    return result;
  };
}

/** `a = b` and `a <> b` of two nodes or two relationships, which are numbers in their slots. */
function compileIdentity({ row }: Execution, { first, rest: [[operator, second]] }: Comparison): Evaluate | null {
  if (first.type !== "variable" || second.type !== "variable" || !/^(?:=|<>)$/.test(operator)) return null;
  const [a, b] = [first.binding!, second.binding!];
  if (a.form !== b.form || !isElement(a.form)) return null;
  const wanted = operator === "=";
  return () => (row[a.slot] === null || row[b.slot] === null ? null : (row[a.slot] === row[b.slot]) === wanted);
}
