import { type Filters, NO_FILTERS } from "../scene/filters.ts";
import type { Mode } from "../scene/scene.ts";
import { type Appearance, FIRST_APPEARANCE } from "./appearance.ts";
import { type Arrangement, FIRST_ARRANGEMENT } from "./arrangement.ts";
import type { PassageQuery } from "./passages.ts";
import type { PathQuestion } from "./path-question.ts";
import type { Question } from "./question.ts";
import type { Selection } from "./selection.ts";
import { FIRST_TABLE, type TableView } from "./table-view.ts";

/** Where the camera stands, in Sigma's framed coordinates: 0.5, 0.5 is the middle, ratio 1 shows all. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export const PANES = ["graph", "table", "passages", "query"] as const;
/** What the middle pane shows. */
export type Pane = (typeof PANES)[number];

/** Everything a person can set and undo; all of it stands in the address. */
export interface View {
  readonly selection: Selection | null;
  /** Kinds that are filtered out: of nodes, of statements, of edges. */
  readonly hidden: readonly string[];
  readonly filters: Filters;
  /** What sizes and colours say. */
  readonly appearance: Appearance;
  /** How the graph is laid out, and what a hand has put elsewhere. */
  readonly arrangement: Arrangement;
  /** Which two are to be connected; null while nobody asks. */
  readonly path: PathQuestion | null;
  readonly pane: Pane;
  /** Null lets the size of the graph decide. */
  readonly mode: Mode | null;
  /** Whose statements are nodes among stakeholders. */
  readonly unfolded: readonly string[];
  /** What the list of passages holds; null for every statement that passes the filters. */
  readonly passages: PassageQuery | null;
  /** Ids of the articles that keep a tab in the reading pane, in the order of the tabs. */
  readonly tabs: readonly string[];
  /** Whether the graph shows what is being read while the article is scrolled. */
  readonly follow: boolean;
  /** What the table shows, and how. */
  readonly table: TableView;
  /** What the graph was asked last; null before it was asked anything. */
  readonly question: Question | null;
  /** Null shows everything. */
  readonly camera: Camera | null;
}

export const FIRST_VIEW: View = {
  selection: null,
  hidden: [],
  filters: NO_FILTERS,
  appearance: FIRST_APPEARANCE,
  arrangement: FIRST_ARRANGEMENT,
  path: null,
  pane: "graph",
  mode: null,
  unfolded: [],
  passages: null,
  tabs: [],
  follow: false,
  table: FIRST_TABLE,
  question: null,
  camera: null,
};

/** Beyond so many statements a graph opens with its stakeholders. */
const MANY_STATEMENTS = 60;

/** The mode a view shows a graph of so many statements in. */
export function modeOf(view: View, statements: number): Mode {
  return view.mode ?? (statements > MANY_STATEMENTS ? "stakeholders" : "statements");
}
