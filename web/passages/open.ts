import type { PassageQuery } from "../state/passages.ts";
import { useExplorer } from "../state/store.ts";

/** Lists passages in the middle of the page, as a step that can be undone; null lists everything that was said. */
export function openPassages(query: PassageQuery | null): void {
  const { change, showPane } = useExplorer.getState();
  change({ pane: "passages", passages: query });
  showPane("graph");
}
