import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Icon } from "../shell/Icon.tsx";
import { useView } from "../state/derived.ts";
import { text } from "../text.ts";
import { chooseLayout, toggleApart, unpinAll } from "./actions.ts";
import { isLong, useLayoutRun } from "./layout-run.ts";
import { LAYOUTS, type LayoutName } from "./layouts.ts";

/** How the graph is laid out: a menu, and while that takes its time, how far it is and a button that ends it. */
export function LayoutControl() {
  const { arrangement } = useView();
  const { layout, apart, pins } = arrangement;
  return (
    <div className="layout-control">
      <MenuTrigger>
        <Button className="layout-button" aria-label={text.layout.menu(layout)}>
          <Icon name="layout" />
          <span>{text.layout.name(layout)}</span>
          <Icon name="fold" />
        </Button>
        <Popover className="popover" placement="bottom start">
          <Menu className="menu layout-menu">
            <MenuSection
              aria-label={text.layout.label}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[layout]}
              onSelectionChange={(keys) => {
                const next = [...keys][0] as LayoutName | undefined;
                if (next !== undefined && next !== layout) chooseLayout(next);
              }}
            >
              {LAYOUTS.map((name) => (
                <MenuItem key={name} id={name} className="menu-item layout-item" textValue={text.layout.name(name)}>
                  <span className="layout-name">{text.layout.name(name)}</span>
                  <span className="layout-about">{text.layout.about(name)}</span>
                </MenuItem>
              ))}
            </MenuSection>
            <Separator className="menu-line" />
            <MenuSection
              aria-label={text.layout.apart}
              selectionMode="multiple"
              selectedKeys={apart ? ["apart"] : []}
              onSelectionChange={toggleApart}
            >
              <MenuItem id="apart" className="menu-item layout-item">
                {text.layout.apart}
              </MenuItem>
            </MenuSection>
            {pins.length > 0 && (
              <MenuItem id="unpin" className="menu-item layout-item" onAction={unpinAll}>
                {text.layout.unpinAll(pins.length)}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {isLong(arrangement) && <Progress waitsForCommunities={layout === "community"} />}
    </div>
  );
}

function Progress({ waitsForCommunities }: { readonly waitsForCommunities: boolean }) {
  const progress = useLayoutRun((state) => state.progress);
  const stop = useLayoutRun((state) => state.stop);
  if (progress === null) return null;
  const percent = Math.round(progress * 100);
  return (
    <div className="layout-progress">
      <span>{waitsForCommunities ? text.layout.waiting : text.layout.running(percent)}</span>
      {!waitsForCommunities && (
        <button type="button" className="text-button" aria-label={text.layout.stopLayout} onClick={stop}>
          {text.layout.stop}
        </button>
      )}
    </div>
  );
}
