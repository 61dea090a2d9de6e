import { pinNode, unpinNode } from "../layout/actions.ts";
import { pinsNow } from "../layout/use-places.ts";
import { registerCommands } from "../palette/registry.ts";
import { selectScene, viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { fitSelection, showWhole, ZOOM_STEP, zoom } from "./camera-actions.ts";

const selection = () => viewOf(useExplorer.getState()).selection;

/** Keeps the selected node where it is, or lets go of it again. */
export function togglePin(): void {
  const chosen = selection();
  const scene = selectScene(useExplorer.getState());
  if (chosen?.type !== "node" || !scene?.graph.hasNode(chosen.key)) return;
  if (pinsNow().some(({ key }) => key === chosen.key)) unpinNode(chosen.key);
  else {
    const { x, y } = scene.graph.getNodeAttributes(chosen.key);
    pinNode({ key: chosen.key, x, y });
  }
}

registerCommands([
  {
    id: "graph.nearer",
    group: "graph",
    label: text.graph.zoomIn,
    keys: ["+", "="],
    scope: "graph",
    run: () => zoom(1 / ZOOM_STEP),
  },
  {
    id: "graph.farther",
    group: "graph",
    label: text.graph.zoomOut,
    keys: ["-"],
    scope: "graph",
    run: () => zoom(ZOOM_STEP),
  },
  { id: "graph.whole", group: "graph", label: text.graph.reset, keys: ["0", "Home"], scope: "graph", run: showWhole },
  {
    id: "graph.fit",
    group: "graph",
    label: text.graph.fit,
    keys: ["F"],
    scope: "graph",
    isAvailable: () => selection() !== null,
    run: fitSelection,
  },
  {
    id: "graph.pin",
    group: "graph",
    label: text.layout.pin,
    keys: ["K"],
    scope: "graph",
    isAvailable: () => selection()?.type === "node",
    isOn: () => pinsNow().some(({ key }) => key === selection()?.key),
    run: togglePin,
  },
]);
