// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not in the page, which <table> cannot say; this is ARIA's grid.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and the arrow keys.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { Icon } from "../shell/Icon.tsx";
import { useView } from "../state/derived.ts";
import type { Selection } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import type { Order } from "../state/table-view.ts";
import { text } from "../text.ts";
import { cellText } from "./cell-text.ts";
import { GridRow } from "./GridRow.tsx";
import { type Cell, nextCell } from "./grid-keys.ts";
import type { Column, Row, Sheet } from "./sheet.ts";

interface GridProps {
  readonly graph: OnRecordGraph;
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly order: readonly Order[];
  readonly onSort: (column: string, adding: boolean) => void;
}

/** What a row is high before it is measured, in pixels. */
const ROW = 44;
const GAP = 16;

/** The rows that are in sight, with the head above them; ARIA's grid, walked by arrow keys. */
export function Grid({ graph, sheet, columns, rows, order, onSort }: GridProps) {
  const { selection } = useView();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const chosen = useMemo(() => rowOf(rows, selection), [rows, selection]);
  const [cell, setCell] = useState<Cell>({ row: chosen === -1 ? -1 : chosen, column: 0 });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (columns.some(({ type }) => type === "words") ? ROW * 2 : ROW),
    getItemKey: (index) => rows[index].key,
    overscan: 12,
  });
  // What is selected elsewhere is where the keys go on from.
  useEffect(() => {
    if (chosen === -1) return;
    setCell(({ column }) => ({ row: chosen, column }));
    virtual.scrollToIndex(chosen, { align: "auto" });
  }, [chosen, virtual]);

  const open = (row: Row) => {
    const { select, say } = useExplorer.getState();
    select(sheet.selection(row), "table");
    say(text.state.selected(cellText(columns[0], row.values[sheet.columns.indexOf(columns[0])])));
  };
  const goTo = (next: Cell) => {
    setCell(next);
    if (next.row === -1) scroll.current?.scrollTo({ top: 0 });
    else if (next.row !== cell.row) {
      virtual.scrollToIndex(next.row, { align: "auto" });
      open(rows[next.row]);
    }
    document.getElementById(cellId(id, next))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW) - 1);
    const next = nextCell(cell, event, { rows: rows.length, columns: columns.length, page });
    if (next !== null) goTo(next);
    else if (event.key !== "Enter" && event.key !== " ") return;
    else if (cell.row === -1) onSort(columns[cell.column].id, event.shiftKey);
    else if (event.key === " ") open(rows[cell.row]);
    else readWords();
    event.preventDefault();
  };
  const style = { "--columns": templateOf(columns), "--least": `${leastWidth(columns)}px` } as CSSProperties;

  return (
    <div
      ref={scroll}
      className="table"
      role="grid"
      aria-label={text.table.tab(sheet.id)}
      aria-describedby={`${id}-instructions`}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={cellId(id, cell)}
      tabIndex={0}
      style={style}
      onKeyDown={onKeyDown}
    >
      <p id={`${id}-instructions`} className="visually-hidden" role="presentation">
        {text.table.instructions}
      </p>
      <div className="table-head" role="row" aria-rowindex={1}>
        {columns.map((column, index) => {
          const place = order.findIndex((one) => one.column === column.id);
          const ascending = order[place]?.ascending ?? true;
          return (
            <div
              key={column.id}
              id={cellId(id, { row: -1, column: index })}
              role="columnheader"
              aria-colindex={index + 1}
              className={`cell cell-${column.type}`}
              data-active={cell.row === -1 && cell.column === index}
              aria-sort={place === -1 ? "none" : ascending ? "ascending" : "descending"}
            >
              <button
                type="button"
                tabIndex={-1}
                onClick={(event) => {
                  onSort(column.id, event.shiftKey);
                  scroll.current?.focus();
                }}
                data-sorted={place === -1 ? undefined : true}
                data-ascending={place !== -1 && ascending ? true : undefined}
              >
                {column.title}
                <Icon name="sort" />
                {order.length > 1 && place !== -1 && <sup>{place + 1}</sup>}
              </button>
            </div>
          );
        })}
      </div>
      <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <GridRow
            key={key}
            id={id}
            graph={graph}
            sheet={sheet}
            columns={columns}
            row={rows[index]}
            index={index}
            start={start}
            isChosen={index === chosen}
            active={cell.row === index ? cell.column : null}
            measure={virtual.measureElement}
            onOpen={(column) => {
              setCell({ row: index, column });
              open(rows[index]);
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** The id of a cell's element within the grid `id`. */
export function cellId(id: string, { row, column }: Cell): string {
  return `${id}-${row}-${column}`;
}

/** The row that shows what is selected: of a tie's edges any. */
function rowOf(rows: readonly Row[], selection: Selection | null): number {
  if (selection === null) return -1;
  return rows.findIndex(({ key, members }) => key === selection.key || members?.includes(selection.key));
}

function templateOf(columns: readonly Column[]): string {
  const someGrow = columns.some(({ width }) => width[1] > 0);
  return columns
    .map(({ width: [least, share] }) => (share > 0 || !someGrow ? `minmax(${least}px, ${share || 1}fr)` : `${least}px`))
    .join(" ");
}

function leastWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width[0] + GAP, GAP);
}

function readWords(): void {
  useExplorer.getState().showPane("read");
  document.querySelector<HTMLElement>(".article-text")?.focus();
}
