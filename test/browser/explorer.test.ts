import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { explorerFixture } from "./fixture.ts";
import { clickNode, litWords, placeOf } from "./harness.ts";

const LAM = "person:carrie-lam-cheng-yuet-ngor";
const fixture = explorerFixture();
const { show } = fixture;

/** The graph's keys of statements, in reading order. */
const statements = () => fixture.explorer.graph.filterNodes((_, { kind }) => kind === "Statement");
const wordsOf = (key: string) => {
  const node = fixture.explorer.graph.getNodeAttributes(key);
  return node.kind === "Statement" ? node.text : "";
};

const addressHas = (page: Page, part: string) => expect.poll(() => decodeURIComponent(page.url())).toContain(part);

describe("the explorer", () => {
  it("opens with the graph, the article and the legend, under a strict policy", async () => {
    const page = await show();
    expect(await page.title()).toBe("Plan issued to further develop cooperation zone · On Record");
    await page.getByRole("heading", { name: "Plan issued to further develop cooperation zone" }).waitFor();
    expect(await page.getByRole("button", { name: /^People \d/ }).count()).toBe(1);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toContain("unsafe");
  });

  it("opens the words behind a node that is clicked", async () => {
    const page = await show();
    await clickNode(page, LAM);
    await page
      .getByRole("region", { name: "Selected" })
      .getByRole("heading", { name: /Carrie Lam/ })
      .waitFor();
    await page.locator(".lit").first().waitFor();
    expect((await litWords(page)).join(" ")).toContain("Carrie Lam");
    const [statement] = statements().slice(-1);
    await clickNode(page, statement);
    await expect.poll(async () => (await litWords(page)).join("")).toContain(wordsOf(statement).slice(0, 60));
    expect(await page.locator(".lit").first().isVisible()).toBe(true);
  });

  it("says of doubtful words what else they could have been", async () => {
    const doubtful = statements().find((key) => "runnerUp" in fixture.explorer.graph.getNodeAttributes(key));
    const node = fixture.explorer.graph.getNodeAttributes(doubtful);
    const other = node.kind === "Statement" ? (node.runnerUp ?? "") : "";
    expect(other).not.toBe("");
    const page = await show(`node=${doubtful}`);
    const detail = page.getByRole("region", { name: "Selected" });
    await detail.getByRole("term").getByText("Otherwise", { exact: true }).waitFor();
    // How likely it was stands in the article's reading, which comes by itself.
    const line = detail.locator(".why > div", { hasText: /^Otherwise/ });
    await expect.poll(() => line.textContent()).toMatch(/\(\d+ % sure\)$/);
    expect(await line.textContent()).toContain(other);
  });

  it("opens the words behind an edge that is clicked", async () => {
    const page = await show();
    const edge = fixture.explorer.graph.findEdge((_, { kind }) => kind === "PART_OF") ?? "";
    const [a, b] = await Promise.all(fixture.explorer.graph.extremities(edge).map((end) => placeOf(page, end)));
    await page.mouse.click((a.x + b.x) / 2, (a.y + b.y) / 2);
    await page.getByRole("region", { name: "Selected" }).getByText("is part of").first().waitFor();
    await addressHas(page, "edge=PART_OF:");
    const { start, end } = fixture.explorer.graph.getEdgeAttributes(edge);
    expect((await litWords(page)).join("")).toBe(fixture.explorer.reading.article.text.slice(start, end));
  });

  it("centres the graph on words that are clicked", async () => {
    const page = await show();
    const before = await placeOf(page, LAM);
    await page.locator(".article-text .piece", { hasText: "Carrie Lam" }).first().click();
    await page
      .getByRole("region", { name: "Selected" })
      .getByRole("heading", { name: /Carrie Lam/ })
      .waitFor();
    const frame = await page.locator(".canvas").boundingBox();
    await expect
      .poll(async () => Math.abs((await placeOf(page, LAM)).x - ((frame?.x ?? 0) + (frame?.width ?? 0) / 2)))
      .toBeLessThan(4);
    expect(await placeOf(page, LAM)).not.toEqual(before);
  });

  it("is walked with the keyboard, in the graph and in the article", async () => {
    const page = await show();
    await page.getByRole("application", { name: "Graph" }).focus();
    await page.keyboard.press("ArrowRight");
    await addressHas(page, "node=");
    const first = new URL(page.url()).hash;
    for (const key of ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
    await expect.poll(() => new URL(page.url()).hash).not.toBe(first);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).hash).toBe("");
    await page.locator(".article-text").focus();
    await page.keyboard.press("ArrowDown");
    const words = wordsOf(fixture.explorer.reading.statements[0].id);
    await page.getByRole("status").getByText(words.slice(0, 40)).waitFor({ state: "attached" });
    await page.keyboard.press("ArrowDown");
    await addressHas(page, `node=${fixture.explorer.reading.statements[1].id}`);
    await page.keyboard.press("ArrowRight");
    await addressHas(page, "&at=");
  });

  it("finds names and statement words, misspelt too", async () => {
    const page = await show();
    await page.keyboard.press("/");
    const field = page.getByRole("combobox", { name: "Search" });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type("carie lam");
    await page.getByRole("option", { name: "Carrie Lam Cheng Yuet-ngor", exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await addressHas(page, `node=${LAM}`);
    await page.keyboard.press("/");
    await field.fill("timely rain");
    // The list follows the words a moment later: wait until it is the one for these
    const statements = page.getByRole("group", { name: "Statements" }).getByRole("option");
    const wanted = page.getByRole("option", { name: /timely rain/ });
    await expect.poll(() => statements.count()).toBe(1);
    await wanted.waitFor();
    for (let step = 0; step < 12 && (await wanted.getAttribute("aria-selected")) !== "true"; step++)
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await addressHas(page, "node=statement:");
    await field.fill("zzyzx");
    await page.getByText("Nothing here says “zzyzx”").waitFor();
  });

  it("filters by the legend, and undoes filters, selections and the camera", async () => {
    const page = await show();
    const places = page.getByRole("button", { name: /^Places / });
    await places.click();
    expect(await places.getAttribute("aria-pressed")).toBe("false");
    await expect.poll(() => placeOf(page, "place:shenzhen").catch(() => null)).toBeNull();
    await addressHas(page, "hide=Place");
    await clickNode(page, LAM);
    await page.getByRole("heading", { name: /Carrie Lam/ }).waitFor();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await addressHas(page, "camera=");
    for (let step = 0; step < 3; step++) await page.keyboard.press("Control+z");
    await expect.poll(() => new URL(page.url()).hash).toBe("");
    await expect.poll(() => placeOf(page, "place:shenzhen").catch(() => null)).not.toBeNull();
    await page.keyboard.press("Control+Shift+Z");
    await addressHas(page, "hide=Place");
  });

  it("keeps the selection in the address, and goes back and forward", async () => {
    const page = await show(`node=${LAM}&hide=Place`);
    await page.getByRole("heading", { name: "Carrie Lam Cheng Yuet-ngor", level: 2 }).waitFor();
    expect(await page.getByRole("button", { name: /^Places / }).getAttribute("aria-pressed")).toBe("false");
    await page.locator(".quote").first().click();
    await page.locator(".detail-quote").waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Carrie Lam Cheng Yuet-ngor", level: 2 }).waitFor();
    await page.goForward();
    await page.locator(".detail-quote").waitFor();
  });

  it("shows the same as a table: sorted, walked, every row opens its words", async () => {
    const page = await show();
    await page.getByRole("radio", { name: "Table" }).click();
    const grid = page.getByRole("grid", { name: "Statements" });
    await expect.poll(() => grid.getByRole("row").count()).toBe(statements().length + 1);
    await grid.getByRole("columnheader", { name: "Who" }).getByRole("button").click();
    expect(await grid.getByRole("columnheader", { name: "Who" }).getAttribute("aria-sort")).toBe("ascending");
    const names = await page.locator(".table-row [data-column=who]").allTextContents();
    expect(names).toEqual([...names].sort(new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare));
    await grid.focus();
    await page.keyboard.press("ArrowDown");
    const chosen = page.getByRole("row", { selected: true });
    const words = await chosen.locator(".cell-words").textContent();
    await expect.poll(async () => (await litWords(page)).join("")).toContain(words?.slice(0, 30));
  });

  it("lists its keys, and goes to the dark theme and back", async () => {
    const page = await show();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByRole("button", { name: "Dark theme" }).click();
    expect(await paper()).not.toBe(light);
    await page.getByRole("button", { name: "Light theme" }).click();
    expect(await paper()).toBe(light);
  });
});
