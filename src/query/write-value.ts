import { type QueryError, type QueryErrorCode, runtimeError } from "./errors.ts";
import {
  isInteger,
  isNumeric,
  kindOf,
  NodeValue,
  PathValue,
  RelationshipValue,
  TemporalValue,
  toNumber,
  type Value,
} from "./values.ts";

/** A float as text: 1.0, 1.5, 1.0E21, NaN, Infinity. */
export function writeFloat(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return "-0.0";
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e21 || size < 1e-6)) {
    const [digits, exponent] = value.toExponential().split("e");
    return `${digits.includes(".") ? digits : `${digits}.0`}E${Number(exponent)}`;
  }
  const text = String(value);
  return text.includes(".") ? text : `${text}.0`;
}

/** A value in the notation of the language, shortened for messages and plans when longer than `most` characters. */
export function writeValue(value: Value, most = 60): string {
  const text = write(value, 3);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Says that something takes other values than the one it got. */
export function mismatch(
  taker: string,
  wanted: string,
  value: Value,
  code: QueryErrorCode = "TypeError",
  detail = "InvalidArgumentType",
): QueryError {
  return runtimeError(code, detail, `${taker} takes ${wanted}, found ${kindOf(value)} ${writeValue(value)}`);
}

function write(value: Value, depth: number): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return `'${value.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n")}'`;
  if (typeof value === "boolean" || isInteger(value)) return String(value);
  if (isNumeric(value)) return writeFloat(toNumber(value));
  if (value instanceof TemporalValue) return `${value.temporal}('${value}')`;
  if (value instanceof NodeValue) return "(a node)";
  if (value instanceof RelationshipValue) return "[a relationship]";
  if (value instanceof PathValue) return `(a path of ${value.relationships.length})`;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth - 1)).join(", ")}]`;
  const entries = Object.entries(value as Record<string, Value>);
  return `{${entries.map(([key, item]) => `${key}: ${write(item, depth - 1)}`).join(", ")}}`;
}
