import { OnRecordError } from "../../model/index.ts";
import { decodeText } from "../encoding.ts";
import { dayOf } from "./columns.ts";
import { asciiOf, bytesOf, extensionOf, type FormatReader, LIMITS, type Skipped, withWarnings } from "./format.ts";
import { articlesFromRecords, type Placed } from "./records.ts";

/** A table, an article a row: comma, semicolon or tab between columns (RFC 4180, and what spreadsheets make of it). */
export const table: FormatReader = {
  name: "table (CSV or TSV)",
  extensions: [".csv", ".tsv", ".tab"],
  sniff(head, name) {
    return table.extensions.includes(extensionOf(name)) && !/^\s*[<{[]/.test(asciiOf(head, 64));
  },
  async *read(file, options) {
    const { text, warnings } = decodeText(await bytesOf(file), file.name);
    yield* withWarnings(articlesFromRecords(rowsOf(text, file.name), file.name, options), warnings);
  },
};

async function* rowsOf(text: string, name: string): AsyncIterable<Placed | Skipped> {
  const { default: Papa } = await import("papaparse");
  const delimiter = /\.(?:tsv|tab)$/i.test(name) ? "\t" : delimiterOf(text);
  const head = Papa.parse<string[]>(text.slice(0, 1_000_000), { delimiter, preview: 20, skipEmptyLines: "greedy" });
  const first = head.data[0];
  if (first === undefined) return;
  const columns = isHeader(first) ? nameColumns(first) : first.map((_, index) => `column ${index + 1}`);
  if (columns.length < 2 && head.data.some((row) => row.length > 1)) {
    throw new OnRecordError("BAD_TABLE", `${name}: the first row names one column only; put the columns' names there`);
  }
  // a thousand rows at a time, so that a table's rows need not all be in memory as objects
  const newline = head.meta.linebreak;
  let number = 0;
  const parse = (at: number, quoteChar: string) =>
    Papa.parse<string[]>(text.slice(at), {
      delimiter,
      newline: newline as "\n",
      preview: 1000,
      fastMode: false,
      quoteChar,
    });
  for (let at = 0; at < text.length; ) {
    let batch = parse(at, '"');
    // between tabs a text may begin with a quotation mark that is its own
    if (delimiter === "\t" && batch.errors.some(({ type }) => type === "Quotes")) batch = parse(at, "\0");
    const { data, meta } = batch;
    for (const cells of data) {
      number++;
      const blank = cells.every((cell) => cell.trim() === "");
      if (!blank && !(number === 1 && isHeader(first))) yield placed(cells, columns, number, name);
    }
    if (meta.cursor <= 0 || !meta.truncated) break;
    at += meta.cursor;
  }
}

function placed(cells: readonly string[], columns: readonly string[], number: number, name: string): Placed | Skipped {
  const place = `row ${number}`;
  const longest = cells.reduce((most, cell) => Math.max(most, cell.length), 0);
  if (longest > LIMITS.line) {
    return {
      skipped: "LINE_TOO_LONG",
      message: `${name}, ${place}: a cell of more than 16 MB; check the quotation marks around cells`,
    };
  }
  const row: Record<string, string> = {};
  columns.forEach((column, index) => {
    if (cells[index] !== undefined) row[column] = cells[index];
  });
  return { row, place };
}

/** What stands most often between the cells of the first row. */
function delimiterOf(text: string): string {
  const first = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, "")
    .split(/[\r\n]/, 1)[0];
  const count = (delimiter: string) => first.split(delimiter).length;
  return ["\t", ";", "|", ","].reduce((best, next) => (count(next) > count(best) ? next : best), ",");
}

/** Whether a row names columns: short words, no dates, addresses or texts. */
function isHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return (
    filled.length > 0 &&
    filled.every(
      (cell) => cell.length <= 60 && dayOf(cell) === null && !/^https?:/i.test(cell) && !/[.!?]$/.test(cell.trim()),
    )
  );
}

/** Columns without a name and those called the same get a number. */
function nameColumns(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const base = cell.trim() || `column ${index + 1}`;
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base} ${number}`;
    taken.add(name);
    return name;
  });
}
