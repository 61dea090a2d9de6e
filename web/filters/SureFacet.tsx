import { useId, useMemo } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { Sifted } from "../scene/sift.ts";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { sureOptions } from "./facets.ts";

/** How sure a statement must be at least. */
export function SureFacet({ graph, sifted }: { readonly graph: OnRecordGraph; readonly sifted: Sifted }) {
  const change = useExplorer((state) => state.change);
  const { filters } = useView();
  const options = useMemo(() => sureOptions(graph, sifted), [graph, sifted]);
  const id = useId();
  if (options.length === 0) return null;
  const percent = Math.round((filters.sure ?? 0) * 100);
  const now = options.findLast((option) => option.percent <= percent) ?? options[0];
  return (
    <div className="facet facet-range">
      <h2>
        <label htmlFor={id}>{text.filters.facet("sure")}</label>
      </h2>
      <input
        id={id}
        type="range"
        min={0}
        max={90}
        step={10}
        value={percent}
        aria-valuetext={text.filters.leaves(text.filters.sureAtLeast(percent), now.count)}
        onChange={({ target }) =>
          change({ filters: { ...filters, sure: target.value === "0" ? null : Number(target.value) / 100 } })
        }
      />
      <p className="facet-note">
        <span>{text.filters.sureAtLeast(percent)}</span>
        <span className="legend-count">{now.count.toLocaleString("en")}</span>
      </p>
    </div>
  );
}
