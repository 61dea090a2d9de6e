import { selectScene, selectVisible, viewOf } from "../state/derived.ts";
import type { Selection } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import { currentPicture } from "./current-picture.ts";

/** One step nearer or farther. */
export const ZOOM_STEP = 1.4;
const [NEAREST, FARTHEST] = [0.02, 2.5];

/** Multiplies the camera's ratio: below 1 goes nearer. */
export function zoom(factor: number): void {
  const now = currentPicture.get()?.camera;
  if (now === undefined) return;
  const ratio = Math.min(FARTHEST, Math.max(NEAREST, now.ratio * factor));
  useExplorer.getState().change({ camera: { ...now, ratio } });
}

/** Shows the selection with its neighbours. */
export function fitSelection(): void {
  const state = useExplorer.getState();
  const { selection } = viewOf(state);
  const scene = selectScene(state);
  if (selection === null || scene === null) return;
  const { graph } = scene;
  const { nodes } = selectVisible(state);
  const around = selection.type === "node" && graph.hasNode(selection.key) ? graph.neighbors(selection.key) : [];
  const keys = [...nodesOf(selection), ...around].filter((key) => nodes.has(key));
  const camera = currentPicture.get()?.cameraAround(keys);
  if (camera) state.change({ camera });
}

/** Shows everything. */
export function showWhole(): void {
  useExplorer.getState().change({ camera: null });
}

/** The drawn nodes of a selection: one, or both ends of an edge. */
export function nodesOf(selection: Selection): string[] {
  const scene = selectScene(useExplorer.getState());
  if (scene === null) return [];
  if (selection.type === "node") return scene.graph.hasNode(selection.key) ? [selection.key] : [];
  const drawn = scene.edgeOf.get(selection.key);
  return drawn === undefined ? [] : scene.graph.extremities(drawn);
}
