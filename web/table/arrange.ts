import type { Order } from "../state/table-view.ts";
import { cellText } from "./cell-text.ts";
import type { Column, Row, Sheet, Value } from "./sheet.ts";

/** The columns that are shown: the chosen ones that there are, else the usual ones. */
export function shownColumns(sheet: Sheet, chosen: readonly string[] | null): Column[] {
  const found = (chosen ?? []).flatMap((id) => sheet.columns.find((column) => column.id === id) ?? []);
  return found.length > 0 ? found : sheet.columns.filter(({ usual }) => usual === true);
}

/** Where a column's values stand in a row. */
export function placeOf(sheet: Sheet, column: string): number {
  return sheet.columns.findIndex(({ id }) => id === column);
}

/**
 * Sorts rows by several columns, the first counting most. The sort is stable: what is equal keeps its order. What isn't
 * known comes last in either direction.
 */
export function sortRows(sheet: Sheet, rows: readonly Row[], order: readonly Order[]): readonly Row[] {
  const keys = order.flatMap(({ column, ascending }) => {
    const place = placeOf(sheet, column);
    return place === -1 ? [] : [{ place, sign: ascending ? 1 : -1 }];
  });
  if (keys.length === 0) return rows;
  const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const compare = (x: Value, y: Value, sign: number): number => {
    if (x === "" || y === "") return x === y ? 0 : x === "" ? 1 : -1;
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : names.compare(String(x), String(y)));
  };
  return [...rows].sort((a, b) => {
    for (const { place, sign } of keys) {
      const difference = compare(a.values[place], b.values[place], sign);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** The order after a column's head was pressed: by it alone, or `adding` to what is sorted by; pressed again, reversed. */
export function nextOrder(order: readonly Order[], column: string, adding: boolean): Order[] {
  const now = order.find((one) => one.column === column);
  const next = { column, ascending: now === undefined ? true : !now.ascending };
  if (!adding) return [next];
  return now === undefined ? [...order, next] : order.map((one) => (one.column === column ? next : one));
}

/**
 * Keeps rows in whose shown cells every word of a filter line stands, whatever the case and the accents; words in quotation
 * marks stand together, and a word after a minus must not be there.
 */
export function filterRows(
  sheet: Sheet,
  rows: readonly Row[],
  columns: readonly Column[],
  line: string,
): readonly Row[] {
  const terms = termsOf(line);
  if (terms.length === 0) return rows;
  const shown = columns.map((column) => ({ column, place: placeOf(sheet, column.id) }));
  return rows.filter((row) => {
    const words = fold(shown.map(({ column, place }) => cellText(column, row.values[place])).join("\n"));
    return terms.every(({ term, wanted }) => words.includes(term) === wanted);
  });
}

function termsOf(line: string): { readonly term: string; readonly wanted: boolean }[] {
  return [...line.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)].flatMap(([, minus, quoted, word]) => {
    const term = fold(quoted ?? word ?? "");
    return term === "" ? [] : [{ term, wanted: minus === "" }];
  });
}

/** Lower case, without accents; quotation marks and apostrophes in one form. */
function fold(words: string): string {
  const lower = words.toLowerCase();
  // Most text has nothing to fold, and normalising is what takes the time.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"');
}
