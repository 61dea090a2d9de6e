import { equals } from "./compare.ts";
import { toBoolean, toFloat, toInteger, toText } from "./convert.ts";
import { runtimeError } from "./errors.ts";
import { LONGEST } from "./execution.ts";
import { FunctionTable } from "./functions.ts";
import { isInteger, NodeValue, type PathValue, RelationshipValue, toNumber, type Value, Whole } from "./values.ts";
import { mismatch } from "./write-value.ts";

/** The functions of openCypher 9 and, where they coincide with GQL's, those of ISO/IEC 39075. */
export const functions = new FunctionTable();
const define = functions.define.bind(functions);

const outOfRange = (message: string) => runtimeError("ArgumentError", "NumberOutOfRange", message);

const positive = (length: Value): number => {
  if (toNumber(length) < 0) throw outOfRange(`a place or a length in a string is not negative: ${toNumber(length)}`);
  return toNumber(length);
};

/** A string without what stands at its beginning: spaces, or any of the characters given. */
function trimStart(of: string, what?: string): string {
  if (what === undefined) return of.trimStart();
  const characters = [...of];
  const kept = characters.findIndex((character) => !what.includes(character));
  return kept < 0 ? "" : characters.slice(kept).join("");
}
const itemsOf = (of: Value): ArrayLike<unknown> =>
  typeof of === "string" || Array.isArray(of) ? of : Object.keys(of as object);
/** The characters of a string from one place to before another; from the end where they are negative. */
const part = (of: string, from: number, to?: number): string => [...of].slice(from, to).join("");
const reversed = (of: string): string => [...of].reverse().join("");
const trimEnd = (of: string, what?: string): string => reversed(trimStart(reversed(of), what));

// graph elements

define("labels(node): list of string", ({ index }, [node]) => index.labelsOf((node as NodeValue).id));
define("type(relationship): string", ({ index }, [relationship]) => {
  return index.types[index.typeOf[(relationship as RelationshipValue).id]];
});
define("id(node|relationship): integer", (_, [element]) => (element as NodeValue).id);
define("elementId(node|relationship): string", ({ index }, [element]) =>
  element instanceof NodeValue ? index.nodeKeys[element.id] : index.relationshipKeys[(element as RelationshipValue).id],
);
define(
  "startNode(relationship): node",
  ({ index }, [of]) => new NodeValue(index.sources[(of as RelationshipValue).id]),
);
define("endNode(relationship): node", ({ index }, [of]) => new NodeValue(index.targets[(of as RelationshipValue).id]));
define("nodes(path): list of node", (_, [path]) => (path as PathValue).nodes.map((id) => new NodeValue(id)));
define("relationships|rels(path): list of relationship", (_, [path]) =>
  (path as PathValue).relationships.map((id) => new RelationshipValue(id)),
);
define("length|path_length(path): integer", (_, [path]) => (path as PathValue).relationships.length);
define(
  "degree(node): integer",
  ({ index }, [node]) => degree(index.outgoing.offsets, node) + degree(index.incoming.offsets, node),
);
define("inDegree(node): integer", ({ index }, [node]) => degree(index.incoming.offsets, node));
define("outDegree(node): integer", ({ index }, [node]) => degree(index.outgoing.offsets, node));
const degree = (offsets: Int32Array, node: Value) =>
  offsets[(node as NodeValue).id + 1] - offsets[(node as NodeValue).id];

define("properties(map|node|relationship): map", ({ index }, [of]) => index.propertiesOf(of));
define("keys(map|node|relationship): list of string", ({ index }, [of]) => Object.keys(index.propertiesOf(of)));
define("exists!(any): boolean", (_, [value]) => value !== null);

// any value

define("coalesce!(any, any...): any", (_, values) => values.find((value) => value !== null) ?? null);
define("nullIf!(any, any): any", (_, [a, b]) => (equals(a, b) === true ? null : a));
define("size|cardinality(string|list|map): integer", (_, [of]) =>
  typeof of === "string" ? [...of].length : itemsOf(of).length,
);
define("isEmpty(string|list|map): boolean", (_, [of]) => itemsOf(of).length === 0);
define("reverse(string|list): any", (_, [of]) => (typeof of === "string" ? reversed(of) : [...of].reverse()));
define("rand(): float", ({ random }) => Whole.of(random()));
define("randomUUID(): string", ({ random }) =>
  "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => Math.floor(random() * 16).toString(16)),
);
define("timestamp(): integer", ({ now }) => now);

// conversion

define("toInteger(any): integer", (_, [value]) => toInteger(value));
define("toFloat(any): float", (_, [value]) => toFloat(value));
define("toBoolean(any): boolean", (_, [value]) => toBoolean(value));
define("toString(any): string", (_, [value]) => toText(value));
// lists

