import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type AddedFile,
  type AddOptions,
  addArticles,
  buildWorkspace,
  openWorkspace,
} from "../../src/workspace/index.ts";
import { articleText, createTestReader, temporaryFolder, writeFiles } from "../fixtures/workspaces.ts";
import { wordDocument } from "../ingest/formats/files.ts";

async function setUp(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = temporaryFolder();
  writeFiles(folder, { "workspace/articles/a.txt": articleText("Harbour", "Ines Okafor"), ...files });
  const workspace = await openWorkspace(join(folder, "workspace"));
  const add = async (paths: readonly string[], options: AddOptions = {}) => {
    const added: AddedFile[] = [];
    for await (const file of addArticles(
      workspace,
      paths.map((path) => join(folder, path)),
      options,
    ))
      added.push(file);
    return added;
  };
  return { folder, workspace, add };
}

describe("adding articles to a workspace", () => {
  it("copies what holds an article, as it is, and names what it leaves out", async () => {
    const docx = wordDocument([
      "Station closed",
      '"The bridge at Station will be open again before long," Paul Brandt said.',
    ]);
    const { folder, workspace, add } = await setUp({
      "in/deep/b.docx": docx,
      "in/empty.txt": "",
      "in/.hidden.txt": "no",
      "in/lines.jsonl": `${JSON.stringify({ text: "The ferry came late, the captain said to us.", date: "2021-09-07" })}\n{`,
    });
    const added = await add(["in"]);
    expect(added.map(({ name, articles, skipped }) => [name, articles, skipped.length])).toEqual([
      ["in/deep/b.docx", 1, 0],
      [null, 0, 1],
      ["in/lines.jsonl", 1, 1],
    ]);
    expect(added[2].days).toEqual(["2021-09-07", "2021-09-07"]);
    expect(readFileSync(join(workspace.articles, "in/deep/b.docx")).equals(docx)).toBe(true);
    expect(readdirSync(join(workspace.articles, "in")).sort()).toEqual(["deep", "lines.jsonl"]);
    expect(existsSync(join(folder, "in/deep/b.docx"))).toBe(true);
  });

  it("overwrites nothing and puts nothing there twice", async () => {
    const { workspace, add } = await setUp({
      "x/A.txt": articleText("Station", "Paul Brandt"),
      "y/same.txt": articleText("Harbour", "Ines Okafor"),
    });
    expect((await add(["x/A.txt"]))[0]).toMatchObject({ name: "A (2).txt", known: false });
    expect((await add(["y/same.txt"]))[0]).toMatchObject({ name: "a.txt", known: true });
    expect((await add(["x/A.txt"]))[0]).toMatchObject({ name: "A (2).txt", known: true });
    expect(readFileSync(join(workspace.articles, "a.txt"), "utf8")).toBe(articleText("Harbour", "Ines Okafor"));
    expect(readdirSync(workspace.articles).sort()).toEqual(["A (2).txt", "a.txt"]);
  });

  it("keeps what a person says of the columns, for the build", async () => {
    const { workspace, add } = await setUp({
      "t.csv": 'p,q\nTower opens,"The tower is open, said Mona Reyes to us all."\n',
    });
    const [file] = await add(["t.csv"], { columns: { text: "q", title: "p" } });
    expect(file).toMatchObject({ name: "t.csv", articles: 1 });
    expect(JSON.parse(readFileSync(workspace.columns, "utf8"))).toEqual({ "t.csv": { text: "q", title: "p" } });
    const result = await buildWorkspace(workspace, createTestReader());
    expect(result).toMatchObject({ articles: 2, skipped: [] });
    expect(readdirSync(workspace.readings).some((name) => name.includes("tower-opens"))).toBe(true);
  });

  it("changes nothing in a dry run", async () => {
    const { workspace, add } = await setUp({ "x/b.txt": articleText("Station", "Paul Brandt") });
    expect((await add(["x/b.txt"], { dryRun: true }))[0]).toMatchObject({ name: "b.txt", articles: 1 });
    expect(readdirSync(workspace.articles)).toEqual(["a.txt"]);
  });

  it("says what can't be added", async () => {
    const { add } = await setUp({});
    await expect(add(["nowhere.txt"])).rejects.toThrow(/no such file/);
    await expect(add(["workspace/articles"])).rejects.toThrow(
      /already in the workspace; to read it, run: onrecord build/,
    );
  });
});
