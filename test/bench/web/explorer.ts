/**
 * How fast the explorer is, all in one run: opening with the sample; filtering, pointing and laying out in a graph of 10,000
 * nodes and 30,000 edges; panning in one of 50,000 and 150,000. Beside plain Sigma with the same graph in the same browser,
 * by software rendering. To pixels is until the second frame after the action; of it, main thread is the processor time of the
 * page's own thread.
 *
 *     npm run build:explorer && npx tsx test/bench/web/explorer.ts [nodes edges [nodes edges]]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, CDPSession, Page } from "playwright-core";
import { writeJson } from "../../../src/formats/index.ts";
import { buildGraph, createReader } from "../../../src/index.ts";
import { launchChromium } from "../../browser/chromium.ts";
import { serve } from "../../browser/serve.ts";
import { makeGraph } from "./large-graph.ts";
import { servePlain } from "./plain-sigma.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const EXPLORER = process.env.ONRECORD_EXPLORER ?? join(ROOT, "dist/explorer");
const SAMPLE = "graph-data/articles/2021-09-07-qianhai-plan.txt";
const [nodes = 10_000, edges = 30_000, manyNodes = 50_000, manyEdges = 150_000] = process.argv.slice(2).map(Number);
const ROUNDS = 9;
/** Frames of a drag over the picture. */
const PAN_STEPS = 24;

interface Figure {
  readonly pixels: number;
  readonly thread: number;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Opens an address in a page of its own; answers when an element `ready` is there, and how long that took since the page began. */
async function open(browser: Browser, address: string, ready: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  // The compiler that runs this file names functions by a helper that the page doesn't have.
  await context.addInitScript("globalThis.__name = (value) => value");
  await context.addInitScript("try { localStorage.setItem('onrecord-tour', 'seen') } catch {}");
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  let script = 0;
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (path.endsWith(".js") && path.startsWith("/assets/"))
      script += gzipSync(readFileSync(join(EXPLORER, path))).length;
  });
  await page.goto(address);
  await page.locator(ready).first().waitFor({ timeout: 300_000 });
  const took = await page.evaluate(() => performance.now());
  return { page, cdp, took, script: () => script };
}

async function threadTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}

/** Does `action`, a function of the page, again and again, each time after everything has come to rest. */
async function measure(page: Page, cdp: CDPSession, action: string): Promise<Figure> {
  const pixels: number[] = [];
  const thread: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.waitForTimeout(500);
    const before = await threadTime(cdp);
    pixels.push(
      await page.evaluate(async (name) => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        await frame();
        const start = performance.now();
        (window as unknown as Record<string, () => void>)[name]();
        await frame();
        await frame();
        return performance.now() - start;
      }, action),
    );
    thread.push((await threadTime(cdp)) - before);
  }
  return { pixels: median(pixels), thread: median(thread) };
}

