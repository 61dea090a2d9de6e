import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { writeJson } from "../../src/formats/index.ts";
import { buildGraph, createReader, type OnRecordGraph, type Reading } from "../../src/index.ts";
import { type LaunchOptions, launchChromium } from "./chromium.ts";
import { type StaticServer, serve } from "./serve.ts";

const ROOT = resolve(import.meta.dirname, "../..");
/** The built page; ONRECORD_EXPLORER names another folder than the build's own. */
const EXPLORER = process.env.ONRECORD_EXPLORER ?? join(ROOT, "dist/explorer");
const SAMPLE = join(ROOT, "graph-data/articles/2021-09-07-qianhai-plan.txt");

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export interface OpenOptions {
  /** What stands after `#` in the address. */
  readonly view?: string;
  readonly theme?: "light" | "dark";
  readonly size?: { readonly width: number; readonly height: number };
  /** Whether the page is new to the person: then the tour comes. Default false. */
  readonly isFirstVisit?: boolean;
}

/** A page with the explorer, and what went wrong on it: errors on the console and requests to elsewhere. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly problems: string[];
}

/** An article to be read and served instead of the sample. */
export interface OwnArticle {
  readonly title: string;
  readonly date?: string;
  readonly outlet?: string;
  readonly text: string;
}

export interface StartOptions extends LaunchOptions {
  /** Articles of one's own. Default: the sample. */
  readonly articles?: readonly OwnArticle[];
}

/** The built explorer on a server of its own with a graph, and a browser to look at it. */
export interface Explorer {
  readonly browser: Browser;
  readonly address: string;
  /** Of the first article. */
  readonly reading: Reading;
  readonly readings: readonly Reading[];
  readonly graph: OnRecordGraph;
  open(options?: OpenOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

export async function startExplorer({ articles, ...launch }: StartOptions = {}): Promise<Explorer> {
  if (!existsSync(join(EXPLORER, "index.html"))) throw new Error("the explorer isn't built; run: npm run build");
  const reader = await createReader();
  const readings =
    articles === undefined
      ? [reader.readText(readFileSync(SAMPLE, "utf8"), { name: "2021-09-07-qianhai-plan.txt" })]
      : articles.map(({ text, ...source }) => reader.readText(`${source.title}\n\n${text}\n`, source));
  const graph = buildGraph(readings);
  const data = mkdtempSync(join(tmpdir(), "onrecord-explorer-"));
  mkdirSync(join(data, "readings"));
  writeFileSync(join(data, "graph.json"), [...writeJson(graph)].join(""));
  writeFileSync(join(data, "phrases.json"), JSON.stringify({ phrases: [] }));
  for (const reading of readings)
    writeFileSync(join(data, "readings", `${reading.article.id}.json`), JSON.stringify(reading));
  const server: StaticServer = await serve(EXPLORER, data);
  const browser = await launchChromium(launch);
  return {
    browser,
    address: server.address,
    reading: readings[0],
    readings,
    graph,
    open: (options) => openPage(browser, server.address, options),
    async close() {
      await browser.close();
      await server.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function openPage(
  browser: Browser,
  address: string,
  { view = "", theme = "light", size = DESKTOP, isFirstVisit = false }: OpenOptions = {},
): Promise<OpenPage> {
  const narrow = size.width < 720;
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    reducedMotion: "reduce",
    hasTouch: narrow,
    isMobile: narrow,
  });
  if (!isFirstVisit) await context.addInitScript(() => localStorage.setItem("onrecord-tour", "shown"));
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    // The software renderer remarks on its own speed.
    if (["error", "warning"].includes(message.type()) && !message.text().includes("GL Driver Message"))
      problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(?:blob|data):/.test(url)) problems.push(`request to ${url}`);
  });
  await page.goto(address + (view === "" ? "" : `#${view}`));
  return { page, context, problems };
}

/** Waits until the graph is on the page. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('.canvas[data-state="drawn"]').waitFor();
}

/** Where a node is on the page, in CSS pixels. The page answers the event `onrecord:locate` with the place in the picture. */
export async function placeOf(page: Page, key: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((node) => {
    const canvas = document.querySelector(".canvas");
    const detail: { key: string; place?: { x: number; y: number } | null } = { key: node };
    canvas?.dispatchEvent(new CustomEvent("onrecord:locate", { detail }));
    const frame = canvas?.getBoundingClientRect();
    return detail.place && frame ? { x: frame.x + detail.place.x, y: frame.y + detail.place.y } : null;
  }, key);
  if (place === null) throw new Error(`${key} isn't in the picture`);
  return place;
}

export async function clickNode(page: Page, key: string): Promise<void> {
  const { x, y } = await placeOf(page, key);
  await page.mouse.click(x, y);
}

/** The highlighted words of the article, in order. */
export async function litWords(page: Page): Promise<string[]> {
  return page.locator(".article-text .lit").allTextContents();
}
