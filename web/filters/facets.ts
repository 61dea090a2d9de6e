import type { OnRecordGraph } from "../../src/graph/index.ts";
import { speakerOf } from "../detail/ties.ts";
import type { Filters } from "../scene/filters.ts";

/** A value a facet can be set to. */
export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** Statements it has. */
  readonly count: number;
}

/** The facets that are lists of values. */
export type FacetName = "speakers" | "outlets" | "articles";

/** The values of each facet, the most frequent first; one value alone is no choice and is left out. */
export function facetsOf(graph: OnRecordGraph): Readonly<Record<FacetName, readonly FacetOption[]>> {
  const counts = {
    speakers: new Map<string, number>(),
    outlets: new Map<string, number>(),
    articles: new Map<string, number>(),
  };
  const count = (name: FacetName, value: string | null | undefined) => {
    if (value) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  };
  graph.forEachNode((key, node) => {
    if (node.kind !== "Statement") return;
    count("speakers", speakerOf(graph, key));
    count("articles", node.article);
    const article = graph.hasNode(node.article) ? graph.getNodeAttributes(node.article) : null;
    count("outlets", article?.kind === "Article" ? article.outlet : null);
  });
  const options = (name: FacetName): FacetOption[] => {
    const label = (value: string) => (name === "outlets" ? value : graph.getNodeAttribute(value, "label"));
    const all = [...counts[name]].map(([value, number]) => ({ value, label: label(value), count: number }));
    if (all.length < 2) return [];
    return all.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  };
  return { speakers: options("speakers"), outlets: options("outlets"), articles: options("articles") };
}

/** The filters with one value of a facet put in or taken out. */
export function toggleFacet(filters: Filters, name: FacetName, value: string): Filters {
  const now = filters[name];
  return { ...filters, [name]: now.includes(value) ? now.filter((other) => other !== value) : [...now, value] };
}
