import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { explorerFixture } from "./fixture.ts";
import { litWords, type OwnArticle } from "./harness.ts";

const PASTED = `Harbour crane to be sold

2024-05-14

"The crane has not lifted a container since March," said Lena Ortiz, a spokesperson for Alder Harbour, on Monday.

Paul Brandt, the head of the dockers' union, said that nobody had spoken to Lena Ortiz about the forty jobs.
`;

const TOWNS = ["Selm", "Brack", "Torsund", "Havel"];
const SPEAKERS = ["Ines Okafor", "Tom Reyes", "Mara Lindqvist", "Paul Brandt", "Sara Quist"];
/** Talked about, and never asked. */
const SILENT = ["Hugo Falk", "Rosa Varga"];

/** Two hundred articles of two hundred days: who says what of whom goes round, Ines Okafor is heard most. */
function twoHundred(): OwnArticle[] {
  return Array.from({ length: 200 }, (_, number) => {
    const date = new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
    const town = TOWNS[number % TOWNS.length];
    const [first, second] = [
      SPEAKERS[number % 2 === 0 ? 0 : number % SPEAKERS.length],
      SPEAKERS[(number + 2) % SPEAKERS.length],
    ];
    const silent = SILENT[number % 3 === 0 ? 0 : 1];
    return {
      title: `${town} argues, day ${number + 1}`,
      date,
      outlet: number % 2 === 0 ? "Alder Post" : "Selm Times",
      text: [
        `"The ferry to ${town} will sail on day ${number + 1}," ${first} said.`,
        `${second} said that ${silent} had promised ${first} a new ferry.`,
        number % 50 === 7
          ? `"No ferry will leave before the ice is gone," ${second} said.`
          : `The council met in ${town}.`,
      ].join("\n\n"),
    };
  });
}

const fixture = explorerFixture({ articles: twoHundred() });
const { show, addressHas } = fixture;
const detail = (page: Page) => page.getByRole("region", { name: "Selected" });

describe("an editor", { timeout: 60_000 }, () => {
  it("pastes an article and sees who speaks, on whose behalf and about what", async () => {
    const page = await show();
    await page.getByRole("button", { name: "Add an article" }).click();
    const dialog = page.getByRole("dialog", { name: "Read an article here" });
    await dialog.getByRole("textbox").fill(PASTED);
    await dialog.getByText("On its own").click();
    await dialog.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("heading", { name: "Harbour crane to be sold" }).waitFor({ timeout: 20_000 });
    const voices = page.getByRole("listbox", { name: "Where the voices are" }).getByRole("option");
    await expect.poll(() => voices.count()).toBe(2);
    expect(await voices.evaluateAll((options) => options.map((option) => option.getAttribute("aria-label")))).toEqual([
      "Lena Ortiz, direct",
      "Paul Brandt, indirect",
    ]);
    await voices.first().click();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("has not lifted a container");
    await detail(page).getByRole("button", { name: "Lena Ortiz" }).click();
    // On whose behalf: a tie that opens the words that say so.
    await detail(page)
      .getByRole("button", { name: /Lena Ortiz .*Alder Harbour/ })
      .first()
      .click();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("Alder Harbour");
    // About what: the other voice names the first.
    await voices.nth(1).click();
    await detail(page).getByRole("button", { name: "Lena Ortiz" }).waitFor();
  });
});

describe("a fact-checker", { timeout: 60_000 }, () => {
  it("finds a phrase, sees every place it was said, and opens each", async () => {
    const page = await show();
    await page.keyboard.press("/");
    await page.keyboard.type('"before the ice is gone"');
    await page.getByRole("option", { name: "All 4 with these words, in a list" }).click();
    await page.getByText("4 statements in 4 articles").waitFor();
    const rows = page.getByRole("grid", { name: "Passages" }).getByRole("row");
    await expect.poll(() => rows.count()).toBe(4);
    for (const [at, day] of [8, 58, 108, 158].entries()) {
      await rows.nth(at).locator(".passage-words").click();
      await page.getByRole("heading", { name: new RegExp(`argues, day ${day}$`) }).waitFor();
      await expect.poll(async () => (await litWords(page)).join("")).toContain("before the ice is gone");
      expect(await rows.nth(at).locator("mark").allTextContents()).toEqual(["before the ice is gone"]);
    }
    await addressHas('passages=find:"before');
  });
});

describe("an analyst", { timeout: 60_000 }, () => {
  it("filters two hundred articles to a month, finds the loudest, who is only talked about, and what ties two", async () => {
    const page = await show("from=2024-03-01&to=2024-03-31");
    await page.keyboard.press("p");
    await page.getByText(/^62 statements in 31 articles/).waitFor();
    // The loudest voice comes first among those who speak.
    const voices = page.getByRole("checkbox", { name: /, leaves \d+ statements$/ });
    const names = await voices.evaluateAll((boxes) => boxes.map((box) => box.getAttribute("aria-label") ?? ""));
    expect(names.filter((name) => SPEAKERS.some((speaker) => name.startsWith(speaker)))[0]).toBe(
      "Ines Okafor, leaves 25 statements",
    );
    await page.getByRole("radio", { name: "Mentioned, never quoted" }).click();
    await page.getByText(/^\d+ names without a word of their own/).waitFor();
    const silent = await page.locator(".passage-heading strong").first().textContent();
    expect(SILENT).toContain(silent);
    // What ties two: the tie's weight opens the sentences behind it, those of the month alone.
    const tie = "tie:MENTIONS:person:tom-reyes>person:ines-okafor";
    await page.goto(`${fixture.explorer.address}#edge=${tie}&show=stakeholders&from=2024-03-01&to=2024-03-31`);
    await page.reload();
    await page.getByRole("button", { name: /statements, in a list$/ }).click();
    await page.getByRole("heading", { name: "Tom Reyes mentions Ines Okafor" }).waitFor();
    const rows = page.getByRole("grid", { name: "Passages" }).getByRole("row");
    await rows.first().locator(".passage-words").click();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("had promised Ines Okafor a new ferry");
  });
});

describe("an investigator", { timeout: 60_000 }, () => {
  it("asks how two are connected, and reads in whose words", async () => {
    const page = await show();
    await page.keyboard.press("/");
    await page.keyboard.type("hugo falk");
    await page.getByRole("option", { name: "Hugo Falk", exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await detail(page).getByRole("button", { name: "How is this person connected to …" }).click();
    const panel = page.getByRole("region", { name: "How are these two connected?" });
    await panel.getByRole("combobox", { name: "To" }).fill("rosa");
    await page.getByRole("option", { name: "Rosa Varga", exact: true }).click();
    await addressHas("path=person:hugo-falk&path-to=person:rosa-varga");
    await panel.getByText(/^2 steps, \d+ shortest ways$/).waitFor();
    // Two names that nobody ever quoted, and between them one who speaks of both.
    const way = panel.getByRole("list", { name: "The way, step by step" });
    const names = await way.locator(".path-node").allTextContents();
    expect([names[0], names.at(-1)]).toEqual(["Hugo Falk", "Rosa Varga"]);
    expect(SPEAKERS).toContain(names[1]);
    for (const silent of ["Hugo Falk", "Rosa Varga"]) {
      await way
        .locator(".quote", { hasText: `that ${silent} had promised` })
        .first()
        .click();
      await expect.poll(async () => (await litWords(page)).join("")).toContain(`${silent} had promised`);
      await detail(page).getByRole("button", { name: names[1], exact: true }).first().waitFor();
    }
  });
});
