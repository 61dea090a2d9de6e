import { describe, expect, it } from "vitest";
import { fitText, formatTable, widthOf, wrapText } from "../../src/cli/text-layout.ts";

describe("text for the terminal", () => {
  it("counts columns, not characters", () => {
    expect(["abc", "香港", "é", "e\u0301", "🙂"].map(widthOf)).toEqual([3, 4, 1, 1, 2]);
  });

  it("lets no text command the terminal", () => {
    expect(fitText("a\x1b[31mred\x07", 20)).toBe("a[31mred");
    expect(wrapText("a\x9b2Jb", 20, "")).toEqual(["a2Jb"]);
  });

  it("wraps between words and indents", () => {
    expect(wrapText("one two three four", 12, "  - ")).toEqual(["  - one two", "    three", "    four"]);
  });

  it("fits a table into the width it is given", () => {
    const rows = [
      ["Carrie Lam Cheng Yuet-ngor", "x".repeat(200), "12"],
      ["香港", "short\nline", "3"],
    ];
    const lines = formatTable(["name", "text", "n"], rows, [false, false, true], 60).trimEnd().split("\n");
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(60);
    expect(lines[2]).toMatch(/^Carrie Lam Cheng Yuet-ngor {2}x+… {2}12$/);
    expect(lines[3]).toMatch(/^香港 +short line +3$/);
  });
});
