import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { PANES, type Pane } from "../state/view.ts";
import { text } from "../text.ts";

/** Graph or table in the middle. */
export function ViewSwitch() {
  const { pane } = useView();
  const change = useExplorer((state) => state.change);
  return (
    <ToggleButtonGroup
      className="switch"
      aria-label={text.toolbar.views}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[pane]}
      onSelectionChange={(keys) => {
        const next = [...keys][0] as Pane | undefined;
        if (next !== undefined && next !== pane) change({ pane: next });
      }}
    >
      {PANES.map((id: Pane) => (
        <ToggleButton key={id} id={id} className="switch-item">
          {text.toolbar[id]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
