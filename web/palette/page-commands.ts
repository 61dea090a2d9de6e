import { NO_FILTERS } from "../scene/filters.ts";
import { MODES } from "../scene/scene.ts";
import { selectMode, viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { useTheme } from "../state/theme.ts";
import { PANES, type Pane } from "../state/view.ts";
import { text } from "../text.ts";
import type { Command } from "./command.ts";
import { registerCommands, registerGestures } from "./registry.ts";

const state = useExplorer.getState;
const always = () => true;

/** The letter of each view. */
const PANE_KEYS: Partial<Record<Pane, string>> = { graph: "G", table: "T", passages: "P", query: "Q" };

/** What the page itself can do: views, undoing, the selection, dialogs and the theme. */
const PAGE_COMMANDS: readonly Command[] = [
  ...PANES.map((pane): Command => {
    const key = PANE_KEYS[pane];
    return {
      id: `view.${pane}`,
      group: "view",
      label: text.palette.goTo(text.toolbar[pane]),
      ...(key === undefined ? {} : { keys: [key] }),
      isOn: () => viewOf(state()).pane === pane,
      run() {
        state().change({ pane });
        state().showPane(pane === "table" ? "list" : "graph");
      },
    };
  }),
  ...MODES.map(
    (mode): Command => ({
      id: `view.${mode}`,
      group: "view",
      label: text.palette.showAs(text.mode[mode]),
      isOn: () => selectMode(state()) === mode,
      run: () => state().change({ mode, unfolded: [] }),
    }),
  ),
  {
    id: "view.undo",
    group: "view",
    label: text.palette.undo,
    keys: ["Mod+Z"],
    isAvailable: always,
    run() {
      state().say(state().history.past.length > 0 ? text.state.undone : text.state.nothingToUndo);
      state().undo();
    },
  },
  {
    id: "view.redo",
    group: "view",
    label: text.palette.redo,
    keys: ["Mod+Shift+Z", "Mod+Y"],
    isAvailable: always,
    run: () => state().redo(),
  },
  {
    id: "filters.clear",
    group: "filters",
    label: text.palette.clearFilters,
    run: () => state().change({ hidden: [], filters: NO_FILTERS }),
  },
  {
    id: "filters.open",
    group: "filters",
    label: text.palette.openFilters,
    run: () => state().openDialog("filters"),
  },
  {
    id: "selection.search",
    group: "selection",
    label: text.palette.search,
    keys: ["/"],
    run: () => document.querySelector<HTMLInputElement>(".search input")?.focus(),
  },
  {
    id: "selection.unfold",
    group: "selection",
    label: text.palette.unfold,
    keys: ["U"],
    isAvailable: () => viewOf(state()).selection?.type === "node",
    run() {
      const { selection } = viewOf(state());
      if (selection?.type === "node") state().toggleFold(selection.key);
    },
  },
  {
    id: "selection.release",
    group: "selection",
    label: text.palette.release,
    keys: ["Escape"],
    isAvailable: () => viewOf(state()).selection !== null || viewOf(state()).question?.isShown === true,
    run() {
      state().select(null, "address");
      state().say(text.state.released);
    },
  },
  {
    id: "page.add",
    group: "page",
    label: text.toolbar.add,
    keys: ["A"],
    also: text.palette.addAlso,
    isAvailable: always,
    run: () => state().openDialog("paste"),
  },
  {
    id: "page.theme",
    group: "page",
    label: text.palette.theme,
    also: text.palette.themeAlso,
    isAvailable: always,
    run() {
      const { theme, choose } = useTheme.getState();
      choose(theme === "dark" ? "light" : "dark");
    },
  },
  {
    id: "page.palette",
    group: "page",
    label: text.palette.open,
    keys: ["Mod+K"],
    inFields: true,
    isAvailable: always,
    run: () => state().openDialog("palette"),
  },
  {
    id: "page.keys",
    group: "page",
    label: text.palette.keys,
    keys: ["?"],
    isAvailable: always,
    run: () => state().openDialog("help"),
  },
];

registerCommands(PAGE_COMMANDS);
registerGestures([
  { group: "graph", keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], label: text.palette.walkGraph },
  { group: "graph", keys: ["Enter"], label: text.palette.openWords },
  { group: "reading", keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], label: text.palette.walkArticle },
]);
