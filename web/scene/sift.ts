import type { Filters } from "./filters.ts";
import { type Column, FACETS, type Facet, type StatementIndex } from "./statement-index.ts";

/** What filters leave of the statements of an index, and what each choice of each facet would leave. */
export interface Sifted {
  /** 1 for each statement that passes. */
  readonly passing: Uint8Array;
  /** How many pass. */
  readonly left: number;
  /** For each value of a facet: the statements that have it and pass every filter of the other facets. */
  readonly counts: Readonly<Record<Facet, Uint32Array>>;
}

/** Which values of each facet are let through, 1 for each; null lets all through, and those that have none. */
type Masks = Readonly<Record<Facet, Uint8Array | null>>;

/**
 * Goes once over all statements. One that fails in two facets is counted nowhere; one that fails in one, there; one that passes,
 * everywhere.
 *
 * @param hidden kinds of statement that are left out.
 * @param stakeholders where who may speak is filtered too: those left.
 */
export function sift(
  index: StatementIndex,
  filters: Filters,
  hidden: readonly string[] = [],
  stakeholders: ReadonlySet<string> | null = null,
): Sifted {
  const { keys, columns } = index;
  const masks = masksOf(columns, filters, hidden);
  const active = FACETS.filter((facet) => masks[facet] !== null);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Uint32Array(columns[facet].values.length)]));
  const passing = new Uint8Array(keys.length);
  const allowed =
    stakeholders === null ? null : Uint8Array.from(columns.speakers.values, (key) => +stakeholders.has(key));
  let left = 0;
  for (let statement = 0; statement < keys.length; statement++) {
    if (allowed !== null && !hasAllowed(columns.speakers, statement, allowed)) continue;
    let failing: Facet | null = null;
    let failures = 0;
    for (let i = 0; i < active.length && failures < 2; i++) {
      const facet = active[i];
      if (hasAllowed(columns[facet], statement, masks[facet] as Uint8Array)) continue;
      failing = facet;
      failures++;
    }
    if (failures > 1) continue;
    if (failing !== null) {
      count(columns[failing], statement, counts[failing]);
      continue;
    }
    passing[statement] = 1;
    left++;
    for (let i = 0; i < FACETS.length; i++) count(columns[FACETS[i]], statement, counts[FACETS[i]]);
  }
  return { passing, left, counts: counts as Record<Facet, Uint32Array> };
}

function hasAllowed({ starts, codes }: Column, statement: number, mask: Uint8Array): boolean {
  for (let at = starts[statement]; at < starts[statement + 1]; at++) if (mask[codes[at]] === 1) return true;
  return false;
}

function count({ starts, codes }: Column, statement: number, into: Uint32Array): void {
  for (let at = starts[statement]; at < starts[statement + 1]; at++) into[codes[at]]++;
}

function masksOf(columns: StatementIndex["columns"], filters: Filters, hidden: readonly string[]): Masks {
  const { from, to, sure } = filters;
  const some = (facet: Facet, chosen: readonly string[]) => {
    if (chosen.length === 0) return null;
    const wanted = new Set(chosen);
    return maskOf(columns[facet], (value) => wanted.has(value));
  };
  return {
    speakers: some("speakers", filters.speakers),
    organizations: some("organizations", filters.organizations),
    outlets: some("outlets", filters.outlets),
    articles: some("articles", filters.articles),
    stances: some("stances", filters.stances),
    speech: some("speech", filters.speech),
    sources: some("sources", filters.sources),
    standings: some("standings", filters.standings),
    kinds: columns.kinds.values.some((kind) => hidden.includes(kind))
      ? maskOf(columns.kinds, (kind) => !hidden.includes(kind))
      : null,
    days:
      from === null && to === null
        ? null
        : maskOf(columns.days, (day) => (from === null || day >= from) && (to === null || day <= to)),
    sure: sure === null ? null : maskOf(columns.sure, (share) => Number(share) >= sure * 100 - 1e-6),
  };
}

const maskOf = ({ values }: Column, isAllowed: (value: string) => boolean) =>
  Uint8Array.from(values, (value) => +isAllowed(value));
