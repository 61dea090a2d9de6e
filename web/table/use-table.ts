import { useMemo } from "react";
import { selectPassing, selectScene, selectVisible, useStatementFilter, useView, viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import type { TableView } from "../state/table-view.ts";
import type { Seen } from "./sheet.ts";

/** Changes what the table shows, as a step that can be undone, or `quietly` as a part of the last one. */
export function changeTable(next: Partial<TableView>, quietly = false): void {
  const { history, change, adjust } = useExplorer.getState();
  const table = { ...history.present.table, ...next };
  if (quietly) adjust({ table });
  else change({ table }, "table");
}

/** What the page's filters leave: the same that the picture shows, and articles where the picture has none. */
export function useSeen(): Seen {
  const isStatementSeen = useStatementFilter();
  const { hidden } = useView();
  const scene = useExplorer(selectScene);
  const visible = useExplorer(selectVisible);
  const isFiltering = useExplorer((state) => selectPassing(state) !== null);
  return useMemo(() => {
    const { graph } = useExplorer.getState();
    return {
      isStatementSeen,
      isFiltering: isFiltering || hidden.length > 0,
      isTieSeen: (kind) => !hidden.includes(kind),
      isNodeSeen(key) {
        if (scene?.graph.hasNode(key)) return visible.nodes.has(key);
        return graph !== null && !hidden.includes(graph.getNodeAttribute(key, "kind"));
      },
    };
  }, [isStatementSeen, hidden, scene, visible, isFiltering]);
}

/** The pane that is shown for the table, on narrow screens too. */
export function isTableShown(): boolean {
  const state = useExplorer.getState();
  return viewOf(state).pane === "table" || state.narrowPane === "list";
}
