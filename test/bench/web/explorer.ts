/**
 * How fast the explorer is with a large graph, beside plain Sigma with the same graph in the same browser (software
 * rendering). Prints medians in milliseconds and their ratio.
 *
 *     npm run build:explorer && npx tsx test/bench/web/explorer.ts [nodes] [edges]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { launchChromium } from "../../browser/chromium.ts";
import { serve } from "../../browser/serve.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const EXPLORER = process.env.ONRECORD_EXPLORER ?? join(ROOT, "dist/explorer");
const [nodes = 10_000, edges = 30_000] = process.argv.slice(2).map(Number);
const ROUNDS = 7;

/** Statements, their speakers and whom they mention, by a fixed sequence of numbers. */
function makeGraph(): object {
  let seed = 1;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const people = Math.max(2, Math.floor(nodes / 10));
  const article = "article:bench";
  const list = [
    {
      key: article,
      attributes: {
        kind: "Article",
        label: "Bench",
        title: "Bench",
        x: 0,
        y: 0,
        size: 9,
        color: "#8c877c",
        date: "2024-01-01",
        sha256: "",
        length: 0,
      },
    },
    ...Array.from({ length: nodes - 1 }, (_, i) => {
      const place = { x: next(10_000), y: next(10_000) };
      if (i < people)
        return {
          key: `person:p${i}`,
          attributes: {
            kind: "Person",
            label: `Person ${i}`,
            name: `Person ${i}`,
            aliases: [],
            unnamed: i % 9 === 0,
            mentionCount: 1,
            statementCount: 1,
            quotedWords: 0,
            article,
            start: 0,
            end: 1,
            size: 4 + next(8),
            color: "#0072b2",
            ...place,
          },
        };
      return {
        key: `statement:bench:${i}-${i + 1}`,
        attributes: {
          kind: "Statement",
          label: `Statement ${i}`,
          text: `Statement ${i} on matter ${next(500)}`,
          statementKind: ["direct", "indirect", "mixed"][i % 3],
          floating: false,
          speech: true,
          confidence: 0.9,
          why: "",
          rule: "",
          article,
          start: i,
          end: i + 1,
          content: [],
          cueSpans: [],
          sourceSpans: [],
          size: 4,
          color: "#4a4843",
          ...place,
        },
      };
    }),
  ];
  const statement = () => `statement:bench:${people + next(nodes - 1 - people)}`;
  const ties = Array.from({ length: edges }, (_, i) => {
    const [person, said] = [`person:p${next(people)}`, statement()];
    const key = `${said}-${Number(said.split(":")[2]) + 1}`;
    const kind = i % 3 === 0 ? "SAID" : "MENTIONS";
    const [source, target] = kind === "SAID" ? [person, key] : [key, person];
    return {
      key: `e${i}`,
      source,
      target,
      attributes: { kind, label: kind.toLowerCase(), weight: 1, article, start: 0, end: 1 },
    };
  });
  return {
    schema: "onrecord/1",
    graph: { attributes: { schema: "onrecord/1", title: "Bench" }, nodes: list, edges: ties },
  };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** From an action to the second frame after it: its pixels are on the screen. */
async function timed(page: Page, act: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    times.push(
      await page.evaluate(async (code) => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        await frame();
        const start = performance.now();
        const action = (window as unknown as Record<string, () => void>)[code];
        action();
        await frame();
        await frame();
        return performance.now() - start;
      }, act),
    );
  return median(times);
}

async function measureExplorer(page: Page, address: string): Promise<Record<string, number>> {
  await page.goto(`${address}#show=statements`);
  await page.locator('.canvas[data-state="drawn"]').waitFor({ timeout: 120_000 });
  const open = await page.evaluate(() => performance.now());
  await page.evaluate(() => {
    const row = () =>
      [...document.querySelectorAll<HTMLElement>(".legend-toggle")].find((button) =>
        /^Mixed/.test(button.textContent ?? ""),
      );
    const scope = window as unknown as Record<string, () => void>;
    scope.filter = () => row()?.click();
    const piece = document.querySelector(".canvas");
    let turn = 0;
    scope.hover = () => piece?.dispatchEvent(new CustomEvent("onrecord:hover", { detail: `person:p${turn++ % 7}` }));
  });
  return { open, filter: await timed(page, "filter"), hover: await timed(page, "hover") };
}

async function measurePlain(page: Page, address: string): Promise<Record<string, number>> {
  await page.goto(address);
  await page.waitForFunction(() => "sigma" in window, undefined, { timeout: 120_000 });
  const open = await page.evaluate(() => performance.now());
  return { open, filter: await timed(page, "filter"), hover: await timed(page, "hover") };
}

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

async function servePlain(graph: string) {
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

const graph = JSON.stringify(makeGraph());
const data = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
mkdirSync(join(data, "readings"));
writeFileSync(join(data, "graph.json"), graph);
const [explorer, plain, browser] = await Promise.all([serve(EXPLORER, data), servePlain(graph), launchChromium()]);
const page = async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  // The compiler that runs this file names functions by a helper that the page doesn't have.
  await context.addInitScript("globalThis.__name = (value) => value");
  return context.newPage();
};
const ours = await measureExplorer(await page(), explorer.address);
const theirs = await measurePlain(await page(), plain.address);
console.log(`${nodes} nodes, ${edges} edges; milliseconds, median of ${ROUNDS}`);
for (const what of Object.keys(ours))
  console.log(
    `${what.padEnd(8)} explorer ${ours[what].toFixed(0).padStart(6)}   plain Sigma ${theirs[what].toFixed(0).padStart(6)}   ratio ${(ours[what] / theirs[what]).toFixed(2)}`,
  );
await browser.close();
await explorer.close();
plain.close();
rmSync(data, { recursive: true, force: true });
