import { describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { explorerFixture } from "./fixture.ts";
import { litWords } from "./harness.ts";

const OKAFOR = "person:ines-okafor";
const fixture = explorerFixture({
  articles: [
    {
      title: "Bridge delayed",
      date: "2024-03-04",
      outlet: "Alder Post",
      text: `"The bridge will open in May," Ines Okafor said on Friday.

Tom Reyes, a builder, said that Ines Okafor had promised it for January. Mara Lindqvist was not asked.

${"The old bridge was closed in the summer after a barge struck its second pier. ".repeat(24)}

"We were never told about the barge," Tom Reyes said.`,
    },
    {
      title: "Ferry dispute",
      date: "2024-03-06",
      text: `Tom Reyes said that Ines Okafor should pay for the ferries.

"The bridge will open in May, and no later," Ines Okafor said.`,
    },
    {
      title: "Budget passed",
      date: "2024-03-09",
      text: `Tom Reyes said that the council had asked for less money. Mara Lindqvist voted against it.`,
    },
  ],
});
const { show, addressHas } = fixture;
const idOf = (title: string) => fixture.explorer.readings.find(({ article }) => article.title === title)?.article.id;

describe("the reading pane", () => {
  it("keeps articles in tabs, opens others in one that gives way, and has all of them in the address", async () => {
    const page = await show();
    const tabs = page.getByRole("navigation", { name: "Open articles" });
    await tabs.getByRole("button", { name: "Keep “Bridge delayed” open" }).click();
    await addressHas(`tab=${idOf("Bridge delayed")}`);
    await tabs.getByRole("button", { name: "All articles" }).click();
    await page.getByRole("combobox", { name: "Find an article" }).fill("ferry");
    await page.getByRole("option", { name: /Ferry dispute/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Ferry dispute" }).waitFor();
    await tabs.getByRole("button", { name: "All articles" }).click();
    await page.getByRole("option", { name: /Budget passed/ }).click();
    await page.getByRole("heading", { name: "Budget passed" }).waitFor();
    expect(await tabs.getByRole("listitem").count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    await tabs.getByRole("button", { name: "Bridge delayed", exact: true }).click();
    await page.getByRole("heading", { name: "Bridge delayed" }).waitFor();
    await tabs.getByRole("button", { name: "Close “Bridge delayed”" }).click();
    await expect.poll(() => page.url()).not.toContain("tab=");
    await page.keyboard.press("Control+z");
    await addressHas(`tab=${idOf("Bridge delayed")}`);
  });

  it("says whom words mean, whose they are, when and why, where they are pointed at and where keys lead", async () => {
    const page = await show();
    await page.locator(".article-text .piece", { hasText: "will open in May" }).first().hover();
    const remark = page.getByRole("tooltip");
    await remark.getByText("Ines Okafor").first().waitFor();
    await remark.getByText("Fri, 1 Mar 2024").waitFor();
    await remark.getByText("on Friday").first().waitFor();
    await page.mouse.move(640, 400);
    await remark.waitFor({ state: "detached" });
    await page.locator(".article-text").focus();
    await page.keyboard.press("ArrowDown");
    await remark.getByText("Direct").waitFor();
    expect(await page.locator(".article-text").getAttribute("aria-describedby")).toBe(await remark.getAttribute("id"));
    await page.keyboard.press("ArrowRight");
    await remark.getByText("Person · by name").waitFor();
    await page.keyboard.press("Escape");
    await remark.waitFor({ state: "detached" });
  });

  it("shows where the voices are in a strip that is walked and clicked", async () => {
    const page = await show(`node=article:${idOf("Bridge delayed")}`);
    const strip = page.getByRole("listbox", { name: "Where the voices are" });
    const { statements } = fixture.explorer.readings.find(({ article }) => article.title === "Bridge delayed")!;
    expect(await strip.getByRole("option").count()).toBe(statements.length);
    await strip.focus();
    await page.keyboard.press("End");
    await addressHas("node=statement:");
    await expect.poll(async () => (await litWords(page)).join("")).toContain("never told about the barge");
    expect(await strip.getByRole("option", { selected: true }).getAttribute("aria-label")).toBe("Tom Reyes, direct");
    await strip.getByRole("option").first().click();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("The bridge will open in May");
  });

  it("shows in the graph what is being read, while scroll and graph follow each other", async () => {
    const page = await show(`node=article:${idOf("Bridge delayed")}&show=statements`);
    const read = () => page.locator(".article-text .piece[data-read]").allTextContents();
    expect(await read()).toEqual([]);
    await page.getByRole("button", { name: "Scroll and graph follow each other" }).click();
    await addressHas("follow=yes");
    await expect.poll(async () => (await read()).join("")).toContain("The bridge will open in May");
    await page.locator(".article-scroll").evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await expect.poll(async () => (await read()).join("")).toContain("We were never told");
    await page.getByRole("button", { name: "Scroll and graph follow each other" }).click();
    await expect.poll(read).toEqual([]);
  });

  it("answers why for an attribution: reason, cue, rule, how sure", async () => {
    const page = await show();
    await page.locator(".article-text .piece", { hasText: "will open in May" }).first().click();
    const detail = page.getByRole("region", { name: "Selected" });
    await detail.getByRole("term").getByText("Why", { exact: true }).waitFor();
    const answers = await detail.locator(".why > div").allTextContents();
    expect(answers.find((line) => line.startsWith("Cue"))).toContain("said");
    expect(answers.find((line) => line.startsWith("How sure"))).toMatch(/\d+ % surerule [a-z-]+/);
  });
});

describe("what is selected", () => {
  it("leaves most of the pane to the article, and is made higher by keys, for the next visit too", async () => {
    const page = await show("node=person:ines-okafor&show=stakeholders");
    const detail = page.getByRole("region", { name: "Selected" });
    const article = page.getByRole("region", { name: "Article", exact: true });
    const heightOf = async (part: typeof detail) => (await part.boundingBox())?.height ?? 0;
    expect(await heightOf(article)).toBeGreaterThan(1.5 * (await heightOf(detail)));
    const line = page.getByRole("separator", { name: "Height of what is selected" });
    await line.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowUp");
    expect(await line.getAttribute("aria-valuenow")).toBe("63");
    await page.reload();
    await expect.poll(() => line.getAttribute("aria-valuenow")).toBe("63");
  });
});

describe("the list of passages", () => {
  it("holds everything one stakeholder said, by article and date, and opens each in its place", async () => {
    const page = await show(`node=${OKAFOR}`);
    await page.getByRole("button", { name: "Everything said" }).click();
    await addressHas(`passages=said:${OKAFOR}`);
    const list = page.getByRole("grid", { name: "Passages" });
    await page.getByRole("heading", { name: "Everything Ines Okafor said" }).waitFor();
    await page.getByText("2 statements in 2 articles").waitFor();
    const rows = await list.getByRole("row").allTextContents();
    expect(rows.map((row) => row.slice(0, 14))).toEqual(["Bridge delayed", "Ferry disputeW"]);
    await list.focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "Bridge delayed" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "Ferry dispute" }).waitFor();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("and no later");
    await page.goBack();
    await page.getByRole("heading", { name: "Bridge delayed" }).waitFor();
  });

  it("opens the sentences behind a weight, and copies them with their sources", async () => {
    const page = await show(`edge=tie:MENTIONS:person:tom-reyes>${OKAFOR}&show=stakeholders`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "2 statements, in a list" }).click();
    await page.getByRole("heading", { name: "Tom Reyes mentions Ines Okafor" }).waitFor();
    await page.getByRole("button", { name: "Copy with sources" }).click();
    await page.getByRole("status").getByText("2 passages copied").waitFor({ state: "attached" });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /had promised it for January”?\n— Tom Reyes.*, in “Bridge delayed”, Alder Post, 4 Mar 2024\n/,
    );
    expect(copied).toContain("“Ferry dispute”, 6 Mar 2024");
    expect(copied).toContain(`${fixture.explorer.address}#node=statement:`);
  });

  it("opens what the numbers of a stakeholder count", async () => {
    const page = await show(`node=${OKAFOR}`);
    const detail = page.getByRole("region", { name: "Selected" });
    await detail.getByRole("button", { name: /^said \d things$/ }).click();
    await page.getByRole("heading", { name: "Everything Ines Okafor said" }).waitFor();
    await page.goBack();
    const named = detail.getByRole("button", { name: /^named \d+ times$/ });
    const times = Number(/\d+/.exec((await named.textContent()) ?? "")?.[0]);
    await named.click();
    await page.getByRole("heading", { name: "Everywhere Ines Okafor is named" }).waitFor();
    await page.getByText("2 articles, 2 statements with the name").waitFor();
    const list = page.getByRole("grid", { name: "Passages" });
    const rows = list.getByRole("row").filter({ hasText: "Ines Okafor, in this article" });
    const counts = (await rows.allTextContents()).map((words) =>
      Number(/named (\d+|once)/.exec(words)?.[1].replace("once", "1")),
    );
    expect(counts.length).toBe(2);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(times);
    await rows.last().click();
    await page.getByRole("heading", { name: "Ferry dispute" }).waitFor();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("Ines Okafor");
    await addressHas("passages=named");
  });

  it("holds who is mentioned and never quoted, and only what passes the filters", async () => {
    const page = await show("view=passages&passages=unheard");
    const list = page.getByRole("grid", { name: "Passages" });
    await list.getByText("Mara Lindqvist").first().waitFor();
    expect(await list.textContent()).not.toContain("Tom Reyesnamed");
    await page.getByRole("radio", { name: "Everything" }).click();
    await page.getByText(/^\d statements in 3 articles$/).waitFor();
    await page.goto(`${fixture.explorer.address}#view=passages&from=2024-03-09`);
    await page.reload();
    await page.getByText(/^1 statement in 1 article/).waitFor();
  });
});
