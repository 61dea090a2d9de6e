import type { OnRecordGraph } from "../../src/graph/index.ts";
import { pause } from "../data/slices.ts";
import { type Filters, NO_FILTERS } from "../scene/filters.ts";
import { type Sifted, sift } from "../scene/sift.ts";
import { stakeholderIndex } from "../scene/stakeholder-index.ts";
import { type Facet, type StatementIndex, statementIndex } from "../scene/statement-index.ts";
import { text } from "../text.ts";

/** A value a facet can be set to. */
export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** Statements that would be left if it alone were chosen here, all other filters as they are. */
  readonly count: number;
}

/** The facets that are lists of values, in the order they are shown. */
export const LIST_FACETS = [
  "speech",
  "speakers",
  "organizations",
  "outlets",
  "articles",
  "stances",
  "sources",
  "standings",
] as const;
export type ListFacet = (typeof LIST_FACETS)[number];

const all = new WeakMap<StatementIndex, Sifted>();

/** What nothing filtered leaves of each value. */
function unfiltered(index: StatementIndex): Sifted {
  let sifted = all.get(index);
  if (sifted === undefined) all.set(index, (sifted = sift(index, { ...NO_FILTERS, speech: [] })));
  return sifted;
}

/**
 * The values of a facet with what each would leave, the most frequent of the whole graph first, so that they stay where they are while
 * filters change; empty where there is no choice.
 */
export function facetOptions(graph: OnRecordGraph, facet: ListFacet, { counts }: Sifted): readonly FacetOption[] {
  const index = statementIndex(graph);
  const { values } = index.columns[facet];
  return rankedValues(index, facet).map((code) => ({
    value: values[code],
    label: facetLabel(graph, facet, values[code]),
    count: counts[facet][code],
  }));
}

/** Puts the values of every facet in order, in slices: once they are shown, that is done. */
export async function prepareFacets(graph: OnRecordGraph, signal: AbortSignal): Promise<void> {
  const index = statementIndex(graph);
  unfiltered(index);
  for (const facet of LIST_FACETS) {
    await pause();
    signal.throwIfAborted();
    rankedValues(index, facet);
  }
  await pause();
}

const ranked = new WeakMap<StatementIndex, Map<Facet, readonly number[]>>();

function rankedValues(index: StatementIndex, facet: ListFacet): readonly number[] {
  let known = ranked.get(index);
  if (known === undefined) ranked.set(index, (known = new Map()));
  let codes = known.get(facet);
  if (codes === undefined) {
    const { values } = index.columns[facet];
    const counts = unfiltered(index).counts[facet];
    const found = [...values.keys()].filter((code) => counts[code] > 0);
    codes = found.length < 2 ? [] : found.sort((a, b) => counts[b] - counts[a] || (values[a] < values[b] ? -1 : 1));
    known.set(facet, codes);
  }
  return codes;
}

/** A value of a facet in words. */
export function facetLabel(graph: OnRecordGraph, facet: ListFacet, value: string): string {
  switch (facet) {
    case "stances":
      return text.filters.stance(value as Filters["stances"][number]);
    case "speech":
      return text.filters.speech(value as Filters["speech"][number]);
    case "sources":
      return text.filters.source(value as Filters["sources"][number]);
    case "standings":
      return text.filters.standing(value as Filters["standings"][number]);
    case "outlets":
      return value;
    default:
      return graph.hasNode(value) ? graph.getNodeAttribute(value, "label") : value;
  }
}

/** The filters with one value of a facet put in or taken out. */
export function toggleFacet(filters: Filters, name: ListFacet | "components" | "communities", value: string): Filters {
  const now: readonly string[] = filters[name];
  return { ...filters, [name]: now.includes(value) ? now.filter((other) => other !== value) : [...now, value] };
}

/** What the share of confidence a statement must have at least would leave, from 0 to 100 by tens; empty where all are as sure. */
export function sureOptions(graph: OnRecordGraph, { counts }: Sifted): readonly { percent: number; count: number }[] {
  const index = statementIndex(graph);
  const totals = unfiltered(index).counts.sure;
  if (totals.filter((count) => count > 0).length < 2) return [];
  return Array.from({ length: 10 }, (_, step) => {
    const percent = step * 10;
    let count = 0;
    for (let share = percent; share <= 100; share++) count += counts.sure[share];
    return { percent, count };
  });
}

/** The parts of the graph that aren't tied to each other, without lone stakeholders; empty where there is only one. */
export function componentOptions(graph: OnRecordGraph): readonly FacetOption[] {
  const several = stakeholderIndex(graph).components.filter(({ order }) => order > 1);
  return several.length < 2 ? [] : several.map(({ id, name, order }) => ({ value: id, label: name, count: order }));
}
