import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { withoutFormula } from "../../src/formats/index.ts";
import { filterRows, nextOrder, shownColumns, sortRows } from "../../web/table/arrange.ts";
import { tableCsv } from "../../web/table/csv.ts";
import { nextCell } from "../../web/table/grid-keys.ts";
import type { Row, Seen } from "../../web/table/sheet.ts";
import { SHEETS } from "../../web/table/sheets/index.ts";
import { sampleGraph } from "./sample.ts";

const { graph, reading } = sampleGraph();
const EVERYTHING: Seen = {
  isStatementSeen: () => true,
  isNodeSeen: () => true,
  isTieSeen: () => true,
  isFiltering: false,
};
const { statements, stakeholders, ties, articles } = SHEETS;
const column = (rows: readonly Row[], place: number) => rows.map(({ values }) => values[place]);

describe("the tables", () => {
  it("have every statement, stakeholder, tie and article of the graph", () => {
    const said = statements.rows(graph, EVERYTHING);
    expect(said.map(({ key }) => key).sort()).toEqual(reading.statements.map(({ id }) => id).sort());
    const who = stakeholders.rows(graph, EVERYTHING);
    expect(column(who, 0).sort()).toEqual(["Ines Okafor", "Tom Reyes", "the islanders"]);
    expect(articles.rows(graph, EVERYTHING).map(({ values }) => values[0])).toEqual([
      "Ferry line to close for the winter",
    ]);
    const tied = ties.rows(graph, EVERYTHING);
    expect(tied.length).toBeGreaterThan(0);
    for (const { members = [] } of tied) expect(members.every((edge) => graph.hasEdge(edge))).toBe(true);
  });

  it("count the statements that are seen", () => {
    const [first] = reading.statements;
    const seen = { ...EVERYTHING, isFiltering: true, isStatementSeen: (key: string) => key === first.id };
    const counts = new Map(stakeholders.rows(graph, seen).map(({ values }) => [values[0], values[2]]));
    expect(counts.get("Ines Okafor")).toBe(1);
    expect(counts.get("Tom Reyes")).toBe(0);
    expect(articles.rows(graph, seen)[0].values[4]).toBe(1);
    expect(articles.rows(graph, { ...seen, isNodeSeen: () => false })).toEqual([]);
  });

  it("have a value for each column", () => {
    for (const sheet of Object.values(SHEETS))
      for (const { values } of sheet.rows(graph, EVERYTHING)) expect(values).toHaveLength(sheet.columns.length);
  });
});

describe("sorting", () => {
  const rows = statements.rows(graph, EVERYTHING);
  const when = statements.columns.findIndex(({ id }) => id === "when");
  const dated = rows.map((row, i) => ({
    ...row,
    values: row.values.with(when, ["2024-02-01", "", "2024-01-01"][i]),
  }));

  it("puts what isn't known last in either direction", () => {
    const days = (ascending: boolean) => column(sortRows(statements, dated, [{ column: "when", ascending }]), when);
    expect(days(true)).toEqual(["2024-01-01", "2024-02-01", ""]);
    expect(days(false)).toEqual(["2024-02-01", "2024-01-01", ""]);
  });

  it("compares numbers by size and names as people sort them", () => {
    const row = (name: string, count: number): Row => ({ key: name, values: [name, "", count] });
    const some = [row("Zoë", 10), row("anna", 9), row("Ärzte 10", 100), row("Ärzte 9", 9)];
    const keys = (columnId: string) =>
      sortRows(stakeholders, some, [{ column: columnId, ascending: true }]).map(({ key }) => key);
    expect(keys("name")).toEqual(["anna", "Ärzte 9", "Ärzte 10", "Zoë"]);
    // Equal counts keep their order
    expect(keys("statements")).toEqual(["anna", "Ärzte 9", "Zoë", "Ärzte 10"]);
  });

  it("goes by several columns, and back when a head is pressed again", () => {
    const one = nextOrder([], "who", false);
    expect(one).toEqual([{ column: "who", ascending: true }]);
    expect(nextOrder(one, "who", false)).toEqual([{ column: "who", ascending: false }]);
    const both = nextOrder(one, "when", true);
    expect(both.map(({ column: id }) => id)).toEqual(["who", "when"]);
    expect(nextOrder(both, "who", true)[0].ascending).toBe(false);
    expect(nextOrder(both, "sure", false)).toHaveLength(1);
  });

  it("leaves out columns that there are not", () => {
    expect(sortRows(statements, rows, [{ column: "shoe-size", ascending: true }])).toBe(rows);
    expect(shownColumns(statements, ["shoe-size", "what"]).map(({ id }) => id)).toEqual(["what"]);
    expect(shownColumns(statements, ["shoe-size"]).length).toBeGreaterThan(1);
  });
});

