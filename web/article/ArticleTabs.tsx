import { useMemo } from "react";
import { removeArticle } from "../paste/shelf.ts";
import { IconButton } from "../shell/IconButton.tsx";
import { articleIdOf, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** Which article is open, where there are several. */
export function ArticleTabs() {
  const graph = useExplorer((state) => state.graph);
  const current = useExplorer((state) => state.article);
  const openArticle = useExplorer((state) => state.openArticle);
  const articles = useMemo(() => {
    if (graph === null) return [];
    const keys = graph.filterNodes((_, { kind }) => kind === "Article");
    return keys.map((key) => {
      const node = graph.getNodeAttributes(key);
      return { id: articleIdOf(key), title: node.label, date: node.kind === "Article" ? (node.date ?? "") : "" };
    });
  }, [graph]);
  const pasted = useExplorer((state) => state.pasted);
  const removable = current !== null && pasted.includes(current);
  if (articles.length < 2 && !removable) return null;
  const title = articles.find(({ id }) => id === current)?.title ?? "";
  return (
    <div className="tabs">
      <label htmlFor="article-choice">{text.article.articles}</label>
      <select id="article-choice" value={current ?? ""} onChange={(event) => openArticle(event.target.value)}>
        {articles.map(({ id, title, date }) => (
          <option key={id} value={id}>
            {[date, title].filter(Boolean).join("  ")}
          </option>
        ))}
      </select>
      {removable && (
        <IconButton icon="close" label={text.article.remove(title)} onPress={() => void removeArticle(current)} />
      )}
    </div>
  );
}
