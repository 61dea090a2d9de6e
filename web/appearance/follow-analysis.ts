import { messageOf } from "../data/errors.ts";
import { useExplorer } from "../state/store.ts";
import type { View } from "../state/view.ts";
import { text } from "../text.ts";

/** Whether a view shows what has to be worked out of the whole graph. */
export function needsAnalysis({ appearance, arrangement, filters }: View): boolean {
  if (arrangement.layout === "community") return true;
  return appearance.size !== "given" || appearance.color === "community" || filters.communities.length > 0;
}

/** Works out measures and communities of each graph once a view needs them. */
export function followAnalysis(): () => void {
  let running: AbortController | null = null;
  let last: object | null = null;
  return useExplorer.subscribe((state) => {
    const { graph, history, analysis, say } = state;
    if (graph === null || analysis !== null || graph === last || !needsAnalysis(history.present)) return;
    last = graph;
    running?.abort(new Error(text.appearance.superseded));
    const current = new AbortController();
    running = current;
    void import("./analyse.ts")
      .then(({ analyse }) => analyse(graph, current.signal))
      .then((found) => {
        if (useExplorer.getState().graph !== graph) return;
        useExplorer.setState({ analysis: found });
        say(text.appearance.ready(found.communities.filter(({ members }) => members.length > 1).length));
      })
      .catch((error) => {
        if (!current.signal.aborted) say(text.appearance.failed(messageOf(error)));
      });
  });
}
