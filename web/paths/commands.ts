import { registerCommands } from "../palette/registry.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { askPathFromSelection } from "./open.ts";

registerCommands([
  {
    id: "paths.ask",
    group: "selection",
    label: text.paths.command,
    also: text.paths.commandAlso,
    keys: ["Shift+P"],
    isAvailable: () => useExplorer.getState().graph !== null,
    run: askPathFromSelection,
  },
]);
