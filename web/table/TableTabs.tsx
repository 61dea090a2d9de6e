import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { TABLE_TABS, type TableTab } from "../state/table-view.ts";
import { text } from "../text.ts";
import { changeTable } from "./use-table.ts";

/** Which table is shown. */
export function TableTabs({ tab }: { readonly tab: TableTab }) {
  return (
    <ToggleButtonGroup
      className="switch table-tabs"
      aria-label={text.table.tabs}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[tab]}
      onSelectionChange={(keys) => {
        const next = [...keys][0] as TableTab | undefined;
        if (next !== undefined && next !== tab) changeTable({ tab: next, only: null });
      }}
    >
      {TABLE_TABS.map((id) => (
        <ToggleButton key={id} id={id} className="switch-item">
          {text.table.tab(id)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
