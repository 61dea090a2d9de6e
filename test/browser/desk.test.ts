import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { explorerFixture } from "./fixture.ts";
import { clickNode, drawn, litWords, placeOf } from "./harness.ts";

const fixture = explorerFixture();
const { show, addressHas } = fixture;
const LAM = "person:carrie-lam-cheng-yuet-ngor";
const said = (page: Page, words: string | RegExp) =>
  page.getByRole("status").getByText(words).first().waitFor({ state: "attached" });

describe("the table of everything", () => {
  it("goes from table to table, filters, sorts, and saves exactly what is seen", async () => {
    const page = await show("view=table");
    await page.getByRole("radio", { name: "Who and what" }).click();
    const grid = page.getByRole("grid", { name: "Who and what" });
    await grid.getByRole("columnheader", { name: "Said" }).getByRole("button").click();
    await grid.getByRole("columnheader", { name: "Said" }).getByRole("button").click();
    await addressHas("sort.stakeholders=-statements");
    await page.getByRole("searchbox", { name: "Filter rows" }).fill("hong kong");
    await addressHas("find=hong+kong");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Show Also called" }).check();
    await page.getByRole("checkbox", { name: "Show Quoted words" }).uncheck();
    await addressHas("columns.stakeholders=");
    const columns = page.getByRole("dialog");
    await columns.press("Escape");
    await columns.waitFor({ state: "detached" });
    await addressHas("columns.stakeholders=name,kind,statements,mentions,spokenOf,aliases");
    const heads = await grid.getByRole("columnheader").allTextContents();
    expect(heads).toEqual(["Name", "Kind", "Said", "Named", "Spoken of", "Also called"]);
    const shown = await page.locator(".table-row [data-column=name]").allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as CSV" }).click();
    const { data } = Papa.parse<string[]>(readFileSync(await (await download).path(), "utf8").trimEnd());
    expect(data[0]).toEqual(heads);
    expect(data.slice(1).map(([name]) => name)).toEqual(shown);
  });

  it("selects in the graph what is chosen in it, and shows what the graph selects", async () => {
    const page = await show("view=table&table=ties");
    await page.getByRole("row").nth(1).click();
    await addressHas("edge=");
    await page.getByRole("region", { name: "Selected" }).getByRole("heading", { name: "Shown by" }).waitFor();
    await page.getByRole("radio", { name: "Graph" }).click();
    await drawn(page);
    await clickNode(page, LAM);
    await page.keyboard.press("t");
    await page.getByRole("radio", { name: "Who and what" }).click();
    await page.getByRole("row", { name: /Carrie Lam/, selected: true }).waitFor();
  });

  it("is walked cell by cell, by the keys of a grid", async () => {
    const page = await show("view=table");
    const grid = page.getByRole("grid", { name: "Statements" });
    const active = () =>
      grid.evaluate(
        (element) => document.getElementById(element.getAttribute("aria-activedescendant") ?? "")?.textContent,
      );
    await grid.focus();
    expect(await active()).toBe("Who");
    await page.keyboard.press("ArrowRight");
    expect(await active()).toBe("What");
    await page.keyboard.press("Enter");
    expect(await grid.getByRole("columnheader", { name: "What" }).getAttribute("aria-sort")).toBe("ascending");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Home");
    const chosen = grid.getByRole("row", { selected: true });
    expect(await chosen.getAttribute("aria-rowindex")).toBe(
      String(await grid.getAttribute("aria-rowcount").then((count) => Number(count) - 1)),
    );
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain("article-text");
    expect((await litWords(page)).length).toBeGreaterThan(0);
  });
});

