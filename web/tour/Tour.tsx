import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { IconButton } from "../shell/IconButton.tsx";
import { selectVisible } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { type Box, isRoomy, type Point, placeCard, placeInside } from "./place.ts";
import { endTour, goToStep, TOUR, useTour } from "./tour.ts";

/** Three cards that point at the graph, the text and the search; the page stays usable under them. */
export default function Tour() {
  const step = useTour((state) => state.step);
  const dialog = useExplorer((state) => state.dialog);
  return step === null || dialog !== null ? null : <Card step={step} />;
}

function Card({ step }: { readonly step: number }) {
  const isAskedFor = useTour((state) => state.isAskedFor);
  const card = useRef<HTMLElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const [, measureAgain] = useState(0);
  const id = useId();
  const { id: name, targets } = TOUR[step];
  const isLast = step === TOUR.length - 1;

  useLayoutEffect(() => {
    const target = boxOf(targets);
    const { current: element } = card;
    if (element === null || target === null) return;
    const size = element.getBoundingClientRect();
    const { left, top } =
      name === "graph" && isRoomy(target, size)
        ? placeInside(target, size, nodesOnScreen())
        : placeCard(target, size, { width: innerWidth, height: innerHeight });
    Object.assign(element.style, { left: `${left}px`, top: `${top}px` });
    if (ring.current !== null)
      Object.assign(ring.current.style, {
        left: `${target.left}px`,
        top: `${target.top}px`,
        width: `${target.width}px`,
        height: `${target.height}px`,
      });
  });
  // What it points at moves with panes and windows.
  useEffect(() => {
    const observer = new ResizeObserver(() => measureAgain((count) => count + 1));
    for (const selector of targets)
      for (const element of document.querySelectorAll(selector)) observer.observe(element);
    observer.observe(document.documentElement);
    // Where its nodes are is known once the graph is drawn.
    const again = () => measureAgain((count) => count + 1);
    document.addEventListener("onrecord:drawn", again);
    return () => {
      observer.disconnect();
      document.removeEventListener("onrecord:drawn", again);
    };
  }, [targets]);
  useEffect(() => {
    if (isAskedFor || step > 0) next.current?.focus();
  }, [step, isAskedFor]);

  return (
    <>
      <div ref={ring} className="tour-ring" aria-hidden="true" />
      <section
        ref={card}
        className="tour"
        aria-labelledby={`${id}-title`}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          endTour();
        }}
      >
        <IconButton className="tour-close" icon="close" label={text.tour.skip} onPress={endTour} />
        <div role="status">
          <p className="tour-count">{text.tour.step(step + 1, TOUR.length)}</p>
          <h2 id={`${id}-title`}>{text.tour.titles[name]}</h2>
          <p>{text.tour.words[name]}</p>
        </div>
        <div className="row row-end">
          {isLast ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                endTour();
                useExplorer.getState().openDialog("paste");
              }}
            >
              {text.toolbar.add}
            </button>
          ) : (
            <button type="button" className="button" onClick={endTour}>
              {text.tour.skip}
            </button>
          )}
          <button
            ref={next}
            type="button"
            className="button button-strong"
            onClick={() => (isLast ? endTour() : goToStep(step + 1))}
          >
            {isLast ? text.tour.done : text.tour.next}
          </button>
        </div>
      </section>
    </>
  );
}

/** More nodes than these tell nothing more of where there is room. */
const ENOUGH = 400;

/** Where nodes of the graph are on the screen. */
function nodesOnScreen(): Point[] {
  const canvas = document.querySelector(".canvas");
  const frame = canvas?.getBoundingClientRect();
  if (!canvas || !frame) return [];
  return [...selectVisible(useExplorer.getState()).nodes].slice(0, ENOUGH).flatMap((key) => {
    const detail: { key: string; place?: Point | null } = { key };
    canvas.dispatchEvent(new CustomEvent("onrecord:locate", { detail }));
    return detail.place ? [{ x: frame.x + detail.place.x, y: frame.y + detail.place.y }] : [];
  });
}

/** Where the first of the targets that is on the screen stands. */
function boxOf(targets: readonly string[]): Box | null {
  for (const selector of targets) {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    if (box !== undefined && box.width > 0 && box.height > 0) return box;
  }
  return null;
}
