import type { Operator } from "./operator.ts";

/** One operator of a plan, as EXPLAIN and PROFILE show it; the last one, which gives the result, is the plan's root. */
export interface PlanNode {
  readonly operator: string;
  readonly detail: string;
  /** Rows expected. */
  readonly estimate: number;
  /** Rows given, with PROFILE. */
  readonly rows?: number;
  /** Nodes and relationships looked at, with PROFILE. */
  readonly hits?: number;
  readonly sources: readonly PlanNode[];
}

/** What an operator and those it takes its rows from look like, and after PROFILE what they did. */
export function describePlan(text: string, of: Operator, profiled: boolean): PlanNode {
  return {
    operator: of.name,
    detail: of.detail
      .map((part) => (typeof part === "string" ? part : text.slice(part.start, part.end)))
      .join("")
      .replace(/\s+/g, " "),
    estimate: of.estimate,
    ...(profiled ? of.counts : {}),
    sources: of.sources.map((source) => describePlan(text, source, profiled)),
  };
}
