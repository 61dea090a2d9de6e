import type { LogicalQuery } from "./logical.ts";
import type { Operator } from "./operator.ts";

/** One operator of a plan, as EXPLAIN and PROFILE show it. */
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

export interface Plan {
  readonly root: PlanNode;
  /** The plan as an indented tree, the last operator first. */
  readonly text: string;
}

/** What a plan looks like, and after PROFILE what it did. */
export function describePlan(text: string, plans: readonly Operator[], query: LogicalQuery, profiled: boolean): Plan {
  const parts = plans.map((plan) => describeOperator(text, plan, profiled));
  const columns = query.parts[0].columns.map((column) => column.name).join(", ");
  const total = (read: (node: PlanNode) => number) => parts.reduce((sum, part) => sum + read(part), 0);
  const root: PlanNode = {
    operator: query.unionAll === null ? "Result" : query.unionAll ? "UnionAll" : "Union",
    detail: columns,
    estimate: total((part) => part.estimate),
    ...(profiled ? { rows: total((part) => part.rows ?? 0), hits: 0 } : {}),
    sources: parts,
  };
  return { root, text: drawTree(root) };
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

/** Draws a plan: an operator's rows come from the one below it; what is run for each row hangs to the right. */
function drawTree(root: PlanNode): string {
  const lines: { readonly head: string; readonly node: PlanNode }[] = [];
  const walk = (node: PlanNode, before: string): void => {
    lines.push({ head: `${before}+ ${node.operator}`, node });
    const [first, ...others] = node.sources;
    for (const other of others) walk(other, `${before}| `);
    if (first) walk(first, before);
  };
  walk(root, "");
  const number = (value: number | undefined) => (value === undefined ? "" : formatCount(value));
  const profiled = root.rows !== undefined;
  const table = [
    ["operator", "expected", ...(profiled ? ["rows", "hits"] : []), "detail"],
    ...lines.map(({ head, node }) => [
      head,
      number(node.estimate),
      ...(profiled ? [number(node.rows), number(node.hits)] : []),
      node.detail.length > 80 ? `${node.detail.slice(0, 79)}…` : node.detail,
    ]),
  ];
  const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)));
  const align = (cell: string, i: number, row: readonly string[]) =>
    i === 0 ? cell.padEnd(widths[i]) : i === row.length - 1 ? cell : cell.padStart(widths[i]);
  return table.map((row) => row.map(align).join("  ").trimEnd()).join("\n");
}

const formatCount = (value: number): string =>
  value >= 1e6 ? value.toExponential(1) : String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
