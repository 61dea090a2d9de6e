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
  const counted = (title: string, count: (node: PlanNode) => number) => [
    title,
    ...lines.map(({ node }) => formatCount(count(node))),
  ];
  const columns = [
    ["operator", ...lines.map(({ head }) => head)],
    counted("expected", ({ estimate }) => estimate),
    ...(root.rows === undefined ? [] : [counted("rows", ({ rows }) => rows!), counted("hits", ({ hits }) => hits!)]),
  ].map((cells, i) => {
    const width = Math.max(...cells.map((cell) => cell.length));
    return cells.map((cell) => (i === 0 ? cell.padEnd(width) : cell.padStart(width)));
  });
  const details = [
    "detail",
    ...lines.map(({ node: { detail } }) => (detail.length > 80 ? `${detail.slice(0, 79)}…` : detail)),
  ];
  return details.map((detail, i) => [...columns.map((cells) => cells[i]), detail].join("  ").trimEnd()).join("\n");
}

const formatCount = (value: number): string =>
  value >= 1e6 ? value.toExponential(1) : String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
