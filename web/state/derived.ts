import type { OnRecordGraph } from "../../src/graph/index.ts";
import { STATEMENT_KINDS } from "../../src/model/index.ts";
import { atOnce, inSlices, pause } from "../data/slices.ts";
import type { Filters } from "../scene/filters.ts";
import { type Focus, focusOf, focusOfGroup, focusOfParts } from "../scene/focus.ts";
import { pathParts } from "../scene/path.ts";
import { type Mode, type Scene, sceneMaking } from "../scene/scene.ts";
import { type Sifted, sift } from "../scene/sift.ts";
import { keptStakeholders } from "../scene/stakeholder-index.ts";
import { statementIndex, statementIndexing } from "../scene/statement-index.ts";
import { passingKeys, touchedNodes } from "../scene/touched.ts";
import { type Visible, visibleParts } from "../scene/visible.ts";
import type { Selection } from "./selection.ts";
import { type ExplorerState, type Found, useExplorer } from "./store.ts";
import { modeOf, type View } from "./view.ts";

/** Remembers the last answer of `compute`, for as long as it is asked the same; `keep` gives it one that was found otherwise. */
function remember<A extends readonly unknown[], R>(compute: (...args: A) => R) {
  let last: { args: A; result: R } | null = null;
  const ask = (...args: A): R => {
    if (last === null || args.some((arg, index) => arg !== last?.args[index]))
      last = { args, result: compute(...args) };
    return last.result;
  };
  const keep = (args: A, result: R): void => {
    last = { args, result };
  };
  return Object.assign(ask, { keep });
}

const NOTHING: Visible = { nodes: new Set(), edges: new Set() };
const kept = remember(keptStakeholders);
const sifted = remember(
  (graph: OnRecordGraph, filters: Filters, hidden: string, stakeholders: ReadonlySet<string> | null): Sifted =>
    sift(statementIndex(graph), filters, hidden.split(" "), stakeholders),
);
const passing = remember((graph: OnRecordGraph, result: Sifted) => passingKeys(statementIndex(graph), result));
const touched = remember(
  (graph: OnRecordGraph, result: Sifted, filters: Filters, stakeholders: ReadonlySet<string> | null) =>
    stakeholders === null && result.left === statementIndex(graph).keys.length
      ? null
      : touchedNodes(graph, statementIndex(graph), result, filters, stakeholders),
);
const statementCount = remember(
  (graph: OnRecordGraph) => graph.filterNodes((_, { kind }) => kind === "Statement").length,
);
/** What a scene is made of. */
type SceneParts = [graph: OnRecordGraph, mode: Mode, unfolded: readonly string[], counted: ReadonlySet<string> | null];
const sceneSteps = (...[graph, mode, unfolded, counted]: SceneParts) =>
  sceneMaking(graph, { mode, unfolded: new Set(unfolded), passes: (key) => counted?.has(key) ?? true });
const makeScene = remember((...parts: SceneParts) => atOnce(sceneSteps(...parts)));
const visibleOf = remember(visibleParts);
const selectedFocus = remember(focusOf);
const hoveredFocus = remember(focusOf);
const foundFocus = remember(focusOfParts);
const pathOf = remember(pathParts);
const pointedFocus = remember(focusOfGroup);
const NONE_UNFOLDED: readonly string[] = [];

export const viewOf = (state: ExplorerState): View => state.history.present;

export function useView(): View {
  return useExplorer(viewOf);
}

/** Whether the graph is seen as stakeholders or as statements now. */
export function selectMode(state: ExplorerState): Mode {
  return state.graph === null ? "statements" : modeOf(viewOf(state), statementCount(state.graph));
}

/** The stakeholders that the filters leave by what they are; null where that isn't filtered. */
export function selectKept(state: ExplorerState): ReadonlySet<string> | null {
  return state.graph === null ? null : kept(state.graph, viewOf(state).filters, state.analysis?.communityOf ?? null);
}

