/** Whether a statement was said or written, or only thought, hoped or planned. */
export const SPEECH = ["said", "thought"] as const;
/** Whether the source of a statement has a name; unknown where nobody is found to say it. */
export const SOURCES = ["named", "unnamed", "unknown"] as const;
/** The side a statement takes on what it is about; none where its words take none. */
export const STANCES = ["support", "oppose", "neutral", "none"] as const;
/** Whether who speaks is settled, or proposed to be someone else (MAY_BE). */
export const STANDINGS = ["accepted", "proposed"] as const;

export type Speech = (typeof SPEECH)[number];
export type SourceName = (typeof SOURCES)[number];
export type Stance = (typeof STANCES)[number];
export type Standing = (typeof STANDINGS)[number];

/**
 * What is shown, beside the kinds that are hidden. All filters must hold; of a list one value is enough, and an empty list or null
 * lets everything through.
 */
export interface Filters {
  /** Node keys of who speaks. */
  readonly speakers: readonly string[];
  /** Node keys of organisations that speak themselves, or through who speaks for them or holds a role in them. */
  readonly organizations: readonly string[];
  readonly articles: readonly string[];
  readonly outlets: readonly string[];
  readonly stances: readonly Stance[];
  readonly speech: readonly Speech[];
  readonly sources: readonly SourceName[];
  readonly standings: readonly Standing[];
  /** First and last day of publication, ISO 8601, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** At least so sure, 0…1. */
  readonly sure: number | null;
  /** How many others a stakeholder is tied to, both included; null has no limit. */
  readonly degree: { readonly least: number; readonly most: number | null } | null;
  /** Parts of the graph that aren't tied to each other, each by the key of its strongest member. */
  readonly components: readonly string[];
  /** Communities, each by its id (src/analysis/community-names.ts). */
  readonly communities: readonly string[];
  /** What lies within so many steps of a node. */
  readonly around: { readonly key: string; readonly steps: number } | null;
  /** Values of other attributes of stakeholders. */
  readonly values: readonly AttributeValue[];
}

/** A value of an attribute, as text. */
export interface AttributeValue {
  readonly attribute: string;
  readonly value: string;
}

/** Steps that can be taken from the middle of an ego network. */
export const MOST_STEPS = 3;

/** What is shown first: what was said, rather than thought. */
export const NO_FILTERS: Filters = {
  speakers: [],
  organizations: [],
  articles: [],
  outlets: [],
  stances: [],
  speech: ["said"],
  sources: [],
  standings: [],
  from: null,
  to: null,
  sure: null,
  degree: null,
  components: [],
  communities: [],
  around: null,
  values: [],
};

/** Whether anything is filtered that isn't at first. */
export function isFiltering(filters: Filters): boolean {
  return (Object.keys(NO_FILTERS) as (keyof Filters)[]).some((name) => {
    const [value, first] = [filters[name], NO_FILTERS[name]];
    return Array.isArray(value) && Array.isArray(first) ? value.join() !== first.join() : value !== first;
  });
}

/** Whether only some stakeholders are let through, by what they are rather than by what is said. */
export function filtersStakeholders({ degree, components, communities, around, values }: Filters): boolean {
  return degree !== null || around !== null || components.length > 0 || communities.length > 0 || values.length > 0;
}
