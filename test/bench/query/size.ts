/**
 * How large the query engine is in a page: bundled, minified and gzipped, the temporal part apart.
 * Run: node --import tsx test/bench/query/size.ts
 */
import { gzipSync } from "node:zlib";
import { build } from "vite";

interface Chunk {
  readonly type: string;
  readonly code?: string;
}

const INDEX = new URL("../../../src/query/index.ts", import.meta.url).pathname;
const TEMPORAL = new URL("../../../src/query/temporal/index.ts", import.meta.url).pathname;
const ENTRY = "engine-size-entry";

/** The size of what a page gets that exports these things of the engine, in kilobytes. */
async function gzipped(what: string, external: readonly string[]): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? `export ${what} from ${JSON.stringify(INDEX)};` : null),
      },
    ],
    // as for a server: for pages, Vite adds a loader of its own that is no part of the engine
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      target: "es2022",
      minify: true,
      rollupOptions: { input: ENTRY, preserveEntrySignatures: "strict", external: [...external] },
    },
  });
  const [{ output: chunks }] = (Array.isArray(output) ? output : [output]) as unknown as { output: Chunk[] }[];
  const bytes = chunks.flatMap(({ code }) => (code === undefined ? [] : [gzipSync(code, { level: 9 }).length]));
  return `${(bytes.reduce((sum, size) => sum + size, 0) / 1024).toFixed(1)} KB`;
}

console.log(`query and prepare: ${await gzipped("{ prepare, query, QueryError }", [TEMPORAL])}`);
console.log(`everything that onrecord/query exports, but the temporal part: ${await gzipped("*", [TEMPORAL])}`);
console.log(`with the temporal part: ${await gzipped("*", [])}`);
