import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { SearchBox } from "../search/SearchBox.tsx";
import { useExplorer } from "../state/store.ts";
import { useTheme } from "../state/theme.ts";
import { text } from "../text.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import { ViewSwitch } from "./ViewSwitch.tsx";

/** The bar at the top: the name, search, views and tools. */
export function Header() {
  const { theme, choose } = useTheme();
  const openDialog = useExplorer((state) => state.openDialog);
  const ready = useExplorer((state) => state.phase === "ready");
  const other = theme === "dark" ? "light" : "dark";
  return (
    <header className="header">
      <h1 className="wordmark">
        <span className="wordmark-quote" aria-hidden="true">
          “
        </span>
        {text.product}
      </h1>
      {ready ? <SearchBox /> : <div className="search" />}
      {ready && <ViewSwitch />}
      <div className="tools" role="toolbar" aria-label={text.toolbar.label}>
        <Button className="button button-add" onPress={() => openDialog("paste")}>
          <Icon name="add" />
          <span>{text.toolbar.add}</span>
        </Button>
        {ready && (
          <IconButton
            className="button-filters"
            icon="filters"
            label={text.toolbar.filters}
            onPress={() => openDialog("filters")}
          />
        )}
        {ready && <IconButton icon="export" label={text.export.label} onPress={() => openDialog("export")} />}
        {ready && <IconButton icon="bookmark" label={text.saved.title} onPress={() => openDialog("saved")} />}
        <IconButton icon="command" label={text.palette.label} onPress={() => openDialog("palette")} />
        <IconButton
          icon={other}
          label={other === "dark" ? text.toolbar.dark : text.toolbar.light}
          onPress={() => choose(other)}
        />
        <IconButton icon="help" label={text.toolbar.help} onPress={() => openDialog("help")} />
      </div>
      <MenuTrigger>
        <Button className="icon-button more" aria-label={text.toolbar.more}>
          <Icon name="more" />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Menu className="menu" aria-label={text.toolbar.more}>
            <MenuItem className="menu-item" onAction={() => openDialog("paste")}>
              {text.toolbar.add}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => openDialog("filters")}>
              {text.toolbar.filters}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => openDialog("saved")}>
              {text.saved.title}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => openDialog("palette")}>
              {text.palette.label}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => openDialog("export")}>
              {text.toolbar.export}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => choose(other)}>
              {other === "dark" ? text.toolbar.dark : text.toolbar.light}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => openDialog("help")}>
              {text.toolbar.help}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </header>
  );
}
