import { type RefObject, useEffect } from "react";
import { speakerOf } from "../detail/ties.ts";
import { selectScene } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";

/** Where in the pane a person reads, as a share of its height. */
const READING_LINE = 0.33;

/** While it is asked for, shows in the graph what is being read as the article is scrolled, and marks it in the text. */
export function useFollow(scroll: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    const pane = scroll.current;
    if (pane === null || !isOn) return;
    let frame = 0;
    let current: string | null = null;
    const mark = (statement: string | null) => {
      if (statement === current) return;
      current = statement;
      for (const piece of pane.querySelectorAll<HTMLElement>(".piece")) {
        if (statement !== null && piece.dataset.statement === statement) piece.dataset.read = "";
        else delete piece.dataset.read;
      }
      useExplorer.getState().hover(statement === null ? null : nodeFor(statement));
    };
    const read = () => {
      frame = 0;
      mark(statementAtLine(pane));
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    pane.addEventListener("scroll", onScroll, { passive: true });
    onScroll();
    return () => {
      cancelAnimationFrame(frame);
      pane.removeEventListener("scroll", onScroll);
      mark(null);
    };
  }, [scroll, isOn]);
}

/** The statement that reaches over the reading line, else the last one before it. */
function statementAtLine(pane: HTMLElement): string | null {
  const pieces = pane.querySelectorAll<HTMLElement>(".piece.content");
  const frame = pane.getBoundingClientRect();
  // Near the ends the line moves to them, so that the first and the last statement can be read too.
  const share = pane.scrollTop / Math.max(1, pane.scrollHeight - pane.clientHeight);
  const line = frame.top + frame.height * (share < 0.05 ? share * 20 * READING_LINE : share > 0.95 ? 1 : READING_LINE);
  // Pieces stand in reading order: the last that begins above the line.
  let [from, to] = [0, pieces.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (pieces[middle].getBoundingClientRect().top <= line) from = middle + 1;
    else to = middle;
  }
  const piece = pieces[Math.max(0, from - 1)];
  return piece?.dataset.statement ?? null;
}

/** What stands for a statement in the picture: its own node, or who said it. */
function nodeFor(statement: string): { readonly type: "node"; readonly key: string } | null {
  const state = useExplorer.getState();
  const scene = selectScene(state);
  if (scene === null || state.graph === null || !state.graph.hasNode(statement)) return null;
  if (scene.graph.hasNode(statement)) return { type: "node", key: statement };
  const speaker = speakerOf(state.graph, statement);
  return speaker === null ? null : { type: "node", key: speaker };
}
