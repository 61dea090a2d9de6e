import { type NarrowPane, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { Icon, type IconName } from "./Icon.tsx";

const PLACES: readonly { readonly pane: NarrowPane; readonly icon: IconName; readonly label: string }[] = [
  { pane: "graph", icon: "graph", label: text.toolbar.graph },
  { pane: "read", icon: "read", label: text.toolbar.read },
  { pane: "list", icon: "table", label: text.toolbar.list },
];

/** One pane at a time on narrow screens: graph, article, list. */
export function BottomBar() {
  const current = useExplorer((state) => state.narrowPane);
  const ready = useExplorer((state) => state.phase === "ready");
  const showPane = useExplorer((state) => state.showPane);
  if (!ready) return null;
  return (
    <nav className="bottom-bar" aria-label={text.toolbar.views}>
      {PLACES.map(({ pane, icon, label }) => (
        <button
          key={pane}
          type="button"
          className="bottom-item"
          aria-current={pane === current ? "page" : undefined}
          onClick={() => showPane(pane)}
        >
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </nav>
  );
}
