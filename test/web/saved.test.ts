import { describe, expect, it } from "vitest";
import {
  addView,
  collectionOf,
  moveView,
  parseCollections,
  readFile,
  renameView,
  type SavedView,
  withViews,
  writeCollections,
  writeFile,
} from "../../web/saved/saved-views.ts";

const NONE: readonly SavedView[] = [];
const two = addView(addView(NONE, "Harbour", "hide=Place"), "Harbour", "view=table");
const names = (views: readonly SavedView[]) => views.map(({ name }) => name);

describe("saved views", () => {
  it("have a name each", () => {
    expect(names(two)).toEqual(["Harbour", "Harbour (2)"]);
    expect(new Set(two.map(({ id }) => id)).size).toBe(2);
    expect(names(renameView(two, two[1].id, "Harbour"))).toEqual(["Harbour", "Harbour (2)"]);
    expect(names(renameView(two, two[1].id, "  Ferry "))).toEqual(["Harbour", "Ferry"]);
  });

  it("are put in order, and stay within the list", () => {
    expect(names(moveView(two, two[1].id, -1))).toEqual(["Harbour (2)", "Harbour"]);
    expect(moveView(two, two[0].id, -1)).toEqual(two);
  });

  it("come back as they were kept", () => {
    const kept = withViews([], ["article:a"], two);
    expect(parseCollections(writeCollections(kept))).toEqual(kept);
    expect(parseCollections(null)).toEqual([]);
  });

  it("are told to be unreadable, never guessed at", () => {
    for (const broken of [
      "",
      "{",
      "[]",
      '{"version":2,"collections":[]}',
      '{"version":1,"collections":[{"articles":[]}]}',
    ])
      expect(parseCollections(broken)).toBeNull();
    const twice = { version: 1, collections: [{ articles: [], views: [two[0], two[0]] }] };
    expect(parseCollections(JSON.stringify(twice))).toBeNull();
  });

  it("belong to the workspace that has their articles, also when it grows", () => {
    const all = withViews(withViews([], ["a", "b"], two), ["x"], addView(NONE, "Other", ""));
    expect(names(all[collectionOf(all, ["a", "b", "c"])].views)).toEqual(["Harbour", "Harbour (2)"]);
    expect(names(all[collectionOf(all, ["x", "y"])].views)).toEqual(["Other"]);
    expect(collectionOf(all, ["z"])).toBe(-1);
    expect(withViews(all, ["x"], [])).toHaveLength(1);
  });

  it("go into a file and come out of it, each once", () => {
    const file = writeFile("Harbour news", two);
    expect(readFile(NONE, file)?.map(({ name, address }) => [name, address])).toEqual(
      two.map(({ name, address }) => [name, address]),
    );
    expect(readFile(two, file)).toEqual(two);
    expect(readFile(two, '{"views":[]}')).toBeNull();
    expect(readFile(two, "no file of ours")).toBeNull();
  });
});
