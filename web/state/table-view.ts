/** The tables there are. */
export const TABLE_TABS = ["statements", "stakeholders", "ties", "articles"] as const;
export type TableTab = (typeof TABLE_TABS)[number];

/** A column to sort by. */
export interface Order {
  readonly column: string;
  readonly ascending: boolean;
}

/** How one table is arranged. */
export interface SheetView {
  /** Ids of the columns that are shown, in their order; null for the usual ones. */
  readonly columns: readonly string[] | null;
  /** The first counts most; empty for the order of the graph. */
  readonly order: readonly Order[];
}

/** What the table shows, and how. */
export interface TableView {
  readonly tab: TableTab;
  /** The one kind of stakeholder or tie that is listed; null for all. */
  readonly only: string | null;
  /** What the filter line says. */
  readonly words: string;
  readonly sheets: Readonly<Partial<Record<TableTab, SheetView>>>;
}

export const FIRST_TABLE: TableView = { tab: "statements", only: null, words: "", sheets: {} };
export const FIRST_SHEET: SheetView = { columns: null, order: [] };

/** Writes it into an address: `table`, `only`, `find`, and for each table `sort.ties=-weight,from` and `columns.ties=…`. */
export function writeTable(parts: URLSearchParams, { tab, only, words, sheets }: TableView): void {
  if (tab !== FIRST_TABLE.tab) parts.set("table", tab);
  if (only !== null) parts.set("only", only);
  if (words !== "") parts.set("find", words);
  for (const name of TABLE_TABS) {
    const { order, columns } = sheets[name] ?? FIRST_SHEET;
    if (order.length > 0)
      parts.set(`sort.${name}`, order.map(({ column, ascending }) => (ascending ? column : `-${column}`)).join(","));
    if (columns !== null) parts.set(`columns.${name}`, columns.join(","));
  }
}

/** Reads it back; columns that a table doesn't have are left out where it is shown. */
export function readTable(parts: URLSearchParams): TableView {
  const tab = parts.get("table") as TableTab;
  const list = (name: string) => (parts.get(name) ?? "").split(",").filter((item) => item !== "");
  const sheets: Partial<Record<TableTab, SheetView>> = {};
  for (const name of TABLE_TABS) {
    const order = list(`sort.${name}`).map((item) => ({
      column: item.replace(/^-/, ""),
      ascending: !item.startsWith("-"),
    }));
    const columns = list(`columns.${name}`);
    if (order.length > 0 || columns.length > 0)
      sheets[name] = { order, columns: columns.length > 0 ? [...new Set(columns)] : null };
  }
  return {
    tab: TABLE_TABS.includes(tab) ? tab : FIRST_TABLE.tab,
    only: parts.get("only"),
    words: parts.get("find") ?? "",
    sheets,
  };
}
