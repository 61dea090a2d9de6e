import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import Graph from "graphology";
import { parse } from "graphology-gexf";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/formats/index.ts";
import { explorerFixture } from "./fixture.ts";

const fixture = explorerFixture();
const { show } = fixture;

/** Chooses by the names of the choices, saves, and gives what was saved. */
async function save(page: Page, ...choices: readonly string[]): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  for (const choice of choices) await dialog.getByRole("radio", { name: choice }).check({ force: true });
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const file = await download;
  await page.getByRole("status").getByText(`Saved as ${file.suggestedFilename()}`).waitFor();
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const TITLE = "plan-issued-to-further-develop-cooperation-zone";

describe("exporting from the page", () => {
  it("saves the graph as GEXF that graphology-gexf reads with the same nodes and edges", async () => {
    const { name, bytes } = await save(await show(), "GEXF");
    expect(name).toBe(`${TITLE}.gexf`);
    const parsed = parse(Graph, bytes.toString("utf8"), { addMissingNodes: false });
    expect(parsed.nodes().sort()).toEqual(fixture.explorer.graph.nodes().sort());
    expect(parsed.size).toBe(fixture.explorer.graph.size);
  });

  it("saves what is seen, without what is filtered out", async () => {
    const { name, bytes } = await save(await show("hide=Place,MENTIONS"), "GEXF", "What is seen");
    expect(name).toBe(`${TITLE}-seen.gexf`);
    const parsed = parse(Graph, bytes.toString("utf8"));
    expect(parsed.nodes().sort()).toEqual(fixture.explorer.graph.filterNodes((_, { kind }) => kind !== "Place").sort());
    expect(parsed.someEdge((_, { kind }) => kind === "MENTIONS")).toBe(false);
  });

  it("saves graph.json, and three tables that a spreadsheet opens", async () => {
    const page = await show();
    const json = await save(page, "JSON");
    expect(json.name).toBe(`${TITLE}.json`);
    expect(readJson(json.bytes.toString("utf8"), json.name).order).toBe(fixture.explorer.graph.order);
    const zip = await save(page, "CSV");
    const files = unzipSync(new Uint8Array(zip.bytes));
    expect(Object.keys(files)).toEqual(["nodes.csv", "edges.csv", "statements.csv"]);
    const { data } = Papa.parse<string[]>(strFromU8(files["statements.csv"]).trimEnd());
    expect(data.length - 1).toBe(fixture.explorer.reading.statements.length);
  });

  it("saves the picture as PNG, at more pixels too", async () => {
    const page = await show();
    const frame = await page.locator(".canvas").boundingBox();
    for (const scale of [1, 3]) {
      const { bytes } = await save(page, "PNG", `${scale} ×`);
      expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
      expect(bytes.readUInt32BE(16)).toBe(Math.round(frame?.width ?? 0) * scale);
      // A picture of nothing but paper packs into very little.
      expect(bytes.length).toBeGreaterThan(20_000 * scale);
    }
  });
});