/** What the filters leave of the statements, and what each choice of a facet would leave. */
export function selectSifted(state: ExplorerState): Sifted | null {
  const { filters, hidden } = viewOf(state);
  if (state.graph === null) return null;
  // As one text, so that hiding other kinds makes no difference.
  const kinds = STATEMENT_KINDS.filter((kind) => hidden.includes(kind)).join(" ");
  return sifted(state.graph, filters, kinds, selectKept(state));
}

/** The statements that pass the filters; null where all do. */
export function selectPassing(state: ExplorerState): ReadonlySet<string> | null {
  const result = selectSifted(state);
  return state.graph === null || result === null ? null : passing(state.graph, result);
}

/** The nodes that the filters leave; null where they leave all. */
export function selectTouched(state: ExplorerState): ReadonlySet<string> | null {
  const result = selectSifted(state);
  if (state.graph === null || result === null) return null;
  return touched(state.graph, result, viewOf(state).filters, selectKept(state));
}

/** What is drawn. Among statements the filters change nothing in it: they only hide. */
export function selectScene(state: ExplorerState): Scene | null {
  const parts = scenePartsOf(state);
  return parts === null ? null : makeScene(...parts);
}

function scenePartsOf(state: ExplorerState): SceneParts | null {
  if (state.graph === null) return null;
  const mode = selectMode(state);
  return mode === "statements"
    ? [state.graph, mode, NONE_UNFOLDED, null]
    : [state.graph, mode, viewOf(state).unfolded, selectPassing(state)];
}

/** Works out what is drawn in a state that will be shown, while the page answers: once it is shown, all is there. */
export async function prepareScene(state: ExplorerState, signal: AbortSignal): Promise<void> {
  if (state.graph === null) return;
  await inSlices(statementIndexing(state.graph), signal);
  for (const select of [selectSifted, selectPassing, selectTouched]) {
    select(state);
    await pause();
  }
  const parts = scenePartsOf(state);
  if (parts !== null) makeScene.keep(parts, await inSlices(sceneSteps(...parts), signal));
  await pause();
  selectVisible(state);
  await pause();
}

export function useScene(): Scene | null {
  return useExplorer(selectScene);
}

export function selectVisible(state: ExplorerState): Visible {
  const scene = selectScene(state);
  if (scene === null || state.graph === null) return NOTHING;
  return visibleOf(scene, viewOf(state).hidden, selectTouched(state));
}

export function useVisible(): Visible {
  return useExplorer(selectVisible);
}

const filterOf = remember(
  (graph: OnRecordGraph | null, hidden: readonly string[], counted: ReadonlySet<string> | null) =>
    (statement: string): boolean => {
      if (graph === null || hidden.includes("Statement") || !(counted?.has(statement) ?? true)) return false;
      const node = graph.getNodeAttributes(statement);
      return node.kind === "Statement" && !hidden.includes(node.statementKind);
    },
);

/** Whether a statement passes every filter, those by kind too: what the table shows in either mode. */
export function useStatementFilter(): (statement: string) => boolean {
  return useExplorer((state) => filterOf(state.graph, viewOf(state).hidden, selectPassing(state)));
}

/** The way between two that is looked at; null where none is. */
function selectPath(state: ExplorerState): Found | null {
  const { path } = viewOf(state);
  return state.graph === null || path === null ? null : pathOf(state.graph, path);
}

/** The neighbourhood of the selection, of what is under the pointer. */
export function useSelectedFocus(): Focus | null {
  return useExplorer((state) => {
    const { selection } = viewOf(state);
    const found = state.found ?? selectPath(state);
    if (selection !== null || found === null) return focusIn(selectedFocus, state, selection);
    const scene = selectScene(state);
    return scene === null ? null : foundFocus(scene, found);
  });
}

export function useHoveredFocus(): Focus | null {
  return useExplorer((state) => {
    if (state.hovered !== null || state.pointed === null) return focusIn(hoveredFocus, state, state.hovered);
    const scene = selectScene(state);
    return scene === null ? null : pointedFocus(scene, state.pointed, selectVisible(state));
  });
}

function focusIn(find: typeof focusOf, state: ExplorerState, selection: Selection | null): Focus | null {
  const scene = selectScene(state);
  return scene === null ? null : find(scene, selection, selectVisible(state));
}
