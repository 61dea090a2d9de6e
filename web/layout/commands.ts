import { registerCommands } from "../palette/registry.ts";
import { viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { chooseLayout, toggleApart, unpinAll } from "./actions.ts";
import { useLayoutRun } from "./layout-run.ts";
import { LAYOUTS } from "./layouts.ts";

const arrangement = () => viewOf(useExplorer.getState()).arrangement;

registerCommands([
  ...LAYOUTS.map((layout, at) => ({
    id: `layout.${layout}`,
    group: "layout" as const,
    label: text.layout.layOut(layout),
    also: text.layout.also,
    keys: [`${at + 1}`],
    scope: "graph" as const,
    isOn: () => arrangement().layout === layout,
    run: () => chooseLayout(layout),
  })),
  {
    id: "layout.apart",
    group: "layout",
    label: text.layout.apart,
    keys: ["O"],
    scope: "graph",
    isOn: () => arrangement().apart,
    run: toggleApart,
  },
  {
    id: "layout.stop",
    group: "layout",
    label: text.layout.stopLayout,
    isAvailable: () => useLayoutRun.getState().progress !== null,
    run: () => useLayoutRun.getState().stop(),
  },
  {
    id: "layout.unpin",
    group: "layout",
    label: text.layout.unpinEvery,
    isAvailable: () => arrangement().pins.length > 0,
    run: unpinAll,
  },
]);