/** Drags over the picture; the median and the longest time between two frames. */
async function pan(page: Page, selector: string): Promise<{ readonly median: number; readonly longest: number }> {
  await page.waitForTimeout(2000);
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} isn't on the page`);
  await page.evaluate(() => {
    const scope = window as unknown as { frames: number[]; counting: boolean };
    scope.frames = [];
    scope.counting = true;
    let last = performance.now();
    const count = (now: number) => {
      scope.frames.push(now - last);
      last = now;
      if (scope.counting) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const [x, y] = [box.x + box.width / 2, box.y + 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= PAN_STEPS; step++) await page.mouse.move(x - step * 6, y + step * 3);
  await page.mouse.up();
  const frames = await page.evaluate(() => {
    const scope = window as unknown as { frames: number[]; counting: boolean };
    scope.counting = false;
    return scope.frames;
  });
  return { median: median(frames), longest: Math.max(...frames) };
}

/** Puts `filter` and `hover` into the page, as a person does them. */
async function handle(page: Page): Promise<void> {
  await page.evaluate(() => {
    const row = () =>
      [...document.querySelectorAll<HTMLElement>(".legend-toggle")].find((button) =>
        /^Mixed/.test(button.textContent ?? ""),
      );
    const scope = window as unknown as Record<string, () => void>;
    scope.filter = () => row()?.click();
    let turn = 0;
    scope.hover = () =>
      document
        .querySelector(".canvas")
        ?.dispatchEvent(new CustomEvent("onrecord:hover", { detail: `person:p${turn++ % 7}` }));
  });
}

/** Lays the graph out by forces for ten seconds; the longest tasks of the page's thread meanwhile. */
async function layOut(
  page: Page,
): Promise<{ readonly longest: number; readonly over50: number; readonly tasks: string }> {
  await page.evaluate(() => {
    const scope = window as unknown as { tasks: number[] };
    scope.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) scope.tasks.push(duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  await page.locator(".canvas").press("2");
  await page.waitForTimeout(10_000);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  return { longest: Math.max(0, ...tasks), over50: tasks.length, tasks: tasks.map(Math.round).join(" ") };
}

/** What is on the page when a graph has been drawn: ours, and plain Sigma's. */
const DRAWN = '.canvas[data-state="drawn"]';
const PLAIN_DRAWN = "#c canvas";

async function withGraph<T>(graph: string, run: (explorer: string, plain: string) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  mkdirSync(join(data, "readings"));
  writeFileSync(join(data, "graph.json"), graph);
  const [explorer, plain] = await Promise.all([serve(EXPLORER, data), servePlain(graph)]);
  try {
    return await run(explorer.address, plain.address);
  } finally {
    await explorer.close();
    plain.close();
    rmSync(data, { recursive: true, force: true });
  }
}

const say = (what: string, ours: number, theirs: number) =>
  console.log(
    `${what.padEnd(34)} explorer ${ours.toFixed(0).padStart(6)}   plain Sigma ${theirs.toFixed(0).padStart(6)}   ratio ${(ours / theirs).toFixed(2)}`,
  );

const browser = await launchChromium();
const reader = await createReader();
const sample = [
  ...writeJson(buildGraph([reader.readText(readFileSync(join(ROOT, SAMPLE), "utf8"), { name: SAMPLE })])),
].join("");
await withGraph(sample, async (explorer) => {
  const first = await open(browser, explorer, DRAWN);
  await first.page.context().close();
  const { page, took, script } = await open(browser, explorer, DRAWN);
  console.log(`sample: drawn after ${took.toFixed(0)} ms, JavaScript ${(script() / 1024).toFixed(0)} KB gz`);
  await page.context().close();
});
await withGraph(JSON.stringify(makeGraph(nodes, edges)), async (explorer, plain) => {
  console.log(`${nodes} nodes, ${edges} edges; milliseconds, medians of ${ROUNDS}`);
  const theirs = await open(browser, plain, PLAIN_DRAWN);
  const peer = {
    filter: await measure(theirs.page, theirs.cdp, "filter"),
    hover: await measure(theirs.page, theirs.cdp, "hover"),
  };
  await theirs.page.context().close();
  const ours = await open(browser, `${explorer}#show=statements`, DRAWN);
  await handle(ours.page);
  say("open", ours.took, theirs.took);
  for (const what of ["filter", "hover"] as const) {
    const { pixels, thread } = await measure(ours.page, ours.cdp, what);
    say(`${what} to pixels`, pixels, peer[what].pixels);
    say(`${what}, main thread`, thread, peer[what].thread);
  }
  await ours.page.evaluate(() =>
    document.querySelector(".canvas")?.dispatchEvent(new CustomEvent("onrecord:hover", { detail: null })),
  );
  const { longest, over50, tasks } = await layOut(ours.page);
  console.log(
    `laying out for 10 s: longest task ${longest.toFixed(0)} ms, over 50 ms: ${over50} ${tasks === "" ? "" : `(${tasks})`}`,
  );
  await ours.page.context().close();
});
await withGraph(JSON.stringify(makeGraph(manyNodes, manyEdges)), async (explorer, plain) => {
  console.log(`${manyNodes} nodes, ${manyEdges} edges; milliseconds`);
  const theirs = await open(browser, plain, PLAIN_DRAWN);
  const peer = await pan(theirs.page, "#c");
  await theirs.page.context().close();
  const { page, took } = await open(browser, `${explorer}#show=statements`, DRAWN);
  const own = await pan(page, ".canvas");
  say("open", took, theirs.took);
  say("between frames of a drag, median", own.median, peer.median);
  say("between frames of a drag, longest", own.longest, peer.longest);
  await page.context().close();
});
console.log(
  `load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(" ")}`,
);
await browser.close();
