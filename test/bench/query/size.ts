/**
 * How large the query engine is in a page: bundled, minified and gzipped, the temporal part apart.
 * Run: node --import tsx test/bench/query/size.ts
 */
import { gzipSync } from "node:zlib";
import { build } from "vite";

interface Chunk {
  readonly type: string;
  readonly code?: string;
  readonly fileName: string;
  readonly isEntry?: boolean;
}

async function gzipped(entry: string, external: readonly string[]): Promise<Record<string, number>> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      minify: true,
      rollupOptions: {
        input: new URL(`../../../src/query/${entry}`, import.meta.url).pathname,
        preserveEntrySignatures: "strict",
        external: [...external],
      },
    },
  });
  const [{ output: chunks }] = (Array.isArray(output) ? output : [output]) as unknown as { output: Chunk[] }[];
  return Object.fromEntries(
    chunks
      .filter((chunk) => chunk.code !== undefined)
      .map((chunk) => [chunk.fileName, gzipSync(chunk.code!, { level: 9 }).length]),
  );
}

const kilobytes = (sizes: Record<string, number>) =>
  `${(Object.values(sizes).reduce((sum, size) => sum + size, 0) / 1024).toFixed(1)} KB`;
const engine = await gzipped("index.ts", [new URL("../../../src/query/temporal/index.ts", import.meta.url).pathname]);
const all = await gzipped("index.ts", []);
console.log(`engine ${kilobytes(engine)}; with the temporal part ${kilobytes(all)} (minified, gzipped)`);
