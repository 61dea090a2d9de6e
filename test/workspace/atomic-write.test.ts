import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readingPath, writeFileAtomically } from "../../src/workspace/index.ts";
import { temporaryFolder } from "../fixtures/workspaces.ts";

describe("writing a file", () => {
  it("leaves the old one as it was when the new one fails halfway", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "graph.json");
    await writeFileAtomically(path, "old");
    function* failing() {
      yield "half of the new";
      throw new Error("broken");
    }
    await expect(writeFileAtomically(path, failing())).rejects.toThrow("broken");
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["graph.json"]);
  });

  it("says why it can't", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "");
    await expect(writeFileAtomically(join(folder, "file", "graph.json"), "")).rejects.toThrow(/can't be written/);
    await expect(writeFileAtomically(folder, "")).rejects.toThrow(/can't be written: .*folder/);
  });
});

describe("the file of a reading", () => {
  it("stays in its folder whatever the id", () => {
    for (const id of ["../../etc/passwd", "a/b", "..", ".hidden", "a\0b", "C:\\x", "*"])
      expect(readingPath("readings", id)).toMatch(/^readings\/[^/\\\0]+\.json$/);
    expect(readingPath("readings", "2024-05-03-hafen-öffnet")).toBe(join("readings", "2024-05-03-hafen-öffnet.json"));
  });
});
