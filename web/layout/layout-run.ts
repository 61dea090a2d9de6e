import { create } from "zustand";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { messageOf } from "../data/errors.ts";
import { pause } from "../data/slices.ts";
import type { Places, Scene } from "../scene/scene.ts";
import type { Arrangement } from "../state/arrangement.ts";
import { selectMode, selectScene, viewOf } from "../state/derived.ts";
import { type ExplorerState, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import type { ForceStep } from "./force.ts";
import { layoutInput } from "./layout-input.ts";

/** Where a layout has put the nodes of a graph. */
export interface Laid {
  readonly graph: OnRecordGraph;
  readonly index: ReadonlyMap<string, number>;
  readonly places: Places;
}

interface LayoutRun {
  /** The layout that is shown; null for the places of the build. */
  readonly laid: Laid | null;
  /** How far a layout that is being worked out has come, 0…1; null while none is. */
  readonly progress: number | null;
  /** Ends a layout on its way; the nodes stay where they are. */
  stop(): void;
}

/** Layouts that are remembered, so that going back and forth doesn't work them out again. */
const MOST_REMEMBERED = 6;

let worker: Worker | null = null;
let remembered: { readonly of: string; readonly laid: Laid }[] = [];

export const useLayoutRun = create<LayoutRun>()((set, get) => ({
  laid: null,
  progress: null,
  stop() {
    if (get().progress === null) return;
    end();
    set({ progress: null });
    useExplorer.getState().say(text.layout.stopped);
  },
}));

/** Lays the graph out again whenever the view asks for another layout, or other nodes are drawn. */
export function followLayout(): () => void {
  let last: readonly unknown[] = [];
  const follow = (state: ExplorerState) => {
    const { graph, analysis } = state;
    const view = viewOf(state);
    const { layout, apart } = view.arrangement;
    const mode = selectMode(state);
    const unfolded = mode === "stakeholders" ? view.unfolded : null;
    const communities = layout === "community" ? analysis : null;
    const now = [graph, layout, apart, mode, unfolded, communities];
    if (now.every((value, i) => value === last[i])) return;
    last = now;
    end();
    if (graph === null || (layout === "given" && !apart)) useLayoutRun.setState({ laid: null, progress: null });
    // Communities are on their way: the layout follows when they are there.
    else if (layout === "community" && analysis === null) useLayoutRun.setState({ progress: 0 });
    else run(state, graph, [layout, apart, mode, ...(unfolded ?? [])].join("\n"));
  };
  follow(useExplorer.getState());
  return useExplorer.subscribe(follow);
}

function end(): void {
  worker?.terminate();
  worker = null;
}

function run(state: ExplorerState, graph: OnRecordGraph, of: string): void {
  const known = remembered.find((one) => one.of === of && one.laid.graph === graph);
  if (known !== undefined) {
    useLayoutRun.setState({ laid: known.laid, progress: null });
    return;
  }
  const scene = selectScene(state);
  if (scene === null) return;
  const { arrangement } = viewOf(state);
  const index = new Map(scene.graph.nodes().map((key, i) => [key, i]));
  useLayoutRun.setState({ progress: 0 });
  const current = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  worker = current;
  current.onmessage = ({ data: { places, done } }: MessageEvent<ForceStep>) => {
    if (worker !== current) return;
    const laid = { graph, index, places };
    if (done < 1) {
      // Who wants no motion sees where it ends.
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      useLayoutRun.setState(still ? { progress: done } : { laid, progress: done });
      return;
    }
    end();
    remembered = [...remembered.filter((one) => one.laid.graph === graph).slice(1 - MOST_REMEMBERED), { of, laid }];
    useLayoutRun.setState({ laid, progress: null });
    useExplorer.getState().say(text.layout.settled(arrangement.layout));
  };
  current.onerror = (event) => {
    end();
    useLayoutRun.setState({ progress: null });
    useExplorer.getState().say(text.layout.failed(event.message ?? messageOf(event)));
  };
  // In a task of its own: the page shows first that something is going on.
  void pause().then(() => {
    if (worker === current)
      current.postMessage(layoutInput(graph, scene, arrangement, scene.home, communityNumbers(state)));
  });
}

function communityNumbers({ analysis }: ExplorerState): ReadonlyMap<string, number> | null {
  if (analysis === null) return null;
  const numbers = new Map(analysis.communities.map(({ id }, at) => [id, at]));
  return new Map([...analysis.communityOf].map(([key, id]) => [key, numbers.get(id) ?? -1]));
}

/** Where the nodes of a scene lie in a layout; what it doesn't know of stays where the build put it. */
export function placesIn(scene: Scene, laid: Laid | null): Places {
  if (laid === null) return scene.home;
  const keys = scene.graph.nodes();
  const places = { x: scene.home.x.slice(), y: scene.home.y.slice() };
  keys.forEach((key, i) => {
    const at = laid.index.get(key);
    if (at === undefined) return;
    places.x[i] = laid.places.x[at];
    places.y[i] = laid.places.y[at];
  });
  return places;
}

/** Whether a layout takes long enough for its progress to be of interest. */
export function isLong({ layout }: Arrangement): boolean {
  return layout === "force" || layout === "community";
}
