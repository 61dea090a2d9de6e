import { useMemo, useState } from "react";
import type { NO_FILTERS } from "../scene/filters.ts";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { countKinds } from "./counts.ts";
import { type FacetName, type FacetOption, facetsOf, toggleFacet } from "./facets.ts";

const FIRST = 6;
const SURE = [0.5, 0.7, 0.9];

/** Filters on statements beside their kind: who speaks, where, whether named, how sure. */
export function Facets() {
  const graph = useExplorer((state) => state.graph);
  const change = useExplorer((state) => state.change);
  const { filters } = useView();
  const facets = useMemo(() => (graph === null ? null : facetsOf(graph)), [graph]);
  const unnamed = useMemo(() => (graph === null ? 0 : (countKinds(graph).get("unnamed") ?? 0)), [graph]);
  if (facets === null) return null;
  return (
    <>
      {(["speakers", "outlets", "articles"] as const).map((name) => (
        <Facet key={name} name={name} options={facets[name]} />
      ))}
      <div className="facet-row">
        {unnamed > 0 && (
          <label>
            {text.filters.source}
            <select
              value={filters.source ?? ""}
              onChange={({ target }) =>
                change({ filters: { ...filters, source: (target.value || null) as typeof NO_FILTERS.source } })
              }
            >
              <option value="">{text.filters.anySure}</option>
              <option value="named">{text.filters.named}</option>
              <option value="unnamed">{text.filters.unnamed}</option>
            </select>
          </label>
        )}
        <label>
          {text.filters.sure}
          <select
            value={filters.sure ?? ""}
            onChange={({ target }) =>
              change({ filters: { ...filters, sure: target.value === "" ? null : Number(target.value) } })
            }
          >
            <option value="">{text.filters.anySure}</option>
            {SURE.map((share) => (
              <option key={share} value={share}>
                {Math.round(share * 100)} %
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

function Facet({ name, options }: { readonly name: FacetName; readonly options: readonly FacetOption[] }) {
  const change = useExplorer((state) => state.change);
  const { filters } = useView();
  const [all, setAll] = useState(false);
  if (options.length === 0) return null;
  const shown = all ? options : options.slice(0, FIRST);
  return (
    <div>
      <h2>{text.filters[name]}</h2>
      <ul>
        {shown.map(({ value, label, count }) => (
          <li key={value} className="legend-row">
            <label className="facet-option">
              <input
                type="checkbox"
                checked={filters[name].includes(value)}
                onChange={() => change({ filters: toggleFacet(filters, name, value) })}
              />
              <span className="legend-label">{label}</span>
              <span className="legend-count">{count.toLocaleString("en")}</span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length < options.length && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {text.filters.more(options.length - shown.length)}
        </button>
      )}
    </div>
  );
}
