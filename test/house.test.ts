import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** The rooms of `src/` from the ground up: a room imports only from rooms before it (docs/architecture.md). */
const ROOMS = [
  "model",
  "ingest",
  "language",
  "extract",
  "resolve",
  "graph",
  "query",
  "analysis",
  "formats",
  "workspace",
  "store",
  "cli",
  "training",
];
/** Rooms that run in Node alone; everything else must load in a browser. */
const NODE_ONLY = new Set(["workspace", "store", "cli", "training"]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** The modules a source file names in import, export … from and import(). */
export function importsOf(source: string): string[] {
  const found: string[] = [];
  const pattern =
    /(?:^|[;\n])\s*(?:import|export)\b(?:[^"';()]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;
  for (const match of source.matchAll(pattern)) found.push(match[1] ?? match[2]);
  return found;
}

const sources = [...filesBelow(join(ROOT, "src")), ...filesBelow(join(ROOT, "web"))].map((path) => ({
  path,
  name: relative(ROOT, path).split(sep).join("/"),
  imports: importsOf(readFileSync(path, "utf8")),
}));

function roomOf(path: string): string | null {
  const parts = relative(join(ROOT, "src"), path).split(sep);
  return parts[0] === ".." || parts.length < 2 ? null : parts[0];
}

/** `file.node.ts` is a file's Node half, chosen by a condition in package.json; its other half stands beside it. */
const isNodeHalf = (name: string) => /\.node\.ts$/.test(name);

describe("the house", () => {
  it("reads imports of every form", () => {
    const source = `import a from "x";\nimport { b,\n c } from './y.ts';\nexport * from "z";\nconst q = await import("w");\nimport "side";`;
    expect(importsOf(source)).toEqual(["x", "./y.ts", "z", "w", "side"]);
  });

  it("knows every room of src", () => {
    const rooms = readdirSync(join(ROOT, "src")).filter((name) => statSync(join(ROOT, "src", name)).isDirectory());
    expect(rooms.filter((room) => !ROOMS.includes(room))).toEqual([]);
  });

  it("imports only from rooms before", () => {
    const wrong: string[] = [];
    for (const { path, name, imports } of sources) {
      const from = roomOf(path);
      for (const module of imports) {
        if (!module.startsWith(".")) continue;
        const target = resolve(dirname(path), module);
        const to = roomOf(target);
        if (from === null) {
          // web/ and src/index.ts may use everything that runs in both
          if (to !== null && NODE_ONLY.has(to)) wrong.push(`${name} imports ${module}`);
          continue;
        }
        if (to === null) wrong.push(`${name} imports ${module} from outside the rooms`);
        else if (ROOMS.indexOf(to) > ROOMS.indexOf(from)) wrong.push(`${name} imports ${module} from a later room`);
        else if (to === "training" && from !== "training") wrong.push(`${name} imports training`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("keeps node: out of what runs in the browser", () => {
    const wrong = sources
      .filter(
        ({ path, name }) => !NODE_ONLY.has(roomOf(path) ?? "") && !isNodeHalf(name) && name !== "web/vite.config.ts",
      )
      .flatMap(({ name, imports }) =>
        imports.filter((module) => module.startsWith("node:")).map((m) => `${name}: ${m}`),
      );
    expect(wrong).toEqual([]);
  });

  it("keeps sigma out of src and behind one adapter in web", () => {
    const users = sources.filter(({ imports }) =>
      imports.some((m) => m === "sigma" || m.startsWith("sigma/") || m.startsWith("@sigma/")),
    );
    expect(users.filter(({ name }) => name.startsWith("src/")).map(({ name }) => name)).toEqual([]);
    expect(new Set(users.map(({ name }) => dirname(name))).size).toBeLessThanOrEqual(1);
  });

  it("lets the query engine know nothing of the news", () => {
    const wrong = sources
      .filter(({ path }) => roomOf(path) === "query")
      .flatMap(({ path, name, imports }) =>
        imports
          .filter((m) => m.startsWith(".") && roomOf(resolve(dirname(path), m)) !== "query")
          .map((m) => `${name}: ${m}`),
      );
    expect(wrong).toEqual([]);
  });

  it("lets no hostile text run", () => {
    const dangerous = /\.innerHTML|dangerouslySetInnerHTML|\.outerHTML\s*=|document\.write|new Function\(|[^.\w]eval\(/;
    expect(sources.filter(({ path }) => dangerous.test(readFileSync(path, "utf8"))).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it("locks every optional package of every platform, and no address", () => {
    const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
      packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
    };
    const entries = Object.entries(lock.packages);
    const locked = new Set(entries.map(([place]) => place.slice(place.lastIndexOf("node_modules/") + 13)));
    const wanted = entries.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
    expect(entries.filter(([, entry]) => entry.resolved?.startsWith("http")).map(([place]) => place)).toEqual([]);
  });
});
