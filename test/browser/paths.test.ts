import { describe, expect, it } from "vitest";
import { overflows, violations } from "./axe.ts";
import { explorerFixture } from "./fixture.ts";
import { litWords, PHONE } from "./harness.ts";

/** Ines Okafor speaks of Tom Reyes, Tom Reyes of Mara Lindqvist; nobody speaks of Peter Novak. */
const ARTICLES = [
  {
    date: "2024-03-04",
    title: "Bridge delayed",
    text: `Bridge delayed\n\n"Tom Reyes promised the bridge," Ines Okafor said on Monday.\n`,
  },
  {
    date: "2024-03-06",
    title: "Budget passed",
    text: `Budget passed\n\nTom Reyes said that Mara Lindqvist had asked for less money.\n`,
  },
  { date: "2024-03-07", title: "Rain expected", text: `Rain expected\n\n"It will rain for days," Peter Novak said.\n` },
];

const { show, addressHas } = explorerFixture({ articles: ARTICLES });
const BOTH = "show=stakeholders&path=person:ines-okafor&path-to=person:mara-lindqvist";

describe("how two are connected", () => {
  it("is asked from one, answered step by step with the sentences, and each opens its words", async () => {
    const page = await show("show=stakeholders&node=person:ines-okafor");
    await page.getByRole("button", { name: "How is this person connected to …" }).click();
    const panel = page.getByRole("region", { name: "How are these two connected?" });
    await panel.getByText("Choose whom Ines Okafor is to be connected with.").waitFor();
    await panel.getByRole("combobox", { name: "To" }).fill("lindq");
    await page.getByRole("option", { name: "Mara Lindqvist" }).click();
    await panel.getByText("2 steps, 1 shortest way").waitFor();
    await addressHas("path=person:ines-okafor&path-to=person:mara-lindqvist");
    const row = panel.getByRole("list", { name: "The way, step by step" });
    expect(await row.locator(".path-node").allTextContents()).toEqual(["Ines Okafor", "Tom Reyes", "Mara Lindqvist"]);
    const words = page.getByRole("list", { name: "What ties Tom Reyes and Mara Lindqvist" }).getByRole("button");
    await words.filter({ hasText: "asked for less money" }).click();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("asked for less money");
    await page.locator(".canvas").focus();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await panel.getByText("Choose whom Ines Okafor is to be connected with.").waitFor();
  });

  it("is found by keys alone: open, choose, swap, close", async () => {
    const page = await show("show=stakeholders");
    await page.locator(".canvas").focus();
    await page.keyboard.press("Shift+P");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("combobox");
    await page.keyboard.type("novak");
    await page.getByRole("option", { name: "Peter Novak" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await addressHas("path=person:peter-novak");
    await page.getByRole("combobox", { name: "To" }).fill("okafor");
    await page.getByRole("option", { name: "Ines Okafor" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("region", { name: "How are these two connected?" });
    await panel.getByText("Nothing that was said connects Peter Novak and Ines Okafor.").waitFor();
    await page.getByRole("button", { name: "Swap the two" }).press("Enter");
    await addressHas("path=person:ines-okafor&path-to=person:peter-novak");
    await page.getByRole("button", { name: "Close the paths" }).press("Enter");
    await expect.poll(() => page.url()).not.toContain("path");
  });

  for (const theme of ["light", "dark"] as const)
    it(`fits a desk and a phone without breaking a rule of axe in the ${theme} theme`, async () => {
      for (const size of [undefined, PHONE]) {
        const page = await show({ view: BOTH, theme, ...(size && { size }) });
        await page.getByText("2 steps, 1 shortest way").waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await overflows(page)).toBe(false);
      }
    });
});
