import { registerCommands } from "../palette/registry.ts";
import { viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { closeTab, keepTab } from "./tabs.ts";

const state = useExplorer.getState;
const titleOf = (id: string) => state().readings.get(id)?.article.title ?? "";

registerCommands([
  {
    id: "reading.follow",
    group: "reading",
    label: text.article.follow,
    also: "synchronise sync scroll",
    keys: ["F"],
    isOn: () => viewOf(state()).follow,
    run: () => state().change({ follow: !viewOf(state()).follow }, "article"),
  },
]);
registerCommands(() => {
  const { article, phase } = state();
  if (article === null || phase !== "ready") return [];
  const isKept = viewOf(state()).tabs.includes(article);
  return [
    {
      id: "reading.tab",
      group: "reading",
      label: isKept ? text.article.close(titleOf(article)) : text.article.keep(titleOf(article)),
      also: "tab pin",
      run: () => (isKept ? closeTab(article) : keepTab(article)),
    },
  ];
});
