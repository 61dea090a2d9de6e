import { selectPassing, viewOf } from "../state/derived.ts";
import { sameSelection } from "../state/selection.ts";
import { type ExplorerState, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** How long filters rest before it is said what they leave, in milliseconds: a slider passes many. */
const REST = 400;

/** Says to screen readers what has changed on the page: what is selected, and how much the filters leave. */
export function followChanges(): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  return useExplorer.subscribe((state, before) => {
    if (state.graph === null || state.history === before.history) return;
    const [view, previous] = [viewOf(state), viewOf(before)];
    if (!sameSelection(view.selection, previous.selection)) {
      const { message } = state;
      // Who made the selection may know better what to say, and says it next.
      queueMicrotask(() => {
        const now = useExplorer.getState();
        if (now.message === message) now.say(selectionWords(now));
      });
    }
    if (view.filters !== previous.filters || view.hidden !== previous.hidden) {
      clearTimeout(resting);
      resting = setTimeout(() => useExplorer.getState().say(filterWords(useExplorer.getState())), REST);
    }
  });
}

/** What is selected, in words. */
function selectionWords(state: ExplorerState): string {
  const { graph } = state;
  const { selection } = viewOf(state);
  if (graph === null || selection === null) return text.state.released;
  const { type, key } = selection;
  if (type === "node" && graph.hasNode(key)) return text.state.selected(graph.getNodeAttribute(key, "label"));
  if (type === "edge" && graph.hasEdge(key)) {
    const [from, to] = graph.extremities(key).map((end) => graph.getNodeAttribute(end, "label"));
    return text.state.selected(`${from} ${graph.getEdgeAttribute(key, "label")} ${to}`);
  }
  return text.state.selected(text.legend.ties);
}

/** How many statements pass the filters. */
function filterWords(state: ExplorerState): string {
  const { graph } = state;
  if (graph === null) return "";
  let all = 0;
  graph.forEachNode((_, { kind }) => {
    if (kind === "Statement") all++;
  });
  return text.state.passing(selectPassing(state)?.size ?? all, all);
}
