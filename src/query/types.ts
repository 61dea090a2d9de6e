import type { Kind } from "./values.ts";

/**
 * What the checks know of an expression's value before it is run. `any` is no knowledge; `number` an integer or a float.
 * Every type but `null` also allows null.
 */
export interface Type {
  readonly kind: Kind | "any" | "number" | "temporal";
  /** Of a list: the type of its items. */
  readonly item?: Type;
}

/** The type of a kind, without more to say. */
export const type = (kind: Type["kind"]): Type => ({ kind });

export const ANY = type("any");

export const listOf = (item: Type): Type => ({ kind: "list", item });

/** The kinds that are taken together, by the name of the whole. */
const FAMILIES: Partial<Record<Type["kind"], readonly string[]>> = {
  number: ["integer", "float"],
  temporal: ["date", "time", "localtime", "datetime", "localdatetime", "duration"],
};
export const isOf = (kind: Type["kind"], family: Type["kind"]): boolean => FAMILIES[family]?.includes(kind) ?? false;

/** Whether a value of the type can be of one of the kinds. Null fits everywhere. */
export function fits({ kind }: Type, ...wanted: Type["kind"][]): boolean {
  if (kind === "any" || kind === "null") return true;
  return wanted.some((other) => other === "any" || other === kind || isOf(kind, other) || isOf(other, kind));
}

/** Whether values of the type are numbers. */
export const isNumberType = ({ kind }: Type): boolean => kind === "number" || isOf(kind, "number");

/** Whether anything is known of a type's values. */
export const isKnownType = ({ kind }: Type): boolean => kind !== "any" && kind !== "null";

/** The type of a list's items. */
export const itemOf = ({ item = ANY }: Type): Type => (item.kind === "null" ? ANY : item);

/** The narrowest type that takes both. */
export function union(a: Type, b: Type): Type {
  if (a === b || b.kind === "null") return a;
  if (a.kind === "null") return b;
  if (a.kind === "list" && b.kind === "list") return listOf(union(a.item ?? ANY, b.item ?? ANY));
  if (a.kind === b.kind) return a;
  return isNumberType(a) && isNumberType(b) ? type("number") : ANY;
}

/** A type in words, for messages. */
export function describeType(of: Type): string {
  return of.kind === "list" && of.item && of.item.kind !== "any" ? `list of ${describeType(of.item)}` : of.kind;
}
