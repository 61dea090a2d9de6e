import { useDeferredValue, useId, useMemo } from "react";
import { selectTouched, useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { chosenOf, toggleChosen } from "./scheme-filters.ts";
import type { SchemeEntry } from "./schemes.ts";
import { selectScheme } from "./use-appearance.ts";

/** The colours as they are drawn, with what they say; a row keeps only what has its colour, pointing at it shows where that is. */
export function SchemeLegend() {
  const scheme = useExplorer(selectScheme);
  const working = useExplorer(
    ({ analysis, history }) => analysis === null && history.present.appearance.color === "community",
  );
  const { appearance } = useView();
  const id = useId();
  if (scheme === null && !working) return null;
  return (
    <div className="scheme">
      <h2 id={id}>{text.appearance.colors(text.appearance.colorBy(appearance.color))}</h2>
      {scheme === null ? (
        <p className="facet-note">{text.appearance.working}</p>
      ) : (
        <ul aria-labelledby={id}>
          {scheme.entries.map((entry) => (
            <SchemeRow key={entry.token} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}

function SchemeRow({ entry }: { readonly entry: SchemeEntry }) {
  const change = useExplorer((state) => state.change);
  const point = useExplorer((state) => state.point);
  const left = useDeferredValue(useExplorer(selectTouched));
  const { appearance, filters } = useView();
  const { id, label, token, members } = entry;
  const chosen = chosenOf(filters, appearance.color);
  const pressed = id !== null && chosen.includes(id);
  // Where rows are chosen the others have nothing left; then they say how many they are.
  const isFree = chosen.length === 0 || pressed;
  const count = useMemo(
    () => (left === null || !isFree ? members.length : members.filter((member) => left.has(member)).length),
    [left, members, isFree],
  );
  const swatch = (
    <svg className={`swatch swatch-${token}`} viewBox="0 0 16 16" aria-hidden="true">
      <rect x="3" y="3" width="10" height="10" rx="3" />
    </svg>
  );
  const body = (
    <>
      {swatch}
      <span className="legend-label">{label}</span>
      <span className="legend-count">
        {count.toLocaleString("en")}
        <span className="visually-hidden"> {text.appearance.unit(count)}</span>
      </span>
    </>
  );
  const pointing = {
    onPointerEnter: () => point({ nodes: members, edges: [] }),
    onPointerLeave: () => point(null),
  };
  return (
    <li className="legend-row" data-faint={(chosen.length > 0 && !pressed) || undefined}>
      {id === null ? (
        <span className="legend-toggle legend-plain" {...pointing}>
          {body}
        </span>
      ) : (
        <button
          type="button"
          className="legend-toggle"
          title={label}
          aria-pressed={pressed}
          onClick={() => change({ filters: toggleChosen(filters, appearance.color, id) })}
          onFocus={pointing.onPointerEnter}
          onBlur={pointing.onPointerLeave}
          {...pointing}
        >
          {body}
        </button>
      )}
    </li>
  );
}
