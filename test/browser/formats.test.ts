import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { pdfDocument, wordDocument } from "../ingest/formats/files.ts";
import { explorerFixture } from "./fixture.ts";

const TITLE = "Ferry line to close for the winter";
const SAID = '"We can\'t run empty boats until spring," Ines Okafor, the head of Alder Ferries, said on Monday.';
const MORE = "The islanders said that nobody had asked them, and that the boats were never empty on market days.";

const files: [string, Uint8Array | string][] = [
  ["ferry.docx", wordDocument([{ text: TITLE, style: "Title" }, SAID, MORE])],
  [
    "ferry.pdf",
    pdfDocument([
      [
        { text: TITLE, x: 60, y: 700, size: 22 },
        { text: SAID.slice(0, 52), x: 60, y: 650 },
        { text: SAID.slice(52).trim(), x: 60, y: 638 },
        { text: MORE, x: 60, y: 600 },
      ],
    ]),
  ],
  [
    "ferry.eml",
    `From: a@example.org\nSubject: ${TITLE}\nMIME-Version: 1.0\nContent-Type: text/plain\n\n${SAID}\n\n${MORE}\n`,
  ],
  ["ferry.md", `# ${TITLE}\n\n${SAID.replace("empty boats", "**empty** boats")}\n\n${MORE}\n`],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-formats-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fixture = explorerFixture();

async function choose(name: string, content: Uint8Array | string) {
  const page = await fixture.show();
  const path = join(folder, name);
  writeFileSync(path, content);
  await page.keyboard.press("a");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles(path);
  return page;
}

describe("files of other formats on the page", () => {
  it.each(files)("are read: %s", async (name, content) => {
    const page = await choose(name, content);
    await page.getByRole("heading", { name: TITLE }).waitFor({ timeout: 20_000 });
    await page.locator(".article-text .piece", { hasText: "boats until spring" }).first().waitFor();
  });

  it("are read where they hold several articles, beside the one that is there", async () => {
    const line = (title: string, words: string) => JSON.stringify({ title, text: words });
    const page = await choose("several.jsonl", `${line(TITLE, SAID)}\n${line("Market days", MORE)}\n{`);
    // said once, until the next thing is said
    await page.getByText("2 articles read", { exact: false }).first().waitFor({ state: "attached" });
    await page.getByRole("heading", { name: TITLE }).waitFor({ timeout: 20_000 });
    await page.getByRole("button", { name: "Articles 3" }).waitFor();
  });

  it("are refused where nothing in them can be read, with the way out", async () => {
    const page = await choose("scan.pdf", pdfDocument([[]]));
    await page.getByRole("alert").filter({ hasText: "text recognition (OCR)" }).waitFor({ timeout: 20_000 });
  });
});
