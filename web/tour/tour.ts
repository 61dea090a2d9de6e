import { create } from "zustand";
import { useExplorer } from "../state/store.ts";

/** Kept in the browser once the tour was there. */
const KEY = "onrecord-tour";

/** A step of the tour: what it points at, the first of these that is on the screen. */
export interface TourStep {
  readonly id: "graph" | "text" | "find";
  readonly targets: readonly string[];
}

export const TOUR: readonly TourStep[] = [
  { id: "graph", targets: [".canvas", ".middle-body"] },
  { id: "text", targets: [".reading", ".bottom-item:nth-child(2)"] },
  { id: "find", targets: [".search input", ".button-add"] },
];

interface TourState {
  /** The place in TOUR; null while there is no tour. */
  readonly step: number | null;
  /** Whether a person asked for it: then it takes the focus. */
  readonly isAskedFor: boolean;
}

export const useTour = create<TourState>()(() => ({ step: null, isAskedFor: false }));

export function startTour(): void {
  useExplorer.getState().openDialog(null);
  useTour.setState({ step: 0, isAskedFor: true });
}

export function goToStep(step: number): void {
  useTour.setState({ step });
}

export function endTour(): void {
  useTour.setState({ step: null });
}

/**
 * Shows the tour by itself on the first visit, once there is a graph; never to who opens a link to something, and never
 * twice.
 */
export function followFirstVisit(): void {
  const isPlain = location.hash.length < 2;
  if (!isPlain || wasShown()) return;
  const stop = useExplorer.subscribe(({ phase }) => {
    if (phase !== "ready") return;
    stop();
    rememberShown();
    useTour.setState({ step: 0, isAskedFor: false });
  });
}

function wasShown(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    // Where nothing can be kept the tour would come each time.
    return true;
  }
}

function rememberShown(): void {
  try {
    localStorage.setItem(KEY, "shown");
  } catch {
    // It was asked before whether anything can be kept.
  }
}
