/** A cell of the grid: row -1 is the head. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are in sight at once. */
  readonly page: number;
}

/** Where a key goes from a cell, as ARIA's grid pattern has it; null for keys that don't move. */
export function nextCell(
  { row, column }: Cell,
  { key, ctrlKey }: Pick<KeyboardEvent, "key" | "ctrlKey">,
  { rows, columns, page }: Size,
): Cell | null {
  const [last, right] = [rows - 1, columns - 1];
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: Math.max(-1, Math.min(last, nextRow)),
    column: Math.max(0, Math.min(right, nextColumn)),
  });
  switch (key) {
    case "ArrowDown":
      return to(ctrlKey ? last : row + 1, column);
    case "ArrowUp":
      return to(ctrlKey ? 0 : row - 1, column);
    case "ArrowRight":
      return to(row, ctrlKey ? right : column + 1);
    case "ArrowLeft":
      return to(row, ctrlKey ? 0 : column - 1);
    case "PageDown":
      return to(row + page, column);
    case "PageUp":
      return to(Math.max(row === -1 ? -1 : 0, row - page), column);
    case "Home":
      return to(ctrlKey ? 0 : row, 0);
    case "End":
      return to(ctrlKey ? last : row, right);
    default:
      return null;
  }
}
