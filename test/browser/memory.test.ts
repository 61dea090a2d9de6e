import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { explorerFixture } from "./fixture.ts";

const { show } = explorerFixture();
const ROUNDS = 5;
const TOGETHER = 10;

/** Ten articles in a file, others in every round. */
function articlesOf(round: number): string {
  return Array.from({ length: TOGETHER }, (_, number) =>
    JSON.stringify({
      title: `Report ${round}-${number}`,
      text: `"Pier ${number} was closed in round ${round}," Ines Okafor said on Monday.\n\nTom Reyes said that nobody had told the islanders of pier ${number}. ${`The wind was strong on pier ${number}. `.repeat(40)}`,
    }),
  ).join("\n");
}

/** What the page holds after everything that can be collected has been: megabytes and elements. */
async function held(session: CDPSession): Promise<{ readonly megabytes: number; readonly elements: number }> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { megabytes: value("JSHeapUsedSize") / 2 ** 20, elements: value("Nodes") };
}

async function addAndRemove(page: Page, round: number): Promise<void> {
  await page.keyboard.press("a");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({
    name: "reports.jsonl",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(articlesOf(round)),
  });
  const remove = page.getByRole("button", { name: /^Remove “Report/ });
  for (let number = 0; number < TOGETHER; number++) {
    await remove.waitFor({ timeout: 20_000 });
    const label = (await remove.getAttribute("aria-label")) ?? "";
    await remove.click();
    await page.getByRole("button", { name: label, exact: true }).waitFor({ state: "detached" });
    if (number + 1 < TOGETHER) await openPasted(page);
  }
}

/** Opens one of the articles that were read on the page, through the list of all. */
async function openPasted(page: Page): Promise<void> {
  await page.getByRole("button", { name: "All articles" }).click();
  await page.getByRole("combobox", { name: "Find an article" }).fill("report");
  await page.getByRole("dialog", { name: "All articles" }).getByRole("option").first().click();
}

describe("memory", () => {
  it("doesn't grow when fifty articles are read on the page and removed again", async () => {
    const page = await show();
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await addAndRemove(page, 0);
    const before = await held(session);
    for (let round = 1; round < ROUNDS; round++) await addAndRemove(page, round);
    const after = await held(session);
    expect(after.elements - before.elements).toBeLessThan(200);
    expect(after.megabytes - before.megabytes).toBeLessThan(2);
  }, 180_000);
});
