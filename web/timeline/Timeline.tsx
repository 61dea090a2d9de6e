import { useDeferredValue, useMemo } from "react";
import { formatShortDay } from "../article/dates.ts";
import { statementIndex } from "../scene/statement-index.ts";
import { IconButton } from "../shell/IconButton.tsx";
import { selectSifted, useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { Bars } from "./Bars.tsx";
import { barsOf, spanOf, type Window, windowOf } from "./days.ts";
import { formatSpan } from "./labels.ts";
import { SPEEDS, usePlay } from "./use-play.ts";

/** Statements over time, where the articles are of more than one day; dragging over the bars keeps those days. */
export function Timeline() {
  const graph = useExplorer((state) => state.graph);
  const sifted = useDeferredValue(useExplorer(selectSifted));
  const change = useExplorer((state) => state.change);
  const say = useExplorer((state) => state.say);
  const { filters } = useView();
  const totals = useMemo(() => (graph === null ? [] : dayTotals(graph)), [graph]);
  const { unit, bars } = useMemo(
    () => barsOf(totals.map((day, code) => ({ ...day, left: sifted?.counts.days[code] ?? 0 }))),
    [totals, sifted],
  );
  const { isPlaying, speed, toggle, setSpeed, step } = usePlay(bars);
  if (bars.length === 0) return null;
  const window = windowOf(bars, filters.from, filters.to);
  const { first, last } = window;
  const isWhole = first === 0 && last === bars.length - 1;
  const left = bars.slice(first, last + 1).reduce((sum, bar) => sum + bar.left, 0);
  const keep = (next: Window) => {
    change({ filters: { ...useExplorer.getState().history.present.filters, ...spanOf(bars, next) } });
    const kept = bars.slice(next.first, next.last + 1).reduce((sum, bar) => sum + bar.left, 0);
    say(text.timeline.kept(formatSpan(bars[next.first].from, bars[next.last].to, unit), kept));
  };
  const { timeline } = text;
  return (
    <section className="timeline" aria-label={timeline.label} data-whole={isWhole}>
      <div className="timeline-controls" role="toolbar" aria-label={timeline.controls}>
        <IconButton icon="left" label={timeline.back} onPress={() => step(-1)} />
        <IconButton
          icon={isPlaying ? "pause" : "play"}
          label={isPlaying ? timeline.pause : timeline.play}
          onPress={toggle}
        />
        <IconButton icon="right" label={timeline.forward} onPress={() => step(1)} />
        <button
          type="button"
          className="timeline-speed"
          aria-label={timeline.speed(speed)}
          onClick={() => setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length])}
        >
          {speed}×
        </button>
      </div>
      <div className="timeline-body">
        <Bars bars={bars} unit={unit} window={window} onKeep={keep} />
        <div className="timeline-ends">
          <End
            label={timeline.from}
            value={first}
            most={last}
            day={bars[first].from}
            shown={bars[0].from}
            onChange={(at) => keep({ first: at, last })}
          />
          <output className="timeline-now">
            {isWhole
              ? timeline.now(unit, left)
              : timeline.kept(formatSpan(bars[first].from, bars[last].to, unit), left)}
          </output>
          <End
            label={timeline.to}
            value={last}
            least={first}
            most={bars.length - 1}
            day={bars[last].to}
            shown={bars[bars.length - 1].to}
            onChange={(at) => keep({ first, last: at })}
          />
        </div>
      </div>
    </section>
  );
}

/** The days of a graph in the order of its index, with all their statements. */
function dayTotals(graph: Parameters<typeof statementIndex>[0]) {
  const { values, codes } = statementIndex(graph).columns.days;
  const counts = new Uint32Array(values.length);
  for (const code of codes) counts[code]++;
  return values.map((day, code) => ({ day, count: counts[code] }));
}

interface EndProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  /** The day it stands at. */
  readonly day: string;
  /** The day that the bars begin or end with. */
  readonly shown: string;
  readonly onChange: (index: number) => void;
}

/** One end of the days that are kept as a slider, for the keyboard, beside the end of all days. */
function End({ label, value, least = 0, most, day, shown, onChange }: EndProps) {
  return (
    <span className="timeline-end">
      <input
        type="range"
        aria-label={label}
        min={least}
        max={most}
        value={value}
        aria-valuetext={formatShortDay(day)}
        onChange={({ target }) => onChange(Number(target.value))}
      />
      {formatShortDay(shown)}
    </span>
  );
}
