import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/index.ts";
import { buildWorkspace, loadGraph, openWorkspace, type ReadingPool, saveReading } from "../../src/workspace/index.ts";
import { articleText, createTestReader, temporaryFolder, writeFiles } from "../fixtures/workspaces.ts";
import { utf8, wordDocument } from "../ingest/formats/files.ts";

const words = (title: string, name: string) =>
  `"The bridge at ${title} will be open again before long," ${name} said on Monday.`;
const long = (title: string, name: string) =>
  `${words(title, name)}\n\n${Array.from({ length: 12 }, (_, i) => `Paragraph ${i} tells what ${name} did at ${title} in week ${i}.`).join("\n\n")}`;

async function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return await openWorkspace(folder);
}

const mixed = {
  "articles/station.md": `# Station\n\n${words("Station", "Paul Brandt")}\n`,
  "articles/word/harbour.docx": wordDocument(["Harbour opens", words("Harbour", "Ines Okafor")]),
  "articles/table.csv": `Kopf;Inhalt\nTower;${words("Tower", "Mona Reyes")
    .replace(/^/, '"')
    .replace(/$/, '"')
    .replace(/"(The.*,)"/, '""$1""')}\n`,
  "articles/lines.jsonl": ["Quay", "Dock"]
    .map((title) => JSON.stringify({ title, text: words(title, "Ines Okafor") }))
    .join("\n"),
  "articles/all.zip": zipSync({
    "a.txt": utf8(articleText("Market", "Paul Brandt")),
    "b.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  }),
};

describe("a workspace of many formats", () => {
  it("is one graph, the same however many are read at once", async () => {
    const workspace = await workspaceOf(mixed);
    writeFileSync(workspace.columns, JSON.stringify({ "table.csv": { text: "Inhalt", title: "Kopf" } }));
    const notices: string[] = [];
    const result = await buildWorkspace(workspace, createTestReader(), { notice: (message) => notices.push(message) });
    expect(result).toMatchObject({ articles: 6, statements: 6, read: 6 });
    expect(result.skipped).toMatchObject([expect.stringContaining("all.zip/b.png")]);
    expect(notices.some((notice) => notice.includes("text ← Inhalt, title ← Kopf"))).toBe(true);
    const bytes = readFileSync(workspace.graph, "utf8");

    const reader = createTestReader();
    const backwards: { article: Article; done: () => void }[] = [];
    const pool: ReadingPool = {
      version: reader.version,
      size: 3,
      // hands readings back in another order than they came
      write: (article, folder) =>
        new Promise((resolve, reject) => {
          backwards.push({ article, done: () => saveReading(folder, reader.read(article)).then(resolve, reject) });
          setTimeout(() => backwards.pop()?.done(), 5);
        }),
      close: async () => {},
    };
    await buildWorkspace(workspace, pool, { again: true });
    expect(reader.count).toBe(6);
    expect(readFileSync(workspace.graph, "utf8")).toBe(bytes);
  });

  it("opens only the files that have changed, and goes on where it was interrupted", async () => {
    const workspace = await workspaceOf(mixed);
    const failing = createTestReader();
    const pool: ReadingPool = {
      version: failing.version,
      size: 1,
      write: (article, folder) =>
        failing.count === 3 ? Promise.reject(new Error("power cut")) : saveReading(folder, failing.read(article)),
      close: async () => {},
    };
    await expect(buildWorkspace(workspace, pool)).rejects.toThrow("power cut");
    expect(existsSync(workspace.graph)).toBe(false);
    const kept = readdirSync(workspace.readings).filter((name) => name.endsWith(".json")).length;
    const reader = createTestReader();
    const result = await buildWorkspace(workspace, reader);
    expect(reader.count).toBe(result.articles - kept);

    writeFileSync(
      join(workspace.articles, "lines.jsonl"),
      JSON.stringify({ title: "Quay", text: words("Quay", "Ines Okafor") }),
    );
    expect(await buildWorkspace(workspace, reader)).toMatchObject({ read: 0, articles: result.articles - 1 });
    // other columns give other articles
    writeFileSync(workspace.columns, JSON.stringify({ "table.csv": { text: "Kopf" } }));
    const changed = await buildWorkspace(workspace, reader);
    expect(changed.read).toBe(1);
  });

  it("counts wire copy once, unless asked", async () => {
    const workspace = await workspaceOf({
      "articles/2021-09-06 first.txt": `Bridge opens\n\n${long("Harbour", "Ines Okafor")}`,
      "articles/2021-09-07 reprint.txt": `Good news for the harbour\n\nBy Our Reporter\n\n${long("Harbour", "Ines Okafor")}`,
      "articles/2021-09-07 other.txt": `Station closed\n\n${long("Station", "Paul Brandt")}`,
    });
    const result = await buildWorkspace(workspace, createTestReader());
    expect(result).toMatchObject({ articles: 3, statements: 2 });
    expect(result.reprints).toMatchObject([
      { article: expect.stringContaining("good-news"), of: expect.stringContaining("bridge-opens") },
    ]);
    const graph = await loadGraph(workspace);
    const [{ article, of }] = result.reprints;
    expect(graph.getNodeAttributes(`article:${article}`)).toMatchObject({ copyOf: `article:${of}` });
    expect(graph.getNodeAttributes("person:ines-okafor")).toMatchObject({ statementCount: 1 });
    expect(await buildWorkspace(workspace, createTestReader(), { countCopies: true })).toMatchObject({
      read: 0,
      statements: 3,
      reprints: [],
    });
  });

  it("says what is wrong with the columns", async () => {
    const workspace = await workspaceOf({ ...mixed, "columns.json": '{"table.csv": {"colour": "x"}}' });
    await expect(buildWorkspace(workspace, createTestReader())).rejects.toThrow(/columns\.json:1:\d+/);
  });
});
