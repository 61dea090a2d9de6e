import { messageOf } from "../data/errors.ts";
import { loadGraph } from "../data/load.ts";
import { placeOfSelection, useExplorer } from "./store.ts";

/** Opens the workspace's graph, the first thing the page does. */
export async function openWorkspace(): Promise<void> {
  const state = useExplorer.getState();
  useExplorer.setState({ phase: "loading", problem: "", progress: null });
  try {
    const graph = await loadGraph((progress) => useExplorer.setState({ progress }));
    if (graph === null || graph.order === 0) return state.showEmpty();
    state.showGraph(graph);
    const { history } = useExplorer.getState();
    const place = placeOfSelection(graph, history.present.selection);
    if (place !== null) useExplorer.setState({ article: place.article });
  } catch (error) {
    state.fail(messageOf(error));
  }
}
