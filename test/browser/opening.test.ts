import { describe, expect, it } from "vitest";
import { writeJson } from "../../src/formats/index.ts";
import { graphFrom } from "../../web/data/graph-maker.ts";
import { makeGraph } from "../bench/web/large-graph.ts";
import { explorerFixture } from "./fixture.ts";
import { drawn } from "./harness.ts";

const { show } = explorerFixture();
const FILE = "**/data/graph.json";
const contentType = "application/json";
/** More than a megabyte: it is read in a worker. Its one article is left out, whose text there is nobody to serve. */
const { graph, ...rest } = makeGraph(3_000, 9_000) as { graph: { nodes: { attributes: { kind: string } }[] } };
const nodes = graph.nodes.filter(({ attributes }) => attributes.kind !== "Article");
const large = [...writeJson(graphFrom({ ...rest, graph: { ...graph, nodes } }, "the graph"))].join("");

describe("a large graph", () => {
  it("is read away from the page's own thread, and is all there", async () => {
    expect(large.length).toBeGreaterThan(1 << 21);
    const page = await show();
    await page.route(FILE, (route) => route.fulfill({ body: large, contentType }));
    await page.reload();
    await drawn(page);
    await expect.poll(() => page.locator("#graph-instructions").textContent()).toMatch(/[1-9]\d*/);
    await page.getByRole("combobox", { name: "Search" }).fill("Person 17");
    await page.getByRole("option", { name: "Person 17", exact: true }).waitFor();
  });

  it("that is cut off says so, and can be opened again", async () => {
    const page = await show();
    await page.route(FILE, (route) => route.fulfill({ body: large.slice(0, -100_000), contentType }));
    await page.reload();
    await page.getByText(/ends in the middle of the graph/).waitFor();
    await page.unroute(FILE);
    await page.getByRole("button", { name: "Try again" }).click();
    await drawn(page);
  });

  it("gives way to an article that is read while it is being opened", async () => {
    const page = await show();
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    let isOver = false;
    await page.route(FILE, async (route) => {
      await arrived;
      // The page has let go of the request by then.
      await route.fulfill({ body: large, contentType }).catch(() => {});
      isOver = true;
    });
    await page.reload();
    await page.getByRole("button", { name: "Add an article" }).click();
    const dialog = page.getByRole("dialog", { name: "Read an article here" });
    await dialog
      .getByRole("textbox")
      .fill('Ferry line to close\n\n"We can\'t run empty boats," Ines Okafor said on Monday.\n');
    await dialog.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("heading", { name: "Ferry line to close" }).waitFor({ timeout: 60_000 });
    await drawn(page);
    arrive();
    await expect.poll(() => isOver).toBe(true);
    await page.getByRole("combobox", { name: "Search" }).fill("Okafor");
    await page.getByRole("option", { name: "Ines Okafor", exact: true }).waitFor();
    await page.getByRole("heading", { name: "Ferry line to close" }).waitFor();
  });
});
