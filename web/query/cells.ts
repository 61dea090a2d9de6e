import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { QueryResult, ResultValue } from "../../src/query/index.ts";
import type { Selection } from "../state/selection.ts";
import { articleIdOf, type Found } from "../state/store.ts";

type Parts = Readonly<Record<string, ResultValue>>;

const partsOf = (value: ResultValue): Parts | null =>
  value === null || typeof value !== "object" || Array.isArray(value) ? null : (value as Parts);

/** A value of a result as a line of text: nodes and relationships by their labels, paths as a walk. */
export function textOf(graph: OnRecordGraph, value: ResultValue): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map((item) => textOf(graph, item)).join(", ");
  const parts = value as Parts;
  if (typeof parts.node === "string" && graph.hasNode(parts.node)) return graph.getNodeAttribute(parts.node, "label");
  if (typeof parts.relationship === "string" && graph.hasEdge(parts.relationship))
    return graph.getEdgeAttribute(parts.relationship, "label");
  if (Array.isArray(parts.nodes) && Array.isArray(parts.relationships)) return walkOf(graph, parts);
  return toJson(value);
}

function walkOf(graph: OnRecordGraph, { nodes, relationships }: Parts): string {
  const [all, between] = [nodes as ResultValue[], relationships as ResultValue[]];
  return all
    .map((node, i) => {
      if (i === 0) return textOf(graph, node);
      const forwards = partsOf(between[i - 1])?.source === partsOf(all[i - 1])?.node;
      const name = textOf(graph, between[i - 1]);
      return forwards ? `— ${name} → ${textOf(graph, node)}` : `← ${name} — ${textOf(graph, node)}`;
    })
    .join(" ");
}

/** What a value opens: a node, a relationship, the last of a path, the first of a list; null for plain values. */
export function selectionOfValue(graph: OnRecordGraph, value: ResultValue): Selection | null {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = selectionOfValue(graph, item);
      if (found !== null) return found;
    }
    return null;
  }
  const parts = partsOf(value);
  if (parts === null) return null;
  if (typeof parts.node === "string" && graph.hasNode(parts.node)) return { type: "node", key: parts.node };
  if (typeof parts.relationship === "string" && graph.hasEdge(parts.relationship))
    return { type: "edge", key: parts.relationship };
  if (Array.isArray(parts.nodes) && Array.isArray(parts.relationships))
    return selectionOfValue(graph, parts.relationships.at(-1) ?? parts.nodes[0] ?? null);
  return null;
}

/**
 * What a row opens: the node or edge in it, else the words it names by the columns article, start and end, else the node
 * that bears the name in its first column.
 */
export function selectionOf(
  graph: OnRecordGraph,
  columns: readonly string[],
  row: readonly ResultValue[],
): Selection | null {
  for (const value of row) {
    const found = selectionOfValue(graph, value);
    if (found !== null) return found;
  }
  const at = (name: string) => row[columns.indexOf(name)];
  const [article, start, end] = [at("article"), at("start"), at("end")];
  const place =
    typeof article === "string" && typeof start === "number" && typeof end === "number"
      ? { article: articleIdOf(article), start, end }
      : null;
  if (place !== null) {
    const statement = `statement:${place.article}:${place.start}-${place.end}`;
    if (graph.hasNode(statement)) return { type: "node", key: statement };
  }
  for (const value of row) {
    if (typeof value !== "string" || value === "") continue;
    const named = graph.findNode(
      (_, node) => ("name" in node && node.name === value) || ("text" in node && node.text === value),
    );
    if (named !== undefined)
      return place === null ? { type: "node", key: named } : { type: "node", key: named, at: place };
  }
  return null;
}

/** The nodes and edges that the rows hold, or open where they hold none. */
export function foundIn(graph: OnRecordGraph, { columns, rows }: Pick<QueryResult, "columns" | "rows">): Found {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const gather = (value: ResultValue): void => {
    if (value === null || typeof value !== "object") return;
    if (Array.isArray(value)) {
      value.forEach(gather);
      return;
    }
    const selection = "nodes" in value ? null : selectionOfValue(graph, value);
    if (selection?.type === "node") nodes.add(selection.key);
    else if (selection?.type === "edge") edges.add(selection.key);
    else for (const part of Object.values(value)) gather(part);
  };
  for (const row of rows) {
    const before = nodes.size + edges.size;
    row.forEach(gather);
    if (nodes.size + edges.size > before) continue;
    const selection = selectionOf(graph, columns, row);
    if (selection !== null) (selection.type === "node" ? nodes : edges).add(selection.key);
  }
  return { nodes: [...nodes], edges: [...edges] };
}

/** Columns that say where words stand: rows open them, so they needn't be read. */
const PLACES = ["article", "start", "end"];

/** The columns that are shown, by their place in the rows. */
export function shownColumns(columns: readonly string[]): readonly number[] {
  const isPlaced = PLACES.every((name) => columns.includes(name)) && columns.length > PLACES.length;
  return columns.flatMap((name, index) => (isPlaced && PLACES.includes(name) ? [] : [index]));
}

/** A result as CSV (RFC 4180). */
export function csvOf({ columns, rows }: Pick<QueryResult, "columns" | "rows">): string {
  const cell = (value: unknown) => {
    const words = value === null ? "" : typeof value === "object" ? toJson(value) : String(value);
    return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  };
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A result as a JSON array of objects, a row a line. */
export function jsonOf({ columns, rows }: Pick<QueryResult, "columns" | "rows">): string {
  const lines = rows.map((row) => toJson(Object.fromEntries(columns.map((name, i) => [name, row[i]]))));
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}

/** JSON; integers beyond 2^53 as text. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}
