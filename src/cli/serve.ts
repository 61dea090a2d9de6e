import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { OnRecordError } from "../model/index.ts";
import type { Workspace } from "../workspace/index.ts";

/** Where the build puts the explorer, seen from `src/cli` as from `dist/cli`. */
export const EXPLORER_FOLDER = fileURLToPath(new URL("../../dist/explorer", import.meta.url));

const HOST = "127.0.0.1";

const TYPES: Readonly<Record<string, string>> = {
  ".bin": "application/octet-stream",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The page runs its own scripts and talks to this server, nothing else; an article's HTML can't run or load a thing. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

export interface ServerOptions {
  /** The folder of the built explorer. */
  readonly explorer: string;
  /** Its graph, readings and phrases are served below `/data/`, nothing else of it. */
  readonly workspace: Pick<Workspace, "graph" | "readings" | "phrases">;
  /** The port that must be used; without, `usualPort` or any free one. */
  readonly port?: number;
  readonly usualPort?: number;
}

/**
 * Serves the explorer with a workspace's data on 127.0.0.1.
 *
 * @throws OnRecordError `NOT_BUILT` when there is no explorer, `PORT_TAKEN`.
 */
export async function startServer(options: ServerOptions): Promise<{ server: Server; address: string }> {
  const page = await stat(join(options.explorer, "index.html")).catch(() => null);
  if (!page?.isFile())
    throw new OnRecordError("NOT_BUILT", `${options.explorer}: the explorer isn't built; run: npm run build`);
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => {
      if (!response.headersSent) refuse(response, 500, "the file couldn't be read");
      else response.destroy();
    });
  });
  const ports = options.port === undefined ? [options.usualPort ?? 0, 0] : [options.port];
  for (const port of ports) {
    if (await listen(server, port)) {
      return { server, address: `http://${HOST}:${(server.address() as AddressInfo).port}/` };
    }
  }
  throw new OnRecordError("PORT_TAKEN", `port ${ports[0]} is taken or not allowed; give another with --port, or none`);
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((settle, fail) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") settle(false);
      else fail(error);
    };
    server.once("error", failed);
    server.listen(port, HOST, () => {
      server.off("error", failed);
      settle(true);
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  // A page elsewhere could have its name point here (DNS rebinding): it would bring that name along
  if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(request.headers.host ?? ""))
    return refuse(response, 403, "ask for 127.0.0.1");
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "GET or HEAD only");
  const path = fileOf(request.url ?? "/", options);
  if (path === options.workspace.phrases && !existsSync(path)) return answerJson(response, { phrases: [] });
  const found = path === null ? null : await stat(path).catch(() => null);
  if (path === null || !found?.isFile()) return refuse(response, 404, "no such file");
  response.writeHead(200, {
    ...HEADERS,
    "Content-Type": TYPES[extname(path).toLowerCase()] ?? "application/octet-stream",
    "Content-Length": found.size,
    // Names below assets/ carry a hash of the content
    "Cache-Control": /[\\/]assets[\\/]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
  });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  createReadStream(path)
    .on("error", () => response.destroy())
    .pipe(response);
}

function answerJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...HEADERS, "Content-Type": TYPES[".json"], "Cache-Control": "no-cache" });
  response.end(`${JSON.stringify(value)}\n`);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${why}\n`);
}

/** The file a request asks for: of the explorer, or the graph, a reading or the phrases of the workspace; null for anything else. */
export function fileOf(
  url: string,
  { explorer, workspace }: Pick<ServerOptions, "explorer" | "workspace">,
): string | null {
  let path: string;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
  } catch {
    return null;
  }
  if (!path.startsWith("/") || /[\0\\]/.test(path) || path.split("/").some((part) => part.startsWith("."))) return null;
  if (path === "/data/graph.json") return workspace.graph;
  if (path === "/data/phrases.json") return workspace.phrases;
  const reading = /^\/data\/readings\/([^/]+\.json)$/.exec(path);
  if (reading) return within(workspace.readings, reading[1]);
  return within(explorer, path === "/" ? "index.html" : path.slice(1));
}

/** The path below a folder, null where it would lead out of it. */
function within(folder: string, path: string): string | null {
  const whole = resolve(folder, path);
  return whole.startsWith(resolve(folder) + sep) ? whole : null;
}