describe("the command palette", () => {
  it("finds actions and names by a few letters, and does them", async () => {
    const page = await show();
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Commands" });
    await field.fill("gtt");
    await page.getByRole("option", { name: /Go to Table/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await addressHas("view=table");
    await page.keyboard.press("Control+k");
    await field.fill("carri");
    await page.getByRole("option", { name: "Carrie Lam Cheng Yuet-ngor", exact: true, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await addressHas(`node=${LAM}`);
    await page.keyboard.press("Control+k");
    await field.fill("ask who said what about");
    await page.getByRole("option", { name: /^Ask who said what about/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await addressHas("phrase=said-about");
    await page.getByRole("grid", { name: "Answer" }).getByRole("row").nth(1).waitFor();
    await page.keyboard.press("Control+k");
    await field.fill("zzzz");
    await page.getByText("Nothing is called “zzzz”").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("shows the keys that the keyboard map shows, and they do what both say", async () => {
    const page = await show();
    await page.keyboard.press("?");
    const map = page.getByRole("dialog", { name: "Keys" });
    const lines = await map
      .locator(".keys > div")
      .evaluateAll((all) =>
        all.map((line) => [line.querySelector("dt")?.textContent ?? "", line.querySelector("dd")?.textContent ?? ""]),
      );
    expect(new Set(lines.map(([keys, does]) => `${keys} ${does}`)).size).toBe(lines.length);
    await page.keyboard.press("Escape");
    await map.waitFor({ state: "detached" });
    for (const [keys, does] of lines.filter(([, words]) => /^Go to /.test(words) && words !== "Go to Graph")) {
      await page.keyboard.press(keys.toLowerCase());
      const name = does.replace("Go to ", "");
      await expect.poll(() => page.getByRole("radio", { name, exact: true }).getAttribute("aria-checked")).toBe("true");
    }
  });
});

describe("saved views", () => {
  it("are kept, renamed, opened after a new start, deleted and put back", async () => {
    const page = await show("hide=Place");
    await page.keyboard.press("s");
    const dialog = page.getByRole("dialog", { name: "Saved views" });
    await dialog.getByRole("textbox", { name: "Name of this view" }).fill("No places");
    await dialog.getByRole("button", { name: "Save it" }).click();
    await dialog.getByRole("button", { name: "Rename “No places”" }).click();
    await page.keyboard.type("Without any place");
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Without any place", exact: true }).waitFor();
    await page.evaluate(() => {
      location.hash = "";
    });
    await page.reload();
    await drawn(page);
    await page.keyboard.press("s");
    await dialog.getByRole("button", { name: "Delete “Without any place”" }).click();
    await said(page, "“Without any place” deleted.");
    await page.getByRole("button", { name: "Undo" }).click();
    await dialog.getByRole("button", { name: "Without any place", exact: true }).click();
    await addressHas("hide=Place");
  });

  it("go into a file and come out of it; another file is refused", async () => {
    const page = await show("view=table");
    await page.getByRole("row").nth(1).waitFor();
    await page.keyboard.press("Shift+S");
    await said(page, "Saved as “Table”.");
    await page.keyboard.press("s");
    const dialog = page.getByRole("dialog", { name: "Saved views" });
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save as a file" }).click();
    const file = readFileSync(await (await download).path());
    expect(JSON.parse(file.toString("utf8")).views).toEqual([{ name: "Table", address: "view=table" }]);
    await dialog.getByRole("button", { name: "Delete “Table”" }).click();
    const give = (name: string, buffer: Buffer) =>
      page.locator('input[type="file"]').last().setInputFiles({ name, mimeType: "application/json", buffer });
    await give("other.json", Buffer.from('{"a":1}'));
    await said(page, /“other.json” holds no views/);
    await give("views.json", file);
    await dialog.getByRole("button", { name: "Table", exact: true }).waitFor();
  });

  it("that can't be read are put aside and said, never lost", async () => {
    const page = await show();
    const keys = await page.evaluate(() => {
      const key = `onrecord-views:${location.pathname}`;
      localStorage.setItem(key, "{broken");
      return key;
    });
    await page.reload();
    await said(page, /The saved views could not be read/);
    expect(await page.evaluate((key) => localStorage.getItem(`${key}:unreadable`), keys)).toBe("{broken");
  });
});

describe("quoting", () => {
  it("puts a statement with its source into the clipboard, as words and as an image", async () => {
    const key = fixture.explorer.graph.findNode((_, { kind }) => kind === "Statement") ?? "";
    const page = await show(`node=${key}`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy as a quote" }).click();
    await said(page, /The quote is in the clipboard/);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("in “Plan issued to further develop cooperation zone”, 7 Sept 2021");
    expect(copied).toContain(`#node=${key}`);
    await page.getByRole("button", { name: "Copy as an image" }).click();
    await said(page, "The image is in the clipboard.");
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types: all }) => all));
    expect(types).toEqual(["image/png"]);
  });
});

describe("the first visit", () => {
  it("is shown round in three steps, once, with the page in reach", async () => {
    const page = await show({ isFirstVisit: true });
    const tour = page.getByRole("region", { name: "Who speaks of whom" });
    await tour.waitFor();
    await clickNode(page, LAM);
    await page
      .getByRole("region", { name: "Selected" })
      .getByRole("heading", { name: /Carrie Lam/ })
      .waitFor();
    await tour.getByRole("button", { name: "Next" }).click();
    await page.getByRole("region", { name: "The words behind it" }).getByRole("button", { name: "Next" }).click();
    await page.getByRole("button", { name: "Start exploring" }).click();
    await expect.poll(() => page.locator(".tour").count()).toBe(0);
    await page.evaluate(() => {
      location.hash = "";
    });
    await page.reload();
    await drawn(page);
    expect(await page.locator(".tour").count()).toBe(0);
    await page.keyboard.press("?");
    await page.getByRole("button", { name: "Take the tour" }).click();
    await tour.waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".tour").count()).toBe(0);
  });

  it("of who opens a link is left alone", async () => {
    const page = await show({ view: `node=${LAM}`, isFirstVisit: true });
    await placeOf(page, LAM);
    expect(await page.locator(".tour").count()).toBe(0);
  });
});

describe("what is said to who doesn't see it", () => {
  it("is every selection, and what the filters leave", async () => {
    const page = await show();
    await clickNode(page, LAM);
    await said(page, "Selected: Carrie Lam Cheng Yuet-ngor");
    await page.getByRole("button", { name: /^Direct / }).click();
    await said(page, /of 9 statements pass the filters/);
  });
});

describe("states", () => {
  it("say what went wrong and how to go on, and that there is nothing yet", async () => {
    const page = await show();
    await page.route("**/data/graph.json", (route) => route.fulfill({ body: "{", contentType: "application/json" }));
    await page.reload();
    await page.getByRole("heading", { name: "The graph couldn't be opened" }).waitFor();
    await page.getByText("not valid JSON").waitFor();
    await page.unroute("**/data/graph.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await drawn(page);
    await page.route("**/data/graph.json", (route) =>
      route.fulfill({ body: "<!doctype html>", contentType: "text/html" }),
    );
    await page.reload();
    await page.getByRole("heading", { name: "Nothing has been read yet" }).waitFor();
  });

  it("that hold nothing yet have the field to paste a first article into", async () => {
    const page = await show();
    await page.route("**/data/graph.json", (route) =>
      route.fulfill({ body: "<!doctype html>", contentType: "text/html" }),
    );
    await page.reload();
    const empty = page.getByRole("region", { name: "Nothing has been read yet" });
    await empty.getByRole("button", { name: "Read it" }).click();
    await empty.getByText("There is nothing to read yet").waitFor();
    await empty
      .getByRole("textbox", { name: "Text or HTML of the article" })
      .fill('Quay reopens\n\n"The quay is safe again," said Nora Field, the harbour master, on Friday.\n');
    await empty.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("heading", { name: "Quay reopens" }).waitFor();
    await drawn(page);
    await placeOf(page, "person:nora-field");
  });
});
