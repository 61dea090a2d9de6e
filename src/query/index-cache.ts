import { GraphIndex, KIND, type QueryGraph } from "./graph-index.ts";

interface Entry {
  index: GraphIndex | null;
  /** Nodes and edges whose attribute objects were replaced since the index was made; null for all of them. */
  readonly nodes: Set<string | null>;
  readonly edges: Set<string | null>;
}

const entries = new WeakMap<QueryGraph, Entry>();

/**
 * The index of a graph: made at the first query, kept while the graph's events say that it still holds, and made anew
 * after nodes, edges, labels or types changed.
 */
export function indexOf(graph: QueryGraph): GraphIndex {
  let entry = entries.get(graph);
  if (!entry) {
    entry = { index: null, nodes: new Set(), edges: new Set() };
    listen(graph, entry);
    entries.set(graph, entry);
  }
  const fresh = entry.index === null;
  entry.index ??= new GraphIndex(graph);
  for (const [of, changed] of [["node", entry.nodes] as const, ["edge", entry.edges] as const]) {
    if (!fresh && changed.size > 0) {
      if (changed.has(null) || changed.size > 8) entry.index.refreshAttributes(of, null);
      else for (const key of changed) entry.index.refreshAttributes(of, key);
    }
    changed.clear();
  }
  return entry.index;
}

function listen(graph: QueryGraph, entry: Entry): void {
  const rebuild = (): void => {
    entry.index = null;
  };
  for (const event of ["nodeAdded", "edgeAdded", "nodeDropped", "edgeDropped", "cleared", "edgesCleared"] as const)
    graph.on(event, rebuild);
  const changed = (keys: Set<string | null>, key: string | null, names: readonly PropertyKey[] | null): void => {
    if (names === null || names.includes(KIND)) rebuild();
    else keys.add(key);
  };
  graph.on("nodeAttributesUpdated", (event) => changed(entry.nodes, event.key, namesOf(event)));
  graph.on("edgeAttributesUpdated", (event) => changed(entry.edges, event.key, namesOf(event)));
  graph.on("eachNodeAttributesUpdated", ({ hints }) => changed(entry.nodes, null, hints?.attributes ?? null));
  graph.on("eachEdgeAttributesUpdated", ({ hints }) => changed(entry.edges, null, hints?.attributes ?? null));
}

/** The attributes an update touched; null when it may be any. */
function namesOf(event: { type: string; name?: PropertyKey; data?: object }): readonly PropertyKey[] | null {
  if (event.type === "set" || event.type === "remove") return event.name === undefined ? null : [event.name];
  return event.type === "merge" && event.data ? Object.keys(event.data) : null;
}
