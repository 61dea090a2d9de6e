import { keysOf } from "./graph-index.ts";
import type { Procedure, Procedures } from "./procedures.ts";
import { fromOutside, kindOf } from "./values.ts";

const names = (result: string, list: Procedure["run"]): Procedure => ({
  parameters: [],
  results: [{ name: result, kind: "string" }],
  run: list,
});

const sorted = (values: readonly string[]): [string][] => [...values].sort().map((value) => [value]);

/** Which kinds of value each property of each label or type has, and on how many of them it stands. */
function* propertyTypes(
  groups: readonly string[],
  members: (group: string) => Iterable<Record<string, unknown>>,
): Generator<unknown[]> {
  for (const group of [...groups].sort()) {
    const kinds = new Map<string, { readonly kinds: Set<string>; count: number }>();
    let total = 0;
    for (const attributes of members(group)) {
      total++;
      for (const key of keysOf(attributes)) {
        const entry = kinds.get(key) ?? { kinds: new Set<string>(), count: 0 };
        entry.kinds.add(kindOf(fromOutside(attributes[key])));
        entry.count++;
        kinds.set(key, entry);
      }
    }
    for (const key of [...kinds.keys()].sort()) {
      const entry = kinds.get(key)!;
      yield [group, key, [...entry.kinds].sort(), entry.count === total];
    }
  }
}

/** What CALL knows without help from the caller. */
export const BUILT_IN_PROCEDURES: Procedures = {
  "db.labels": names("label", ({ index }) => sorted(index.labels)),
  "db.relationshipTypes": names("relationshipType", ({ index }) => sorted(index.types)),
  "db.propertyKeys": names("propertyKey", ({ index }) => sorted(index.propertyKeys())),
  "db.schema.nodeTypeProperties": {
    parameters: [],
    results: [
      { name: "label", kind: "string" },
      { name: "propertyName", kind: "string" },
      { name: "propertyTypes", kind: "list" },
      { name: "mandatory", kind: "boolean" },
    ],
    run: ({ index }) =>
      propertyTypes(index.labels, (label) => Array.from(index.nodesWithLabel(label), (id) => index.nodeAttributes[id])),
  },
  "db.schema.relTypeProperties": {
    parameters: [],
    results: [
      { name: "relationshipType", kind: "string" },
      { name: "propertyName", kind: "string" },
      { name: "propertyTypes", kind: "list" },
      { name: "mandatory", kind: "boolean" },
    ],
    run: ({ index }) =>
      propertyTypes(index.types, (type) =>
        index.relationshipAttributes.filter((_, id) => index.types[index.typeOf[id]] === type),
      ),
  },
  "db.schema.connections": {
    parameters: [],
    results: [
      { name: "from", kind: "string" },
      { name: "relationshipType", kind: "string" },
      { name: "to", kind: "string" },
      { name: "count", kind: "integer" },
    ],
    run: ({ index }) => {
      const counts = new Map<string, number>();
      for (let id = 0; id < index.size; id++)
        for (const from of index.labelsOf(index.sources[id]))
          for (const to of index.labelsOf(index.targets[id])) {
            const key = JSON.stringify([from, index.types[index.typeOf[id]], to]);
            counts.set(key, (counts.get(key) ?? 0) + 1);
          }
      return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => [...JSON.parse(key), count]);
    },
  },
};
