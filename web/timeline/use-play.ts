import { useEffect, useState } from "react";
import { useExplorer } from "../state/store.ts";
import { type Bar, moveWindow, spanOf, windowOf } from "./days.ts";

/** How many times faster than at first it can play. */
export const SPEEDS = [1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Milliseconds a window is shown at speed 1. */
const BEAT = 1_000;

interface Play {
  readonly isPlaying: boolean;
  readonly speed: Speed;
  toggle(): void;
  setSpeed(speed: Speed): void;
  /** Moves the window by one bar, as a step that can be undone. */
  step(by: 1 | -1): void;
}

/** Plays a timeline: the window moves on bar by bar, from where it is to the end; one step back undoes all of it. */
export function usePlay(bars: readonly Bar[]): Play {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      if (!move(bars, 1, "adjust")) setPlaying(false);
    }, BEAT / speed);
    return () => clearInterval(timer);
  }, [isPlaying, bars, speed]);
  return {
    isPlaying,
    speed,
    setSpeed,
    toggle() {
      if (!isPlaying) begin(bars);
      setPlaying(!isPlaying);
    },
    step(by) {
      setPlaying(false);
      move(bars, by, "change");
    },
  };
}

/** Moves on; false at the end. */
function move(bars: readonly Bar[], by: number, how: "adjust" | "change"): boolean {
  const state = useExplorer.getState();
  const { filters } = state.history.present;
  const before = windowOf(bars, filters.from, filters.to);
  const after = moveWindow(before, by, bars.length);
  if (after.first === before.first && after.last === before.last) return false;
  state[how]({ filters: { ...filters, ...spanOf(bars, after) } });
  return true;
}

/** The step that undoing comes back to; from the end it begins anew. */
function begin(bars: readonly Bar[]): void {
  const { change, history } = useExplorer.getState();
  const { filters } = history.present;
  const { first, last } = windowOf(bars, filters.from, filters.to);
  const isWhole = first === 0 && last === bars.length - 1;
  const window = isWhole
    ? { first: 0, last: 0 }
    : last === bars.length - 1
      ? { first: 0, last: last - first }
      : { first, last };
  change({ filters: { ...filters, ...spanOf(bars, window) } });
}
