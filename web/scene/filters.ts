import type { OnRecordGraph } from "../../src/graph/index.ts";
import { speakerOf } from "../detail/ties.ts";

/** Filters on statements beside their kind; all of them must hold. Empty lists and nulls let everything through. */
export interface Filters {
  readonly speakers: readonly string[];
  readonly articles: readonly string[];
  readonly outlets: readonly string[];
  /** First and last day of publication, ISO 8601, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** At least so sure, 0…1. */
  readonly sure: number | null;
  /** Whether the source has a name. */
  readonly source: "named" | "unnamed" | null;
}

export const NO_FILTERS: Filters = {
  speakers: [],
  articles: [],
  outlets: [],
  from: null,
  to: null,
  sure: null,
  source: null,
};

export function isFiltering(filters: Filters): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}

/** The statements that pass; null where nothing is filtered, and all do. */
export function passingStatements(graph: OnRecordGraph, filters: Filters): ReadonlySet<string> | null {
  if (!isFiltering(filters)) return null;
  const passing = new Set<string>();
  graph.forEachNode((key, { kind }) => {
    if (kind === "Statement" && passes(graph, key, filters)) passing.add(key);
  });
  return passing;
}

function passes(graph: OnRecordGraph, statement: string, filters: Filters): boolean {
  const { speakers, articles, outlets, from, to, sure, source } = filters;
  const node = graph.getNodeAttributes(statement);
  if (node.kind !== "Statement") return false;
  if (sure !== null && node.confidence < sure) return false;
  if (articles.length > 0 && !articles.includes(node.article)) return false;
  const article = graph.hasNode(node.article) ? graph.getNodeAttributes(node.article) : null;
  const { date = "", outlet = "" } = article?.kind === "Article" ? article : {};
  if (outlets.length > 0 && !outlets.includes(outlet)) return false;
  if (from !== null && (date === "" || date < from)) return false;
  if (to !== null && (date === "" || date > to)) return false;
  if (speakers.length === 0 && source === null) return true;
  const speaker = speakerOf(graph, statement);
  if (speaker === null) return false;
  if (speakers.length > 0 && !speakers.includes(speaker)) return false;
  const { unnamed } = graph.getNodeAttributes(speaker) as { unnamed?: boolean };
  return source === null || (source === "unnamed") === (unnamed ?? false);
}

/** What the passing statements touch: themselves, who said them, what they name, and their articles. */
export function touchedBy(graph: OnRecordGraph, passing: ReadonlySet<string>): ReadonlySet<string> {
  const touched = new Set(passing);
  for (const statement of passing)
    graph.forEachEdge(statement, (_, { kind }, source, target) => {
      if (kind === "ECHOES") return;
      touched.add(source);
      touched.add(target);
    });
  return touched;
}
