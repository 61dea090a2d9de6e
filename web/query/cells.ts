import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { QueryResult, ResultValue } from "../../src/query/index.ts";
import type { Selection } from "../state/selection.ts";
import { articleIdOf } from "../state/store.ts";

/** A value of a result as a line of text. */
export function textOf(graph: OnRecordGraph, value: ResultValue): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map((item) => textOf(graph, item)).join(", ");
  if ("node" in value && typeof value.node === "string" && graph.hasNode(value.node))
    return graph.getNodeAttribute(value.node, "label");
  if ("relationship" in value && typeof value.relationship === "string" && graph.hasEdge(value.relationship))
    return graph.getEdgeAttribute(value.relationship, "label");
  return JSON.stringify(value, (_, item) => (typeof item === "bigint" ? String(item) : item));
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
    if (value === null || typeof value !== "object" || Array.isArray(value)) continue;
    if ("node" in value && graph.hasNode(value.node)) return { type: "node", key: String(value.node) };
    if ("relationship" in value && graph.hasEdge(value.relationship))
      return { type: "edge", key: String(value.relationship) };
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
  const [first] = row;
  const named = graph.findNode((_, node) => "name" in node && node.name === first);
  if (named === undefined) return null;
  return place === null ? { type: "node", key: named } : { type: "node", key: named, at: place };
}

/** A result as CSV (RFC 4180). */
export function csvOf({ columns, rows }: QueryResult): string {
  const cell = (value: unknown) => {
    const words = value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
    return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  };
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