describe("the filter line", () => {
  const rows = statements.rows(graph, EVERYTHING);
  const found = (line: string) => filterRows(statements, rows, shownColumns(statements, null), line).length;

  it("asks for every word, in any case, quotation marks and accents aside", () => {
    expect(found("")).toBe(3);
    expect(found("ISLANDERS")).toBe(2);
    expect(found("islanders reyes")).toBe(1);
    expect(found("can’t rün")).toBe(1);
  });

  it("takes phrases, and words that must not be there", () => {
    expect(found('"asked the islanders"')).toBe(1);
    expect(found('"islanders asked"')).toBe(0);
    expect(found("islanders -asked")).toBe(1);
  });

  it("looks at the columns that are shown", () => {
    const onlyKind = shownColumns(statements, ["how"]);
    expect(filterRows(statements, rows, onlyKind, "islanders")).toEqual([]);
    expect(filterRows(statements, rows, onlyKind, "indirect")).toHaveLength(1);
  });
});

describe("the table as CSV", () => {
  it("is exactly what is seen: these columns, these rows, in this order", () => {
    const columns = shownColumns(statements, ["what", "who"]);
    const rows = sortRows(statements, statements.rows(graph, EVERYTHING), [{ column: "who", ascending: false }]);
    const written = [...tableCsv(statements, columns, rows)].join("");
    const { data } = Papa.parse<string[]>(written.trimEnd());
    expect(data[0]).toEqual(["What", "Who"]);
    expect(data.slice(1)).toEqual(rows.map(({ values }) => [values[1], values[0]]));
    expect(written.endsWith("\r\n")).toBe(true);
  });

  it("lets no cell run as a formula", () => {
    expect(["=1+1", "+49 30", "-x", "@a", "\tb"].map(withoutFormula)).toEqual([
      "'=1+1",
      "'+49 30",
      "'-x",
      "'@a",
      "'\tb",
    ]);
    expect([withoutFormula(-3), withoutFormula("a=b"), withoutFormula("")]).toEqual([-3, "a=b", ""]);
  });
});

describe("walking the grid", () => {
  const size = { rows: 20, columns: 4, page: 5 };
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey });

  it("goes cell by cell, row by row, page by page, and to the ends", () => {
    expect(nextCell({ row: 3, column: 1 }, press("ArrowDown"), size)).toEqual({ row: 4, column: 1 });
    expect(nextCell({ row: 0, column: 1 }, press("ArrowUp"), size)).toEqual({ row: -1, column: 1 });
    expect(nextCell({ row: 3, column: 1 }, press("PageDown"), size)).toEqual({ row: 8, column: 1 });
    expect(nextCell({ row: 3, column: 1 }, press("PageUp"), size)).toEqual({ row: 0, column: 1 });
    expect(nextCell({ row: 3, column: 1 }, press("End"), size)).toEqual({ row: 3, column: 3 });
    expect(nextCell({ row: 3, column: 1 }, press("End", true), size)).toEqual({ row: 19, column: 3 });
    expect(nextCell({ row: 3, column: 1 }, press("Home", true), size)).toEqual({ row: 0, column: 0 });
    expect(nextCell({ row: 19, column: 3 }, press("ArrowDown"), size)).toEqual({ row: 19, column: 3 });
    expect(nextCell({ row: 3, column: 1 }, press("x"), size)).toBeNull();
  });
});
