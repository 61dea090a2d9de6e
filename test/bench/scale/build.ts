/**
 * Builds workspaces of 1,000, 10,000 and 100,000 made-up articles (or of the sizes given) with the program as it is built, and
 * prints articles per second, peak memory, the time of a rebuild with nothing changed, with a file touched and with an article
 * more, and whether the graph has the bytes of the full build when that article is taken out again.
 *
 *     npm run build && npx tsx test/bench/scale/build.ts [COUNT…] [--pattern]
 *
 * With `--pattern` articles are read by the patterns they are made of, to measure what comes after reading alone.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeCorpus } from "./corpus.ts";

const flags = process.argv.filter((argument) => argument === "--pattern");
const CHILD = resolve(import.meta.dirname, "build-child.mjs");

const ONE_MORE = `Ferry to run at night

"The night ferry starts in June," harbour master Ines Okafor said on Monday. She said the council of Selm had asked for it.
`;

interface Run {
  readonly seconds: number;
  /** Of all threads, which doesn't depend on what else the machine does. */
  readonly cpu: number;
  readonly megabytes: number;
  readonly articles: number;
  readonly statements: number;
  readonly read: number;
  readonly reprints: number;
}

/** Builds in a process of its own, for its memory is what is measured. */
function run(folder: string): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CHILD, folder, ...flags], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.on("close", (code) =>
      code === 0 ? done(JSON.parse(output) as Run) : fail(new Error(`build ended with ${code}`)),
    );
  });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

const counts = process.argv
  .slice(2)
  .map(Number)
  .filter((count) => count > 0);
for (const count of counts.length > 0 ? counts : [1000, 10_000, 100_000]) {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-scale-"));
  try {
    await writeCorpus(folder, count);
    const graph = join(folder, "graph.json");
    const full = await run(folder);
    const first = await hashOf(graph);
    const again = await run(folder);
    const part = join(folder, "articles", "part-0000000.jsonl");
    utimesSync(part, 1, 1);
    const touched = await run(folder);
    const more = join(folder, "articles", "more.txt");
    writeFileSync(more, ONE_MORE);
    const grown = await run(folder);
    rmSync(more);
    await run(folder);
    const same = (await hashOf(graph)) === first;
    const size = Math.round(statSync(graph).size / 1024 / 1024);
    console.log(
      [
        `${count} articles (${full.reprints} copies), ${full.statements} statements: ${full.seconds.toFixed(1)} s, ${full.cpu.toFixed(1)} s of CPU`,
        `${(count / full.cpu).toFixed(0)} articles per second of one core`,
        `peak ${full.megabytes} MB`,
        `graph.json ${size} MB`,
        `nothing changed ${again.seconds.toFixed(2)} s, ${again.cpu.toFixed(2)} s of CPU`,
        `a file touched ${touched.cpu.toFixed(2)} s of CPU (${touched.read} read)`,
        `an article more ${grown.cpu.toFixed(1)} s of CPU (${grown.read} read), taken out again: ${same ? "same bytes" : "OTHER BYTES"}`,
      ].join(" · "),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
