import type { OnRecordGraph } from "../../src/graph/index.ts";
import {
  EDGE_KINDS,
  type EdgeKind,
  NODE_KINDS,
  type NodeKind,
  STATEMENT_KINDS,
  type StatementKind,
} from "../../src/model/index.ts";
import type { Analysis } from "../appearance/analysis.ts";
import { formatShortDay } from "../article/dates.ts";
import { type Filters, NO_FILTERS } from "../scene/filters.ts";
import type { View } from "../state/view.ts";
import { text } from "../text.ts";
import { facetLabel, LIST_FACETS, toggleFacet } from "./facets.ts";

/** A filter that is set, in words, and the view without it. */
export interface Chip {
  readonly label: string;
  readonly without: Partial<View>;
}

/** Every filter of a view. */
export function chipsOf(
  graph: OnRecordGraph,
  { hidden, filters }: Pick<View, "hidden" | "filters">,
  analysis: Analysis | null = null,
): Chip[] {
  const chip = (label: string, change: Partial<Filters>): Chip => ({
    label,
    without: { filters: { ...filters, ...change } },
  });
  const kinds = hidden.map((kind) => ({
    label: text.filters.without(kindName(kind)),
    without: { hidden: hidden.filter((other) => other !== kind) },
  }));
  return [
    ...kinds,
    ...wordChips(graph, filters),
    ...rangeChips(filters, chip),
    ...nodeChips(graph, filters, analysis, chip),
  ];
}

type MakeChip = (label: string, change: Partial<Filters>) => Chip;

function wordChips(graph: OnRecordGraph, filters: Filters): Chip[] {
  return LIST_FACETS.flatMap((facet): Chip[] => {
    if (facet === "speech") {
      if (filters.speech.join() === NO_FILTERS.speech.join()) return [];
      const label = filters.speech.length === 1 ? text.filters.speech(filters.speech[0]) : text.filters.speechAll;
      return [{ label, without: { filters: { ...filters, speech: NO_FILTERS.speech } } }];
    }
    return filters[facet].map((value) => ({
      label: facetLabel(graph, facet, value),
      without: { filters: toggleFacet(filters, facet, value) },
    }));
  });
}

function rangeChips({ from, to, sure, degree }: Filters, chip: MakeChip): Chip[] {
  const chips: Chip[] = [];
  if (from !== null || to !== null) chips.push(chip(spanOf(from, to), { from: null, to: null }));
  if (sure !== null) chips.push(chip(text.filters.atLeast(`${Math.round(sure * 100)} %`), { sure: null }));
  if (degree !== null) chips.push(chip(text.filters.degreeChip(degree.least, degree.most), { degree: null }));
  return chips;
}

function nodeChips(graph: OnRecordGraph, filters: Filters, analysis: Analysis | null, chip: MakeChip): Chip[] {
  const { components, communities, around, values } = filters;
  const nameOf = (key: string) => (graph.hasNode(key) ? graph.getNodeAttribute(key, "label") : key);
  const communityName = (id: string) =>
    analysis?.communities.find((community) => community.id === id)?.name ?? nameOf(id);
  return [
    ...components.map((id) => ({
      label: text.filters.component(nameOf(id)),
      without: { filters: toggleFacet(filters, "components", id) },
    })),
    ...communities.map((id) => ({
      label: communityName(id),
      without: { filters: toggleFacet(filters, "communities", id) },
    })),
    ...(around === null ? [] : [chip(text.filters.aroundChip(nameOf(around.key), around.steps), { around: null })]),
    ...values.map((one) =>
      chip(text.filters.values(one.attribute, one.value), { values: values.filter((other) => other !== one) }),
    ),
  ];
}

function spanOf(from: string | null, to: string | null): string {
  if (from === null) return text.filters.to(formatShortDay(to ?? ""));
  if (to === null) return text.filters.from(formatShortDay(from));
  return text.filters.between(formatShortDay(from), formatShortDay(to));
}

function kindName(kind: string): string {
  if (NODE_KINDS.includes(kind as NodeKind)) return text.kinds(kind as NodeKind).toLowerCase();
  if (STATEMENT_KINDS.includes(kind as StatementKind)) return text.statementKind(kind as StatementKind).toLowerCase();
  return EDGE_KINDS.includes(kind as EdgeKind) ? `“${text.edgeKind(kind as EdgeKind)}”` : kind;
}
