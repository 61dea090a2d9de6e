import { useExplorer } from "../state/store.ts";

/** Gives an article a tab that stays, as a step that can be undone. */
export function keepTab(id: string): void {
  const { history, change } = useExplorer.getState();
  const { tabs } = history.present;
  if (!tabs.includes(id)) change({ tabs: [...tabs, id] }, "article");
}

/** Takes a tab away; where it was open, the one beside it opens. */
export function closeTab(id: string): void {
  const { history, change, article, openArticle } = useExplorer.getState();
  const { tabs } = history.present;
  const at = tabs.indexOf(id);
  if (at === -1) return;
  change({ tabs: tabs.filter((other) => other !== id) }, "article");
  const beside = tabs[at + 1] ?? tabs[at - 1];
  if (article === id && beside !== undefined) openArticle(beside);
}
