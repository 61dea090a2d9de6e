import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Article, OnRecordError } from "../../src/model/index.ts";
import { buildWorkspace, loadGraph, openWorkspace } from "../../src/workspace/index.ts";
import { articleText, createTestReader, temporaryFolder, writeFiles } from "../fixtures/workspaces.ts";

async function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return await openWorkspace(folder);
}
const two = {
  "articles/b.txt": articleText("Harbour", "Ines Okafor"),
  "articles/more/a.txt": articleText("Station", "Ines Okafor", "Paul Brandt"),
};

describe("building a workspace", () => {
  it("makes a reading for each article, and a graph of all", async () => {
    const workspace = await workspaceOf(two);
    const result = await buildWorkspace(workspace, createTestReader());
    expect(result).toMatchObject({
      articles: 2,
      statements: 3,
      stakeholders: 2,
      read: 2,
      skipped: [],
      unchanged: false,
    });
    expect(readdirSync(workspace.readings).length).toBe(2);
    const graph = await loadGraph(workspace);
    expect(graph.outDegree("person:ines-okafor")).toBe(4);
    expect(readdirSync(workspace.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("reads what is new or changed alone, and gives the bytes of a full build", async () => {
    const workspace = await workspaceOf(two);
    const reader = createTestReader();
    await buildWorkspace(workspace, reader);
    const first = readFileSync(workspace.graph, "utf8");
    expect(await buildWorkspace(workspace, reader)).toMatchObject({ read: 0, unchanged: true, statements: 3 });

    // a file that was touched holds what it held: the graph isn't made again
    const { mtimeMs } = statSync(workspace.graph);
    utimesSync(join(workspace.articles, "b.txt"), 1, 1);
    expect(await buildWorkspace(workspace, reader)).toMatchObject({ read: 0, unchanged: true });
    expect(statSync(workspace.graph).mtimeMs).toBe(mtimeMs);
    rmSync(workspace.graph);
    expect(await buildWorkspace(workspace, reader)).toMatchObject({ read: 0, unchanged: false });
    expect(readFileSync(workspace.graph, "utf8")).toBe(first);

    writeFileSync(join(workspace.articles, "b.txt"), articleText("Harbour", "Ines Okafor", "Mona Reyes"));
    expect(await buildWorkspace(workspace, reader)).toMatchObject({ read: 1, statements: 4 });
    expect(readdirSync(workspace.readings).length).toBe(2);
    expect(reader.count).toBe(3);
    const incremental = readFileSync(workspace.graph, "utf8");
    await buildWorkspace(workspace, reader, { again: true });
    expect(readFileSync(workspace.graph, "utf8")).toBe(incremental);
  });

  it("reads again what another version of the reader read, and what was damaged", async () => {
    const workspace = await workspaceOf(two);
    await buildWorkspace(workspace, createTestReader());
    expect(await buildWorkspace(workspace, createTestReader("test/2"))).toMatchObject({ read: 2 });
    const [name] = readdirSync(workspace.readings);
    writeFileSync(join(workspace.readings, name), '{"article": ');
    rmSync(workspace.manifest);
    expect(await buildWorkspace(workspace, createTestReader("test/2"))).toMatchObject({ read: 1 });
  });

  it("leaves out what can't be read, names it, and counts an article once", async () => {
    const workspace = await workspaceOf({
      ...two,
      "articles/copy.txt": two["articles/b.txt"],
      "articles/empty.txt": "",
      "articles/picture.txt": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0]),
      "articles/.hidden": "not an article",
    });
    const result = await buildWorkspace(workspace, createTestReader());
    expect(result).toMatchObject({ articles: 2, copies: ["copy.txt"] });
    expect(result.skipped.length).toBe(2);
    expect(result.skipped[0]).toContain("empty.txt");
    // Known without looking again, and said again
    expect((await buildWorkspace(workspace, createTestReader())).skipped).toEqual(result.skipped);
  });

  it("goes on without an article that the reader fails on", async () => {
    const workspace = await workspaceOf(two);
    const reader = createTestReader();
    const failing = {
      version: reader.version,
      read: (article: Article) => {
        if (article.title === "Harbour") throw new OnRecordError("DEFECT", `${article.id}: a defect`);
        return reader.read(article);
      },
    };
    const result = await buildWorkspace(workspace, failing);
    expect(result).toMatchObject({ articles: 1, statements: 2, skipped: [expect.stringContaining("a defect")] });
    expect(await buildWorkspace(workspace, failing)).toMatchObject({ unchanged: true, skipped: result.skipped });
    expect(await buildWorkspace(workspace, createTestReader("test/2"))).toMatchObject({ articles: 2, skipped: [] });
  });

  it("takes the register into account as soon as it changes", async () => {
    const workspace = await workspaceOf(two);
    const reader = createTestReader();
    await buildWorkspace(workspace, reader);
    const entry = { kind: "Person", name: "Ines A. Okafor", aliases: ["Ines Okafor"], wikidata: "Q42" };
    writeFileSync(workspace.register, JSON.stringify({ stakeholders: [entry] }));
    expect(await buildWorkspace(workspace, reader)).toMatchObject({ read: 0, unchanged: false });
    expect((await loadGraph(workspace)).getNodeAttributes("person:ines-okafor")).toMatchObject({
      name: "Ines A. Okafor",
      wikidata: "Q42",
    });
  });

  it.each([
    [
      '{"stakeholders": [\n  {"kind": "Person", "name": "A B"},\n  {"kind": "Dragon", "name": "C"}\n]}',
      /stakeholders\.json:3:12: stakeholders\[1\]\.kind/,
    ],
    ['{"stakeholders": [\n  {"kind": "Person" "name": "A B"}]}', /stakeholders\.json:2:21: not valid JSON from here/],
    [
      '{"stakeholders": [{"kind": "Person", "name": "A B",\n "wikidata": "18398"}]}',
      /stakeholders\.json:2:14: .*Q18398/,
    ],
  ])("says where the register is wrong", async (register, message) => {
    const workspace = await workspaceOf({ ...two, "stakeholders.json": register });
    await expect(buildWorkspace(workspace, createTestReader())).rejects.toThrow(message);
    expect(existsSync(workspace.graph)).toBe(false);
  });

  it("says what is missing", async () => {
    const folder = temporaryFolder();
    await expect(openWorkspace(join(folder, "nowhere"))).rejects.toThrow(/no such folder; make/);
    await expect(openWorkspace(folder)).rejects.toThrow(/no folder "articles"/);
    const empty = await workspaceOf({ "articles/.keep": "" });
    await expect(buildWorkspace(empty, createTestReader())).rejects.toThrow(/no article in it/);
    await expect(loadGraph(empty)).rejects.toThrow(/not built yet; run: onrecord build/);
  });
});
