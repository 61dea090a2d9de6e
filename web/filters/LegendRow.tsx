import type { ReactNode } from "react";
import { useView } from "../state/derived.ts";
import { type Found, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

interface LegendRowProps {
  readonly kind: string;
  readonly label: string;
  readonly count: number;
  /** The kinds of the same section: what "only" hides. */
  readonly peers: readonly string[];
  readonly mark: ReactNode;
  /** What the row stands for in the picture. */
  readonly find: () => Found;
}

/** One kind: pressed while it is shown. */
export function LegendRow({ kind, label, count, peers, mark, find }: LegendRowProps) {
  const { hidden } = useView();
  const toggleKind = useExplorer((state) => state.toggleKind);
  const change = useExplorer((state) => state.change);
  const point = useExplorer((state) => state.point);
  const shown = !hidden.includes(kind);
  const showOnly = () =>
    change({
      hidden: [...hidden.filter((other) => !peers.includes(other)), ...peers.filter((other) => other !== kind)],
    });
  return (
    <li className="legend-row" data-shown={shown}>
      <button
        type="button"
        className="legend-toggle"
        aria-pressed={shown}
        onClick={() => toggleKind(kind)}
        onPointerEnter={() => point(find())}
        onPointerLeave={() => point(null)}
      >
        {mark}
        <span className="legend-label">{label}</span> <span className="legend-count">{count.toLocaleString("en")}</span>
      </button>
      {peers.length > 1 && (
        <button type="button" className="legend-only" aria-label={text.legend.onlyOf(label)} onClick={showOnly}>
          {text.legend.only}
        </button>
      )}
    </li>
  );
}
