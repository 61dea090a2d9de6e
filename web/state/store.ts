import { create } from "zustand";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { articleKey, type Reading } from "../../src/model/index.ts";
import type { Analysis } from "../appearance/analysis.ts";
import type { Progress } from "../data/load.ts";
import { membersOfTie } from "../scene/ties.ts";
import { advance, amend, type History, redo, startHistory, undo } from "./history.ts";
import { type Place, type Selection, sameSelection } from "./selection.ts";
import { FIRST_VIEW, type View } from "./view.ts";

export type Phase = "loading" | "ready" | "empty" | "error";
export type Theme = "light" | "dark";
/** Which pane a narrow screen shows. */
export type NarrowPane = "graph" | "read" | "list";
/** Where a selection was made: the other panes follow it. */
export type Origin = "graph" | "article" | "table" | "passages" | "search" | "detail" | "address";

/** Keys of nodes and edges of the graph. */
export interface Found {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

export interface ExplorerState {
  readonly phase: Phase;
  /** What went wrong, in words for a person. */
  readonly problem: string;
  /** How far opening the graph has come, while it is being opened. */
  readonly progress: Progress | null;
  readonly graph: OnRecordGraph | null;
  /** Readings that have arrived, by article id. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Ids of articles that were read on this page. */
  readonly pasted: readonly string[];
  /** Measures and communities of the graph; null until they are worked out (appearance/analyse.ts). */
  readonly analysis: Analysis | null;
  readonly history: History<View>;
  readonly origin: Origin;
  readonly hovered: Selection | null;
  /** What of the graph an answer holds, shown in the picture until something is selected. */
  readonly found: Found | null;
  /** What a row of the legend stands for, while it is pointed at. */
  readonly pointed: Found | null;
  /** Id of the article in the reading pane. */
  readonly article: string | null;
  readonly narrowPane: NarrowPane;
  readonly dialog: "help" | "paste" | "filters" | "export" | "palette" | "saved" | null;
  /** Said to screen readers, and shown for a while where it says that something was done. */
  readonly message: string;

  showGraph(graph: OnRecordGraph, readings?: readonly Reading[], pasted?: readonly string[]): void;
  fail(problem: string): void;
  showEmpty(): void;
  addReading(reading: Reading): void;
  /** Changes the view as one step that can be undone. */
  change(next: Partial<View>, origin?: Origin): void;
  /** Changes the view without a step of its own. */
  adjust(next: Partial<View>): void;
  select(selection: Selection | null, origin: Origin): void;
  toggleKind(kind: string): void;
  /** Shows a stakeholder's statements as nodes, or as ties again. */
  toggleFold(key: string): void;
  undo(): void;
  redo(): void;
  hover(selection: Selection | null): void;
  /** Shows where in the picture something is; null lets go. */
  point(pointed: Found | null): void;
  openArticle(id: string): void;
  showPane(pane: NarrowPane): void;
  openDialog(dialog: ExplorerState["dialog"]): void;
  say(message: string): void;
}

export const useExplorer = create<ExplorerState>()((set, get) => ({
  phase: "loading",
  problem: "",
  progress: null,
  graph: null,
  readings: new Map(),
  pasted: [],
  analysis: null,
  history: startHistory(FIRST_VIEW),
  origin: "address",
  hovered: null,
  found: null,
  pointed: null,
  article: null,
  narrowPane: "graph",
  dialog: null,
  message: "",

  showGraph(graph, readings = [], pasted = []) {
    const known = new Map<string, Reading>();
    for (const reading of [...get().readings.values(), ...readings])
      if (graph.hasNode(articleKey(reading.article.id))) known.set(reading.article.id, reading);
    const { article } = get();
    const kept = article !== null && graph.hasNode(articleKey(article)) ? article : firstArticle(graph);
    set({
      phase: "ready",
      graph,
      readings: known,
      pasted,
      analysis: null,
      article: kept,
      hovered: null,
      found: null,
      pointed: null,
    });
  },
  fail: (problem) => set({ phase: "error", problem }),
  showEmpty: () => set({ phase: "empty" }),
  addReading: (reading) => set(({ readings }) => ({ readings: new Map(readings).set(reading.article.id, reading) })),

  change(next, origin = "graph") {
    const { history } = get();
    const present = { ...history.present, ...next };
    set({ history: advance(history, present), origin });
  },
  adjust(next) {
    const { history } = get();
    set({ history: amend(history, { ...history.present, ...next }) });
  },
  select(selection, origin) {
    const { history, graph, change } = get();
    const { question } = history.present;
    // What is selected takes the place of an answer that is shown.
    const released = question?.isShown ? { question: { ...question, isShown: false } } : {};
    if (get().found !== null) set({ found: null });
    if (sameSelection(history.present.selection, selection)) {
      if (question?.isShown) change(released, origin);
      else set({ origin });
      return;
    }
    change({ selection, ...released }, origin);
    const place = graph === null ? null : placeOfSelection(graph, selection);
    if (place !== null) set({ article: place.article });
  },
  toggleFold(key) {
    const { unfolded } = get().history.present;
    get().change({ unfolded: unfolded.includes(key) ? unfolded.filter((other) => other !== key) : [...unfolded, key] });
  },
  toggleKind(kind) {
    const { hidden } = get().history.present;
    get().change({ hidden: hidden.includes(kind) ? hidden.filter((other) => other !== kind) : [...hidden, kind] });
  },
  undo: () => set(({ history }) => ({ history: undo(history), origin: "address" })),
  redo: () => set(({ history }) => ({ history: redo(history), origin: "address" })),
  hover(hovered) {
    if (!sameSelection(get().hovered, hovered)) set({ hovered });
  },
  point: (pointed) => set({ pointed }),
  openArticle: (article) => set({ article }),
  showPane: (narrowPane) => set({ narrowPane }),
  openDialog: (dialog) => set({ dialog }),
  say: (message) => set({ message }),
}));

/** Where the words of a selection stand that are opened first; null for what rests on none. */
export function placeOfSelection(graph: OnRecordGraph, selection: Selection | null): Place | null {
  if (selection === null) return null;
  if (selection.at) return selection.at;
  if (selection.type === "node" && graph.hasNode(selection.key)) {
    const node = graph.getNodeAttributes(selection.key);
    if (node.kind === "Article") return { article: articleIdOf(selection.key), start: 0, end: 0 };
    return { article: articleIdOf(node.article), start: node.start, end: node.end };
  }
  const edge = graph.hasEdge(selection.key) ? selection.key : membersOfTie(graph, selection.key)[0];
  if (selection.type === "edge" && edge !== undefined) {
    const { article, start, end } = graph.getEdgeAttributes(edge);
    if (article !== undefined && start !== undefined && end !== undefined)
      return { article: articleIdOf(article), start, end };
  }
  return null;
}

/** The id of an article by its node key. */
export function articleIdOf(key: string): string {
  return key.replace(/^article:/, "");
}

function firstArticle(graph: OnRecordGraph): string | null {
  const key = graph.findNode((_, { kind }) => kind === "Article");
  return key === undefined ? null : articleIdOf(key);
}
