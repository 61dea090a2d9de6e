import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overflows, violations } from "./axe.ts";
import { DESKTOP, drawn, type Explorer, PHONE, startExplorer } from "./harness.ts";

const LAM = "person:carrie-lam-cheng-yuet-ngor";
let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterAll(() => explorer?.close());

/** Rules about the page as a whole: it is out of reach behind a dialog, as it should be. */
const OF_THE_PAGE = { "landmark-one-main": { enabled: false }, "page-has-heading-one": { enabled: false } };

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
    await page.getByRole("row").nth(1).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("combobox", { name: "Search" }).fill("plan");
    await page.getByRole("option").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
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
