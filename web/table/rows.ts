import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { StatementKind } from "../../src/model/index.ts";
import { speakerOf } from "../detail/ties.ts";

/** A statement as a row of the table. */
export interface Row {
  readonly id: string;
  readonly speaker: string | null;
  readonly speakerName: string;
  readonly words: string;
  readonly kind: StatementKind;
  /** ISO 8601, "" where it isn't known. */
  readonly date: string;
  readonly confidence: number;
  readonly article: string;
}

export const COLUMNS = ["speakerName", "words", "kind", "date", "confidence", "article"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly column: Column;
  readonly ascending: boolean;
}

/** Every statement of a graph, in the order of the graph. */
export function rowsOf(graph: OnRecordGraph): Row[] {
  const rows: Row[] = [];
  graph.forEachNode((id, node) => {
    if (node.kind !== "Statement") return;
    const speaker = speakerOf(graph, id);
    rows.push({
      id,
      speaker,
      speakerName: speaker === null ? "" : graph.getNodeAttribute(speaker, "label"),
      words: node.text,
      kind: node.statementKind,
      date: node.saidOn ?? "",
      confidence: node.confidence,
      article: graph.hasNode(node.article) ? graph.getNodeAttribute(node.article, "label") : "",
    });
  });
  return rows;
}

/** Sorts rows by a column; equal ones keep their order, and what isn't known comes last in either direction. */
export function sortRows(rows: readonly Row[], { column, ascending }: Order): Row[] {
  const sign = ascending ? 1 : -1;
  const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[column], b[column]];
    if (x === "" || y === "") return x === y ? 0 : x === "" ? 1 : -1;
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y)));
  });
}
