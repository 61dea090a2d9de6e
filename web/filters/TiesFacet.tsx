import { useMemo, useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { Filters } from "../scene/filters.ts";
import { stakeholderIndex } from "../scene/stakeholder-index.ts";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { FacetList } from "./FacetList.tsx";
import { componentOptions, toggleFacet } from "./facets.ts";

/** Filters on how stakeholders are tied: to how many others, and in which part of the graph. */
export function TiesFacet({ graph }: { readonly graph: OnRecordGraph }) {
  const { filters } = useView();
  const [open, setOpen] = useState(filters.degree !== null || filters.components.length > 0);
  return (
    <details className="facet" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{text.filters.degree}</h2>
      </summary>
      {/* Made when it is first looked at: in a large graph it takes a moment. */}
      {open && <Ties graph={graph} />}
    </details>
  );
}

function Ties({ graph }: { readonly graph: OnRecordGraph }) {
  const change = useExplorer((state) => state.change);
  const { filters } = useView();
  const { mostTies } = useMemo(() => stakeholderIndex(graph), [graph]);
  const components = useMemo(() => componentOptions(graph), [graph]);
  const { least, most } = filters.degree ?? { least: 0, most: null };
  const set = (next: Filters["degree"]) =>
    change({ filters: { ...filters, degree: next?.least === 0 && next.most === null ? null : next } });
  return (
    <>
      <div className="facet-numbers">
        <NumberField
          label={text.filters.degreeLeast}
          value={least}
          empty={0}
          limit={mostTies}
          onChange={(value) => set({ least: value ?? 0, most: most === null ? null : Math.max(most, value ?? 0) })}
        />
        <NumberField
          label={text.filters.degreeMost}
          value={most}
          empty={null}
          limit={mostTies}
          onChange={(value) => set({ least: Math.min(least, value ?? least), most: value })}
        />
      </div>
      <FacetList
        title={text.filters.components}
        options={components}
        chosen={filters.components}
        onToggle={(value) => change({ filters: toggleFacet(filters, "components", value) })}
        say={text.filters.leavesStakeholders}
        isOpen
      />
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  /** What an empty field means. */
  readonly empty: number | null;
  readonly limit: number;
  readonly onChange: (value: number | null) => void;
}

function NumberField({ label, value, empty, limit, onChange }: NumberFieldProps) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={0}
        max={limit}
        value={value === empty ? "" : (value ?? "")}
        placeholder={String(empty ?? limit)}
        onChange={({ target }) => {
          const number = target.value === "" ? empty : Math.round(Number(target.value));
          if (number === null || (number >= 0 && Number.isFinite(number))) onChange(number);
        }}
      />
    </label>
  );
}
