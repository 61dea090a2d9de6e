import { useMemo } from "react";
import { NO_FILTERS } from "../scene/filters.ts";
import { Icon } from "../shell/Icon.tsx";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { chipsOf } from "./chips.ts";

/** The filters that are set, each to be taken away. */
export function Chips() {
  const graph = useExplorer((state) => state.graph);
  const change = useExplorer((state) => state.change);
  const analysis = useExplorer((state) => state.analysis);
  const view = useView();
  const chips = useMemo(() => (graph === null ? [] : chipsOf(graph, view, analysis)), [graph, view, analysis]);
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={text.filters.label}>
      {chips.map(({ label, without }) => (
        <li key={label}>
          <button
            type="button"
            className="chip"
            aria-label={text.filters.remove(label)}
            onClick={() => change(without)}
          >
            {label}
            <Icon name="close" />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="chip chip-clear" onClick={() => change({ hidden: [], filters: NO_FILTERS })}>
            {text.filters.clear}
          </button>
        </li>
      )}
    </ul>
  );
}
