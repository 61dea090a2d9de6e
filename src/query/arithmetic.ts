import { toText } from "./convert.ts";
import { runtimeError } from "./errors.ts";
import { integer, isInteger, isNumeric, kindOf, TemporalValue, toNumber, type Value, Whole } from "./values.ts";
import { mismatch } from "./write-value.ts";

export type Arithmetic = "+" | "-" | "*" | "/" | "%" | "^";

/** The operators of numbers. JavaScript's take two bigints as well as two numbers. */
// biome-ignore lint/suspicious/noExplicitAny: both are bigint, or both are numbers
const COMPUTE: Readonly<Record<Arithmetic, (a: any, b: any) => any>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "^": (a, b) => a ** b,
};

/** What an arithmetic operator makes of two values: integers of two integers, but for `^`, which always gives a float. */
export function arithmetic(operator: Arithmetic): (a: Value, b: Value) => Value {
  const compute = COMPUTE[operator];
  const divides = operator === "/" || operator === "%";
  return (a, b) => {
    if (a === null || b === null) return null;
    if (!isNumeric(a) || !isNumeric(b)) return combine(operator, a, b);
    if (operator === "^" || !isInteger(a) || !isInteger(b)) return Whole.of(compute(toNumber(a), toNumber(b)));
    if (divides && Number(b) === 0) throw runtimeError("ArithmeticError", "DivisionByZero", "integer division by zero");
    // 0 is added because integers have no negative zero
    const result = Math.trunc(compute(Number(a), Number(b))) + 0;
    const isExact = [a, b, result].every(Number.isSafeInteger);
    return isExact ? result : integer(compute(BigInt(a), BigInt(b)));
  };
}

export const add = arithmetic("+");
export const divide = arithmetic("/");
const multiply = arithmetic("*");

export const negate = (a: Value): Value => multiply(-1, a);

/** Whether a value can be joined to a string by `+`. */
const isText = (value: Value): boolean => !/^(?:list|map|node|relationship|path)$/.test(kindOf(value));

/** What the operators do where one value at least is no number: join lists and texts, reckon with dates and durations. */
function combine(operator: Arithmetic, a: Value, b: Value): Value {
  if (operator === "+") {
    if (Array.isArray(a)) return [...a, ...(Array.isArray(b) ? b : [b])];
    if (Array.isArray(b)) return [a, ...b];
    if ((typeof a === "string" && isText(b)) || (typeof b === "string" && isText(a))) return `${toText(a)}${toText(b)}`;
  }
  const result =
    (a instanceof TemporalValue ? a.combine(operator, b, false) : undefined) ??
    (b instanceof TemporalValue ? b.combine(operator, a, true) : undefined);
  if (result === undefined) throw mismatch(`${operator} beside a ${kindOf(a)}`, "a value that suits it", b);
  return result;
}
