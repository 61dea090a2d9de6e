import { useEffect, useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { useExplorer } from "../state/store.ts";
import { type Search, searchInSlices } from "./search-index.ts";

/** One index a graph, for as long as the graph is kept. */
const indexes = new WeakMap<OnRecordGraph, Promise<Search>>();

/** The search over a graph, made when it is first wanted. */
export function searchOf(graph: OnRecordGraph): Promise<Search> {
  const known = indexes.get(graph);
  if (known !== undefined) return known;
  const made = searchInSlices(graph, new AbortController().signal);
  indexes.set(graph, made);
  return made;
}

/**
 * The search over the graph on the page; null while it is made.
 *
 * @param wanted whether to make it now.
 */
export function useSearch(wanted: boolean): Search | null {
  const graph = useExplorer((state) => state.graph);
  const [made, setMade] = useState<{ readonly graph: OnRecordGraph; readonly search: Search } | null>(null);
  useEffect(() => {
    if (graph === null || !wanted) return;
    let gone = false;
    void searchOf(graph).then((search) => !gone && setMade({ graph, search }));
    return () => {
      gone = true;
    };
  }, [graph, wanted]);
  return made !== null && made.graph === graph ? made.search : null;
}
