import type { OnRecordGraph } from "../../src/graph/index.ts";
import {
  EDGE_KINDS,
  type EdgeKind,
  NODE_KINDS,
  type NodeKind,
  STATEMENT_KINDS,
  type StatementKind,
} from "../../src/model/index.ts";
import { formatShortDay } from "../article/dates.ts";
import type { View } from "../state/view.ts";
import { text } from "../text.ts";
import { toggleFacet } from "./facets.ts";

/** A filter that is set, in words, and the view without it. */
export interface Chip {
  readonly label: string;
  readonly without: Partial<View>;
}

/** Every filter of a view. */
export function chipsOf(graph: OnRecordGraph, { hidden, filters }: View): Chip[] {
  const nameOf = (key: string) => (graph.hasNode(key) ? graph.getNodeAttribute(key, "label") : key);
  const chips: Chip[] = hidden.map((kind) => ({
    label: text.filters.without(kindName(kind)),
    without: { hidden: hidden.filter((other) => other !== kind) },
  }));
  for (const name of ["speakers", "articles", "outlets"] as const)
    for (const value of filters[name])
      chips.push({
        label: name === "outlets" ? value : nameOf(value),
        without: { filters: toggleFacet(filters, name, value) },
      });
  const { from, to, sure, source } = filters;
  if (from !== null || to !== null)
    chips.push({ label: spanOf(from, to), without: { filters: { ...filters, from: null, to: null } } });
  if (sure !== null)
    chips.push({
      label: text.filters.atLeast(`${Math.round(sure * 100)} %`),
      without: { filters: { ...filters, sure: null } },
    });
  if (source !== null) chips.push({ label: text.filters[source], without: { filters: { ...filters, source: null } } });
  return chips;
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
