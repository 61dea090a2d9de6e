import { type QueryError, runtimeError } from "./errors.ts";
import { integer, isInteger, isNumeric, kindOf, TemporalValue, toNumber, type Value, Whole } from "./values.ts";
import { writeValue } from "./write-value.ts";

type Operator = "+" | "-" | "*" | "/" | "%" | "^";

function cannot(operator: Operator, a: Value, b: Value): QueryError {
  return runtimeError(
    "TypeError",
    "InvalidArgumentType",
    `${operator} does not take ${kindOf(a)} and ${kindOf(b)}: ${writeValue(a)} ${operator} ${writeValue(b)}`,
  );
}

const bothSafe = (a: Value, b: Value): boolean => Number.isSafeInteger(a) && Number.isSafeInteger(b);

export function add(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (bothSafe(a, b)) return Number.isSafeInteger(sum) ? sum : integer(BigInt(a) + BigInt(b));
    return Whole.of(sum);
  }
  if (typeof a === "string" && typeof b === "string") return a + b;
  if (Array.isArray(a)) return Array.isArray(b) ? [...a, ...b] : [...a, b];
  if (Array.isArray(b)) return [a, ...b];
  if (isNumeric(a) && isNumeric(b))
    return isInteger(a) && isInteger(b) ? integer(BigInt(a) + BigInt(b)) : Whole.of(toNumber(a) + toNumber(b));
  if (typeof a === "string" && isText(b)) return a + textOf(b);
  if (typeof b === "string" && isText(a)) return textOf(a) + b;
  return addTemporal(a, b, 1) ?? fail("+", a, b);
}

const fail = (operator: Operator, a: Value, b: Value): never => {
  throw cannot(operator, a, b);
};

/** What can be joined to a string with +. */
const isText = (value: Value): boolean =>
  isNumeric(value) || typeof value === "boolean" || value instanceof TemporalValue;

const textOf = (value: Value): string => (value instanceof TemporalValue ? value.toString() : writeValue(value));

function addTemporal(a: Value, b: Value, sign: 1 | -1): Value | undefined {
  if (a instanceof TemporalValue) {
    const sum = a.add(b, sign);
    if (sum !== undefined) return sum;
  }
  return sign === 1 && b instanceof TemporalValue ? b.add(a, 1) : undefined;
}

export function subtract(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (bothSafe(a, b)) return Number.isSafeInteger(difference) ? difference : integer(BigInt(a) - BigInt(b));
    return Whole.of(difference);
  }
  if (!isNumeric(a) || !isNumeric(b)) return addTemporal(a, b, -1) ?? fail("-", a, b);
  return isInteger(a) && isInteger(b) ? integer(BigInt(a) - BigInt(b)) : Whole.of(toNumber(a) - toNumber(b));
}

export function multiply(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (!isNumeric(a) || !isNumeric(b)) {
    if (a instanceof TemporalValue && isNumeric(b)) return a.scale(toNumber(b)) ?? fail("*", a, b);
    if (b instanceof TemporalValue && isNumeric(a)) return b.scale(toNumber(a)) ?? fail("*", a, b);
    return fail("*", a, b);
  }
  if (!isInteger(a) || !isInteger(b)) return Whole.of(toNumber(a) * toNumber(b));
  const product = Number(a) * Number(b);
  return bothSafe(a, b) && Number.isSafeInteger(product) ? product + 0 : integer(BigInt(a) * BigInt(b));
}

export function divide(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (a instanceof TemporalValue && isNumeric(b)) return a.scale(1 / toNumber(b)) ?? fail("/", a, b);
  if (!isNumeric(a) || !isNumeric(b)) return fail("/", a, b);
  if (!isInteger(a) || !isInteger(b)) return Whole.of(toNumber(a) / toNumber(b));
  if (Number(b) === 0) throw runtimeError("ArithmeticError", "DivisionByZero", "integer division by zero");
  return bothSafe(a, b) ? Math.trunc(Number(a) / Number(b)) + 0 : integer(BigInt(a) / BigInt(b));
}

export function remainder(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (!isNumeric(a) || !isNumeric(b)) return fail("%", a, b);
  if (!isInteger(a) || !isInteger(b)) return Whole.of(toNumber(a) % toNumber(b));
  if (Number(b) === 0) throw runtimeError("ArithmeticError", "DivisionByZero", "integer division by zero");
  return bothSafe(a, b) ? (Number(a) % Number(b)) + 0 : integer(BigInt(a) % BigInt(b));
}

/** Always a float. */
export function power(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  return isNumeric(a) && isNumeric(b) ? Whole.of(toNumber(a) ** toNumber(b)) : fail("^", a, b);
}

export function negate(a: Value): Value {
  if (a === null) return null;
  if (isInteger(a)) return typeof a === "bigint" ? integer(-a) : -a + 0;
  if (isNumeric(a)) return Whole.of(-toNumber(a));
  return (a instanceof TemporalValue ? a.scale(-1) : undefined) ?? fail("-", 0, a);
}
