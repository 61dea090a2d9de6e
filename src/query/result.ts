import type { GraphIndex } from "./graph-index.ts";
import { NodeValue, PathValue, RelationshipValue, TemporalValue, type Value, Whole } from "./values.ts";

export interface ResultNode {
  /** Its key in the graph. */
  readonly node: string;
  readonly labels: string[];
  readonly properties: Record<string, ResultValue>;
}
export interface ResultRelationship {
  /** Its key in the graph. */
  readonly relationship: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Record<string, ResultValue>;
}
export interface ResultPath {
  readonly nodes: ResultNode[];
  readonly relationships: ResultRelationship[];
}
/** A value of a result. Integers beyond 2^53 are bigint; dates, times and durations are their ISO 8601 strings. */
export type ResultValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | ResultNode
  | ResultRelationship
  | ResultPath
  | readonly ResultValue[]
  | { readonly [key: string]: ResultValue };

/** A value as it leaves the engine. */
export function toResult(index: GraphIndex, value: Value): ResultValue {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
      return value;
  }
  if (value === null || value === undefined) return null;
  if (value instanceof Whole) return value.value;
  if (value instanceof NodeValue) return nodeResult(index, value);
  if (value instanceof RelationshipValue) return relationshipResult(index, value);
  if (value instanceof PathValue)
    return {
      nodes: value.nodes.map((id) => nodeResult(index, new NodeValue(id))),
      relationships: value.relationships.map((id) => relationshipResult(index, new RelationshipValue(id))),
    };
  if (value instanceof TemporalValue) return value.toString();
  if (Array.isArray(value)) return value.map((item) => toResult(index, item));
  const entries = Object.entries(value as Record<string, Value>);
  return Object.fromEntries(entries.map(([key, item]) => [key, toResult(index, item)]));
}

function nodeResult(index: GraphIndex, value: NodeValue): ResultNode {
  return { node: index.nodeKeys[value.id], labels: index.labelsOf(value.id), properties: propertiesOf(index, value) };
}

function relationshipResult(index: GraphIndex, value: RelationshipValue): ResultRelationship {
  const { id } = value;
  return {
    relationship: index.relationshipKeys[id],
    type: index.types[index.typeOf[id]],
    source: index.nodeKeys[index.sources[id]],
    target: index.nodeKeys[index.targets[id]],
    properties: propertiesOf(index, value),
  };
}

/** The properties of an element, or the entries of a map, as they leave the engine. */
function propertiesOf(index: GraphIndex, of: Value): Record<string, ResultValue> {
  const entries = Object.entries(index.propertiesOf(of));
  return Object.fromEntries(entries.map(([key, item]) => [key, toResult(index, item)]));
}
