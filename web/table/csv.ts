import { writeCsv } from "../../src/formats/csv.ts";
import { placeOf } from "./arrange.ts";
import type { Column, Row, Sheet } from "./sheet.ts";

/**
 * The table as CSV (RFC 4180): the shown columns, the rows as they are filtered and sorted; days in ISO 8601, shares as
 * numbers from 0 to 1, no cell that a spreadsheet would run as a formula.
 */
export function tableCsv(sheet: Sheet, columns: readonly Column[], rows: readonly Row[]): Iterable<string> {
  const places = columns.map(({ id }) => placeOf(sheet, id));
  return writeCsv(
    columns.map(({ title }) => title),
    cells(),
    { withoutFormulas: true },
  );
  function* cells() {
    for (const { values } of rows) yield places.map((place) => values[place]);
  }
}
