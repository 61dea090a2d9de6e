// Builds the workspace given and prints what it took: run by build.ts in a process of its own
import { makeGraphAnywhere } from "../../../dist/cli/graph-thread.js";
import { createReader } from "../../../dist/cli/reader.js";
import { createPool } from "../../../dist/cli/reading-workers.js";
import { buildWorkspace, openWorkspace, poolOf } from "../../../dist/workspace/index.js";
import { createPatternReader } from "./pattern-reader.mjs";

const started = performance.now();
// with "--pattern" what comes after reading is measured alone
const reader = process.argv.includes("--pattern") ? createPatternReader() : await createReader();
const pool = process.argv.includes("--pattern") ? poolOf(reader) : createPool(reader);
const workspace = await openWorkspace(process.argv[2]);
const result = await buildWorkspace(workspace, pool, { makeGraph: makeGraphAnywhere });
const { articles, statements, read, reprints } = result;
await pool.close();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
const cpu = (user + system) / 1e6;
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  JSON.stringify({ seconds, cpu, megabytes, articles, statements, read, reprints: reprints.length }),
);
