import type { Selection } from "./selection.ts";

/** Where the camera stands, in Sigma's framed coordinates: 0.5, 0.5 is the middle, ratio 1 shows all. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export const PANES = ["graph", "table"] as const;
/** What the middle pane shows. */
export type Pane = (typeof PANES)[number];

/** Everything a person can set and undo; all of it stands in the address. */
export interface View {
  readonly selection: Selection | null;
  /** Kinds that are filtered out: of nodes, of statements, of edges. */
  readonly hidden: readonly string[];
  readonly pane: Pane;
  /** Null shows everything. */
  readonly camera: Camera | null;
}

export const FIRST_VIEW: View = { selection: null, hidden: [], pane: "graph", camera: null };
