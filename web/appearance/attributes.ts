import type { OnRecordGraph } from "../../src/graph/index.ts";
import { attributeValues } from "../scene/stakeholder-index.ts";

/** An attribute of stakeholders that colours can tell apart. */
export interface AttributeChoice {
  readonly name: string;
  /** Whether its values are numbers, which go from pale to deep instead of being told apart. */
  readonly isNumeric: boolean;
}

/** What every node has for being drawn and named, and where it stands: nothing that groups it with others. */
const PLUMBING = new Set([
  ...["kind", "label", "name", "aliases", "x", "y", "size", "color", "shape", "type", "article", "start", "end"],
]);
/** Values that are nearly all different tell nothing apart. */
const MOST_VALUES = 60;

const choices = new WeakMap<OnRecordGraph, readonly AttributeChoice[]>();

/** The attributes found in a graph, by their names. */
export function attributeChoices(graph: OnRecordGraph): readonly AttributeChoice[] {
  let known = choices.get(graph);
  if (known === undefined) choices.set(graph, (known = findChoices(graph)));
  return known;
}

function findChoices(graph: OnRecordGraph): AttributeChoice[] {
  const found = new Map<string, { values: Set<string>; isNumeric: boolean }>();
  graph.forEachNode((_, node) => {
    if (node.kind === "Statement" || node.kind === "Article") return;
    for (const [name, value] of Object.entries(node)) {
      if (PLUMBING.has(name) || typeof value === "object") continue;
      let attribute = found.get(name);
      if (attribute === undefined) found.set(name, (attribute = { values: new Set(), isNumeric: true }));
      attribute.isNumeric &&= typeof value === "number";
      if (attribute.values.size <= MOST_VALUES)
        for (const one of attributeValues(node, name)) attribute.values.add(one);
    }
  });
  return [...found]
    .filter(([, { values, isNumeric }]) => values.size > 1 && (isNumeric || values.size <= MOST_VALUES))
    .map(([name, { isNumeric }]) => ({ name, isNumeric }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
