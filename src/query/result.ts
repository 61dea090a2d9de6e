import type { GraphIndex } from "./graph-index.ts";
import { keysOf } from "./graph-index.ts";
import { fromOutside, NodeValue, PathValue, RelationshipValue, TemporalValue, type Value, Whole } from "./values.ts";

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
  if (value instanceof NodeValue) return nodeResult(index, value.id);
  if (value instanceof RelationshipValue) return relationshipResult(index, value.id);
  if (value instanceof PathValue)
    return {
      nodes: value.nodes.map((id) => nodeResult(index, id)),
      relationships: value.relationships.map((id) => relationshipResult(index, id)),
    };
  if (value instanceof TemporalValue) return value.toString();
  if (Array.isArray(value)) return value.map((item) => toResult(index, item));
  const entries = Object.entries(value as Record<string, Value>);
  return Object.fromEntries(entries.map(([key, item]) => [key, toResult(index, item)]));
}

function nodeResult(index: GraphIndex, id: number): ResultNode {
  return {
    node: index.nodeKeys[id],
    labels: index.labelsOf(id),
    properties: propertiesResult(index, index.nodeAttributes[id]),
  };
}

function relationshipResult(index: GraphIndex, id: number): ResultRelationship {
  return {
    relationship: index.relationshipKeys[id],
    type: index.types[index.typeOf[id]],
    source: index.nodeKeys[index.sources[id]],
    target: index.nodeKeys[index.targets[id]],
    properties: propertiesResult(index, index.relationshipAttributes[id]),
  };
}

function propertiesResult(index: GraphIndex, attributes: Record<string, unknown>): Record<string, ResultValue> {
  return Object.fromEntries(keysOf(attributes).map((key) => [key, toResult(index, fromOutside(attributes[key]))]));
}
