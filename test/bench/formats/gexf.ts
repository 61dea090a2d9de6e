/**
 * GEXF writing beside graphology-gexf: time, and memory beyond what the graph takes. Each run in a process of its own; medians.
 *
 *     npx tsx test/bench/formats/gexf.ts
 */
import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import gexf from "graphology-gexf";
import { writeGexf } from "../../../src/formats/index.ts";
import { createGraph } from "./graphs.ts";

/** Nodes, edges and how many runs the median is of. */
const SIZES = [
  [10_000, 30_000, 5],
  [100_000, 300_000, 3],
];
type Writer = "ours" | "graphology-gexf";

interface Measure {
  readonly milliseconds: number;
  /** Most memory in use while writing, beyond what was in use before. */
  readonly megabytes: number;
  readonly bytes: number;
}

/** In a process of its own: writes once to a file, as an export does. */
function measure(writer: Writer, order: number, size: number): Measure {
  const graph = createGraph(order, size);
  global.gc?.();
  const before = process.memoryUsage.rss();
  const path = join(tmpdir(), `onrecord-bench-${process.pid}.gexf`);
  const file = openSync(path, "w");
  const started = performance.now();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  if (writer === "ours") {
    let count = 0;
    for (const chunk of writeGexf(graph)) {
      writeSync(file, chunk);
      // Asking the system takes as long as writing ten kilobytes
      if (count++ % 16 === 0) look();
    }
  } else {
    const text = gexf.write(graph, { version: "1.3", pretty: false });
    look();
    writeSync(file, text);
    look();
  }
  const milliseconds = performance.now() - started;
  closeSync(file);
  const bytes = statSync(path).size;
  rmSync(path);
  // The highest the system saw: what was collected in between counts too
  most = Math.max(most, process.resourceUsage().maxRSS * 1024);
  return { milliseconds, megabytes: (most - before) / 1e6, bytes };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function compare(order: number, size: number, runs: number): void {
  const run = (writer: Writer): Measure =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [
          "--expose-gc",
          "--max-old-space-size=8192",
          "--import",
          "tsx",
          fileURLToPath(import.meta.url),
          writer,
          `${order}`,
          `${size}`,
        ],
        { encoding: "utf8" },
      ),
    ) as Measure;
  const all: Record<Writer, Measure[]> = { ours: [], "graphology-gexf": [] };
  for (let i = 0; i < runs; i++) for (const writer of Object.keys(all) as Writer[]) all[writer].push(run(writer));
  const middle = (writer: Writer, of: (m: Measure) => number) => median(all[writer].map(of));
  const [time, theirTime] = [middle("ours", (m) => m.milliseconds), middle("graphology-gexf", (m) => m.milliseconds)];
  const [memory, theirMemory] = [middle("ours", (m) => m.megabytes), middle("graphology-gexf", (m) => m.megabytes)];
  console.log(`${order} nodes, ${size} edges (${(all.ours[0].bytes / 1e6).toFixed(0)} MB of GEXF)`);
  console.log(
    `  time    ours ${time.toFixed(0)} ms, graphology-gexf ${theirTime.toFixed(0)} ms: ${(theirTime / time).toFixed(1)} times faster`,
  );
  console.log(
    `  memory  ours ${memory.toFixed(0)} MB, graphology-gexf ${theirMemory.toFixed(0)} MB: ${(memory / theirMemory).toFixed(2)} of it`,
  );
}

const [writer, order, size] = process.argv.slice(2);
if (writer === undefined) for (const [nodes, edges, runs] of SIZES) compare(nodes, edges, runs);
else console.log(JSON.stringify(measure(writer as Writer, Number(order), Number(size))));
