import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { explorerFixture } from "./fixture.ts";
import { litWords } from "./harness.ts";

const ARTICLE = `Ferry line to close for the winter

2024-11-04

"We can't run empty boats until spring," Ines Okafor, the head of Alder Ferries, said on Monday.

The islanders said that nobody had asked them. Tom Reyes, a fisherman, called it "a quiet way to move us out".
`;

const fixture = explorerFixture();

async function paste(contents: string, alone = false): Promise<Page> {
  const page = await fixture.show();
  await page.getByRole("button", { name: "Add an article" }).click();
  const dialog = page.getByRole("dialog", { name: "Read an article here" });
  await dialog.getByRole("textbox").fill(contents);
  if (alone) await dialog.getByText("On its own").click();
  await dialog.getByRole("button", { name: "Read it" }).click();
  return page;
}

describe("reading an article on the page", () => {
  it("reads what is pasted and shows its graph beside the others, without any upload", async () => {
    const page = await paste(ARTICLE);
    await page.getByRole("dialog").waitFor({ state: "detached", timeout: 20_000 });
    await page.getByRole("heading", { name: "Ferry line to close for the winter" }).waitFor();
    await page.getByRole("button", { name: "Articles 2" }).waitFor();
    await page.locator(".article-text .piece", { hasText: "empty boats" }).click();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("We can't run empty boats until spring");
    await page.getByRole("button", { name: /^Remove “Ferry line/ }).click();
    await page.getByRole("button", { name: "Articles 1" }).waitFor();
    await page.getByRole("heading", { name: "Plan issued to further develop cooperation zone" }).waitFor();
  });

  it("shows it on its own where that is asked", async () => {
    const page = await paste(ARTICLE, true);
    await page.getByRole("dialog").waitFor({ state: "detached", timeout: 20_000 });
    await page.getByRole("button", { name: "Articles 1" }).waitFor();
    await page.getByRole("heading", { name: "Ferry line to close for the winter" }).waitFor();
  });

  it("reads a file that is chosen", async () => {
    const page = await fixture.show();
    const file = join(tmpdir(), `onrecord-ferry-${process.pid}.txt`);
    writeFileSync(file, ARTICLE);
    await page.keyboard.press("a");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles(file);
    await page.getByRole("heading", { name: "Ferry line to close for the winter" }).waitFor({ timeout: 20_000 });
  });

  it("runs and fetches nothing of a hostile page", async () => {
    const body = ARTICLE.split("\n\n")
      .slice(2)
      .map(
        (paragraph) => `<p>${paragraph}<img src="https://elsewhere.example/spy.png" onerror="window.hacked = 1"></p>`,
      )
      .join("");
    const page = await paste(
      `<!doctype html><html><head><title>Ferry line to close for the winter</title>
       <script>window.hacked = 2</script><link rel="stylesheet" href="https://elsewhere.example/x.css"></head>
       <body onload="window.hacked = 3"><article><h1>Ferry line to close for the winter</h1>${body}
       <p>"&lt;script&gt;window.hacked = 4&lt;/script&gt;<svg onload="window.hacked = 5"></svg> is how they spell it," said Mara Lindqvist, an engineer.</p>
       <iframe src="javascript:window.top.hacked = 6"></iframe></article></body></html>`,
    );
    await page.getByRole("dialog").waitFor({ state: "detached", timeout: 20_000 });
    await page.getByRole("heading", { name: /Ferry line/ }).waitFor();
    await page.getByText("<script>window.hacked = 4</script>").first().waitFor();
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.locator(".reading script, .reading iframe, .reading img").count()).toBe(0);
  });

  it("says what is wrong with what can't be read, and stays", async () => {
    const page = await paste("   ");
    await page.getByRole("alert").getByText("nothing to read yet").waitFor();
    await page.getByRole("textbox", { name: /Text or HTML/ }).fill("<html><body><nav>Home</nav></body></html>");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("alert").getByText("no article").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Articles 1" }).waitFor();
  });
});
