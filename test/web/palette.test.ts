import { describe, expect, it } from "vitest";
import type { Command } from "../../web/palette/command.ts";
import { matchingCommands, matchingNodes } from "../../web/palette/entries.ts";
import { fuzzyMatch } from "../../web/palette/fuzzy.ts";
import { matchesKeys, shownKeys } from "../../web/palette/keys.ts";
import { CommandRegistry } from "../../web/palette/registry.ts";
import { sampleGraph } from "./sample.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

const command = (id: string, rest: Partial<Command> = {}): Command => ({
  id,
  group: "view",
  label: id,
  run: () => {},
  ...rest,
});

describe("keys", () => {
  it("takes Mod for Ctrl and for ⌘", () => {
    expect(matchesKeys("Mod+K", press("k", { ctrlKey: true }))).toBe(true);
    expect(matchesKeys("Mod+K", press("k", { metaKey: true }))).toBe(true);
    expect(matchesKeys("Mod+K", press("k"))).toBe(false);
    expect(matchesKeys("K", press("k", { ctrlKey: true }))).toBe(false);
  });

  it("tells letters with and without Shift apart, and lets signs have it", () => {
    expect(matchesKeys("L", press("L", { shiftKey: true }))).toBe(false);
    expect(matchesKeys("Shift+L", press("L", { shiftKey: true }))).toBe(true);
    expect(matchesKeys("?", press("?", { shiftKey: true }))).toBe(true);
    expect(matchesKeys("+", press("+", { shiftKey: true }))).toBe(true);
    expect(matchesKeys("Mod++", press("+", { ctrlKey: true }))).toBe(true);
  });

  it("shows them as they stand on the keyboard", () => {
    expect(shownKeys("Mod+Shift+Z", false)).toEqual(["Ctrl", "Shift", "Z"]);
    expect(shownKeys("Mod+Shift+Z", true)).toEqual(["⌘", "⇧", "Z"]);
    expect(shownKeys("ArrowUp", false)).toEqual(["↑"]);
    expect(shownKeys("Escape", false)).toEqual(["Esc"]);
  });
});

describe("the registry of commands", () => {
  it("finds the command of a key, in the pane before the page", () => {
    const registry = new CommandRegistry();
    registry.register([command("page", { keys: ["F"] }), command("graph", { keys: ["F"], scope: "graph" })]);
    expect(registry.find(press("f"), "graph")?.id).toBe("graph");
    expect(registry.find(press("f"), "table")?.id).toBe("page");
    expect(registry.find(press("x"), "page")).toBeNull();
  });

  it("refuses one key for two things, and one name twice", () => {
    const registry = new CommandRegistry();
    registry.register([command("one", { keys: ["F"] })]);
    expect(() => registry.register([command("two", { keys: ["F"] })])).toThrow(
      '"F" is the key of both "one" and "two"',
    );
    expect(() => registry.register([command("one")])).toThrow('"one" is there twice');
    expect(registry.all()).toHaveLength(1);
  });

  it("maps every key it answers to, and none else", () => {
    const registry = new CommandRegistry();
    registry.register([command("b", { group: "page", keys: ["B"] }), command("a", { keys: ["A"] }), command("c")]);
    registry.register(() => [command("made")]);
    expect(registry.keyMap().map(({ group, lines }) => [group, lines.map(({ keys }) => keys[0])])).toEqual([
      ["view", ["A"]],
      ["page", ["B"]],
    ]);
    expect(registry.all().map(({ id }) => id)).toEqual(["a", "c", "made", "b"]);
  });

  it("forgets what is taken out again", () => {
    const registry = new CommandRegistry();
    const remove = registry.register([command("a", { keys: ["A"] })]);
    remove();
    expect(registry.all()).toEqual([]);
    expect(registry.find(press("a"), "page")).toBeNull();
  });
});

describe("finding by a few letters", () => {
  it("prefers beginnings of words and runs, and says which letters matched", () => {
    expect(fuzzyMatch("gt", "Go to Table")?.places).toEqual([0, 3]);
    const [table, other] = ["Go to Table", "Great untidy heap"].map((label) => fuzzyMatch("gtt", label));
    expect(table?.score).toBeGreaterThan(other?.score ?? 0);
    expect(fuzzyMatch("table", "Go to Table")?.places).toEqual([6, 7, 8, 9, 10]);
    expect(fuzzyMatch("tablex", "Go to Table")).toBeNull();
    expect(fuzzyMatch("", "Go to Table")).toEqual({ score: 0, places: [] });
  });

  it("finds commands by their other words too, after those that are called so", () => {
    const commands = [command("add", { label: "Add an article", also: "paste" }), command("paste", { label: "Paste" })];
    const [{ entries }] = matchingCommands(commands, "paste");
    expect(entries.map(({ id }) => id)).toEqual(["paste", "add"]);
    expect(matchingCommands(commands, "").flatMap((group) => group.entries)).toHaveLength(2);
    expect(matchingCommands(commands, "qqq")).toEqual([]);
  });

  it("finds nodes by their names, never by letters scattered over them", () => {
    const { graph } = sampleGraph();
    expect(matchingNodes(graph, "okaf").map(({ label }) => label)).toEqual(["Ines Okafor"]);
    expect(matchingNodes(graph, "tr").map(({ label }) => label)[0]).toBe("Tom Reyes");
    expect(matchingNodes(graph, "efr")).toEqual([]);
  });
});
