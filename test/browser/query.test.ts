import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { explorerFixture } from "./fixture.ts";
import { DESKTOP, litWords, type OpenOptions, PHONE } from "./harness.ts";

const fixture = explorerFixture();
const show = (options: string | OpenOptions = "view=query") => fixture.show(options);

/** Opens the editor and writes a query into it. */
async function writeQuery(page: Page, query: string): Promise<void> {
  await page.getByLabel("Question").selectOption({ label: "Write openCypher …" });
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(query);
}

const answer = (page: Page) => page.getByRole("region", { name: "Answer" });

describe("the query view", () => {
  it("completes a label, runs a query, and opens the words behind a row", async () => {
    const page = await show({ view: "" });
    await page.getByRole("radio", { name: "Query" }).click();
    await writeQuery(page, "MATCH (p)-[:SAID]->(s:");
    await page.keyboard.type("State");
    await page.getByRole("option", { name: /^Statement/ }).waitFor();
    await page.waitForTimeout(100); // a proposal is taken once it has been seen for a moment
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.insertText(") RETURN p, s, s.text AS words ORDER BY s.start");
    await page.keyboard.press("ControlOrMeta+Enter");
    const row = answer(page).getByRole("row").nth(1);
    await row.waitFor();
    const words = (await row.getByRole("gridcell").nth(2).textContent()) ?? "";
    await row.getByRole("gridcell").nth(1).click();
    await expect.poll(async () => (await litWords(page)).join("")).toContain(words.slice(0, 30));
    expect(await page.getByRole("status").allTextContents()).not.toEqual([]);
  });

  it("shows an answer in the graph, undoes it, and shows it again to who comes by the address", async () => {
    const page = await show("view=query&ask=MATCH (p:Person)-[r:SAID]->(s) RETURN p, r, s");
    await answer(page).getByRole("button", { name: "Show in graph" }).click();
    await page.locator('.canvas[data-state="drawn"]').waitFor();
    await expect.poll(() => page.url()).toMatch(/answer=shown.*camera=/);
    const view = new URL(page.url()).hash.slice(1);
    await page.keyboard.press("ControlOrMeta+z");
    await answer(page).getByRole("row").nth(1).waitFor();
    expect(page.url()).not.toContain("answer=shown");
    await page.context().close();
    const again = await show({ view });
    await again.locator('.canvas[data-state="drawn"]').waitFor();
    expect(again.url()).toContain("answer=shown");
    await again.keyboard.press("Escape");
    await expect.poll(() => again.url()).not.toContain("answer=shown");
  });

  it("asks a person's own phrases, and says what is wrong with them", async () => {
    const own = { id: "own", question: "what did $who say", query: "MATCH (p {name: $who})-[:SAID]->(s) RETURN s" };
    const parameters = [{ name: "who", description: "a name", suggest: "MATCH (p)-[:SAID]->() RETURN p.name" }];
    const page = await show({ view: "" });
    let phrases: unknown[] = [{ ...own, parameters }];
    await page.route("**/data/phrases.json", (route) => route.fulfill({ json: { phrases } }));
    await page.getByRole("radio", { name: "Query" }).click();
    await page.getByLabel("Question").selectOption("own");
    const field = page.getByRole("combobox", { name: /^who/ });
    await field.click();
    await page.getByRole("option").first().click();
    await page.getByRole("button", { name: "Ask the graph" }).click();
    await answer(page).getByRole("row").nth(1).waitFor();
    phrases = [own];
    await page.reload();
    await page.getByText(/own phrases are left out.*\$who is not among its parameters/).waitFor();
  });

  it("underlines a mistake in place and says what it is", async () => {
    const page = await show();
    await writeQuery(page, "MATCH (p:Person) RETURN q.name");
    await page.locator(".cm-lintRange-error").waitFor();
    expect(await page.locator(".cm-lintRange-error").textContent()).toBe("q");
    await page.getByText(/variable q is not defined/).waitFor();
    await writeQuery(page, "MATCH (n)\nRETURN n");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("MATCH");
    await writeQuery(page, "MATCH (p:Persn) RETURN p");
    await page.getByText("the graph has no label Persn; did you mean Person?").first().waitFor();
    expect(await page.locator(".cm-lintRange-warning").textContent()).toBe("Persn");
  });

  it("answers what is asked before the questions have come", async () => {
    const page = await show("");
    let send = () => {};
    const held = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route("**/data/phrases.json", async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole("radio", { name: "Query" }).click();
    await page.getByRole("button", { name: "Ask the graph" }).click();
    await page.getByRole("button", { name: "Stop" }).waitFor();
    send();
    await answer(page).getByRole("row").nth(1).waitFor();
    await page.getByRole("button", { name: "Ask the graph" }).waitFor();
  });

  it("asks a phrase with a value from the graph, and the address asks it again", async () => {
    const page = await show();
    await page.getByLabel("Question").selectOption("said-by");
    const field = page.getByRole("combobox", { name: /^person/ });
    await expect.poll(() => field.getAttribute("placeholder")).not.toBe("");
    await field.fill("Lam");
    await page.keyboard.press("Tab"); // lets the list of values go
    await page.getByRole("button", { name: "Ask the graph" }).click();
    await answer(page)
      .getByRole("gridcell", { name: /Carrie Lam/ })
      .first()
      .waitFor();
    const view = new URL(page.url()).hash.slice(1);
    await page.context().close();
    const again = await show({ view });
    await answer(again)
      .getByRole("gridcell", { name: /Carrie Lam/ })
      .first()
      .waitFor();
    expect(await again.getByRole("combobox", { name: /^person/ }).inputValue()).toBe("Lam");
  });

  it("refuses too many rows clearly, and stops a runaway query at once", async () => {
    const page = await show();
    await writeQuery(page, "MATCH p=()-[*]-() RETURN p");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page
      .getByRole("alert")
      .getByText(/more than 5000 rows; .* add LIMIT/)
      .waitFor();
    await writeQuery(page, "MATCH p=()-[*]-() RETURN count(p)");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText(/given up before it was done/).waitFor();
    await writeQuery(page, "RETURN 1 + 1 AS two");
    await page.keyboard.press("ControlOrMeta+Enter");
    await answer(page).getByRole("gridcell", { name: "2" }).waitFor();
  });

  it("shows how a query is run as a tree", async () => {
    const page = await show({
      view: `view=query&${new URLSearchParams({ ask: "PROFILE MATCH (s:Statement) RETURN s" })}`,
    });
    const plan = page.getByRole("list", { name: "How the query is run" });
    await plan.waitFor();
    expect(await plan.getByRole("listitem").count()).toBeGreaterThan(1);
  });

  it.each([
    { theme: "light", size: DESKTOP },
    { theme: "dark", size: PHONE },
    { theme: "dark", size: DESKTOP },
    { theme: "light", size: PHONE },
  ] as const)("axe finds nothing wrong in the $theme theme at $size.width pixels", async ({ theme, size }) => {
    const page = await show({ view: "view=query", theme, size });
    await page.getByText("Or try one of these").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Who said what/ }).click();
    await answer(page).getByRole("gridcell").first().waitFor();
    await page.locator(".cm-content").waitFor();
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    if (size === PHONE) {
      await answer(page).getByRole("row").nth(1).tap();
      await page.locator(".lit").first().waitFor();
      await page.getByRole("navigation").getByRole("button", { name: "Query" }).tap();
      await answer(page).getByRole("row").nth(1).waitFor();
    }
  });
});
