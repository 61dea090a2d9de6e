import type { AbstractGraph, Attributes } from "graphology-types";
import { keyOf } from "./compare.ts";
import { remembered } from "./remembered.ts";
import { fromOutside, isMap, NodeValue, newMap, type Value } from "./values.ts";

/** A graph with whatever attributes; labels and types are read from the attribute `kind`. */
export type QueryGraph = AbstractGraph<Attributes, Attributes, Attributes>;

/** The attribute that holds a node's labels (a string or a list of strings) and a relationship's type (a string). */
export const KIND = "kind";

/**
 * The relationships of every node in one direction. Those of node `n` stand at `offsets[n]` … `offsets[n + 1]`, sorted by
 * type.
 */
export interface Adjacency {
  readonly offsets: Int32Array;
  readonly relationships: Int32Array;
  readonly neighbours: Int32Array;
}

const NONE: readonly number[] = [];

/**
 * A Graphology graph by numbers: nodes and relationships are counted from 0 in the graph's own order, their labels, types
 * and neighbours lie in typed arrays. Attributes are the graph's own objects and so always current.
 */
export class GraphIndex {
  readonly nodeKeys: string[] = [];
  readonly nodeAttributes: Attributes[] = [];
  readonly relationshipKeys: string[] = [];
  readonly relationshipAttributes: Attributes[] = [];
  /** Label names by number. */
  readonly labels: string[] = [];
  /** The sets of labels that nodes have, as numbers of labels; `labelSetOf` names each node's set. */
  readonly labelSets: number[][] = [];
  readonly labelSetOf: Int32Array;
  /** Relationship types by number. */
  readonly types: string[] = [];
  readonly typeOf: Uint16Array;
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
  /** The columns made so far. */
  readonly columns = new Map<string, readonly Value[]>();
  /** Rises whenever attributes change: what is derived from them is to be made again. */
  revision = 0;
  readonly #nodeIds = new Map<string, number>();
  readonly #nodesByLabel = new Map<string, Int32Array>();
  readonly #valueIndexes = new Map<string, Map<unknown, number[]>>();
  #keys: readonly string[] | null = null;
  #degreeSums: Readonly<Record<"out" | "in", Float64Array>> | null = null;

  constructor(readonly graph: QueryGraph) {
    this.labelSetOf = new Int32Array(graph.order);
    this.typeOf = new Uint16Array(graph.size);
    this.sources = new Int32Array(graph.size);
    this.targets = new Int32Array(graph.size);
    this.#readNodes();
    this.#readRelationships();
    const ids = new Int32Array(this.size).map((_, id) => id);
    const byType = adjacency(this.types.length, ids, this.typeOf, this.targets).relationships;
    this.outgoing = adjacency(graph.order, byType, this.sources, this.targets);
    this.incoming = adjacency(graph.order, byType, this.targets, this.sources);
  }

  get order(): number {
    return this.nodeKeys.length;
  }

  get size(): number {
    return this.relationshipKeys.length;
  }

