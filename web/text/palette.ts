import type { CommandGroup } from "../palette/command.ts";

const GROUPS: Readonly<Record<CommandGroup, string>> = {
  view: "Views",
  graph: "Graph",
  layout: "Layout",
  appearance: "Appearance",
  filters: "Filters",
  selection: "Find and select",
  reading: "Reading",
  query: "Questions",
  saved: "Saved views",
  export: "Export",
  page: "Page",
};

/** The words of the command palette and of the keyboard map. */
export const paletteText = {
  label: "Commands",
  placeholder: "What would you like to do, or whom to see?",
  none: (words: string) => `Nothing is called “${words}”. Try fewer letters.`,
  group: (group: CommandGroup) => GROUPS[group],
  go: "Go to",
  on: "on",
  found: (count: number) => (count === 1 ? "1 command" : `${count.toLocaleString("en")} commands`),

  ask: (question: string) => `Ask ${question}`,
  goTo: (view: string) => `Go to ${view}`,
  showAs: (mode: string) => `Show as ${mode.toLowerCase()}`,
  undo: "Undo the last change: selection, filters, camera",
  redo: "Do it again",
  clearFilters: "Clear all filters",
  openFilters: "Open the filters",
  search: "Search people, words, articles",
  unfold: "Unfold or fold the statements of what is selected",
  release: "Let go of the selection",
  addAlso: "paste text drop file read html pdf",
  theme: "Change between light and dark",
  themeAlso: "theme colours night",
  open: "Open the command palette",
  keys: "Show the keys",
  walkGraph: "Walk to the neighbour in that direction",
  openWords: "Open the words, or centre the graph on them",
  walkArticle: "Walk from statement to statement, from name to name",
} as const;
