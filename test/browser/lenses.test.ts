import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { explorerFixture } from "./fixture.ts";
import { PHONE, placeOf } from "./harness.ts";

/** Two circles in two newspapers: one talks of ferries, the other of a concert hall. */
const ARTICLES = [
  {
    date: "2024-03-04",
    title: "Ferry fares to rise",
    outlet: "Harbour Gazette",
    text: `Ferry fares to rise\n\n"The ferry fares hurt everyone in Port Alder," Ines Okafor said on Monday.\n\nTom Reyes said that Ines Okafor knew of the ferry fares in January.\n\nAn official, who asked not to be named, said that Tom Reyes had agreed to the ferry fares.\n`,
  },
  {
    date: "2024-03-06",
    title: "Ferry dispute goes on",
    outlet: "Harbour Gazette",
    text: `Ferry dispute goes on\n\nTom Reyes said that Ines Okafor should pay for the ferries.\n\n"Nobody agrees with Tom Reyes about the ferry fares," Ines Okafor said.\n`,
  },
  {
    date: "2024-03-09",
    title: "Concert hall refused",
    outlet: "Valley Courier",
    text: `Concert hall refused\n\n"The concert hall is more than we can pay," Mara Lindqvist said.\n\nPeter Novak said that Mara Lindqvist had promised the concert hall.\n\nPeter Novak hopes that Mara Lindqvist will build the concert hall.\n`,
  },
];

const { show, addressHas } = explorerFixture({ articles: ARTICLES });

const isDrawn = (page: Page, key: string) => placeOf(page, key).then(Boolean, () => false);
const chips = (page: Page) => page.getByRole("list", { name: "Filters" }).getByRole("button");

describe("filters as facets", () => {
  it("say what each choice would leave, hold together, stand as chips, and are undone", async () => {
    const page = await show("show=stakeholders");
    await page.getByText("Outlets", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Harbour Gazette, leaves 5 statements" }).check();
    await page.getByRole("checkbox", { name: "Mara Lindqvist, leaves 0 statements" }).waitFor();
    await page.getByRole("checkbox", { name: /^Tom Reyes, leaves 2/ }).check();
    await expect.poll(() => chips(page).count()).toBe(3);
    await addressHas("speaker=person:tom-reyes&outlet=Harbour+Gazette");
    await expect.poll(() => isDrawn(page, "person:mara-lindqvist")).toBe(false);
    await page.keyboard.press("Control+z");
    await expect.poll(() => chips(page).count()).toBe(1);
    await chips(page).first().click();
    await expect.poll(() => isDrawn(page, "person:mara-lindqvist")).toBe(true);
  });

  it("keep what was thought out of sight until it is asked for", async () => {
    const page = await show("view=table");
    const rows = page.getByRole("row");
    await rows.filter({ hasText: "promised the concert hall" }).waitFor();
    expect(await rows.filter({ hasText: "will build the concert hall" }).count()).toBe(0);
    await page.getByRole("checkbox", { name: /^Thought, hoped or planned, leaves 1/ }).check();
    await rows.filter({ hasText: "will build the concert hall" }).waitFor();
    await addressHas("speech=all");
  });

  it("keep what lies within some steps, and who is tied to enough others", async () => {
    const page = await show("node=person:tom-reyes&show=stakeholders");
    await page.getByText("Around what is selected", { exact: true }).click();
    await page.getByRole("radio", { name: /^1 step/ }).check();
    await page.getByRole("button", { name: "Remove the filter: within 1 step of Tom Reyes" }).waitFor();
    expect(await isDrawn(page, "person:peter-novak")).toBe(false);
    expect(await isDrawn(page, "person:ines-okafor")).toBe(true);
    await page.getByRole("radio", { name: "All" }).check();
    await page.getByText("Tied to how many others", { exact: true }).click();
    await page.getByRole("spinbutton", { name: "At least" }).fill("2");
    await addressHas("degree=2-");
    await expect.poll(() => isDrawn(page, "person:peter-novak")).toBe(false);
  });
});

describe("sizes and colours", () => {
  it("colour by community, named by what is talked about, and keep the one that is clicked", async () => {
    const page = await show("show=stakeholders");
    await page.getByRole("combobox", { name: "Colour" }).selectOption("community");
    await addressHas("color=community");
    const legend = page.getByRole("list", { name: "Colours: community" });
    const concert = legend.getByRole("button", { name: /concert hall/i });
    await legend.getByRole("button", { name: /ferry fare/i }).waitFor();
    await concert.click();
    expect(await concert.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => isDrawn(page, "person:tom-reyes")).toBe(false);
    expect(await isDrawn(page, "person:peter-novak")).toBe(true);
    await addressHas("community=");
    await page.reload();
    await page.getByRole("button", { name: /^Remove the filter: .*concert hall/i }).click();
    await expect.poll(() => isDrawn(page, "person:tom-reyes")).toBe(true);
  });

  it("size by what is measured, with the sizes in the legend, and undo it", async () => {
    const page = await show("show=stakeholders");
    await page.getByRole("combobox", { name: "Size" }).selectOption("statements");
    await page.getByRole("heading", { name: "Sizes: statements" }).waitFor();
    await addressHas("size=statements");
    await page.getByRole("combobox", { name: "Colour" }).selectOption({ label: "outlet" });
    await page.getByRole("button", { name: /^Valley Courier \d+ names/ }).waitFor();
    await page.locator(".canvas").focus();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.url()).not.toContain("size=");
    expect(await page.getByRole("combobox", { name: "Size" }).inputValue()).toBe("given");
  });

  for (const theme of ["light", "dark"] as const)
    it(`breaks no rule of axe in the ${theme} theme`, async () => {
      const page = await show({ view: "show=stakeholders&color=community&size=degree&node=person:tom-reyes", theme });
      await page.getByRole("heading", { name: /^Sizes:/ }).waitFor();
      const closed = page.locator(".legend details:not([open]) > summary");
      for (let left = await closed.count(); left > 0; left = await closed.count()) await closed.first().click();
      expect(await violations(page)).toEqual([]);
    });
});

describe("the timeline", () => {
  it("moves by the bar, plays to its end, and comes back by one undo", async () => {
    const page = await show("show=stakeholders&from=2024-03-04&to=2024-03-05");
    await page.getByRole("button", { name: "One bar on" }).click();
    await addressHas("from=2024-03-05&to=2024-03-06");
    for (const speed of [1, 2]) await page.getByRole("button", { name: `Speed: ${speed} times` }).click();
    await page.getByRole("button", { name: "Play", exact: true }).click();
    // It stops by itself where the days end.
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await addressHas("from=2024-03-08&to=2024-03-09");
    await page.locator(".canvas").focus();
    await page.keyboard.press("Control+z");
    await addressHas("from=2024-03-05&to=2024-03-06");
  });

  it("fits a phone, where filters open as a dialog", async () => {
    const page = await show({ view: "show=stakeholders", size: PHONE });
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Filters" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Colour" }).selectOption("community");
    await dialog.getByRole("button", { name: /concert hall/i }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
