import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Gephi Lite's way: Sigma's own programs and labels, a reducer that makes a new object, a whole refresh. */
const PLAIN = `<!doctype html><body style="margin:0"><div id="c" style="width:644px;height:752px"></div>
<script src="graphology.js"></script><script src="sigma.js"></script><script>
fetch("graph.json").then((r) => r.json()).then(({ graph: file }) => {
  const graph = new graphology.MultiDirectedGraph();
  for (const { key, attributes } of file.nodes) graph.addNode(key, attributes);
  for (const { key, source, target, attributes } of file.edges) graph.addEdgeWithKey(key, source, target, attributes);
  let hidden = false, near = null, turn = 0;
  const sigma = new Sigma(graph, document.getElementById("c"), {
    nodeReducer: (key, data) => ({ ...data, hidden: hidden && data.statementKind === "mixed", color: near && !near.has(key) ? "#eee" : data.color }),
    edgeReducer: (key, data) => ({ ...data, color: near ? "#eee" : "#ccc" }),
  });
  window.filter = () => { hidden = !hidden; sigma.refresh(); };
  window.hover = () => { const key = "person:p" + (turn++ % 7); near = new Set([key, ...graph.neighbors(key)]); sigma.refresh(); };
  window.sigma = sigma;
});
</script>`;

/** Serves a page with plain Sigma and the graph. */
export async function servePlain(graph: string) {
  const file = (path: string) => readFileSync(join(ROOT, "node_modules", path), "utf8");
  const files: Record<string, string> = {
    "/": PLAIN,
    "/graph.json": graph,
    "/sigma.js": file("sigma/dist/sigma.min.js"),
    "/graphology.js": file("graphology/dist/graphology.umd.min.js"),
  };
  const server = createServer((request, response) => {
    response.writeHead(200, { "content-type": request.url === "/" ? "text/html" : "text/javascript" });
    response.end(files[request.url ?? "/"] ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
