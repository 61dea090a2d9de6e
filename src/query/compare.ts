import {
  isNumeric,
  type Kind,
  kindOf,
  NodeValue,
  PathValue,
  plainNumber,
  RelationshipValue,
  TemporalValue,
  toNumber,
  type Value,
  Whole,
} from "./values.ts";

/** Equality, comparability and orderability of the openCypher specification (CIP2016-06-14). */

/** True, false, or null where it cannot be known. */
export type Ternary = boolean | null;

/** `=`: null where it cannot be known. NaN equals nothing. */
export function equals(a: Value, b: Value): Ternary {
  if (a === null || b === null) return null;
  if (typeof a === "string" || typeof b === "string" || typeof a === "boolean" || typeof b === "boolean")
    return a === b;
  if (typeof a === "number" && typeof b === "number") return a === b;
  if (isNumeric(a)) return isNumeric(b) && compareNumbers(a, b) === 0;
  if (Array.isArray(a)) return Array.isArray(b) ? equalLists(a, b) : false;
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return false;
  if (kind === "map") return equalMaps(a as Record<string, Value>, b as Record<string, Value>);
  return a instanceof TemporalValue ? a.equals(b as TemporalValue) : order(a, b) === 0;
}

function equalLists(a: readonly Value[], b: readonly Value[]): Ternary {
  if (a.length !== b.length) return false;
  let result: Ternary = true;
  for (let i = 0; i < a.length; i++) {
    const same = equals(a[i], b[i]);
    if (same === false) return false;
    if (same === null) result = null;
  }
  return result;
}

function equalMaps(a: Record<string, Value>, b: Record<string, Value>): Ternary {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
  const values = (map: Record<string, Value>) => keys.map((key) => map[key]);
  return equalLists(values(a), values(b));
}

/** Numbers by value, whatever their type; NaN for what involves NaN. */
export function compareNumbers(a: Value, b: Value): number {
  // JavaScript compares a bigint with a number exactly
  const [x, y] = [plainNumber(a), plainNumber(b)];
  return x < y ? -1 : x > y ? 1 : x >= y ? 0 : Number.NaN;
}

const compareTexts = (a: string, b: string): number => {
  if (a === b) return 0;
  // UTF-16 order differs from code point order where surrogates meet the end of the basic plane
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      x = x >= 0xe000 ? x - 0x800 : x + 0x2000;
      y = y >= 0xe000 ? y - 0x800 : y + 0x2000;
    }
    return x - y;
  }
  return a.length - b.length;
};

function comparePaths(a: PathValue, b: PathValue): number {
  const flatten = (path: PathValue) => path.nodes.flatMap((node, i) => [node, path.relationships[i] ?? -1]);
  return orderLists(flatten(a), flatten(b));
}

/**
 * `<` and its kin: negative, zero, positive; null where the two cannot be compared, NaN where every comparison is false.
 */
export function compare(a: Value, b: Value): number | null {
  if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  const kind = kindOf(a);
  return kind === kindOf(b) && /^boolean$|date|time/.test(kind) ? order(a, b) : null;
}

function compareLists(a: readonly Value[], b: readonly Value[]): number | null {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (equals(a[i], b[i]) === true) continue;
    return compare(a[i], b[i]);
  }
  return a.length - b.length;
}

/** Kinds in the order of their values; integers and floats are one. */
const KINDS =
  "map node relationship list path datetime localdatetime date time localtime duration string boolean float null";
const RANKS = Object.fromEntries(KINDS.split(" ").map((kind, rank) => [kind, rank])) as Record<Kind, number>;
RANKS.integer = RANKS.float;

/** The order of ORDER BY, min and max: total over all values; null comes last, NaN after the other numbers. */
export function order(a: Value, b: Value): number {
  if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
  if (typeof a === "number" && typeof b === "number" && a === b) return 0;
  const [kindA, kindB] = [kindOf(a), kindOf(b)];
  const ranks = RANKS[kindA] - RANKS[kindB];
  if (ranks !== 0) return ranks;
  switch (kindA) {
    case "null":
      return 0;
    case "integer":
    case "float": {
      const result = compareNumbers(a, b);
      if (!Number.isNaN(result)) return result;
      return Number(Number.isNaN(toNumber(a))) - Number(Number.isNaN(toNumber(b)));
    }
    case "boolean":
      return Number(a) - Number(b);
    case "list":
      return orderLists(a as Value[], b as Value[]);
    case "map":
      return orderMaps(a as Record<string, Value>, b as Record<string, Value>);
    case "node":
    case "relationship":
      return (a as NodeValue).id - (b as NodeValue).id;
    case "path":
      return comparePaths(a as PathValue, b as PathValue);
    default:
      return (a as TemporalValue).compare(b as TemporalValue);
  }
}

function orderLists(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const result = order(a[i], b[i]);
    if (result !== 0) return result;
  }
  return a.length - b.length;
}

function orderMaps(a: Record<string, Value>, b: Record<string, Value>): number {
  const [keysA, keysB] = [Object.keys(a).sort(compareTexts), Object.keys(b).sort(compareTexts)];
  return (
    keysA.length - keysB.length ||
    orderLists(keysA, keysB) ||
    orderLists(
      keysA.map((key) => a[key]),
      keysB.map((key) => b[key]),
    )
  );
}

/**
 * A primitive that two values share exactly when they are the same for DISTINCT and grouping: null is null there, NaN is
 * NaN, 1 is 1.0. Strings are their own keys; those of other values begin with U+0000, and so do those of the rare strings
 * that begin so.
 */
export function keyOf(value: Value): string | number | boolean | null {
  switch (typeof value) {
    case "string":
      return value.charCodeAt(0) === 0 ? `\0s${value}` : value;
    case "number":
      return value === 0 ? 0 : value;
    case "boolean":
      return value;
    case "bigint":
      return `\0i${value}`;
  }
  if (value === null || value === undefined) return null;
  if (value instanceof Whole) return value.value === 0 ? 0 : value.value;
  return `\0${textKey(value)}`;
}

function textKey(value: object): string {
  if (value instanceof NodeValue) return `n${value.id}`;
  if (value instanceof RelationshipValue) return `r${value.id}`;
  if (value instanceof PathValue) return `p${value.nodes.join()};${value.relationships.join()}`;
  if (value instanceof TemporalValue) return `${value.temporal} ${value}`;
  if (Array.isArray(value)) return `[${value.map(partOfKey).join()}]`;
  const map = value as Record<string, Value>;
  const entries = Object.keys(map).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${partOfKey(map[key])}`).join()}}`;
}

const partOfKey = (value: Value): string => {
  const key = keyOf(value);
  return typeof key === "string" ? JSON.stringify(key) : typeof key === "number" ? `#${key}` : String(key);
};

/** One key for several values. */
export function keyOfRow(values: readonly Value[]): string | number | boolean | null {
  return values.length === 1 ? keyOf(values[0]) : values.map(partOfKey).join();
}
