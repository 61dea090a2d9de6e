import { type Filters, STANCES } from "../scene/filters.ts";

/** The values of what a colour says that are chosen as filters. */
export function chosenOf(filters: Filters, color: string): readonly string[] {
  switch (color) {
    case "community":
      return filters.communities;
    case "outlet":
      return filters.outlets;
    case "stance":
      return filters.stances.length === 2 ? [...filters.stances, "mixed"] : filters.stances;
    default:
      return filters.values.filter(({ attribute }) => attribute === color).map(({ value }) => value);
  }
}

/** The filters with one value of what a colour says put in or taken out. */
export function toggleChosen(filters: Filters, color: string, value: string): Filters {
  const toggle = <T>(list: readonly T[], one: T) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  switch (color) {
    case "community":
      return { ...filters, communities: toggle(filters.communities, value) };
    case "outlet":
      return { ...filters, outlets: toggle(filters.outlets, value) };
    case "stance": {
      if (value === "mixed") return { ...filters, stances: filters.stances.length === 2 ? [] : ["support", "oppose"] };
      const stance = STANCES.find((known) => known === value);
      return stance === undefined ? filters : { ...filters, stances: toggle(filters.stances, stance) };
    }
    default: {
      const others = filters.values.filter((one) => one.attribute !== color || one.value !== value);
      const was = others.length < filters.values.length;
      return { ...filters, values: was ? others : [...others, { attribute: color, value }] };
    }
  }
}
