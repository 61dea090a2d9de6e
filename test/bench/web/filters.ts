/**
 * How fast filters are over many statements: the index that is made once, and each change of a filter, beside asking every
 * statement for its attributes. Prints medians in milliseconds.
 *
 *     npx tsx test/bench/web/filters.ts [statements]
 */
import { MultiDirectedGraph } from "graphology";
import type { OnRecordGraph } from "../../../src/graph/index.ts";
import type { EdgeKind, NodeAttributes } from "../../../src/model/index.ts";
import { type Filters, NO_FILTERS } from "../../../web/scene/filters.ts";
import { sift } from "../../../web/scene/sift.ts";
import { statementIndex } from "../../../web/scene/statement-index.ts";
import { passingKeys, touchedNodes } from "../../../web/scene/touched.ts";

const statements = Number(process.argv[2] ?? 50_000);
const [people, articles] = [Math.ceil(statements / 10), Math.ceil(statements / 100)];
const ROUNDS = 9;

/** The same graph each time: statements with a speaker, whom they mention and an article. */
function makeGraph(): OnRecordGraph {
  let seed = 1;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const graph: OnRecordGraph = new MultiDirectedGraph();
  const node = (key: string, attributes: object) => graph.addNode(key, attributes as NodeAttributes);
  const edge = (kind: EdgeKind, from: string, to: string) =>
    graph.addDirectedEdge(from, to, { kind, label: "", weight: 1 });
  for (let i = 0; i < articles; i++) {
    const date = new Date(Date.UTC(2024, 0, 1 + (i % 365))).toISOString().slice(0, 10);
    node(`article:${i}`, { kind: "Article", label: `${i}`, date, outlet: `Outlet ${i % 9}` });
  }
  for (let i = 0; i < people; i++)
    node(`person:${i}`, { kind: "Person", label: `${i}`, name: `${i}`, unnamed: i % 9 === 0 });
  for (let i = 0; i < statements; i++) {
    const [key, article] = [`statement:${i}`, `article:${next(articles)}`];
    const statementKind = ["direct", "indirect", "mixed"][i % 3];
    node(key, { kind: "Statement", text: key, statementKind, speech: i % 7 > 0, confidence: next(100) / 100, article });
    edge("SAID", `person:${next(people)}`, key);
    edge("MENTIONS", key, `person:${next(people)}`);
    edge("IN_ARTICLE", key, article);
  }
  return graph;
}

function median(times: number[]): string {
  return times.sort((a, b) => a - b)[times.length >> 1].toFixed(1);
}

function timed(run: (round: number) => void): string {
  return median(
    Array.from({ length: ROUNDS }, (_, round) => {
      const start = performance.now();
      run(round);
      return performance.now() - start;
    }),
  );
}

const graph = makeGraph();
const start = performance.now();
const index = statementIndex(graph);
console.log(`${statements} statements, index: ${(performance.now() - start).toFixed(0)} ms, once`);

const changed = (round: number): Filters => ({ ...NO_FILTERS, outlets: ["Outlet 1", "Outlet 2"], sure: round / 10 });
console.log(`passing and all counts: ${timed((round) => void sift(index, changed(round)))} ms`);
console.log(
  `with the nodes that are left: ${timed((round) => {
    const sifted = sift(index, changed(round));
    passingKeys(index, sifted);
    touchedNodes(graph, index, sifted, changed(round), null);
  })} ms`,
);
console.log(
  `asking each statement, without counts: ${timed((round) => {
    const { outlets, sure } = changed(round);
    const left = new Set<string>();
    graph.forEachNode((key, node) => {
      if (node.kind !== "Statement" || !node.speech || node.confidence < (sure ?? 0)) return;
      const article = graph.getNodeAttributes(node.article);
      if (article.kind !== "Article" || !outlets.includes(article.outlet ?? "")) return;
      left.add(key);
      graph.forEachNeighbor(key, (other) => void left.add(other));
    });
  })} ms`,
);
