import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { writeJson } from "../../src/formats/index.ts";
import { buildGraph, createReader, type OnRecordGraph } from "../../src/index.ts";
import { launchChromium } from "./chromium.ts";
import { drawn, litWords, placeOf } from "./harness.ts";
import { type StaticServer, serve } from "./serve.ts";

/** Three articles of three days: who speaks of whom, and who is only talked about. */
const ARTICLES = [
  [
    "2024-03-04",
    "Bridge delayed",
    `"The bridge will open in May," Ines Okafor said on Monday.\n\nTom Reyes said that Ines Okafor had promised it for January.`,
  ],
  [
    "2024-03-06",
    "Ferry dispute",
    `Tom Reyes said that Ines Okafor should pay for the ferries.\n\n"Nobody in Port Alder agrees with Tom Reyes," Ines Okafor said.`,
  ],
  ["2024-03-09", "Budget passed", `Mara Lindqvist said that Tom Reyes had asked for less money.`],
] as const;

let server: StaticServer;
let browser: Browser;
let graph: OnRecordGraph;
let data: string;
let context: BrowserContext | null = null;

beforeAll(async () => {
  const reader = await createReader();
  const readings = ARTICLES.map(([date, title, body]) => reader.readText(`${title}\n\n${body}\n`, { date, title }));
  graph = buildGraph(readings);
  data = mkdtempSync(join(tmpdir(), "onrecord-analyst-"));
  mkdirSync(join(data, "readings"));
  writeFileSync(join(data, "graph.json"), [...writeJson(graph)].join(""));
  for (const reading of readings)
    writeFileSync(join(data, "readings", `${reading.article.id}.json`), JSON.stringify(reading));
  server = await serve(resolve(import.meta.dirname, "../../dist/explorer"), data);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});
afterEach(async () => {
  await context?.close();
  context = null;
});

async function show(view: string): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${server.address}#${view}`);
  await drawn(page);
  return page;
}

const addressHas = (page: Page, part: string) => expect.poll(() => decodeURIComponent(page.url())).toContain(part);

describe("many articles in the explorer", () => {
  it("shows stakeholders with ties whose weight opens the sentences behind it", async () => {
    const page = await show("edge=tie:MENTIONS:person:tom-reyes>person:ines-okafor&show=stakeholders");
    const detail = page.getByRole("region", { name: "Selected" });
    await detail.getByText("2 statements", { exact: true }).waitFor();
    expect(await detail.locator(".quote").count()).toBe(2);
    await detail.locator(".quote", { hasText: "pay for the ferries" }).click();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("should pay for the ferries");
    await page.getByRole("heading", { name: "Ferry dispute" }).waitFor();
  });

  it("unfolds a stakeholder into its statements, and folds it again", async () => {
    const page = await show("node=person:tom-reyes&show=stakeholders");
    const [statement] = graph.outNeighbors("person:tom-reyes").filter((key) => key.startsWith("statement:"));
    await expect(placeOf(page, statement)).rejects.toThrow("isn't in the picture");
    await page.getByRole("button", { name: "Unfold its statements in the graph" }).click();
    await expect.poll(() => placeOf(page, statement).catch(() => null)).not.toBeNull();
    await addressHas(page, "unfold=person:tom-reyes");
    await page.getByRole("button", { name: "Fold its statements" }).click();
    await expect.poll(() => placeOf(page, statement).catch(() => null)).toBeNull();
    await page.getByRole("radio", { name: "Statements" }).click();
    await expect.poll(() => placeOf(page, statement).catch(() => null)).not.toBeNull();
  });

  it("filters by speaker and by days, shows each filter as a chip, and takes it away there", async () => {
    const page = await show("view=graph");
    await page.getByRole("checkbox", { name: /Tom Reyes/ }).check();
    await page.getByRole("button", { name: "Remove the filter: Tom Reyes" }).waitFor();
    await expect(placeOf(page, "person:mara-lindqvist")).rejects.toThrow("isn't in the picture");
    await page.getByRole("button", { name: "Remove the filter: Tom Reyes" }).click();
    await expect.poll(() => placeOf(page, "person:mara-lindqvist").catch(() => null)).not.toBeNull();
    const last = page.getByRole("slider", { name: "Last day" });
    await last.focus();
    await page.keyboard.press("Home");
    await addressHas(page, "to=2024-03-04");
    await page.getByRole("radio", { name: "Table" }).click();
    await expect.poll(() => page.locator(".table-row").count()).toBe(2);
  });

  it("keeps the days that are brushed over the timeline", async () => {
    const page = await show("");
    const bars = page.locator(".bar-slot");
    const [from, to] = [await bars.nth(2).boundingBox(), await bars.nth(5).boundingBox()];
    if (from === null || to === null) throw new Error("the timeline has no bars");
    await page.mouse.move(from.x + 2, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 4, to.y + 10, { steps: 4 });
    await page.mouse.up();
    await addressHas(page, "from=2024-03-06&to=2024-03-09");
  });
});
