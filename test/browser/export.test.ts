import { readFileSync } from "node:fs";
import Graph from "graphology";
import { parse } from "graphology-gexf";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawn, type Explorer, type OpenPage, startExplorer } from "./harness.ts";

let explorer: Explorer;
let open: OpenPage | null = null;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterAll(() => explorer?.close());
afterEach(async () => {
  const problems = open?.problems ?? [];
  await open?.context.close();
  open = null;
  expect(problems, "errors on the console or requests to elsewhere").toEqual([]);
});

async function show(view = ""): Promise<Page> {
  open = await explorer.open({ view });
  await drawn(open.page);
  return open.page;
}

async function save(page: Page, item: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe("exporting from the page", () => {
  it("saves the graph as GEXF that graphology-gexf reads with the same nodes and edges", async () => {
    const { name, bytes } = await save(await show(), "Graph as GEXF, for Gephi and others");
    expect(name).toBe("plan-issued-to-further-develop-cooperation-zone.gexf");
    const parsed = parse(Graph, bytes.toString("utf8"), { addMissingNodes: false });
    expect(parsed.nodes().sort()).toEqual(explorer.graph.nodes().sort());
    expect(parsed.size).toBe(explorer.graph.size);
  });

  it("saves what is seen, without what is filtered out", async () => {
    const { bytes } = await save(await show("hide=Place,MENTIONS"), "What is seen, as GEXF");
    const parsed = parse(Graph, bytes.toString("utf8"));
    expect(parsed.nodes().sort()).toEqual(explorer.graph.filterNodes((_, { kind }) => kind !== "Place").sort());
    expect(parsed.someEdge((_, { kind }) => kind === "MENTIONS")).toBe(false);
  });

  it("saves the picture as PNG, at more pixels too", async () => {
    const page = await show();
    const frame = await page.locator(".canvas").boundingBox();
    for (const scale of [1, 2]) {
      const { bytes } = await save(page, `Picture as PNG, ${scale} ×`);
      expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
      expect(bytes.readUInt32BE(16)).toBe(Math.round(frame?.width ?? 0) * scale);
      // A picture of nothing but paper packs into very little.
      expect(bytes.length).toBeGreaterThan(20_000 * scale);
    }
  });
});
