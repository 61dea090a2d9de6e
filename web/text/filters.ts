import type { SourceName, Speech, Stance, Standing } from "../scene/filters.ts";
import type { Facet } from "../scene/statement-index.ts";

const count = (number: number, one: string, several: string) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : several}`;

const FACET: Readonly<Record<Facet, string>> = {
  speakers: "Who speaks",
  organizations: "For which organization",
  outlets: "Outlets",
  articles: "Articles",
  kinds: "Statements",
  stances: "Stance",
  speech: "Said or thought",
  sources: "Source",
  standings: "Who it is",
  days: "Days",
  sure: "How sure",
};

const STANCE: Readonly<Record<Stance, string>> = {
  support: "In favour",
  oppose: "Against",
  neutral: "Neutral",
  none: "Takes no side",
};
const SPEECH: Readonly<Record<Speech, string>> = {
  said: "Said or written",
  thought: "Thought, hoped or planned",
};
const SOURCE: Readonly<Record<SourceName, string>> = {
  named: "Named",
  unnamed: "Not named",
  unknown: "Not known",
};
const STANDING: Readonly<Record<Standing, string>> = {
  accepted: "Settled",
  proposed: "May be someone else",
};

/** Words of the filters. */
export const filtersText = {
  label: "Filters",
  facet: (facet: Facet) => FACET[facet],
  stance: (stance: Stance) => STANCE[stance],
  speech: (speech: Speech) => SPEECH[speech],
  source: (source: SourceName) => SOURCE[source],
  standing: (standing: Standing) => STANDING[standing],
  search: (facet: string) => `Search: ${facet.toLowerCase()}`,
  noneFound: "None of that name.",
  chosen: (number: number) => `${number} chosen`,
  left: (left: number, all: number) =>
    left === all
      ? count(all, "statement", "statements")
      : `${left.toLocaleString("en")} of ${count(all, "statement", "statements")}`,
  leaves: (label: string, number: number) => `${label}, leaves ${count(number, "statement", "statements")}`,
  leavesStakeholders: (label: string, number: number) => `${label}, ${count(number, "name", "names")}`,
  named: SOURCE.named,
  unnamed: SOURCE.unnamed,
  sureAtLeast: (percent: number) => (percent === 0 ? "Any" : `${percent} % or more`),
  remove: (what: string) => `Remove the filter: ${what}`,
  clear: "Clear all",
  without: (kind: string) => `without ${kind}`,
  between: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  from: (day: string) => `from ${day}`,
  to: (day: string) => `until ${day}`,
  atLeast: (percent: string) => `${percent} sure or more`,
  more: (number: number) => `${number.toLocaleString("en")} more`,
  fewer: "Fewer",
  degree: "Tied to how many others",
  degreeLeast: "At least",
  degreeMost: "At most",
  degreeChip: (least: number, most: number | null) =>
    most === null ? `tied to ${least} or more` : least === most ? `tied to ${least}` : `tied to ${least}–${most}`,
  components: "Separate parts",
  component: (name: string) => `with ${name}`,
  around: "Around what is selected",
  aroundNode: (label: string) => `Around ${label}`,
  aroundNone: "Select a node to see what lies within a few steps of it.",
  steps: (steps: number) => count(steps, "step", "steps"),
  everything: "All",
  aroundChip: (label: string, steps: number) => `within ${count(steps, "step", "steps")} of ${label}`,
  speechAll: "also what was only thought",
  values: (attribute: string, value: string) => `${attribute}: ${value}`,
} as const;
