import type { LogicalQuery } from "./logical.ts";
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

/** What a plan looks like, and after PROFILE what it did. */
export function describePlan(
  text: string,
  plans: readonly Operator[],
  { parts: [{ columns }], unionAll }: LogicalQuery,
  profiled: boolean,
): PlanNode {
  const sources = plans.map((plan) => describeOperator(text, plan, profiled));
  const total = (read: (node: PlanNode) => number) => sources.reduce((sum, part) => sum + read(part), 0);
  return {
    operator: unionAll === null ? "Result" : unionAll ? "UnionAll" : "Union",
    detail: columns.map((column) => column.name).join(", "),
    estimate: total((part) => part.estimate),
    ...(profiled ? { rows: total((part) => part.rows!), hits: 0 } : {}),
    sources,
  };
}

function describeOperator(text: string, of: Operator, profiled: boolean): PlanNode {
  return {
    operator: of.name,
    detail: of.detail
      .map((part) => (typeof part === "string" ? part : text.slice(part.start, part.end)))
      .join("")
      .replace(/\s+/g, " "),
    estimate: of.estimate,
    ...(profiled ? { rows: of.counts.rows, hits: of.counts.hits } : {}),
    sources: of.sources.map((source) => describeOperator(text, source, profiled)),
  };
}
