import { registerCommands } from "../palette/registry.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { copyLink, currentAddress, openView, saveView, suggestedName } from "./actions.ts";
import { useSavedViews } from "./store.ts";

registerCommands([
  {
    id: "saved.open",
    group: "saved",
    label: text.saved.openList,
    keys: ["S"],
    run: () => useExplorer.getState().openDialog("saved"),
  },
  {
    id: "saved.save",
    group: "saved",
    label: text.saved.saveThis,
    keys: ["Shift+S"],
    run: () => saveView(suggestedName()),
  },
  {
    id: "saved.link",
    group: "saved",
    label: text.saved.copyThis,
    also: text.saved.linkAlso,
    run: () => void copyLink(currentAddress()),
  },
]);

registerCommands(() =>
  useSavedViews.getState().views.map((view) => ({
    id: `saved.view-${view.id}`,
    group: "saved" as const,
    label: text.saved.openNamed(view.name),
    run: () => openView(view),
  })),
);
