import { runtimeError } from "./errors.ts";

/**
 * The engine's values. Null, booleans and strings are JavaScript's. An integer is a safe JavaScript integer, or a bigint
 * beyond 2^53; every other number is a float, and a float that happens to be whole is a `Whole`, so that 1 and 1.0 stay
 * apart (`1 / 2` is 0, `1.0 / 2` is 0.5). Lists are arrays, maps are objects, the rest are the classes below.
 */
export type Value = unknown;

/** A float without a fraction, within the range of safe integers. */
export class Whole {
  constructor(readonly value: number) {}
  /** The value that stands for a float. */
  static of(value: number): number | Whole {
    return Number.isSafeInteger(value) ? new Whole(value) : value;
  }
}

export class NodeValue {
  constructor(readonly id: number) {}
}

export class RelationshipValue {
  constructor(readonly id: number) {}
}

/** Nodes and relationships in order of travel: one node more than relationships. */
export class PathValue {
  constructor(
    readonly nodes: readonly number[],
    readonly relationships: readonly number[],
  ) {}
}

export type TemporalKind = "datetime" | "localdatetime" | "date" | "time" | "localtime" | "duration";

/** A date, a time or a duration: what the engine has to know of them while the temporal part is not loaded. */
export abstract class TemporalValue {
  abstract readonly temporal: TemporalKind;
  /** The value of an accessor such as `year`; undefined where there is none of that name. */
  abstract get(property: string): Value | undefined;
  /** ISO 8601. */
  abstract toString(): string;
  /** Less than, equal to or more than zero; of two values of the same kind. Orders durations by their average length. */
  abstract compare(other: TemporalValue): number;
  abstract equals(other: TemporalValue): boolean;
  /** What an arithmetic operator makes of it and another value, before which or (`isSecond`) behind which it stands. */
  abstract combine(operator: string, other: Value, isSecond: boolean): Value | undefined;
}

export type Kind =
  | "null"
  | "boolean"
  | "integer"
  | "float"
  | "string"
  | "list"
  | "map"
  | "node"
  | "relationship"
  | "path"
  | TemporalKind;

export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case "boolean":
    case "string":
      return typeof value as Kind;
    case "number":
      return Number.isSafeInteger(value) ? "integer" : "float";
    case "bigint":
      return "integer";
  }
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "list";
  if (value instanceof Whole) return "float";
  if (value instanceof NodeValue) return "node";
  if (value instanceof RelationshipValue) return "relationship";
  if (value instanceof PathValue) return "path";
  return value instanceof TemporalValue ? value.temporal : "map";
}

export const isMap = (value: Value): value is Record<string, Value> => kindOf(value) === "map";

export const isNumeric = (value: Value): boolean =>
  typeof value === "number" || typeof value === "bigint" || value instanceof Whole;

/** Whether a value is an integer of the language. */
export const isInteger = (value: Value): value is number | bigint =>
  typeof value === "bigint" || (typeof value === "number" && Number.isSafeInteger(value));

/** A number of the language as JavaScript's, exactly. */
export const plainNumber = (value: Value): number | bigint =>
  value instanceof Whole ? value.value : (value as number | bigint);

/** The JavaScript number nearest to a number of the language. */
export const toNumber = (value: Value): number => Number(plainNumber(value));

export const LEAST_INTEGER = -(2n ** 63n);
export const GREATEST_INTEGER = ~LEAST_INTEGER;

/** An integer in its shortest form. @throws QueryError when it does not fit into 64 bits. */
export function integer(value: bigint): number | bigint {
  const result = shortened(value);
  if (result === null) throw runtimeError("ArithmeticError", "IntegerOverflow", `${value} does not fit into 64 bits`);
  return result;
}

function shortened(value: bigint): number | bigint | null {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  return value < LEAST_INTEGER || value > GREATEST_INTEGER ? null : value;
}

/** Reads a written integer (decimal, 0x, 0o); null when it does not fit into 64 bits. */
export function integerFromText(text: string): number | bigint | null {
  const negative = text.startsWith("-");
  const digits = (negative ? text.slice(1) : text).toLowerCase();
  return shortened(negative ? -BigInt(digits) : BigInt(digits));
}

/** A map without a prototype, so that no key is special. */
export const newMap = (): Record<string, Value> => Object.create(null) as Record<string, Value>;

/** A value from outside (an attribute or a parameter) as the engine's: undefined is null, dates are their ISO strings. */
export function fromOutside(value: unknown): Value {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return value === 0 ? (Object.is(value, -0) ? new Whole(-0) : 0) : value;
    case "bigint":
      return integer(value);
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(fromOutside);
      if (value instanceof Date) return value.toISOString();
      return kindOf(value) === "map" ? mapFromOutside(value) : value;
    default:
      return null;
  }
}

function mapFromOutside(value: object): Value {
  const map = newMap();
  for (const [key, item] of value instanceof Map ? value : Object.entries(value))
    if (item !== undefined) map[String(key)] = fromOutside(item);
  return map;
}
