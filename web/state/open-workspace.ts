import { messageOf } from "../data/errors.ts";
import { loadGraph } from "../data/load.ts";
import { prepareFacets } from "../filters/facets.ts";
import { prepareScene } from "./derived.ts";
import { placeOfSelection, useExplorer } from "./store.ts";

/** Opening that is under way. */
let opening: AbortController | null = null;

// Whatever is shown meanwhile, an article that was pasted for instance, takes the place of what is being opened.
useExplorer.subscribe(({ phase }) => {
  if (phase === "loading") return;
  opening?.abort();
  opening = null;
});

/** Opens the workspace's graph, the first thing the page does. Ends what is being opened already. */
export async function openWorkspace(): Promise<void> {
  opening?.abort();
  const current = new AbortController();
  const { signal } = current;
  useExplorer.setState({ phase: "loading", problem: "", progress: null });
  opening = current;
  const state = useExplorer.getState();
  try {
    const graph = await loadGraph((progress) => useExplorer.setState({ progress }), signal);
    if (signal.aborted) return;
    if (graph === null || graph.order === 0) return state.showEmpty();
    await prepareScene({ ...useExplorer.getState(), graph, analysis: null }, signal);
    await prepareFacets(graph, signal);
    if (signal.aborted) return;
    state.showGraph(graph);
    const { history } = useExplorer.getState();
    const place = placeOfSelection(graph, history.present.selection);
    if (place !== null) useExplorer.setState({ article: place.article });
  } catch (error) {
    if (!signal.aborted) state.fail(messageOf(error));
  }
}
