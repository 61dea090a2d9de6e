import { useEffect } from "react";
import { useExplorer } from "../state/store.ts";

/**
 * Shows in the graph what the answer holds, as long as the view says so: after going back and forth, and for who comes by
 * the address, too. What answers is loaded when it is needed.
 */
export function useShownAnswer(): void {
  const graph = useExplorer((state) => state.graph);
  const question = useExplorer(({ history: { present } }) => (present.question?.isShown ? present.question : null));
  useEffect(() => {
    if (graph === null) return;
    if (question === null) {
      if (useExplorer.getState().found !== null) useExplorer.setState({ found: null });
      return;
    }
    let isOver = false;
    void import("./shown-answer.ts")
      .then(({ foundBy }) => foundBy(graph, question))
      .then((found) => {
        if (!isOver && found !== null) useExplorer.setState({ found });
      });
    return () => {
      isOver = true;
    };
  }, [graph, question]);
}
