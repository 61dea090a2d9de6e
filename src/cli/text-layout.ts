/** Control characters would let an article's text command the terminal. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** How many columns of a terminal a text takes: wide characters two, marks that join the one before none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\u200d|\ufe0f/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** Lines of at most `width` columns, broken between words; `first` begins the first, as many spaces the others. */
export function wrapText(text: string, width: number, first: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of withoutControls(text).split(/\s+/)) {
    if (line !== "" && widthOf(first) + widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((content, i) => (i === 0 ? first : " ".repeat(widthOf(first))) + content);
}

/** The text on one line of at most `width` columns; "…" where it was longer. */
export function fitText(text: string, width: number): string {
  const line = withoutControls(text).replace(/\s+/g, " ").trim();
  if (widthOf(line) <= width) return line;
  let fitted = "";
  let used = 0;
  for (const character of line) {
    const next = widthOf(character);
    if (used + next > width - 1) break;
    fitted += character;
    used += next;
  }
  return `${fitted}…`;
}

/**
 * A table that fits a terminal: columns as wide as they need, the widest made narrower until all fit; numbers to the right.
 *
 * @param rows cells as text.
 * @param numeric whether each column holds numbers alone.
 */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly boolean[],
  width: number,
): string {
  const gap = 2;
  const cells = [header, ...rows].map((row) => row.map((cell) => withoutControls(cell).replace(/\s+/g, " ").trim()));
  const wanted = header.map((_, column) => cells.reduce((most, row) => Math.max(most, widthOf(row[column])), 1));
  const widths = shrink(wanted, Math.max(width - gap * (header.length - 1), header.length * 4));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const fitted = fitText(cell, widths[column]);
        const space = " ".repeat(Math.max(0, widths[column] - widthOf(fitted)));
        return numeric[column] ? space + fitted : fitted + space;
      })
      .join(" ".repeat(gap))
      .trimEnd(),
  );
  const rule = widths.map((columns) => "─".repeat(columns)).join(" ".repeat(gap));
  return [lines[0], rule, ...lines.slice(1), ""].join("\n");
}

/** Takes from the widest column, one after the other, until the sum fits. */
function shrink(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  let sum = widths.reduce((a, b) => a + b, 0);
  while (sum > room) {
    const widest = widths.indexOf(Math.max(...widths));
    const next = Math.max(...widths.map((columns, i) => (i === widest ? 0 : columns)), 4);
    const step = Math.min(sum - room, Math.max(1, widths[widest] - next));
    if (widths[widest] <= 4) break;
    widths[widest] -= step;
    sum -= step;
  }
  return widths;
}
