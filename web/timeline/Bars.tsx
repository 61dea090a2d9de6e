import { type PointerEvent, useEffect, useRef, useState } from "react";
import { text } from "../text.ts";
import type { Bar, Unit, Window } from "./days.ts";
import { formatSpan } from "./labels.ts";

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly unit: Unit;
  readonly window: Window;
  readonly onKeep: (window: Window) => void;
}

/** What dragging does: a new window from where it began, or the old one moved. */
type Drag =
  | { readonly type: "draw"; readonly at: number }
  | { readonly type: "move"; readonly at: number; readonly from: Window };

/** The bars, to be brushed: dragging over them keeps those; dragging what is kept moves it; a click keeps one bar. */
export function Bars({ bars, unit, window: kept, onKeep }: BarsProps) {
  const strip = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const [brush, setBrush] = useState<Window | null>(null);
  const scale = scaleOf(bars);
  const last = bars.length - 1;
  const shown = brush ?? kept;
  const isWhole = kept.first === 0 && kept.last === last;
  useEffect(() => {
    strip.current?.querySelectorAll<HTMLElement>(".bar-slot").forEach((slot, index) => {
      slot.style.setProperty("--all", `${scale.all * bars[index].count}%`);
      slot.style.setProperty("--left", `${scale.left * bars[index].left}%`);
    });
  }, [bars, scale.all, scale.left]);

  const indexAt = (event: PointerEvent) => {
    const box = strip.current?.getBoundingClientRect();
    if (!box) return 0;
    return Math.min(last, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    strip.current?.setPointerCapture(event.pointerId);
    const at = indexAt(event);
    const inside = !isWhole && at >= kept.first && at <= kept.last && kept.last > kept.first;
    drag.current = inside ? { type: "move", at, from: kept } : { type: "draw", at };
    setBrush(inside ? kept : { first: at, last: at });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null) return;
    const at = indexAt(event);
    setBrush(dragged(drag.current, at, last));
  };
  const onPointerUp = (event: PointerEvent) => {
    if (drag.current !== null) onKeep(dragged(drag.current, indexAt(event), last));
    drag.current = null;
    setBrush(null);
  };
  return (
    <div
      ref={strip}
      className="bars"
      data-whole={(isWhole && brush === null) || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
        setBrush(null);
      }}
    >
      {bars.map((bar, index) => (
        <span
          key={bar.from}
          className="bar-slot"
          data-kept={(index >= shown.first && index <= shown.last) || undefined}
          data-first={index === shown.first || undefined}
          data-last={index === shown.last || undefined}
          title={text.timeline.bar(formatSpan(bar.from, bar.to, unit), bar.left, bar.count)}
        >
          <span className="bar-all" />
          <span className="bar" />
        </span>
      ))}
    </div>
  );
}

/** Per cent of the height a statement takes: where the filters leave little, bars of their own height rather than slivers of the whole. */
function scaleOf(bars: readonly Bar[]): { readonly all: number; readonly left: number } {
  let [count, left] = [1, 1];
  for (const bar of bars) [count, left] = [Math.max(count, bar.count), Math.max(left, bar.left)];
  return left * 4 < count ? { all: 0, left: 100 / left } : { all: 100 / count, left: 100 / count };
}

function dragged(drag: Drag, at: number, last: number): Window {
  if (drag.type === "draw") return { first: Math.min(drag.at, at), last: Math.max(drag.at, at) };
  // A click into what is kept keeps that one bar.
  if (at === drag.at) return { first: at, last: at };
  const shift = Math.max(-drag.from.first, Math.min(last - drag.from.last, at - drag.at));
  return { first: drag.from.first + shift, last: drag.from.last + shift };
}
