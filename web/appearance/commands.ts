import { registerCommands } from "../palette/registry.ts";
import { type Appearance, SIZES } from "../state/appearance.ts";
import { viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { colorChoices } from "./choices.ts";
import { toggleChosen } from "./scheme-filters.ts";

const now = (): Appearance => viewOf(useExplorer.getState()).appearance;
const change = (some: Partial<Appearance>) => useExplorer.getState().change({ appearance: { ...now(), ...some } });

registerCommands(
  SIZES.map((size) => ({
    id: `appearance.size.${size}`,
    group: "appearance",
    label: text.appearance.sizeCommand(text.appearance.sizeBy(size)),
    also: text.appearance.sizeWhy(size),
    isOn: () => now().size === size,
    run: () => change({ size }),
  })),
);

// What can be told apart depends on the graph, and communities on what was worked out.
registerCommands(() => {
  const { graph, analysis } = useExplorer.getState();
  if (graph === null) return [];
  const colors = colorChoices(graph).map((color) => ({
    id: `appearance.color.${color}`,
    group: "appearance" as const,
    label: text.appearance.colorCommand(text.appearance.colorBy(color)),
    isOn: () => now().color === color,
    run: () => change({ color }),
  }));
  const communities = (analysis?.communities ?? [])
    .filter(({ members }) => members.length > 2)
    .slice(0, 40)
    .map(({ id, name }) => ({
      id: `filters.community.${id}`,
      group: "filters" as const,
      label: text.appearance.communityCommand(name),
      isOn: () => viewOf(useExplorer.getState()).filters.communities.includes(id),
      run() {
        const state = useExplorer.getState();
        state.change({ filters: toggleChosen(viewOf(state).filters, "community", id) });
      },
    }));
  return [...colors, ...communities];
});
