/**
 * What the index of a graph costs in memory, beside the graph itself.
 * Run: node --expose-gc --import tsx test/bench/query/memory.ts
 */
import { GraphIndex } from "../../../src/query/graph-index.ts";
import { makeNewsroom, toGraphology } from "./engines.ts";

const collect = (globalThis as { gc?: () => void }).gc;
if (!collect) throw new Error("run with --expose-gc");

/** Bytes in use, once collecting frees no more. */
async function used(): Promise<number> {
  for (let last = Infinity; ; ) {
    collect!();
    // what is swept concurrently needs a moment
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    if (heapUsed + arrayBuffers > last * 0.999) return heapUsed + arrayBuffers;
    last = heapUsed + arrayBuffers;
  }
}

for (const order of [10_000, 100_000]) {
  const graph = toGraphology(makeNewsroom(order));
  // the first indexes make the engine prepare strings and code that the others find ready
  const indexes = [new GraphIndex(graph), new GraphIndex(graph)];
  const before = await used();
  const started = performance.now();
  for (let i = 0; i < 4; i++) indexes.push(new GraphIndex(graph));
  const milliseconds = (performance.now() - started) / 4;
  const bytes = ((await used()) - before) / 4;
  console.log(
    `${graph.order} nodes, ${graph.size} edges: ${(bytes / graph.size).toFixed(0)} bytes an edge, built in ${milliseconds.toFixed(0)} ms`,
  );
  if (indexes.some((index) => index.order !== graph.order)) throw new Error("an index is not that of the graph");
}
