import { type Focus, focusOf } from "../scene/focus.ts";
import type { Scene } from "../scene/scene.ts";
import { type Visible, visibleParts } from "../scene/visible.ts";
import { type ExplorerState, useExplorer } from "./store.ts";
import type { View } from "./view.ts";

/** Remembers the last answer of `compute`, for as long as it is asked the same. */
function remember<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { args: A; result: R } | null = null;
  return (...args) => {
    if (last === null || args.some((arg, index) => arg !== last?.args[index]))
      last = { args, result: compute(...args) };
    return last.result;
  };
}

const NOTHING: Visible = { nodes: new Set(), edges: new Set() };
const visibleOf = remember((scene: Scene, hidden: readonly string[]) => visibleParts(scene, hidden));
const selectedFocus = remember(focusOf);
const hoveredFocus = remember(focusOf);

export const viewOf = (state: ExplorerState): View => state.history.present;

export function useView(): View {
  return useExplorer(viewOf);
}

export function selectVisible(state: ExplorerState): Visible {
  return state.scene === null ? NOTHING : visibleOf(state.scene, viewOf(state).hidden);
}

export function useVisible(): Visible {
  return useExplorer(selectVisible);
}

/** The neighbourhood of the selection, of what is under the pointer. */
export function useSelectedFocus(): Focus | null {
  return useExplorer((state) =>
    state.scene === null ? null : selectedFocus(state.scene, viewOf(state).selection, selectVisible(state)),
  );
}

export function useHoveredFocus(): Focus | null {
  return useExplorer((state) =>
    state.scene === null ? null : hoveredFocus(state.scene, state.hovered, selectVisible(state)),
  );
}
