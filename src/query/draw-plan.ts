import type { PlanNode } from "./plan.ts";

/**
 * Draws a plan as an indented tree, a line an operator: its rows come from the one below it; what is run for each row
 * hangs to the right.
 */
export function drawPlan(root: PlanNode): string {
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
