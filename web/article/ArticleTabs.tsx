import type { OnRecordGraph } from "../../src/graph/index.ts";
import { articleKey } from "../../src/model/index.ts";
import { IconButton } from "../shell/IconButton.tsx";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { ArticleChooser } from "./ArticleChooser.tsx";
import { closeTab, keepTab } from "./tabs.ts";

/**
 * The open articles, where there are several: those that were kept, and the one a selection opened, which gives way to the
 * next. Behind them the list of all.
 */
export function ArticleTabs() {
  const graph = useExplorer((state) => state.graph);
  const current = useExplorer((state) => state.article);
  const openArticle = useExplorer((state) => state.openArticle);
  const { tabs } = useView();
  if (graph === null || !hasSeveral(graph)) return null;
  const kept = tabs.filter((id) => graph.hasNode(articleKey(id)));
  const open = current === null || kept.includes(current) ? kept : [...kept, current];
  return (
    <nav className="tabs" aria-label={text.article.open}>
      <ul>
        {open.map((id) => {
          const isKept = kept.includes(id);
          const title = titleOf(graph, id);
          return (
            <li key={id} className="tab" data-current={id === current || undefined} data-kept={isKept || undefined}>
              <button
                type="button"
                className="tab-title"
                aria-current={id === current ? "true" : undefined}
                title={title}
                ref={(tab) => {
                  if (id === current) tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
                }}
                onClick={() => openArticle(id)}
                onDoubleClick={() => keepTab(id)}
              >
                {title}
              </button>
              <IconButton
                className="tab-button"
                icon={isKept ? "close" : "keep"}
                label={isKept ? text.article.close(title) : text.article.keep(title)}
                onPress={() => (isKept ? closeTab(id) : keepTab(id))}
              />
            </li>
          );
        })}
      </ul>
      <ArticleChooser graph={graph} />
    </nav>
  );
}

function titleOf(graph: OnRecordGraph, id: string): string {
  const key = articleKey(id);
  return graph.hasNode(key) ? graph.getNodeAttribute(key, "label") : id;
}

function hasSeveral(graph: OnRecordGraph): boolean {
  let count = 0;
  return graph.findNode((_, { kind }) => kind === "Article" && ++count > 1) !== undefined;
}
