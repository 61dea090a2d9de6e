import MiniSearch from "minisearch";
import type { Procedures } from "../query/index.ts";

interface SearchIndex {
  readonly revision: number;
  readonly words: MiniSearch<{ id: string; text: string }>;
}

/** Full-text search for `CALL`: `search.statements('bridge open') YIELD node, score`. */
export function searchProcedures(): Procedures {
  const indexes = new WeakMap<object, SearchIndex>();
  return {
    "search.statements": {
      parameters: [
        { name: "text", kind: "string" },
        { name: "most", kind: "integer", optional: true },
      ],
      results: [
        { name: "node", kind: "node" },
        { name: "score", kind: "float" },
      ],
      run({ index }, text, most = Number.POSITIVE_INFINITY) {
        let search = indexes.get(index);
        if (search?.revision !== index.revision) {
          search = { revision: index.revision, words: indexStatements(index) };
          indexes.set(index, search);
        }
        const found = search.words.search(String(text), { prefix: true, fuzzy: 0.15, combineWith: "AND" });
        return found.slice(0, Number(most)).map(({ id, score }) => [id, score]);
      },
    },
  };
}

type GraphIndex = Parameters<Procedures[string]["run"]>[0]["index"];

function indexStatements(index: GraphIndex): SearchIndex["words"] {
  const words = new MiniSearch<{ id: string; text: string }>({ fields: ["text"] });
  for (const id of index.nodesWithLabel("Statement")) {
    const text = index.nodeProperty(id, "text");
    if (typeof text === "string") words.add({ id: index.nodeKeys[id], text });
  }
  return words;
}