  #readNodes(): void {
    const labelIds = new Map<string, number>();
    const setIds = new Map<unknown, number>();
    this.graph.forEachNode((key, attributes) => {
      const id = this.nodeKeys.push(key) - 1;
      this.nodeAttributes.push(attributes);
      this.#nodeIds.set(key, id);
      const kind: unknown = attributes[KIND];
      const setKey = typeof kind === "string" ? kind : Array.isArray(kind) ? kind.join("\0\0") : null;
      let set = setIds.get(setKey);
      if (set === undefined) {
        const names = new Set(labelsFrom(kind));
        set = this.labelSets.push([...names].map((name) => intern(name, labelIds, this.labels))) - 1;
        setIds.set(setKey, set);
      }
      this.labelSetOf[id] = set;
    });
  }

  #readRelationships(): void {
    const typeIds = new Map<string, number>();
    this.graph.forEachEdge((key, attributes, source, target) => {
      const id = this.relationshipKeys.push(key) - 1;
      this.relationshipAttributes.push(attributes);
      this.sources[id] = this.#nodeIds.get(source)!;
      this.targets[id] = this.#nodeIds.get(target)!;
      this.typeOf[id] = intern(String(attributes[KIND] ?? ""), typeIds, this.types);
    });
  }

  /** The number of the node with a key, or undefined. */
  nodeId(key: string): number | undefined {
    return this.#nodeIds.get(key);
  }

  labelsOf(node: number): string[] {
    return this.labelSets[this.labelSetOf[node]].map((label) => this.labels[label]);
  }

  /** A property's value; null where there is none. */
  nodeProperty(node: number, key: string): Value {
    return property(this.nodeAttributes[node], key);
  }

  /** Puts the values of a property side by side, by number of node: where many are read, that is what takes the time. */
  makeColumn(key: string): readonly Value[] {
    const column = this.nodeAttributes.map((attributes) => property(attributes, key));
    this.columns.set(key, column);
    return column;
  }

  relationshipProperty(relationship: number, key: string): Value {
    return property(this.relationshipAttributes[relationship], key);
  }

  /** Everything that a node or relationship has, by name; a map is its own. */
  propertiesOf(of: Value): Record<string, Value> {
    if (isMap(of)) return of;
    const { id } = of as NodeValue;
    const attributes = of instanceof NodeValue ? this.nodeAttributes[id] : this.relationshipAttributes[id];
    const map = newMap();
    for (const key of keysOf(attributes)) map[key] = fromOutside(attributes[key]);
    return map;
  }

  /** The nodes that carry a label, ascending. */
  nodesWithLabel(label: string): Int32Array {
    return remembered(this.#nodesByLabel, label, () => {
      const id = this.labels.indexOf(label);
      const carries = this.labelSets.map((set) => set.includes(id));
      const found: number[] = [];
      if (id >= 0) for (let node = 0; node < this.order; node++) if (carries[this.labelSetOf[node]]) found.push(node);
      return Int32Array.from(found);
    });
  }

  /** How many nodes carry a label; all without one. */
  countNodes(label: string | null): number {
    return label === null ? this.order : this.nodesWithLabel(label).length;
  }

  /**
   * The nodes (of a label) whose property equals a value, from an index built at the first question. Null where the value
   * is of a kind that is not indexed: lists, maps and the like.
   */
  nodesWithValue(label: string | null, key: string, value: Value): readonly number[] | null {
    if (typeof value !== "string" && typeof value !== "boolean" && !(typeof value === "number" && !Number.isNaN(value)))
      return null;
    const name = `${label ?? ""}\0${label === null}\0${key}`;
    const index = remembered(this.#valueIndexes, name, () => this.#indexValues(label, key));
    return index.get(keyOf(value)) ?? NONE;
  }

  #indexValues(label: string | null, key: string): Map<unknown, number[]> {
    const index = new Map<unknown, number[]>();
    const add = (node: number): void => {
      const value = this.nodeProperty(node, key);
      if (value === null) return;
      remembered<unknown, number[]>(index, keyOf(value), () => []).push(node);
    };
    if (label === null) for (let node = 0; node < this.order; node++) add(node);
    else this.nodesWithLabel(label).forEach(add);
    return index;
  }

  /**
   * How many relationships leave (or reach) the nodes of a label; null stands for all nodes.
   * @param types by number of type: 1 where it counts; null where all do
   */
  countRelationships(label: string | null, types: Uint8Array | null, direction: "out" | "in"): number {
    const labelId = label === null ? this.labels.length : this.labels.indexOf(label);
    if (labelId < 0) return 0;
    this.#degreeSums ??= { out: this.#sumDegrees(this.sources), in: this.#sumDegrees(this.targets) };
    const from = labelId * this.types.length;
    const sums = this.#degreeSums[direction].subarray(from, from + this.types.length);
    return sums.reduce((sum, count, type) => sum + (types ? types[type] : 1) * count, 0);
  }

  /** Relationships by label of their end and by type; the last row counts every relationship once. */
  #sumDegrees(ends: Int32Array): Float64Array {
    const width = this.types.length;
    const sums = new Float64Array((this.labels.length + 1) * width);
    for (let id = 0; id < this.size; id++) {
      const type = this.typeOf[id];
      sums[this.labels.length * width + type]++;
      for (const label of this.labelSets[this.labelSetOf[ends[id]]]) sums[label * width + type]++;
    }
    return sums;
  }

  /** Every name of a property that a node or relationship has, sorted. */
  propertyKeys(): readonly string[] {
    if (this.#keys) return this.#keys;
    const keys = new Set<string>();
    for (const all of [this.nodeAttributes, this.relationshipAttributes])
      for (const attributes of all) for (const key of keysOf(attributes)) keys.add(key);
    this.#keys = [...keys].sort();
    return this.#keys;
  }

  /** Takes note that attributes were set, merged or removed: what was derived from them is made again when needed. */
  attributesChanged(): void {
    this.revision++;
    this.#keys = null;
    this.#valueIndexes.clear();
    this.columns.clear();
  }
}

function intern(name: string, ids: Map<string, number>, names: string[]): number {
  let id = ids.get(name);
  if (id === undefined) {
    id = names.push(name) - 1;
    ids.set(name, id);
  }
  return id;
}

/** Sorts relationships by what is at one end of each (or by type), and keeps their order otherwise. */
function adjacency(count: number, sorted: Int32Array, from: Int32Array | Uint16Array, to: Int32Array): Adjacency {
  const offsets = new Int32Array(count + 1);
  for (const id of sorted) offsets[from[id] + 1]++;
  for (let i = 0; i < count; i++) offsets[i + 1] += offsets[i];
  const places = offsets.slice();
  const relationships = new Int32Array(sorted.length);
  const neighbours = new Int32Array(sorted.length);
  for (const id of sorted) {
    const place = places[from[id]]++;
    relationships[place] = id;
    neighbours[place] = to[id];
  }
  return { offsets, relationships, neighbours };
}

/** The labels among what an attribute `kind` holds. */
const labelsFrom = (kind: unknown): string[] =>
  [kind].flat().filter((label): label is string => typeof label === "string");

function property(attributes: Attributes, key: string): Value {
  if (key === KIND) return null;
  const value: unknown = attributes[key];
  if (typeof value === "string") return value;
  return value === undefined || !Object.hasOwn(attributes, key) ? null : fromOutside(value);
}

/** The names of the properties among attributes. */
export function keysOf(attributes: Attributes): string[] {
  return Object.keys(attributes).filter(
    (key) => key !== KIND && attributes[key] !== undefined && attributes[key] !== null,
  );
}
