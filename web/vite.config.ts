import { createReadStream, existsSync, statSync } from "node:fs";
import { join, normalize, resolve, sep } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const ROOT = import.meta.dirname;
const WORKSPACE = resolve(ROOT, "../graph-data");

/** What the page may load: its own files. Written into the page, so that it holds on any static host. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    // The development server needs inline scripts and a web socket of its own.
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** Serves `graph-data/graph.json` and its readings under `/data/`, as `onrecord explore` does. */
function workspaceData(): Plugin {
  return {
    name: "workspace-data",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/data", (request, response) => {
        const path = normalize(join(WORKSPACE, decodeURIComponent((request.url ?? "/").split("?")[0])));
        const allowed = path.startsWith(WORKSPACE + sep) && path.endsWith(".json");
        if (!allowed || !existsSync(path) || !statSync(path).isFile()) {
          response.statusCode = 404;
          response.end();
          return;
        }
        response.setHeader("content-type", "application/json; charset=utf-8");
        createReadStream(path).pipe(response);
      });
    },
  };
}

export default defineConfig({
  root: ROOT,
  // Relative addresses: the page works in any folder of any host.
  base: "./",
  plugins: [react(), contentSecurityPolicy(), workspaceData()],
  worker: { format: "es" },
  build: {
    outDir: resolve(ROOT, "../dist/explorer"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // pdf.js comes in one piece, fetched when a PDF is dropped
    chunkSizeWarningLimit: 1700,
  },
});
