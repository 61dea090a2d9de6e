/**
 * How fast the search box answers over a large graph: milliseconds to index it (in slices; the longest is told too) and to
 * answer while something is typed letter by letter, beside MiniSearch with prefixes and near spellings over the same words.
 *
 *     npx tsx test/bench/web/search.ts [statements]
 */
import MiniSearch from "minisearch";
import type { OnRecordGraph } from "../../../src/graph/index.ts";
import { searchInSlices } from "../../../web/search/search-index.ts";
import { manyStatements } from "./many-statements.ts";

const ROUNDS = 7;
const TYPED = [
  "torsund",
  "ada ekholm",
  "the ferry line",
  "ferrry lien",
  "the council of march",
  '"the new bridge has to wait"',
];

/** The slowest letter of what is typed and the mean of all, in milliseconds; each the least of several: other work only adds. */
function type(search: (typed: string) => unknown, typed: string): { slowest: number; mean: number } {
  const times = Array.from({ length: typed.length }, (_, length) =>
    Math.min(
      ...Array.from({ length: ROUNDS }, () => {
        const start = performance.now();
        search(typed.slice(0, length + 1));
        return performance.now() - start;
      }),
    ),
  );
  return { slowest: Math.max(...times), mean: times.reduce((sum, time) => sum + time, 0) / times.length };
}

/** Indexes in slices, and says how long all and the longest of them took. */
async function indexInSlices(graph: OnRecordGraph) {
  let [longest, busy] = [0, 0];
  const original = globalThis.setTimeout;
  let start = performance.now();
  const stop = () => {
    const took = performance.now() - start;
    longest = Math.max(longest, took);
    busy += took;
  };
  globalThis.setTimeout = ((act: () => void) => {
    stop();
    return original(() => {
      start = performance.now();
      act();
    });
  }) as typeof setTimeout;
  const search = await searchInSlices(graph, new AbortController().signal);
  stop();
  globalThis.setTimeout = original;
  return { search, longest, busy };
}

function peer(graph: OnRecordGraph): { search: (typed: string) => unknown; milliseconds: number } {
  const start = performance.now();
  const index = new MiniSearch({
    fields: ["name", "words"],
    searchOptions: {
      boost: { name: 4 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: "AND",
    },
  });
  graph.forEachNode((id, node) =>
    index.add({ id, name: "name" in node ? node.name : node.label, words: "text" in node ? node.text : "" }),
  );
  return { search: (typed) => index.search(typed), milliseconds: performance.now() - start };
}

const graph = manyStatements(Number(process.argv[2] ?? 20_000));
const statements = graph.filterNodes((_, { kind }) => kind === "Statement").length;
console.log(`${statements} statements, ${graph.order} nodes; milliseconds`);
const { search, longest, busy } = await indexInSlices(graph);
const { search: searchPeer, milliseconds } = peer(graph);
console.log(
  `index    ${busy.toFixed(0)} in slices of at most ${longest.toFixed(0)}   MiniSearch ${milliseconds.toFixed(0)}`,
);
for (const typed of TYPED) {
  const [ours, theirs] = [type(search, typed), type(searchPeer, typed)];
  console.log(
    `${typed.padEnd(32)} slowest letter ${ours.slowest.toFixed(1).padStart(6)}  mean ${ours.mean.toFixed(1).padStart(5)}` +
      `   MiniSearch ${theirs.slowest.toFixed(1).padStart(6)}  mean ${theirs.mean.toFixed(1).padStart(6)}`,
  );
}
