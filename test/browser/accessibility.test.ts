import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overflows, tooSmall, violations } from "./axe.ts";
import { DESKTOP, drawn, type Explorer, PHONE, placeOf, startExplorer } from "./harness.ts";

const LAM = "person:carrie-lam-cheng-yuet-ngor";
let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterAll(() => explorer?.close());

/** Rules about the page as a whole: it is out of reach behind a dialog, as it should be. */
const OF_THE_PAGE = {
  "landmark-one-main": { enabled: false },
  "page-has-heading-one": { enabled: false },
  region: { enabled: false },
};

// axe looks at every element many times over: a busy machine takes its time.

describe.each([
  { theme: "light", size: DESKTOP },
  { theme: "dark", size: DESKTOP },
  { theme: "light", size: PHONE },
  { theme: "dark", size: PHONE },
] as const)("in the $theme theme at $size.width pixels", ({ theme, size }) => {
  const narrow = size.width < 720;

  it("axe finds nothing wrong in graph, article, detail and dialogs", async () => {
    const { page, context } = await explorer.open({ theme, size, view: `node=${LAM}` });
    await drawn(page);
    await page.getByRole("heading", { name: "Carrie Lam Cheng Yuet-ngor" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    if (narrow) {
      await page.getByRole("button", { name: "Read" }).click();
      await page.locator(".lit").first().waitFor();
      expect(await violations(page)).toEqual([]);
    }
    await page.locator("body").press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    expect(await violations(page, OF_THE_PAGE)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.locator("body").press("a");
    await page.getByRole("dialog", { name: "Read an article here" }).waitFor();
    expect(await violations(page, OF_THE_PAGE)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await context.close();
  });

  it("axe finds nothing wrong in passages, with a reason open", async () => {
    const { page, context } = await explorer.open({ theme, size, view: "view=passages" });
    await page.getByRole("button", { name: "Why?" }).first().click();
    await page.locator(".passage .why").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.getByRole("radio", { name: "Mentioned, never quoted" }).click();
    await page.getByText("named outside what anyone says").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it("axe finds nothing wrong in the table and in search", async () => {
    const { page, context } = await explorer.open({ theme, size, view: "view=table" });
    if (narrow) await page.getByRole("button", { name: "List" }).click();
    for (const table of ["Who and what", "Ties", "Articles", "Statements"]) {
      await page.getByRole("radio", { name: table }).click();
      await page.getByRole("grid", { name: table }).getByRole("row").nth(1).waitFor({ state: "attached" });
      expect(await violations(page, {}, ".table-pane"), table).toEqual([]);
    }
    await page.getByRole("row").nth(1).click();
    expect(await tooSmall(page), "touch targets").toEqual([]);
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("dialog", { name: "Which columns, in which order" }).waitFor();
    expect(await violations(page, OF_THE_PAGE, ".column-choice")).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("combobox", { name: "Search" }).fill("plan");
    await page.getByRole("option").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await context.close();
  });
});

describe.each(["light", "dark"] as const)("what opens over the page in the %s theme", (theme) => {
  it.each([DESKTOP, PHONE])("axe finds nothing wrong in it at $width pixels", async (size) => {
    const { page, context } = await explorer.open({ theme, size, isFirstVisit: true });
    await page.getByRole("region", { name: "Who speaks of whom" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Skip the tour" }).last().click();
    await page.locator("body").press("Shift+S");
    for (const [key, name] of [
      ["Control+k", "Commands"],
      ["s", "Saved views"],
      ["e", "Export"],
    ]) {
      await page.locator("body").press(key);
      await page.getByRole("dialog", { name }).waitFor();
      expect(await violations(page, OF_THE_PAGE), name).toEqual([]);
      expect(await overflows(page), name).toBe(false);
      if (size.width < 720) expect(await tooSmall(page), name).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await page.route("**/data/graph.json", (route) => route.fulfill({ status: 500, body: "" }));
    await page.reload();
    await page.getByRole("heading", { name: "The graph couldn't be opened" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.route("**/data/graph.json", (route) => route.fulfill({ status: 404, body: "" }));
    await page.reload();
    await page.getByRole("heading", { name: "Nothing has been read yet" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await context.close();
  });
});

describe("in Windows’ high contrast", () => {
  it("axe finds nothing wrong, and what is selected stands out", async () => {
    const { page, context } = await explorer.open({ view: "view=table" });
    await page.emulateMedia({ forcedColors: "active" });
    await page.getByRole("row").nth(1).click();
    expect(await violations(page)).toEqual([]);
    const outlines = await page
      .getByRole("row")
      .evaluateAll((rows) => rows.slice(1, 3).map((row) => getComputedStyle(row).outlineStyle));
    expect(outlines).toEqual(["solid", "none"]);
    await context.close();
  });
});

describe("on a telephone", () => {
  it("shows one pane at a time, by touch, with the selection in all of them", async () => {
    const { page, context } = await explorer.open({ size: PHONE });
    await drawn(page);
    await page.getByRole("button", { name: "List" }).tap();
    await page.getByRole("row").nth(2).tap();
    await page.getByRole("button", { name: "Read" }).tap();
    await page.locator(".lit").first().waitFor();
    await page.getByRole("button", { name: "Graph", exact: true }).tap();
    await drawn(page);
    expect(page.url()).toContain("node=statement");
    // The bar shows where an address leads, and leads away from there.
    await page.goto(`${explorer.address}#view=table`);
    await expect.poll(() => page.getByRole("button", { name: "List" }).getAttribute("aria-current")).toBe("page");
    await page.getByRole("button", { name: "Graph", exact: true }).tap();
    await drawn(page);
    await page.getByRole("button", { name: "More" }).tap();
    await page.getByRole("menuitem", { name: "Filters" }).tap();
    await page
      .getByRole("dialog", { name: "Filters" })
      .getByRole("button", { name: /^Places/ })
      .tap();
    await expect.poll(() => page.url()).toContain("hide=Place");
    await context.close();
  });
});

describe("on a telephone's graph", () => {
  it("takes the height there is, and is seen while two are connected", async () => {
    const { page, context } = await explorer.open({ size: PHONE, view: `show=stakeholders&node=${LAM}` });
    await drawn(page);
    const heightOfGraph = async () => {
      const places = [];
      for (const key of explorer.graph.filterNodes((_, { kind }) => kind !== "Statement" && kind !== "Article"))
        places.push((await placeOf(page, key)).y);
      return Math.max(...places) - Math.min(...places);
    };
    const beside = await heightOfGraph();
    await page.getByRole("button", { name: "How is this person connected to …" }).tap();
    await page.getByRole("region", { name: "How are these two connected?" }).waitFor();
    await page.getByRole("region", { name: "Selected" }).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Close the paths" }).tap();
    await page.getByRole("button", { name: "Let go of the selection" }).tap();
    await expect.poll(heightOfGraph).toBeGreaterThan(1.4 * beside);
    expect(await heightOfGraph()).toBeGreaterThan(PHONE.height / 2);
    await context.close();
  });
});

describe("on a tablet", () => {
  it("stays within the screen, and opens its filters over the graph", async () => {
    const { page, context } = await explorer.open({ size: { width: 820, height: 1180 }, view: `node=${LAM}` });
    await drawn(page);
    const pane = await page.getByRole("complementary", { name: "Article" }).boundingBox();
    expect((pane?.x ?? 0) + (pane?.width ?? 0)).toBeLessThanOrEqual(820);
    await page.getByRole("button", { name: "Filters" }).click();
    const dialog = page.getByRole("dialog", { name: "Filters" });
    await dialog.getByRole("button", { name: /^Places/ }).click();
    await expect.poll(() => page.url()).toContain("hide=Place");
    expect(await violations(page, OF_THE_PAGE)).toEqual([]);
    await context.close();
  });
});

describe("without WebGL", () => {
  it("says so, and the table, the article and the search still work", async () => {
    const without = await startExplorer({ webgl: false });
    try {
      const { page, problems } = await without.open();
      await page.getByText("This browser can't draw the graph").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Open the table" }).click();
      await page.getByRole("row").nth(1).click();
      await page.locator(".lit").first().waitFor();
      expect(problems).toEqual([]);
    } finally {
      await without.close();
    }
  });
});
