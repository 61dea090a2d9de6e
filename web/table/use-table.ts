import { useMemo } from "react";
import { selectTouched, useStatementFilter, useView } from "../state/derived.ts";
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
  const graph = useExplorer((state) => state.graph);
  const touched = useExplorer(selectTouched);
  return useMemo(
    () => ({
      isStatementSeen,
      isFiltering: touched !== null || hidden.length > 0,
      isTieSeen: (kind) => !hidden.includes(kind),
      isNodeSeen: (key) =>
        graph !== null && !hidden.includes(graph.getNodeAttribute(key, "kind")) && (touched?.has(key) ?? true),
    }),
    [isStatementSeen, hidden, graph, touched],
  );
}
