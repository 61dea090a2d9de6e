import type { GraphIndex } from "./graph-index.ts";
import { remembered } from "./remembered.ts";
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

/** Writes values as they leave the engine. A node or relationship is the same object wherever a result holds it. */
export function resultWriter(index: GraphIndex): (value: Value) => ResultValue {
  const nodes = new Map<number, ResultNode>();
  const relationships = new Map<number, ResultRelationship>();
  const write = (value: Value): ResultValue => {
    if (value === null || value === undefined) return null;
    if (typeof value !== "object") return value as ResultValue;
    if (value instanceof Whole) return value.value;
    if (value instanceof NodeValue) return node(value.id);
    if (value instanceof RelationshipValue) return relationship(value.id);
    if (value instanceof PathValue)
      return { nodes: value.nodes.map(node), relationships: value.relationships.map(relationship) };
    if (value instanceof TemporalValue) return value.toString();
    return Array.isArray(value) ? value.map(write) : properties(value);
  };
  /** The properties of an element, or the entries of a map. */
  const properties = (of: Value): Record<string, ResultValue> =>
    Object.fromEntries(Object.entries(index.propertiesOf(of)).map(([key, item]) => [key, write(item)]));
  const node = (id: number): ResultNode => {
    return remembered(nodes, id, () => ({
      node: index.nodeKeys[id],
      labels: index.labelsOf(id),
      properties: properties(new NodeValue(id)),
    }));
  };
  const relationship = (id: number): ResultRelationship => {
    return remembered(relationships, id, () => ({
      relationship: index.relationshipKeys[id],
      type: index.types[index.typeOf[id]],
      source: index.nodeKeys[index.sources[id]],
      target: index.nodeKeys[index.targets[id]],
      properties: properties(new RelationshipValue(id)),
    }));
  };
  return write;
}
