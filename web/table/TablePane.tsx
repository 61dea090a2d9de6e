import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { fileName, saveFile } from "../export/save.ts";
import { Chips } from "../filters/Chips.tsx";
import { IconButton } from "../shell/IconButton.tsx";
import { notify } from "../shell/toasts.ts";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { FIRST_SHEET, type SheetView } from "../state/table-view.ts";
import { text } from "../text.ts";
import { filterRows, nextOrder, placeOf, shownColumns, sortRows } from "./arrange.ts";
import { ColumnChoice } from "./ColumnChoice.tsx";
import { tableCsv } from "./csv.ts";
import { Grid } from "./Grid.tsx";
import { KindChoice, SortChoice } from "./SheetChoices.tsx";
import { SHEETS } from "./sheets/index.ts";
import { TableTabs } from "./TableTabs.tsx";
import { changeTable, useSeen } from "./use-table.ts";

/** Everything of the graph as tables: what the picture shows, for whoever reads rather than looks. */
export default function TablePane() {
  const graph = useExplorer((state) => state.graph);
  const { table } = useView();
  const { tab, only } = table;
  const sheet = SHEETS[tab];
  const { columns: chosen, order } = table.sheets[tab] ?? FIRST_SHEET;
  const seen = useSeen();
  const [line, setLine] = useFilterLine();
  const asked = useDeferredValue(line);
  const columns = useMemo(() => shownColumns(sheet, chosen), [sheet, chosen]);
  const all = useMemo(() => (graph === null ? [] : sheet.rows(graph, seen)), [graph, sheet, seen]);
  const ofKind = useMemo(() => (only === null ? all : all.filter(({ kind }) => kind === only)), [all, only]);
  const sorted = useMemo(() => sortRows(sheet, ofKind, order), [sheet, ofKind, order]);
  const rows = useMemo(() => filterRows(sheet, sorted, columns, asked), [sheet, sorted, columns, asked]);
  if (graph === null) return null;

  const arrange = (next: Partial<SheetView>) =>
    changeTable({ sheets: { ...table.sheets, [tab]: { ...(table.sheets[tab] ?? FIRST_SHEET), ...next } } });
  const sortBy = (column: string, adding: boolean) => {
    const next = nextOrder(order, column, adding);
    arrange({ order: next });
    const { ascending } = next.find((one) => one.column === column) ?? { ascending: true };
    useExplorer.getState().say(text.table.sortedBy(sheet.columns[placeOf(sheet, column)].title, ascending));
  };
  const saveCsv = () => {
    const name = fileName(`${graph.getAttribute("title")} ${text.table.tab(tab)}`, "csv");
    saveFile(name, new Blob([...tableCsv(sheet, columns, rows)], { type: "text/csv;charset=utf-8" }));
    notify(text.table.saved(name));
  };

  return (
    <div className="table-pane" data-keys="table">
      <div className="table-top">
        <TableTabs tab={tab} />
        <div className="table-tools">
          <input
            className="table-filter"
            type="search"
            aria-label={text.table.filter}
            placeholder={text.table.filterHint}
            spellCheck={false}
            value={line}
            onChange={({ target }) => setLine(target.value)}
          />
          <KindChoice tab={tab} rows={all} only={only} />
          <SortChoice columns={columns} order={order} onOrder={(next) => arrange({ order: next })} />
          <ColumnChoice sheet={sheet} shown={columns} onChange={(next) => arrange({ columns: next })} />
          <IconButton icon="export" label={text.table.csv} onPress={saveCsv} isDisabled={rows.length === 0} />
        </div>
        <p className="table-count" role="status">
          {text.table.count(tab, rows.length, all.length)}
        </p>
        <Chips />
      </div>
      {rows.length === 0 ? (
        <div className="table-none">
          <p>{all.length === 0 ? (seen.isFiltering ? text.table.none : text.table.noneAtAll(tab)) : noneOf(line)}</p>
          {all.length > 0 && (
            <button
              type="button"
              className="button"
              onClick={() => {
                setLine("");
                changeTable({ only: null });
              }}
            >
              {text.table.clear}
            </button>
          )}
        </div>
      ) : (
        <Grid key={tab} graph={graph} sheet={sheet} columns={columns} rows={rows} order={order} onSort={sortBy} />
      )}
    </div>
  );
}

function noneOf(line: string): string {
  return line.trim() === "" ? text.table.none : text.table.noWords(line.trim());
}

/** How long typing rests before the address follows, in milliseconds. */
const REST = 250;

/** The filter line: on the screen at once, in the view when typing rests. What is typed at one go is one step. */
function useFilterLine(): [string, (line: string) => void] {
  const { words } = useView().table;
  const [line, setLine] = useState(words);
  const written = useRef(words);
  const isTyping = useRef(false);
  useEffect(() => {
    if (words === written.current) return;
    written.current = words;
    setLine(words);
  }, [words]);
  useEffect(() => {
    if (line === written.current) return;
    const timer = setTimeout(() => {
      written.current = line;
      changeTable({ words: line }, isTyping.current);
      isTyping.current = true;
    }, REST);
    return () => clearTimeout(timer);
  }, [line]);
  useEffect(() => {
    const rest = setTimeout(() => {
      isTyping.current = false;
    }, REST * 8);
    return () => clearTimeout(rest);
  });
  return [line, setLine];
}
