/**
 * How a graph of many statements opens in the explorer, and what is done with it then, in a real Chromium with software
 * rendering: milliseconds to the picture, the longest time the page didn't answer in between (tasks over 50 ms are counted),
 * and the same for searching, for the list of passages and for the table.
 *
 *     npm run build:explorer && npx tsx test/bench/web/open.ts [statements] [folder]
 *
 * The graph is made once where a folder is given, and found there again.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { writeJson } from "../../../src/formats/index.ts";
import { buildGraph } from "../../../src/graph/index.ts";
import { launchChromium } from "../../browser/chromium.ts";
import { serve } from "../../browser/serve.ts";
import { manyReadings } from "./many-statements.ts";

const EXPLORER = process.env.ONRECORD_EXPLORER ?? resolve(import.meta.dirname, "../../../dist/explorer");
const statements = Number(process.argv[2] ?? 50_000);
const kept = process.argv[3];
const folder = kept ?? mkdtempSync(join(tmpdir(), "onrecord-open-"));

function makeGraph(): void {
  const path = join(folder, "graph.json");
  if (existsSync(path)) return;
  mkdirSync(join(folder, "readings"), { recursive: true });
  const readings = manyReadings(statements);
  const file = openSync(path, "w");
  for (const chunk of writeJson(buildGraph(readings))) writeSync(file, chunk);
  closeSync(file);
  for (const reading of readings)
    writeFileSync(join(folder, "readings", `${reading.article.id}.json`), JSON.stringify(reading));
}

/** Runs in the page before anything else: keeps how long each task over 50 ms took. */
const WATCH = `globalThis.__name = (value) => value; globalThis.tasks = [];
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) tasks.push(duration); })
  .observe({ type: "longtask", buffered: true });
try { localStorage.setItem("onrecord-tour", "done"); } catch {}`;

/** Does something and waits for what it shows; says how long that took and how the page answered meanwhile. */
async function step(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  await page.evaluate("tasks.length = 0");
  const start = performance.now();
  await act();
  const took = performance.now() - start;
  await page.evaluate("new Promise((done) => setTimeout(done, 100))");
  const tasks = (await page.evaluate("tasks")) as number[];
  const longest = Math.max(0, ...tasks);
  console.log(
    `${name.padEnd(34)} ${took.toFixed(0).padStart(7)} ms   longest task ${longest.toFixed(0).padStart(6)} ms   tasks over 50 ms ${tasks.length}`,
  );
}

makeGraph();
console.log(
  `${statements} statements, graph.json ${(statSync(join(folder, "graph.json")).size / 2 ** 20).toFixed(0)} MB`,
);
const [server, browser] = await Promise.all([serve(EXPLORER, folder), launchChromium()]);
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
await context.addInitScript(WATCH);
const page = await context.newPage();
page.setDefaultTimeout(180_000);
await page.goto("about:blank");
await step(page, "open, to the picture", async () => {
  await page.goto(server.address);
  await page.locator('.canvas[data-state="drawn"]').waitFor();
});
const field = page.getByRole("combobox", { name: "Search" });
await step(page, "first search, words indexed", async () => {
  await field.fill("torsund");
  await page
    .getByRole("option", { name: /Torsund/ })
    .first()
    .waitFor();
});
await step(page, "another letter", async () => {
  await field.fill("torsund a");
  await page
    .getByRole("option", { name: /Torsund/ })
    .first()
    .waitFor();
});
await step(page, "a voice selected", async () => {
  await field.fill("Ada Ekholm");
  await page.getByRole("option", { name: "Ada Ekholm" }).first().click();
  await page.getByRole("region", { name: "Selected" }).getByRole("heading").first().waitFor();
});
await step(page, "everything that was said", async () => {
  await page.getByRole("radio", { name: "Passages" }).click();
  await page.locator(".passage-row").nth(3).waitFor();
});
await step(page, "mentioned, never quoted", async () => {
  await page.getByRole("radio", { name: "Mentioned, never quoted" }).click();
  await page
    .getByText(/without a word of their own|mentioned here is quoted too/)
    .first()
    .waitFor();
});
await step(page, "the table", async () => {
  await page.getByRole("radio", { name: "Table" }).click();
  await page.locator(".table-row").nth(3).waitFor();
});
await step(page, "the picture again", async () => {
  await page.getByRole("radio", { name: "Graph" }).click();
  await page.locator('.canvas[data-state="drawn"]').waitFor();
});
const used = (await page.evaluate("performance.memory.usedJSHeapSize")) as number;
console.log(`heap ${(used / 2 ** 20).toFixed(0)} MB`);
await browser.close();
await server.close();
if (kept === undefined) rmSync(folder, { recursive: true, force: true });
