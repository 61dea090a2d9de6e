// Builds the workspace given and prints what it took: run by build.ts in a process of its own
import { createReader } from "../../../dist/cli/reader.js";
import { createPool } from "../../../dist/cli/reading-workers.js";
import { buildWorkspace, openWorkspace } from "../../../dist/workspace/index.js";

const started = performance.now();
const pool = createPool(await createReader());
const { articles, statements, read, reprints } = await buildWorkspace(await openWorkspace(process.argv[2]), pool);
await pool.close();
const seconds = (performance.now() - started) / 1000;
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ seconds, megabytes, articles, statements, read, reprints: reprints.length }));
