import { registerCommands } from "../palette/registry.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { openPassages } from "./open.ts";

registerCommands([
  {
    id: "reading.everything",
    group: "reading",
    label: text.passages.everything,
    also: "passages quotes statements list",
    run: () => openPassages(null),
  },
  {
    id: "reading.unheard",
    group: "reading",
    label: text.passages.unheard,
    also: "silent only talked about unquoted",
    run: () => openPassages({ type: "unheard" }),
  },
]);
// What the selected stakeholder said, and what others say of it.
registerCommands(() => {
  const { graph, history } = useExplorer.getState();
  const { selection } = history.present;
  if (graph === null || selection?.type !== "node" || !graph.hasNode(selection.key)) return [];
  const { kind, label } = graph.getNodeAttributes(selection.key);
  if (kind === "Statement" || kind === "Article") return [];
  return (["said", "about"] as const).map((type) => ({
    id: `reading.${type}`,
    group: "reading" as const,
    label: text.passages[type](label),
    run: () => openPassages({ type, key: selection.key }),
  }));
});
