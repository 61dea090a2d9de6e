import fc from "fast-check";
import Graph from "graphology";
import type { AbstractGraph, Attributes } from "graphology-types";

/** Strings that break careless writers: quotes, markup, line ends, emoji, controls, half surrogate pairs. */
export const hostileString = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(..."<>&\"'\\[],| \t\n\r\u0000\u0007\u0085\u2028\ud83d\ude42\uffff香é;#x1"),
    maxLength: 12,
  }),
  fc.constantFrom(
    "🧑‍🤝‍🧑",
    "]]>",
    "&amp;",
    "<!--",
    "a|b",
    '"',
    "\\",
    "\\n",
    "1",
    "true",
    " padded ",
    "__proto__",
    "label",
  ),
);

/** A column of one kind of value, as graphs have them. */
const column = fc.oneof(
  fc.constant(hostileString),
  fc.constant(fc.boolean()),
  fc.constant(fc.integer()),
  fc.constant(fc.double({ noNaN: true })),
  fc.constant(fc.webUrl()),
  fc.constant(fc.array(hostileString, { maxLength: 4 })),
  fc.constant(fc.array(fc.integer(), { maxLength: 4 })),
);

const KEYS = [
  "x",
  "y",
  "z",
  "size",
  "color",
  "shape",
  "thickness",
  "weight",
  "kind",
  "label",
  "a b",
  "0",
  "constructor",
  "on",
];

/** Graphology can't hold nodes called as what every object inherits (`src/formats/keys.ts`). */
const nodeKey = hostileString.filter((key) => !(key in Object.prototype));

/** Directed multigraphs, self-loops included, whose attributes are of one type a column. */
export const hostileGraph: fc.Arbitrary<Graph> = fc
  .record({
    nodes: fc.uniqueArray(nodeKey, { maxLength: 6, selector: stripped }),
    columns: fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), hostileString), column, { maxKeys: 5 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat(), hostileString), { maxLength: 8 }),
  })
  .chain(({ nodes, columns, links }) =>
    fc
      .array(fc.record(columns as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] }), {
        minLength: nodes.length + links.length,
        maxLength: nodes.length + links.length,
      })
      .map((attributes) => {
        const graph = new Graph({ type: "directed", multi: true });
        for (const [i, node] of nodes.entries()) graph.addNode(node, attributes[i]);
        const seen = new Set<string>();
        links.forEach(([from, to, key], i) => {
          if (nodes.length === 0 || seen.has(stripped(key))) return;
          seen.add(stripped(key));
          graph.addDirectedEdgeWithKey(
            key,
            nodes[from % nodes.length],
            nodes[to % nodes.length],
            attributes[nodes.length + i],
          );
        });
        return graph;
      }),
  );

/** What XML can hold of a string. */
export function stripped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** A graph as plain data, with what `of` makes of each value. */
export function plain(graph: AbstractGraph, of: (value: unknown) => unknown = (value) => value) {
  const attributes = (all: Attributes) =>
    Object.fromEntries(
      Object.entries(all)
        .map(([name, value]) => [of(name), of(value)])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  return {
    nodes: graph.mapNodes((key, all) => [of(key), attributes(all)]),
    edges: graph.mapEdges((key, all, source, target) => [of(key), of(source), of(target), attributes(all)]),
  };
}
