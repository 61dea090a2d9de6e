import { useView } from "../state/derived.ts";
import { type NarrowPane, useExplorer } from "../state/store.ts";
import type { Pane } from "../state/view.ts";
import { text } from "../text.ts";
import { Icon, type IconName } from "./Icon.tsx";

type PlaceId = NarrowPane | "query";

const PLACES: readonly { readonly id: PlaceId; readonly icon: IconName; readonly label: string }[] = [
  { id: "graph", icon: "graph", label: text.toolbar.graph },
  { id: "read", icon: "read", label: text.toolbar.read },
  { id: "list", icon: "table", label: text.toolbar.list },
  { id: "query", icon: "query", label: text.toolbar.query },
];
/** Where what the middle shows stands in the bar. */
const PLACE_OF: Readonly<Record<Pane, PlaceId>> = { graph: "graph", table: "list", passages: "list", query: "query" };
/** What the middle shows in each place; the article stands beside it. */
const MIDDLE: Readonly<Record<PlaceId, Pane | null>> = { graph: "graph", read: null, list: "table", query: "query" };

/** One pane at a time on narrow screens: graph, article, list, query. */
export function BottomBar() {
  const narrow = useExplorer((state) => state.narrowPane);
  const ready = useExplorer((state) => state.phase === "ready");
  const { pane } = useView();
  if (!ready) return null;
  const current: PlaceId = narrow === "graph" ? PLACE_OF[pane] : narrow;
  return (
    <nav className="bottom-bar" aria-label={text.toolbar.views}>
      {PLACES.map(({ id, icon, label }) => (
        <button
          key={id}
          type="button"
          className="bottom-item"
          aria-current={id === current ? "page" : undefined}
          onClick={() => goTo(id, pane)}
        >
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </nav>
  );
}

function goTo(id: PlaceId, pane: Pane): void {
  const { showPane, change } = useExplorer.getState();
  showPane(id === "query" ? "graph" : id);
  const middle = MIDDLE[id];
  // A list that is open already stays the one it is.
  if (middle !== null && PLACE_OF[pane] !== id) change({ pane: middle });
}
