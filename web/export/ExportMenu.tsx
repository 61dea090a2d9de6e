import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Icon } from "../shell/Icon.tsx";
import { text } from "../text.ts";
import { EXPORTS } from "./exports.ts";
import { runExport } from "./run-export.ts";

/** What can be saved from the page. */
export function ExportMenu() {
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={text.export.label}>
        <Icon name="export" />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="menu" aria-label={text.export.label}>
          {EXPORTS.map(({ id, label }) => (
            <MenuItem key={id} className="menu-item" onAction={() => void runExport(id)}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
