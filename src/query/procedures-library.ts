import { keysOf } from "./graph-index.ts";
import type { Procedure, Procedures } from "./procedures.ts";
import { remembered } from "./remembered.ts";
import { fromOutside, type Kind, kindOf } from "./values.ts";

/** A procedure without parameters; its results are written `name kind, …`. */
const procedure = (results: string, run: Procedure["run"]): Procedure => ({
  parameters: [],
  results: results.split(", ").map((result) => {
    const [name, kind] = result.split(" ");
    return { name, kind: kind as Kind };
  }),
  run,
});

const sorted = (values: Iterable<string>): [string][] => [...values].sort().map((value) => [value]);

/** Which kinds of value each property of each label or type has, and on how many of them it stands. */
function* propertyTypes(
  groups: readonly string[],
  members: (group: string) => Iterable<Record<string, unknown>>,
): Generator<unknown[]> {
  for (const [group] of sorted(groups)) {
    const kinds = new Map<string, { readonly kinds: Set<string>; count: number }>();
    let total = 0;
    for (const attributes of members(group)) {
      total++;
      for (const key of keysOf(attributes)) {
        const entry = remembered(kinds, key, () => ({ kinds: new Set<string>(), count: 0 }));
        entry.kinds.add(kindOf(fromOutside(attributes[key])));
        entry.count++;
      }
    }
    for (const [key] of sorted(kinds.keys())) {
      const entry = kinds.get(key)!;
      yield [group, key, [...entry.kinds].sort(), entry.count === total];
    }
  }
}

const PROPERTIES = "propertyName string, propertyTypes list, mandatory boolean";

/** What CALL knows without help from the caller. */
export const BUILT_IN_PROCEDURES: Procedures = {
  "db.labels": procedure("label string", ({ index }) => sorted(index.labels)),
  "db.relationshipTypes": procedure("relationshipType string", ({ index }) => sorted(index.types)),
  "db.propertyKeys": procedure("propertyKey string", ({ index }) => sorted(index.propertyKeys())),
  "db.schema.nodeTypeProperties": procedure(`label string, ${PROPERTIES}`, ({ index }) =>
    propertyTypes(index.labels, (label) => Array.from(index.nodesWithLabel(label), (id) => index.nodeAttributes[id])),
  ),
  "db.schema.relTypeProperties": procedure(`relationshipType string, ${PROPERTIES}`, ({ index }) =>
    propertyTypes(index.types, (type) =>
      index.relationshipAttributes.filter((_, id) => index.types[index.typeOf[id]] === type),
    ),
  ),
  "db.schema.connections": procedure("from string, relationshipType string, to string, count integer", ({ index }) => {
    const counts = new Map<string, number>();
    for (let id = 0; id < index.size; id++)
      for (const from of index.labelsOf(index.sources[id]))
        for (const to of index.labelsOf(index.targets[id])) {
          const key = JSON.stringify([from, index.types[index.typeOf[id]], to]);
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => [...JSON.parse(key), count]);
  }),
};
