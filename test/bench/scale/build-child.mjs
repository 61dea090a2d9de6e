// Builds the workspace given and prints what it took: run by build.ts in a process of its own
import { makeGraphAnywhere } from "../../../dist/cli/graph-thread.js";
import { createReader } from "../../../dist/cli/reader.js";
import { createPool } from "../../../dist/cli/reading-workers.js";
import { buildWorkspace, openWorkspace } from "../../../dist/workspace/index.js";

const started = performance.now();
const pool = createPool(await createReader());
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
