import { useMemo } from "react";
import { type Filters, NO_FILTERS } from "../scene/filters.ts";
import { selectSifted, useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { AroundFacet } from "./AroundFacet.tsx";
import { FacetList } from "./FacetList.tsx";
import { facetOptions, LIST_FACETS, toggleFacet } from "./facets.ts";
import { SureFacet } from "./SureFacet.tsx";
import { TiesFacet } from "./TiesFacet.tsx";

/** Filters beside the kinds: who speaks, where, how sure, and how those who speak are tied. Each says what it would leave. */
export function Facets() {
  const graph = useExplorer((state) => state.graph);
  const sifted = useExplorer(selectSifted);
  const change = useExplorer((state) => state.change);
  const { filters } = useView();
  const lists = useMemo(
    () =>
      graph === null || sifted === null
        ? []
        : LIST_FACETS.map((facet) => ({ facet, options: facetOptions(graph, facet, sifted) })),
    [graph, sifted],
  );
  if (graph === null || sifted === null) return null;
  const set = (next: Filters) => change({ filters: next });
  return (
    <>
      {lists.map(({ facet, options }) => (
        <FacetList
          key={facet}
          title={text.filters.facet(facet)}
          options={options}
          chosen={filters[facet]}
          onToggle={(value) => set(toggleFacet(filters, facet, value))}
          isFirst={facet === "speech" && filters.speech.join() === NO_FILTERS.speech.join()}
          isOpen={facet === "speech" || facet === "speakers"}
        />
      ))}
      <SureFacet graph={graph} sifted={sifted} />
      <TiesFacet graph={graph} />
      <AroundFacet graph={graph} />
    </>
  );
}