define("head(list): any", (_, [of]) => of[0] ?? null);
define("last(list): any", (_, [of]) => of.at(-1) ?? null);
define("tail(list): list", (_, [of]) => of.slice(1));
define("range!(any, any, any?): list of integer", (_, [from, to, step = 1]) => {
  for (const bound of [from, to, step])
    if (!isInteger(bound)) throw mismatch("range", "integers", bound, "ArgumentError");
  const [start, end, by] = [Number(from), Number(to), Number(step)];
  if (by === 0) throw outOfRange("range cannot go in steps of 0");
  const length = Math.max(0, Math.floor((end - start) / by) + 1);
  if (length > LONGEST) throw outOfRange(`range gives at most ${LONGEST} numbers, not ${length}`);
  return Array.from({ length }, (_unused, i) => start + i * by);
});

// strings

define("toUpper|upper(string): string", (_, [of]) => of.toUpperCase());
define("toLower|lower(string): string", (_, [of]) => of.toLowerCase());
define("char_length|character_length(string): integer", (_, [of]) => [...of].length);
define("trim(string): string", (_, [of]) => of.trim());
define("btrim(string, string?): string", (_, [of, what]) => trimEnd(trimStart(of, what), what));
define("ltrim(string, string?): string", (_, [of, what]) => trimStart(of, what));
define("rtrim(string, string?): string", (_, [of, what]) => trimEnd(of, what));
define("replace(string, string, string): string", (_, [of, what, by]) => of.replaceAll(what, () => by));
define("split(string, string|list): list of string", (_, [of, by]) => {
  const separators = Array.isArray(by) ? (by as string[]) : [by];
  return separators.reduce<string[]>((parts, separator) => parts.flatMap((part) => part.split(separator)), [of]);
});
define("substring(string, integer, integer?): string", (_, [of, from, length]) => {
  const first = positive(from);
  return part(of, first, length === undefined ? length : first + positive(length));
});
define("left(string, integer): string", (_, [of, length]) => part(of, 0, positive(length)));
define("right(string, integer): string", (_, [of, length]) => {
  const count = positive(length);
  return count === 0 ? "" : part(of, -count);
});

// mathematics

const float = (name: string, compute: (x: number) => number) =>
  define(`${name}(number): float`, (_, [x]) => Whole.of(compute(toNumber(x))));
for (const name of "exp log10 sqrt sin cos tan asin acos atan sinh cosh tanh floor".split(" ") as "exp"[])
  float(name, Math[name]);
float("log|ln", Math.log);
float("ceil|ceiling", Math.ceil);
float("cot", (x) => 1 / Math.tan(x));
float("coth", (x) => 1 / Math.tanh(x));
float("haversin", (x) => (1 - Math.cos(x)) / 2);
float("degrees", (x) => (x * 180) / Math.PI);
float("radians", (x) => (x * Math.PI) / 180);
define("atan2(number, number): float", (_, [y, x]) => Whole.of(Math.atan2(toNumber(y), toNumber(x))));
define("pi(): float", () => Math.PI);
define("e(): float", () => Math.E);
define("isNaN(number): boolean", (_, [x]) => Number.isNaN(toNumber(x)));
define("abs(number): number", (_, [x]) => {
  if (typeof x === "bigint") return x < 0n ? -x : x;
  return isInteger(x) ? Math.abs(x as number) : Whole.of(Math.abs(toNumber(x)));
});
define("sign(number): integer", (_, [x]) => (Number.isNaN(toNumber(x)) ? 0 : Math.sign(toNumber(x)) + 0));
define("round(number, integer?): float", (_, [x, precision]) => {
  if (precision === undefined) return Whole.of(Math.floor(toNumber(x) + 0.5));
  if (toNumber(precision) < 0 || toNumber(precision) > 300) throw outOfRange("round takes a precision from 0 to 300");
  return Whole.of(roundTo(toNumber(x), toNumber(precision)));
});

/** Rounds to so many digits as a person would write it, half away from zero. */
function roundTo(x: number, precision: number): number {
  if (!Number.isFinite(x) || Math.abs(x) >= 1e21) return x;
  const shift = (value: number, by: number) => {
    const [digits, exponent = "0"] = String(value).split("e");
    return Number(`${digits}e${Number(exponent) + by}`);
  };
  return Math.sign(x) * shift(Math.round(shift(Math.abs(x), precision)), -precision);
}

// aggregating functions: what they do stands in aggregates.ts

const AGGREGATES =
  "count(any): integer; sum(number|duration): any; avg(number|duration): any; min(any): any; max(any): any; " +
  "collect(any): list of any; stDev(number): float; stDevP(number): float; " +
  "percentileCont(number, any): float; percentileDisc(number, any): number";
for (const signature of AGGREGATES.split("; ")) define(signature);

export const isAggregate = (name: string): boolean => functions.find(name)?.run === null;
