import { describe, expect, it } from "vitest";
import type { Command } from "../../web/palette/command.ts";
import { matchesKeys, shownKeys } from "../../web/palette/keys.ts";
import { CommandRegistry } from "../../web/palette/registry.ts";

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
