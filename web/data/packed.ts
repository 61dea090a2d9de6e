/**
 * Records on their way from a worker: thousands of objects would be copied one by one, columns of numbers and texts are copied
 * in a few pieces. Records with the same names in the same order make one group.
 */
export interface PackedRecords {
  readonly length: number;
  readonly groups: readonly Group[];
}

interface Group {
  readonly names: readonly string[];
  /** Where each record of the group stands among all. */
  readonly rows: Uint32Array;
  /** The values under each name. */
  readonly columns: readonly Column[];
}

/** `numbers` and `values` are the values themselves; `codes` stand for texts, of which `added` are new. */
type Column =
  | { readonly numbers: Int32Array | Float64Array }
  | { readonly codes: Uint32Array; readonly added: readonly string[] }
  | { readonly values: readonly unknown[] };

type Value = Record<string, unknown>;

/** After so many texts under a name it is clear whether they come again … */
const ENOUGH = 512;
/** … which they do where no more than this share of them are new. */
const SHARE_OF_NEW = 0.5;

/** Texts seen under one name; null once they are found not to come again. */
interface Dictionary {
  codes: Map<string, number> | null;
  seen: number;
}

/** Packs records, part after part. What it packs is unpacked, in the same order, by one `Unpacker`. */
export class Packer {
  private readonly dictionaries = new Map<string, Dictionary>();

  pack(records: readonly object[]): PackedRecords {
    const byNames = new Map<string, { names: string[]; rows: number[] }>();
    records.forEach((record, row) => {
      const names = Object.keys(record);
      const shape = names.join("\n");
      const group = byNames.get(shape);
      if (group === undefined) byNames.set(shape, { names, rows: [row] });
      else group.rows.push(row);
    });
    const groups = [...byNames.values()].map(({ names, rows }) => ({
      names,
      rows: Uint32Array.from(rows),
      columns: names.map((name) =>
        this.column(
          name,
          rows.map((row) => (records[row] as Value)[name]),
        ),
      ),
    }));
    return { length: records.length, groups };
  }

  private column(name: string, values: unknown[]): Column {
    if (values.every((value) => typeof value === "number")) return { numbers: numbersOf(values as number[]) };
    if (!values.every((value) => typeof value === "string")) return { values };
    let dictionary = this.dictionaries.get(name);
    if (dictionary === undefined) this.dictionaries.set(name, (dictionary = { codes: new Map(), seen: 0 }));
    const { codes } = dictionary;
    if (codes === null) return { values };
    const added: string[] = [];
    const column = Uint32Array.from(values as string[], (value) => {
      let code = codes.get(value);
      if (code === undefined) {
        codes.set(value, (code = codes.size));
        added.push(value);
      }
      return code;
    });
    dictionary.seen += values.length;
    if (dictionary.seen > ENOUGH && codes.size > dictionary.seen * SHARE_OF_NEW) dictionary.codes = null;
    return { codes: column, added };
  }
}

/** Whole numbers in half the room. */
function numbersOf(values: readonly number[]): Int32Array | Float64Array {
  return values.every((value) => (value | 0) === value && !Object.is(value, -0))
    ? Int32Array.from(values)
    : Float64Array.from(values);
}

/** Makes records again of what a `Packer` has packed. A text that comes again is one text, not another copy. */
export class Unpacker {
  private readonly texts = new Map<string, string[]>();

  unpack<T extends object>({ length, groups }: PackedRecords): T[] {
    const records = new Array<Value>(length);
    for (const { names, rows, columns } of groups) {
      // Copies of one object have their room from the beginning; the names of parsed JSON can't be anything but names.
      const template = JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:null`).join()}}`) as Value;
      for (const row of rows) records[row] = { ...template };
      columns.forEach((column, at) => {
        this.fill(records, rows, names[at], column);
      });
    }
    return records as T[];
  }

  private fill(records: readonly Value[], rows: Uint32Array, name: string, column: Column): void {
    if ("codes" in column) {
      let texts = this.texts.get(name);
      if (texts === undefined) this.texts.set(name, (texts = []));
      for (const text of column.added) texts.push(text);
      for (let i = 0; i < rows.length; i++) records[rows[i]][name] = texts[column.codes[i]];
      return;
    }
    const values = "numbers" in column ? column.numbers : column.values;
    for (let i = 0; i < rows.length; i++) records[rows[i]][name] = values[i];
  }
}
