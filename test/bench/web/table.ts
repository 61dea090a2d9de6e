/**
 * How long the table of statements takes to be made, sorted, filtered and written at 50,000 rows, beside the plainest way of
 * sorting: `localeCompare`. Medians of several runs, in milliseconds of the processor.
 *
 *     npx tsx test/bench/web/table.ts [statements]
 */
import { MultiDirectedGraph } from "graphology";
import type { OnRecordGraph } from "../../../src/graph/index.ts";
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "../../../src/model/index.ts";
import { filterRows, shownColumns, sortRows } from "../../../web/table/arrange.ts";
import { tableCsv } from "../../../web/table/csv.ts";
import type { Seen } from "../../../web/table/sheet.ts";
import { SHEETS } from "../../../web/table/sheets/index.ts";

const COUNT = Number(process.argv[2] ?? 50_000);
const RUNS = 5;
const EVERYTHING: Seen = {
  isStatementSeen: () => true,
  isNodeSeen: () => true,
  isTieSeen: () => true,
  isFiltering: false,
};
const WORDS = "harbour ferry bridge council budget winter school tax mayor spring island vote report plan".split(" ");

/** Numbers that look random and are the same each time (Park and Miller 1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function graphOf(statements: number): OnRecordGraph {
  const next = numbers(7);
  const graph: OnRecordGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  const place = { x: 0, y: 0, size: 1, color: "#000000" };
  const people = Math.ceil(statements / 20);
  for (let i = 0; i < people; i++) {
    const name = `${WORDS[next(WORDS.length)]} ${WORDS[next(WORDS.length)]} ${i}`;
    graph.addNode(`person:${i}`, {
      ...place,
      kind: "Person",
      label: name,
      name,
      aliases: [],
    } as unknown as NodeAttributes);
  }
  for (let i = 0; i < statements; i++) {
    const text = Array.from({ length: 12 + next(20) }, () => WORDS[next(WORDS.length)]).join(" ");
    graph.addNode(`statement:a:${i}`, {
      ...place,
      kind: "Statement",
      label: text.slice(0, 40),
      text,
      statementKind: "indirect",
      confidence: next(1000) / 1000,
      saidOn: `2024-0${1 + next(9)}-1${next(10)}`,
      article: "article:a",
      why: "by hand",
    } as unknown as NodeAttributes);
    const edge = (kind: string) => ({ kind, label: kind, weight: 1 }) as EdgeAttributes;
    graph.addEdge(`person:${next(people)}`, `statement:a:${i}`, edge("SAID"));
    graph.addEdge(`statement:a:${i}`, `person:${next(people)}`, edge("MENTIONS"));
  }
  return graph;
}

function median(task: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    task();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

const graph = graphOf(COUNT);
const { statements: sheet, stakeholders, ties } = SHEETS;
const columns = shownColumns(sheet, null);
const rows = sheet.rows(graph, EVERYTHING);
const by = (column: string) => () => sortRows(sheet, rows, [{ column, ascending: true }]);
const tasks: readonly [string, () => unknown][] = [
  ["rows of statements, made before", () => sheet.rows(graph, EVERYTHING)],
  ["rows of stakeholders", () => stakeholders.rows(graph, EVERYTHING)],
  ["rows of ties", () => ties.rows(graph, EVERYTHING)],
  ["sort by who", by("who")],
  ["sort by what", by("what")],
  ["sort by how sure", by("sure")],
  ["filter by a word and a phrase", () => filterRows(sheet, rows, columns, 'ferry "council budget"')],
  ["write as CSV", () => [...tableCsv(sheet, columns, rows)]],
];
console.log(`${COUNT.toLocaleString("en")} statements`);
for (const [name, task] of tasks) console.log(`${name.padEnd(34)}${median(task).toFixed(0).padStart(7)} ms`);
const plain = median(() => [...rows].sort((a, b) => String(a.values[1]).localeCompare(String(b.values[1]))));
console.log(
  `peer: sort by what, localeCompare ${plain.toFixed(0).padStart(7)} ms (ours ${(median(by("what")) / plain).toFixed(2)} of it)`,
);
