import type { Reading } from "../../src/model/index.ts";
import { loadReading } from "../data/load.ts";
import { articleIdOf, useExplorer } from "../state/store.ts";
import { FIRST_VIEW } from "../state/view.ts";
import { text } from "../text.ts";
import type { Stage } from "./messages.ts";
import { articlesOf, type Input, readInWorker } from "./reader.ts";

/** More articles than this are not built anew on the page when one is added to them. */
export const MOST_TOGETHER = 200;

/** How many articles the graph on the page has. */
export function articleCount(): number {
  return articleIds().length;
}

/**
 * Reads articles on the page and shows them: together with those that are there, or on their own.
 *
 * @throws OnRecordError where nothing can be read; the graph stays as it was.
 */
export async function addArticles(
  inputs: readonly Input[],
  together: boolean,
  onStage: (stage: Stage) => void,
  signal: AbortSignal,
): Promise<void> {
  const { articles, leftOut } = await articlesOf(inputs, MOST_TOGETHER);
  const ids = articles.map(({ id }) => id);
  const others = together ? await readingsHere(ids) : [];
  const { readings, graph } = await readInWorker({ articles, others }, onStage, signal);
  const { pasted, showGraph } = useExplorer.getState();
  showGraph(graph, [...others, ...readings], [...new Set([...(together ? pasted : []), ...ids])]);
  const { change, openArticle, say } = useExplorer.getState();
  openArticle(ids[0]);
  change({ ...FIRST_VIEW, pane: useExplorer.getState().history.present.pane }, "article");
  const length = readings.reduce((sum, { statements }) => sum + statements.length, 0);
  if (articles.length > 1 || leftOut > 0) say(text.paste.foundMany(articles.length, length, leftOut));
  else say(length > 0 ? text.paste.found(articles[0].title, length) : text.paste.foundNone(articles[0].title));
}

/** Takes an article that was read here off the page again. */
export async function removeArticle(id: string): Promise<void> {
  const others = await readingsHere([id]);
  const state = useExplorer.getState();
  const pasted = state.pasted.filter((other) => other !== id);
  if (others.length === 0) {
    useExplorer.setState({ phase: "empty", graph: null, readings: new Map(), pasted, article: null });
    return;
  }
  const { graph } = await readInWorker({ articles: [], others }, () => {}, new AbortController().signal);
  useExplorer.getState().showGraph(graph, others, pasted);
}

/** The readings of every article in the graph but some. */
function readingsHere(except: readonly string[]): Promise<Reading[]> {
  const { readings } = useExplorer.getState();
  return Promise.all(
    articleIds()
      .filter((id) => !except.includes(id))
      .map(async (id) => readings.get(id) ?? (await loadReading(id))),
  );
}

function articleIds(): string[] {
  const { graph } = useExplorer.getState();
  return graph === null ? [] : graph.filterNodes((_, { kind }) => kind === "Article").map(articleIdOf);
}
