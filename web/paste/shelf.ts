import type { Reading } from "../../src/model/index.ts";
import { loadReading } from "../data/load.ts";
import { articleIdOf, useExplorer } from "../state/store.ts";
import { FIRST_VIEW } from "../state/view.ts";
import { text } from "../text.ts";
import type { Stage } from "./messages.ts";
import { articleOf, readInWorker } from "./reader.ts";

/** More articles than this are not built anew on the page when one is added to them. */
export const MOST_TOGETHER = 200;

/** How many articles the graph on the page has. */
export function articleCount(): number {
  return articleIds().length;
}

/**
 * Reads an article on the page and shows it: together with those that are there, or on its own.
 *
 * @throws OnRecordError where it can't be read; the graph stays as it was.
 */
export async function addArticle(
  contents: string | Uint8Array,
  name: string,
  together: boolean,
  onStage: (stage: Stage) => void,
  signal: AbortSignal,
): Promise<Reading> {
  const article = await articleOf(contents, name);
  const others = together ? await readingsHere(article.id) : [];
  const { reading, graph } = await readInWorker({ article, others }, onStage, signal);
  if (reading === null) throw new Error("the worker read nothing");
  const { pasted, showGraph } = useExplorer.getState();
  showGraph(graph, [...others, reading], [...new Set([...(together ? pasted : []), article.id])]);
  const { change, openArticle, say } = useExplorer.getState();
  openArticle(article.id);
  change({ ...FIRST_VIEW, pane: useExplorer.getState().history.present.pane }, "article");
  const { length } = reading.statements;
  say(length > 0 ? text.paste.found(article.title, length) : text.paste.foundNone(article.title));
  return reading;
}

/** Takes an article that was read here off the page again. */
export async function removeArticle(id: string): Promise<void> {
  const others = await readingsHere(id);
  const state = useExplorer.getState();
  const pasted = state.pasted.filter((other) => other !== id);
  if (others.length === 0) {
    useExplorer.setState({ phase: "empty", graph: null, readings: new Map(), pasted, article: null });
    return;
  }
  const { graph } = await readInWorker({ article: null, others }, () => {}, new AbortController().signal);
  useExplorer.getState().showGraph(graph, others, pasted);
}

/** The readings of every article in the graph but one. */
function readingsHere(except: string): Promise<Reading[]> {
  const { readings } = useExplorer.getState();
  return Promise.all(
    articleIds()
      .filter((id) => id !== except)
      .map(async (id) => readings.get(id) ?? (await loadReading(id))),
  );
}

function articleIds(): string[] {
  const { graph } = useExplorer.getState();
  return graph === null ? [] : graph.filterNodes((_, { kind }) => kind === "Article").map(articleIdOf);
}
