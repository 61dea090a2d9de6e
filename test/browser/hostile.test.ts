import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { overflows } from "./axe.ts";
import { explorerFixture } from "./fixture.ts";
import { litWords } from "./harness.ts";

const TURN = "\u202e";
const HIDDEN = "\u200b";

const fixture = explorerFixture({
  articles: [
    {
      title: `<script>window.hacked = 1</script> ${TURN}reversed`,
      date: "2024-05-01",
      outlet: '"><img src=x onerror="window.hacked = 2">',
      text: `"<img src=x onerror='window.hacked = 3'> is what they ${TURN}wrote," Ines Okafor said on Monday.

Tom Reyes said that In${HIDDEN}es had hid${HIDDEN}den letters, and <b onclick="window.hacked = 4">bold</b> ones.

javascript:window.hacked = 5 said the sign, and {{constructor.constructor("window.hacked = 6")()}} said another.`,
    },
    {
      title: "One long line",
      date: "2024-05-02",
      text: `"The line is long," Mara Lindqvist said. ${"wordswithoutanyspaceatall".repeat(40_000)} "It ended," Mara Lindqvist said.`,
    },
  ],
});

async function notHacked(page: Page): Promise<void> {
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(await page.locator(".app script, .app iframe, .app img, .app b").count()).toBe(0);
  expect(await overflows(page)).toBe(false);
}

describe("hostile text", () => {
  it("stays text in the article, the picture, passages, search and the table", async () => {
    const page = await fixture.show();
    await page.getByText("<img src=x onerror='window.hacked = 3'>").first().waitFor();
    await notHacked(page);
    await page.keyboard.press("/");
    await page.keyboard.type("onerror");
    await page.getByRole("option").first().waitFor();
    await notHacked(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    for (const view of ["Passages", "Table"]) {
      await page.getByRole("radio", { name: view }).click();
      await page.getByText("is what they", { exact: false }).first().waitFor();
      await notHacked(page);
    }
  });

  it("turns no words round but stands in the order it was written in, offset by offset", async () => {
    const page = await fixture.show();
    const { article } = fixture.explorer.reading;
    const block = page.locator(".article-text .block-paragraph").first();
    await block.waitFor();
    expect(article.text).toContain((await block.textContent()) ?? "?");
    // What follows the turning character still stands to the right of what comes before it.
    const places = await block.evaluate((element) => {
      const placeOf = (words: string) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(words) ?? -1;
          if (at === -1) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const first = range.getBoundingClientRect();
          range.setStart(node, at + words.length - 1);
          range.setEnd(node, at + words.length);
          const last = range.getBoundingClientRect();
          return { first: first.left, last: last.left, line: first.top };
        }
        return null;
      };
      return placeOf("wrote");
    });
    expect(places).not.toBeNull();
    expect(places!.first).toBeLessThan(places!.last);
  });

  it("shows a line of a megabyte, and opens the words at its end", async () => {
    const page = await fixture.show();
    const { id, text } = fixture.explorer.readings[1].article;
    const last = fixture.explorer.readings[1].statements.at(-1)!;
    await page.goto(`${fixture.explorer.address}#node=${last.id}`);
    await page.reload();
    await page.getByRole("heading", { name: "One long line" }).waitFor();
    await expect
      .poll(async () => (await litWords(page)).join(""), { timeout: 20_000 })
      .toContain(text.slice(last.content[0].start, last.content[0].end));
    expect(last.id).toContain(id);
    await expect.poll(() => page.locator(".lit").first().isVisible()).toBe(true);
    expect(await overflows(page)).toBe(false);
  });
});
