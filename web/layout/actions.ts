import { viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import type { LayoutName } from "./layouts.ts";
import { type Pin, withPin } from "./pins.ts";
import { pinsNow } from "./use-places.ts";

const change = (next: Partial<ReturnType<typeof viewOf>["arrangement"]>) => {
  const state = useExplorer.getState();
  state.change({ arrangement: { ...viewOf(state).arrangement, ...next } });
};

/** Lays the graph out in another way, as a step that can be undone. */
export function chooseLayout(layout: LayoutName): void {
  change({ layout });
}

export function toggleApart(): void {
  change({ apart: !viewOf(useExplorer.getState()).arrangement.apart });
}

/** Keeps a node where it was put. Places are rounded, so that addresses stay short. */
export function pinNode({ key, x, y }: Pin): void {
  const round = (value: number) => Math.round(value * 100) / 100;
  change({ pins: withPin(pinsNow(), { key, x: round(x), y: round(y) }) });
  useExplorer.getState().say(text.layout.pinned(nameOf(key)));
}

export function unpinNode(key: string): void {
  change({ pins: pinsNow().filter((pin) => pin.key !== key) });
  useExplorer.getState().say(text.layout.unpinned(nameOf(key)));
}

export function unpinAll(): void {
  change({ pins: [] });
}

function nameOf(key: string): string {
  const { graph } = useExplorer.getState();
  return graph?.hasNode(key) ? graph.getNodeAttribute(key, "label") : key;
}
