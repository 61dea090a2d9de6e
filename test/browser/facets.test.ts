import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { explorerFixture } from "./fixture.ts";
import { placeOf } from "./harness.ts";

/** Who is named and who isn't, for whom, on which side, how sure: something to choose in every facet. */
const ARTICLES = [
  {
    date: "2024-03-04",
    title: "Ferry fares to rise",
    outlet: "Harbour Gazette",
    text: `"We support the new fares without reservation," said Ines Okafor, a spokeswoman for the Harbour Board.

Tom Reyes, chairman of the Boatmen's Union, said he opposed the fares and rejected the plan of the board.

Mara Lindqvist hopes that the fares will fall again. The Boatmen's Union condemned the Clean Ferries Act.`,
  },
  {
    date: "2024-03-07",
    title: "Concert hall to close",
    outlet: "Valley Courier",
    text: `"The hall will be closed in May for the repair of its roof," Peter Novak said on Thursday.

Anna Brandt, director of the Valley Orchestra, praised the Clean Ferries Act. She hailed the Clean Ferries Act as a beginning.`,
  },
  {
    date: "2024-03-09",
    title: "Fares defended",
    outlet: "Harbour Gazette",
    text: `"The fares are a mistake, and the boatmen of this harbour know it better than anybody," Tom Reyes told the council. According to the Harbour Board, no ferry will be cancelled.

"The fares are a mistake, and the boatmen of this harbour know it better than anybody on the council," an official said.`,
  },
  {
    date: "2024-03-11",
    title: "Library shut",
    outlet: "Valley Courier",
    text: `Elsa Holm said that Viktor Sand had shut the library. "The library was empty," Viktor Sand said.`,
  },
];

const { show, addressHas } = explorerFixture({ articles: ARTICLES });

/** How many passages are listed. */
const listed = async (page: Page) =>
  Number((await page.getByRole("grid", { name: "Passages" }).getAttribute("aria-rowcount")) ?? 0);
const chips = (page: Page) => page.getByRole("list", { name: "Filters" }).getByRole("button");

/** Opens a facet where it is closed. */
async function openFacet(page: Page, title: string): Promise<void> {
  const facet = page.getByRole("group").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
  if ((await facet.last().getAttribute("open")) === null) await facet.last().locator("summary").click();
}

/** Chooses in a facet what would leave so many statements, sees them left, and lets go of it by its chip. */
async function choose(page: Page, title: string, value: RegExp, address: string): Promise<void> {
  const all = await listed(page);
  await openFacet(page, title);
  const choice = page.getByRole("list", { name: title, exact: true }).getByRole("checkbox", { name: value });
  const left = Number(/leaves (\d+)/.exec((await choice.getAttribute("aria-label")) ?? "")?.[1]);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(all);
  await choice.check();
  await expect.poll(() => listed(page)).toBe(left);
  await addressHas(address);
  expect(await chips(page).count()).toBe(1);
  await chips(page).click();
  await expect.poll(() => listed(page)).toBe(all);
  expect(await choice.isChecked()).toBe(false);
}

describe("a facet leaves what it says it leaves, and lets go by its chip", () => {
  it.each([
    ["Who speaks", /^Anna Brandt,/, "speaker=person:anna-brandt"],
    ["For which organization", /^Harbour Board,/, "organization=organization:harbour-board"],
    ["Outlets", /^Valley Courier,/, "outlet=Valley+Courier"],
    ["Articles", /^Fares defended,/, "article=article:"],
    ["Stance", /^Against,/, "stance=oppose"],
    ["Stance", /^In favour,/, "stance=support"],
    ["Source", /^Not named,/, "source=unnamed"],
    ["Who it is", /^May be someone else,/, "standing=proposed"],
    ["Who it is", /^Settled,/, "standing=accepted"],
  ])("%s: %s", async (title, value, address) => {
    const page = await show("view=passages");
    await page.getByRole("row").first().waitFor();
    await choose(page, title, value, address);
  });

  it("How sure", async () => {
    const page = await show("view=passages");
    await page.getByRole("row").first().waitFor();
    const all = await listed(page);
    const slider = page.getByRole("slider", { name: "How sure" });
    await slider.fill("90");
    const left = Number(/leaves (\d+)/.exec((await slider.getAttribute("aria-valuetext")) ?? "")?.[1]);
    expect(left).toBeLessThan(all);
    await expect.poll(() => listed(page)).toBe(left);
    await addressHas("sure=0.9");
    await chips(page).click();
    await expect.poll(() => listed(page)).toBe(all);
  });

  it("kinds of statements, in the legend", async () => {
    const page = await show("view=passages");
    await page.getByRole("row").first().waitFor();
    const all = await listed(page);
    const direct = page.getByRole("button", { name: /^Direct \d/ });
    const count = Number(/\d+/.exec((await direct.textContent()) ?? "")?.[0]);
    await direct.click();
    await expect.poll(() => listed(page)).toBe(all - count);
    await addressHas("hide=direct");
    await chips(page).click();
    await expect.poll(() => listed(page)).toBe(all);
  });

  it("days", async () => {
    const page = await show("view=passages&from=2024-03-09");
    await page.getByText(/^5 statements in 2 articles/).waitFor();
    await chips(page).click();
    await page.getByText(/^\d+ statements in 4 articles/).waitFor();
  });
});

describe("how stakeholders are tied", () => {
  const isDrawn = (page: Page, key: string) => placeOf(page, key).then(Boolean, () => false);

  it("keeps one of the parts that nothing ties to the others", async () => {
    const page = await show("show=stakeholders");
    await openFacet(page, "Tied to how many others");
    await page
      .getByRole("list", { name: "Separate parts" })
      .getByRole("checkbox", { name: /^(?:Elsa Holm|Viktor Sand), 2 names$/ })
      .check();
    await expect.poll(() => isDrawn(page, "person:tom-reyes")).toBe(false);
    expect(await isDrawn(page, "person:viktor-sand")).toBe(true);
    await addressHas("component=");
    await page.reload();
    await chips(page).click();
    await expect.poll(() => isDrawn(page, "person:tom-reyes")).toBe(true);
  });

  it("keeps what lies within one, two or three steps, each of which says how much that is", async () => {
    const page = await show("node=person:ines-okafor&show=stakeholders");
    await openFacet(page, "Around what is selected");
    const within: number[] = [];
    for (const steps of ["1 step", "2 steps", "3 steps"]) {
      const choice = page.getByRole("radio", { name: new RegExp(`^${steps}`) });
      await choice.check();
      await addressHas(`around=${steps[0]},person:ines-okafor`);
      within.push(Number(/(\d+)$/.exec((await choice.locator("..").textContent()) ?? "")?.[1]));
    }
    expect(within).toEqual(within.toSorted((a, b) => a - b));
    expect(within[0]).toBeGreaterThan(1);
    expect(await isDrawn(page, "person:viktor-sand")).toBe(false);
  });
});
