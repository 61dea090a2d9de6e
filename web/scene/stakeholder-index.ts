import { stakeholderNetwork } from "../../src/analysis/stakeholders.ts";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { type Filters, filtersStakeholders } from "./filters.ts";

/** A part of the graph whose stakeholders are tied among themselves and to no other. */
export interface Component {
  /** The key of the one tied to most others. */
  readonly id: string;
  readonly name: string;
  readonly order: number;
}

/** How the stakeholders of a graph are tied, as arrays of numbers; a stakeholder is its place in `keys`. */
export interface StakeholderIndex {
  readonly keys: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Those each is tied to stand in `neighbours` from `starts[i]` up to `starts[i + 1]`, each once. */
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
  /** The component of each, a place in `components`. */
  readonly componentOf: Uint32Array;
  /** The largest first. */
  readonly components: readonly Component[];
  readonly mostTies: number;
}

const indexes = new WeakMap<OnRecordGraph, StakeholderIndex>();

/** The index of a graph, made when it is first asked for. */
export function stakeholderIndex(graph: OnRecordGraph): StakeholderIndex {
  let index = indexes.get(graph);
  if (index === undefined) indexes.set(graph, (index = makeIndex(graph)));
  return index;
}

function makeIndex(graph: OnRecordGraph): StakeholderIndex {
  const { keys, names, sources, targets } = stakeholderNetwork(graph);
  const others: Set<number>[] = keys.map(() => new Set());
  for (let i = 0; i < sources.length; i++) {
    others[sources[i]].add(targets[i]);
    others[targets[i]].add(sources[i]);
  }
  const starts = new Uint32Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) starts[i + 1] = starts[i] + others[i].size;
  const neighbours = new Uint32Array(starts[keys.length]);
  others.forEach((set, i) => {
    neighbours.set([...set], starts[i]);
  });
  return {
    keys,
    numberOf: new Map(keys.map((key, number) => [key, number])),
    starts,
    neighbours,
    ...componentsOf(keys, names, starts, neighbours),
    mostTies: others.reduce((most, { size }) => Math.max(most, size), 0),
  };
}

function componentsOf(keys: readonly string[], names: readonly string[], starts: Uint32Array, neighbours: Uint32Array) {
  const found = new Int32Array(keys.length).fill(-1);
  const members: number[][] = [];
  for (let first = 0; first < keys.length; first++) {
    if (found[first] >= 0) continue;
    const queue = [first];
    found[first] = members.length;
    for (const node of queue)
      for (let at = starts[node]; at < starts[node + 1]; at++) {
        if (found[neighbours[at]] >= 0) continue;
        found[neighbours[at]] = members.length;
        queue.push(neighbours[at]);
      }
    members.push(queue);
  }
  const degree = (node: number) => starts[node + 1] - starts[node];
  const order = members.map((_, number) => number).sort((a, b) => members[b].length - members[a].length);
  const rank = new Uint32Array(members.length);
  order.forEach((number, place) => {
    rank[number] = place;
  });
  return {
    componentOf: Uint32Array.from(found, (number) => rank[number]),
    components: order.map((number) => {
      const strongest = members[number].reduce((best, node) => (degree(node) > degree(best) ? node : best));
      return { id: keys[strongest], name: names[strongest], order: members[number].length };
    }),
  };
}

/** How many ties a stakeholder has to others. */
export function degreeOf({ starts }: StakeholderIndex, number: number): number {
  return starts[number + 1] - starts[number];
}

/** How many steps each stakeholder is from a node, up to `most`; -1 beyond. From a statement or article, those it names are one step away. */
export function stepsFrom(graph: OnRecordGraph, key: string, most: number): Int32Array {
  const { keys, numberOf, starts, neighbours } = stakeholderIndex(graph);
  const steps = new Int32Array(keys.length).fill(-1);
  if (!graph.hasNode(key)) return steps;
  const queue: number[] = [];
  const reach = (number: number | undefined, step: number) => {
    if (number === undefined || steps[number] >= 0 || step > most) return;
    steps[number] = step;
    queue.push(number);
  };
  if (numberOf.has(key)) reach(numberOf.get(key), 0);
  else for (const other of graph.neighbors(key)) reach(numberOf.get(other), 1);
  for (const number of queue)
    for (let at = starts[number]; at < starts[number + 1]; at++) reach(neighbours[at], steps[number] + 1);
  return steps;
}

/**
 * The stakeholders that are let through by what they are; null where none is held back.
 *
 * @param communityOf the community of each stakeholder; communities are not filtered while it is null.
 */
export function keptStakeholders(
  graph: OnRecordGraph,
  filters: Filters,
  communityOf: ReadonlyMap<string, string> | null,
): ReadonlySet<string> | null {
  if (!filtersStakeholders(filters)) return null;
  const index = stakeholderIndex(graph);
  const { degree, components, communities, around, values } = filters;
  const tests: ((key: string, number: number) => boolean)[] = [];
  if (degree !== null) {
    const most = degree.most ?? Number.POSITIVE_INFINITY;
    tests.push((_, number) => {
      const ties = degreeOf(index, number);
      return ties >= degree.least && ties <= most;
    });
  }
  if (components.length > 0)
    tests.push((_, number) => components.includes(index.components[index.componentOf[number]].id));
  if (communities.length > 0 && communityOf !== null)
    tests.push((key) => communities.includes(communityOf.get(key) ?? ""));
  if (around !== null) {
    const steps = stepsFrom(graph, around.key, around.steps);
    tests.push((_, number) => steps[number] >= 0);
  }
  for (const attribute of new Set(values.map((value) => value.attribute))) {
    const wanted = values.filter((value) => value.attribute === attribute).map(({ value }) => isValue(value));
    tests.push((key) =>
      attributeValues(graph.getNodeAttributes(key), attribute).some((value) => wanted.some((is) => is(value))),
    );
  }
  return new Set(index.keys.filter((key, number) => tests.every((test) => test(key, number))));
}

/** The values of an attribute as texts: each of a list, none where it is absent. */
export function attributeValues(attributes: object, name: string): string[] {
  const value = (attributes as Record<string, unknown>)[name];
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** Asks for a value, or with `2..5` for numbers from one to another, both included. */
function isValue(wanted: string): (value: string) => boolean {
  const [, least, most] = /^(-?[\d.]+)\.\.(-?[\d.]+)$/.exec(wanted) ?? [];
  if (most === undefined) return (value) => value === wanted;
  return (value) => Number(value) >= Number(least) && Number(value) <= Number(most);
}
