import { type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { formatShortDay } from "../article/dates.ts";
import { IconButton } from "../shell/IconButton.tsx";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { barsOf } from "./days.ts";

/** Milliseconds a bar is shown while the timeline plays. */
const BEAT = 700;

/** Statements over time, where the articles are of more than one day; dragging over the bars keeps those days. */
export function Timeline() {
  const graph = useExplorer((state) => state.graph);
  const change = useExplorer((state) => state.change);
  const { filters } = useView();
  const bars = useMemo(() => (graph === null ? [] : barsOf(graph)), [graph]);
  const strip = useRef<HTMLDivElement>(null);
  /** The bar the brush began at. */
  const anchor = useRef(0);
  const [brush, setBrush] = useState<readonly [number, number] | null>(null);
  const [playing, setPlaying] = useState(false);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const last = bars.length - 1;
  const from =
    brush?.[0] ??
    Math.max(
      0,
      bars.findIndex(({ to }) => filters.from === null || to >= filters.from),
    );
  const to = brush?.[1] ?? (filters.to === null ? last : bars.findLastIndex((bar) => bar.from <= (filters.to ?? "")));

  const keep = (first: number, end: number) => {
    const whole = first <= 0 && end >= last;
    const next = whole ? { from: null, to: null } : { from: bars[first].from, to: bars[end].to };
    change({ filters: { ...useExplorer.getState().history.present.filters, ...next } });
  };
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const state = useExplorer.getState();
      const now = state.history.present.filters;
      const at = bars.findIndex((bar) => bar.from === now.from && bar.to === now.to);
      if (at === last) return setPlaying(false);
      const { from: first, to: end } = bars[at + 1];
      state.adjust({ filters: { ...now, from: first, to: end } });
    }, BEAT);
    return () => clearInterval(timer);
  }, [playing, bars, last]);
  useEffect(() => {
    strip.current?.querySelectorAll<HTMLElement>(".bar").forEach((bar, index) => {
      bar.style.height = `${(bars[index].count / most) * 100}%`;
    });
  }, [bars, most]);
  if (bars.length === 0) return null;

  const indexAt = (event: PointerEvent) => {
    const box = strip.current?.getBoundingClientRect();
    if (!box) return 0;
    return Math.min(last, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
  };
  const onPointerDown = (event: PointerEvent) => {
    strip.current?.setPointerCapture(event.pointerId);
    anchor.current = indexAt(event);
    setBrush([anchor.current, anchor.current]);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (brush === null) return;
    const index = indexAt(event);
    setBrush([Math.min(anchor.current, index), Math.max(anchor.current, index)]);
  };
  const onPointerUp = () => {
    if (brush !== null) keep(brush[0], brush[1]);
    setBrush(null);
  };

  return (
    <section className="timeline" aria-label={text.timeline.label}>
      <IconButton
        icon={playing ? "pause" : "play"}
        label={playing ? text.timeline.pause : text.timeline.play}
        onPress={() => setPlaying(!playing)}
      />
      <div className="timeline-body">
        <div
          ref={strip}
          className="bars"
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => setBrush(null)}
        >
          {bars.map(({ from: first, count }, index) => (
            <span
              key={first}
              className="bar-slot"
              data-kept={(index >= from && index <= to) || undefined}
              title={text.timeline.bar(formatShortDay(first), count)}
            >
              <span className="bar" />
            </span>
          ))}
        </div>
        <div className="timeline-ends">
          <Ends
            label={text.timeline.from}
            value={from}
            most={to}
            day={bars[from]?.from ?? ""}
            onChange={(at) => keep(at, to)}
          />
          <Ends
            label={text.timeline.to}
            value={to}
            least={from}
            most={last}
            day={bars[to]?.to ?? ""}
            onChange={(at) => keep(from, at)}
          />
        </div>
      </div>
    </section>
  );
}

interface EndsProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly day: string;
  readonly onChange: (index: number) => void;
}

/** One end of the span as a slider, for the keyboard. */
function Ends({ label, value, least = 0, most, day, onChange }: EndsProps) {
  return (
    <label>
      <span className="visually-hidden">{label}</span>
      <input
        type="range"
        min={least}
        max={most}
        value={value}
        aria-valuetext={formatShortDay(day)}
        onChange={({ target }) => onChange(Number(target.value))}
      />
      {formatShortDay(day)}
    </label>
  );
}
