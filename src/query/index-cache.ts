import { GraphIndex, KIND, type QueryGraph } from "./graph-index.ts";
import { remembered } from "./remembered.ts";

const indexes = new WeakMap<QueryGraph, { index: GraphIndex | null }>();

/**
 * The index of a graph: made at the first query, kept while the graph's events say that it still holds, and made anew
 * after nodes, edges, labels, types or whole sets of attributes changed.
 */
export function indexOf(graph: QueryGraph): GraphIndex {
  const entry = remembered(indexes, graph, () => listen(graph));
  entry.index ??= new GraphIndex(graph);
  return entry.index;
}

/** What an attribute event says: `set` and `remove` name one attribute, `merge` has an object of them. */
interface Update {
  readonly type: string;
  readonly name?: PropertyKey;
  readonly data?: object;
}

function listen(graph: QueryGraph): { index: GraphIndex | null } {
  const entry: { index: GraphIndex | null } = { index: null };
  const forget = (): void => {
    entry.index = null;
  };
  const update = ({ type, name, data }: Update): void => {
    const names = type === "merge" ? Object.keys(data ?? {}) : [name];
    // attributes that are replaced are other objects than those the index holds
    if (type === "replace" || names.includes(KIND) || names.includes(undefined)) forget();
    else entry.index?.attributesChanged();
  };
  for (const of of ["node", "edge"] as const) {
    graph.on(`${of}Added` as const, forget);
    graph.on(`${of}Dropped` as const, forget);
    graph.on(`${of}AttributesUpdated` as const, update);
  }
  for (const event of ["cleared", "edgesCleared", "eachNodeAttributesUpdated", "eachEdgeAttributesUpdated"] as const)
    graph.on(event, forget);
  return entry;
}
