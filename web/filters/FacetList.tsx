import { useDeferredValue, useId, useState } from "react";
import { text } from "../text.ts";
import type { FacetOption } from "./facets.ts";

interface FacetListProps {
  readonly title: string;
  readonly options: readonly FacetOption[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
  /** What a screen reader hears of an option. */
  readonly say?: (label: string, count: number) => string;
  readonly isOpen?: boolean;
  /** Whether what is chosen is what was chosen at first, and needs no mention. */
  readonly isFirst?: boolean;
}

/** So many are shown at first, and so many more each time. */
const FIRST = 6;
const MORE = 50;
/** Longer lists can be searched. */
const LONG = 12;

/** The values of one facet as a list to choose from, with what each would leave; nothing where there is no choice. */
export function FacetList({
  title,
  options,
  chosen,
  onToggle,
  say = text.filters.leaves,
  isOpen = false,
  isFirst = false,
}: FacetListProps) {
  const [open, setOpen] = useState(isOpen || chosen.length > 0);
  const [most, setMost] = useState(FIRST);
  const [words, setWords] = useState("");
  const wanted = useDeferredValue(words.trim().toLowerCase());
  const id = useId();
  if (options.length === 0) return null;
  const found = wanted === "" ? options : options.filter(({ label }) => label.toLowerCase().includes(wanted));
  // What is chosen can always be seen, and let go.
  const shown = found.filter(({ value }, index) => index < most || chosen.includes(value));
  return (
    <details className="facet" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2 id={id}>{title}</h2>
        {chosen.length > 0 && !isFirst && <span className="facet-chosen">{text.filters.chosen(chosen.length)}</span>}
      </summary>
      {open && (
        <>
          {options.length > LONG && (
            <input
              type="search"
              className="facet-search"
              aria-label={text.filters.search(title)}
              placeholder={text.filters.search(title)}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
          <ul aria-labelledby={id}>
            {shown.map(({ value, label, count }) => (
              <li key={value} className="legend-row" data-none={(count === 0 && !chosen.includes(value)) || undefined}>
                <label className="facet-option" title={label}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(value)}
                    aria-label={say(label, count)}
                    onChange={() => onToggle(value)}
                  />
                  <span className="legend-label">{label}</span>
                  <span className="legend-count">{count.toLocaleString("en")}</span>
                </label>
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className="facet-note">{text.filters.noneFound}</p>}
          {found.length > most && (
            <button type="button" className="text-button" onClick={() => setMost(most + MORE)}>
              {text.filters.more(found.length - most)}
            </button>
          )}
        </>
      )}
    </details>
  );
}
