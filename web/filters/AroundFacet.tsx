import { useMemo, useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { MOST_STEPS } from "../scene/filters.ts";
import { stepsFrom } from "../scene/stakeholder-index.ts";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

const STEPS = Array.from({ length: MOST_STEPS + 1 }, (_, steps) => steps);

/** The ego network of what is selected: what lies within one, two or three steps of it. */
export function AroundFacet({ graph }: { readonly graph: OnRecordGraph }) {
  const { selection, filters } = useView();
  const [open, setOpen] = useState(filters.around !== null);
  const key = filters.around?.key ?? (selection?.type === "node" ? selection.key : null);
  return (
    <details className="facet" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{text.filters.around}</h2>
      </summary>
      {open &&
        (key === null || !graph.hasNode(key) ? (
          <p className="facet-note">{text.filters.aroundNone}</p>
        ) : (
          <Steps graph={graph} of={key} />
        ))}
    </details>
  );
}

function Steps({ graph, of }: { readonly graph: OnRecordGraph; readonly of: string }) {
  const change = useExplorer((state) => state.change);
  const { filters } = useView();
  const within = useMemo(() => {
    const counts = STEPS.map(() => 0);
    for (const steps of stepsFrom(graph, of, MOST_STEPS))
      if (steps >= 0) for (let far = Math.max(1, steps); far <= MOST_STEPS; far++) counts[far]++;
    return counts;
  }, [graph, of]);
  return (
    <fieldset>
      <legend className="facet-note">{text.filters.aroundNode(graph.getNodeAttribute(of, "label"))}</legend>
      {STEPS.map((steps) => (
        <div key={steps} className="legend-row">
          <label className="facet-option">
            <input
              type="radio"
              name="around"
              checked={steps === (filters.around?.steps ?? 0)}
              onChange={() => change({ filters: { ...filters, around: steps === 0 ? null : { key: of, steps } } })}
            />
            <span className="legend-label">{steps === 0 ? text.filters.everything : text.filters.steps(steps)}</span>
            {steps > 0 && <span className="legend-count">{within[steps].toLocaleString("en")}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
