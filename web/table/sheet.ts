import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { NodeKind } from "../../src/model/index.ts";
import type { Fill } from "../scene/kinds.ts";
import type { Selection } from "../state/selection.ts";
import type { TableTab } from "../state/table-view.ts";

/** What stands in a cell: an empty text is what isn't known. */
export type Value = string | number;

/**
 * How a column is written and how it compares: names and words as a person sorts them, days by time, numbers and shares
 * (0…1) by size. A "mark" shows its mark alone where there is a head, with its words for screen readers and in cards.
 */
export type ColumnType = "name" | "words" | "text" | "mark" | "day" | "number" | "share";

export interface Column {
  readonly id: string;
  readonly title: string;
  readonly type: ColumnType;
  /** Least width in pixels, and its share of what is left. */
  readonly width: readonly [least: number, share: number];
  /** Whether it is shown until a person chooses. */
  readonly usual?: boolean;
  /** Where it stands on a narrow screen, where a row is a card. Default "note". */
  readonly card?: "title" | "corner" | "words" | "note";
}

/** A row: one node or edge of the graph, a value for each column. */
export interface Row {
  /** The key it has in the graph, or as a tie; unique in its table. */
  readonly key: string;
  readonly values: readonly Value[];
  /** Of stakeholders and ties, their kind: what the choice of kind chooses by. */
  readonly kind?: string;
  /** Of a tie between stakeholders, the edges it stands for. */
  readonly members?: readonly string[];
  /** Of a tie, its ends. */
  readonly ends?: readonly [string, string];
}

/** What the filters leave. */
export interface Seen {
  readonly isStatementSeen: (key: string) => boolean;
  readonly isNodeSeen: (key: string) => boolean;
  /** Whether ties of this kind are shown. */
  readonly isTieSeen: (kind: string) => boolean;
  /** Whether statements are filtered by more than their kind. */
  readonly isFiltering: boolean;
}

export interface Mark {
  readonly kind: NodeKind;
  readonly fill: Fill;
}

/** One table: its columns and its rows. */
export interface Sheet {
  readonly id: TableTab;
  readonly columns: readonly Column[];
  /** Every row that is seen, in the order of the graph. */
  rows(graph: OnRecordGraph, seen: Seen): Row[];
  /** What a row opens. */
  selection(row: Row): Selection;
  /** The mark before a cell's words. */
  mark?(graph: OnRecordGraph, row: Row, column: string): Mark | null;
}
