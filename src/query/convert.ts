import type { QueryError } from "./errors.ts";
import {
  GREATEST_INTEGER,
  integer,
  integerFromText,
  isInteger,
  isNumeric,
  LEAST_INTEGER,
  TemporalValue,
  toNumber,
  type Value,
  Whole,
} from "./values.ts";
import { mismatch, writeFloat } from "./write-value.ts";

const cannot = (name: string, value: Value): QueryError =>
  mismatch(name, "numbers, strings and the like", value, "TypeError", "InvalidArgumentValue");

/** Null for a string that is no number. @throws QueryError for what is neither string, number nor boolean. */
export function toInteger(value: Value): Value {
  if (isInteger(value)) return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string") return integerFromString(value.trim());
  if (!isNumeric(value)) throw cannot("toInteger", value);
  const whole = Math.trunc(toNumber(value)) + 0;
  if (Number.isNaN(whole)) return null;
  if (Math.abs(whole) < 2 ** 63) return integer(BigInt(whole));
  return whole < 0 ? LEAST_INTEGER : GREATEST_INTEGER;
}

function integerFromString(text: string): Value {
  if (/^[+-]?\d+$/.test(text)) return integerFromText(text.replace("+", ""));
  const float = floatFromString(text);
  return Number.isFinite(float) && Math.abs(float) < 2 ** 63 ? toInteger(Whole.of(float)) : null;
}

const floatFromString = (text: string): number =>
  /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|Infinity)$/.test(text) ? Number(text) : Number.NaN;

/** Null for a string that is no number. */
export function toFloat(value: Value): Value {
  if (isNumeric(value)) return Whole.of(toNumber(value));
  if (typeof value !== "string") throw cannot("toFloat", value);
  const float = floatFromString(value.trim());
  if (Number.isNaN(float)) return value.trim() === "NaN" ? float : null;
  return Whole.of(float);
}

/** Null for a string that is neither true nor false. */
export function toBoolean(value: Value): Value {
  if (typeof value === "boolean") return value;
  if (isInteger(value)) return Number(value) !== 0;
  if (typeof value !== "string") throw cannot("toBoolean", value);
  const word = value.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
}

export function toText(value: Value): Value {
  if (typeof value === "string") return value;
  if (isInteger(value) || typeof value === "boolean") return String(value);
  if (isNumeric(value)) return writeFloat(toNumber(value));
  if (value instanceof TemporalValue) return value.toString();
  throw cannot("toString", value);
}
