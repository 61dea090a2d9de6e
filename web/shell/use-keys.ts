import { useEffect } from "react";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** Keys that work everywhere on the page, except while something is being typed. */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const state = useExplorer.getState();
      if (event.defaultPrevented || state.dialog !== null) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !isTyping(event.target)) {
        event.preventDefault();
        if (event.shiftKey) state.redo();
        else {
          state.say(state.history.past.length > 0 ? text.state.undone : text.state.nothingToUndo);
          state.undo();
        }
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = ACTIONS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  "/": () => document.querySelector<HTMLInputElement>(".search input")?.focus(),
  "?": () => useExplorer.getState().openDialog("help"),
  a: () => useExplorer.getState().openDialog("paste"),
  g: () => useExplorer.getState().change({ pane: "graph" }),
  t: () => useExplorer.getState().change({ pane: "table" }),
  q: () => useExplorer.getState().change({ pane: "query" }),
  u: () => {
    const { history, toggleFold } = useExplorer.getState();
    const { selection } = history.present;
    if (selection?.type === "node") toggleFold(selection.key);
  },
  Escape: () => {
    const { history, found, select, say } = useExplorer.getState();
    if (history.present.selection === null && found === null) return;
    select(null, "address");
    say(text.state.released);
  },
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
