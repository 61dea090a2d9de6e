import type { NameUse } from "./analyse.ts";
import type { GraphIndex } from "./graph-index.ts";
import { nearest, question } from "./suggest.ts";

/** Something that a query names and the graph does not have: no mistake as such, but often a typing error. */
export interface Notification {
  readonly code: "UnknownLabel" | "UnknownType" | "UnknownProperty";
  readonly name: string;
  readonly message: string;
  /** The name the graph has that is most like it, or null. */
  readonly suggestion: string | null;
  /** Span in the query. */
  readonly start: number;
  readonly end: number;
}

/** By what a name is used for: the code of its notification, and the word for it. */
const WHAT = {
  property: ["UnknownProperty", "property"],
  type: ["UnknownType", "relationship type"],
  label: ["UnknownLabel", "label"],
  either: ["UnknownLabel", "label"],
} as const;

/** Looks up the labels, types and properties that a query names. */
export function unknownNames(index: GraphIndex, names: readonly NameUse[]): Notification[] {
  if (index.order === 0) return [];
  const found: Notification[] = [];
  let properties: readonly string[] | null = null;
  for (const { name, of, start, end } of names) {
    const known = of === "property" ? (properties ??= index.propertyKeys()) : namesOf(index, of);
    if (known.includes(name)) continue;
    const suggestion = nearest(name, known);
    const [code, what] = WHAT[of];
    const message = `the graph has no ${what} ${name}${question(suggestion)}`;
    found.push({ code, name, suggestion, start, end, message });
  }
  return found;
}

function namesOf(index: GraphIndex, of: "label" | "type" | "either"): readonly string[] {
  return of === "label" ? index.labels : of === "type" ? index.types : [...index.labels, ...index.types];
}
