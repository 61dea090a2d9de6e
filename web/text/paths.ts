const many = (count: number, one: string, several: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : several}`;

/** Words of the paths between two. */
export const pathsText = {
  label: "How are these two connected?",
  from: "From",
  to: "To",
  placeholder: "A name …",
  show: "Show names",
  noNames: "None of that name.",
  useSelected: (name: string) => `Take “${name}”, which is selected`,
  swap: "Swap the two",
  close: "Close the paths",
  start: "Choose two names, here or in the graph, to see who ties them, and in whose words.",
  one: (name: string) => `Choose whom ${name} is to be connected with.`,
  same: "These are the same. Choose another.",
  unknown: "What the address names is no name of this graph.",
  none: (from: string, to: string) => `Nothing that was said connects ${from} and ${to}.`,
  noneHow: "No chain of statements or roles leads from one to the other in this graph. Articles that name both may.",
  found: (steps: number, ways: number) =>
    steps === 1 ? "Tied directly" : `${many(steps, "step", "steps")}, ${many(ways, "shortest way", "shortest ways")}`,
  way: (number: number, of: number) => `Way ${number.toLocaleString("en")} of ${of.toLocaleString("en")}`,
  next: "Next way",
  previous: "Previous way",
  first: (shown: number) => `the first ${shown.toLocaleString("en")}`,
  row: "The way, step by step",
  step: (from: string, to: string) => `What ties ${from} and ${to}`,
  sentences: (count: number) => many(count, "statement", "statements"),
  relations: (count: number) => many(count, "relation", "relations"),
  more: (count: number) => `${count.toLocaleString("en")} more`,
  /** Asks of a stakeholder of this kind, and of another where one was chosen already. */
  open: (kind: string, other: string | null) =>
    `How is this ${kind.toLowerCase()} connected to ${other === null ? "…" : `${other}?`}`,
  command: "How are two connected?",
  commandAlso: "path paths shortest way between",
} as const;
