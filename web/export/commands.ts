import { registerCommands } from "../palette/registry.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { EXPORT_FORMATS } from "./exports.ts";

registerCommands([
  {
    id: "export.open",
    group: "export",
    label: text.export.open,
    also: EXPORT_FORMATS.flatMap((format) => text.export.formats[format]).join(" "),
    keys: ["E"],
    run: () => useExplorer.getState().openDialog("export"),
  },
]);
