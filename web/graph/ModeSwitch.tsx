import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { MODES, type Mode } from "../scene/scene.ts";
import { selectMode } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** Stakeholders with weighted ties, or every statement as a node. */
export function ModeSwitch() {
  const mode = useExplorer(selectMode);
  const change = useExplorer((state) => state.change);
  return (
    <ToggleButtonGroup
      className="switch"
      aria-label={text.mode.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[mode]}
      onSelectionChange={(keys) => {
        const next = [...keys][0] as Mode | undefined;
        if (next !== undefined && next !== mode) change({ mode: next, unfolded: [] });
      }}
    >
      {MODES.map((id) => (
        <ToggleButton key={id} id={id} className="switch-item">
          {text.mode[id]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
