// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not in the page, which <table> cannot say; this is ARIA's grid.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and the arrow keys.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { formatShortDay } from "../article/dates.ts";
import { Chips } from "../filters/Chips.tsx";
import { STATEMENT_FILL } from "../scene/kinds.ts";
import { Icon } from "../shell/Icon.tsx";
import { KindMark } from "../shell/KindMark.tsx";
import { useStatementFilter, useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { COLUMNS, type Column, type Order, type Row, rowsOf, sortRows } from "./rows.ts";

const TITLE: Readonly<Record<Column, string>> = {
  speakerName: text.table.speaker,
  words: text.table.statement,
  kind: text.table.kind,
  date: text.table.date,
  confidence: text.table.confidence,
  article: text.table.article,
};

/** Every statement that passes the filters, as a list: what the picture shows, for whoever can't see it. */
export function StatementTable() {
  const graph = useExplorer((state) => state.graph);
  const passes = useStatementFilter();
  const { selection } = useView();
  const [order, setOrder] = useState<Order | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const all = useMemo(() => (graph === null ? [] : rowsOf(graph)), [graph]);
  const rows = useMemo(() => {
    const shown = all.filter(({ id }) => passes(id));
    return order === null ? shown : sortRows(shown, order);
  }, [all, passes, order]);
  const chosen = rows.findIndex(({ id }) => id === selection?.key);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 64,
    getItemKey: (index) => rows[index].id,
    overscan: 12,
  });
  useEffect(() => {
    if (chosen !== -1) virtual.scrollToIndex(chosen, { align: "auto" });
  }, [chosen, virtual]);

  const open = (row: Row) => {
    useExplorer.getState().select({ type: "node", key: row.id }, "table");
    useExplorer.getState().say(text.state.selected(row.words));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (rows.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = rows.length - 1;
    const next = {
      ArrowDown: Math.min(last, chosen + 1),
      ArrowUp: chosen === -1 ? last : Math.max(0, chosen - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (next !== undefined) open(rows[next]);
    else if (event.key === "Enter") {
      useExplorer.getState().showPane("read");
      document.querySelector<HTMLElement>(".article-text")?.focus();
    } else return;
    event.preventDefault();
  };
  const sortBy = (column: Column) => {
    const next = { column, ascending: order?.column === column ? !order.ascending : true };
    setOrder(next);
    useExplorer.getState().say(text.table.sortedBy(TITLE[column], next.ascending));
  };

  return (
    <div className="table-pane">
      <div className="table-top">
        <p className="table-count">{text.table.count(rows.length, all.length)}</p>
        <Chips />
      </div>
      <div
        ref={scroll}
        className="table"
        role="grid"
        aria-label={text.table.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={COLUMNS.length}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="table-head" role="row" aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <div
              key={column}
              role="columnheader"
              className={`cell cell-${column}`}
              aria-sort={order?.column !== column ? "none" : order.ascending ? "ascending" : "descending"}
            >
              <button
                type="button"
                onClick={() => sortBy(column)}
                data-sorted={order?.column === column || undefined}
                data-ascending={order?.ascending || undefined}
              >
                {TITLE[column]}
                <Icon name="sort" />
              </button>
            </div>
          ))}
        </div>
        {rows.length === 0 && (
          <div role="row" className="table-none">
            <div role="gridcell">{all.length === 0 ? text.table.noneAtAll : text.table.none}</div>
          </div>
        )}
        <div
          role="rowgroup"
          className="table-body"
          ref={(body) => body?.style.setProperty("height", `${virtual.getTotalSize()}px`)}
        >
          {virtual.getVirtualItems().map(({ index, start, key }) => (
            <TableRow
              key={key}
              row={rows[index]}
              index={index}
              start={start}
              chosen={index === chosen}
              measure={virtual.measureElement}
              onOpen={open}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface TableRowProps {
  readonly row: Row;
  readonly index: number;
  readonly start: number;
  readonly chosen: boolean;
  readonly measure: (element: HTMLElement | null) => void;
  readonly onOpen: (row: Row) => void;
}

function TableRow({ row, index, start, chosen, measure, onOpen }: TableRowProps) {
  const { words, speakerName, kind, date, confidence, article } = row;
  return (
    <div
      ref={(element) => {
        if (element !== null) element.style.transform = `translateY(${start}px)`;
        measure(element);
      }}
      className="table-row"
      role="row"
      tabIndex={-1}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      onClick={() => onOpen(row)}
    >
      <div role="gridcell" className="cell cell-speakerName">
        {speakerName || <Unknown />}
      </div>
      <div role="gridcell" className="cell cell-words">
        {words}
      </div>
      <div role="gridcell" className="cell cell-kind">
        <KindMark kind="Statement" fill={STATEMENT_FILL[kind]} />
        <span>{text.statementKind(kind)}</span>
      </div>
      <div role="gridcell" className="cell cell-date">
        {date === "" ? <Unknown /> : formatShortDay(date)}
      </div>
      <div role="gridcell" className="cell cell-confidence">
        {Math.round(confidence * 100)} %
      </div>
      <div role="gridcell" className="cell cell-article">
        {article}
      </div>
    </div>
  );
}

function Unknown() {
  return (
    <span className="soft">
      –<span className="visually-hidden">{text.table.unknown}</span>
    </span>
  );
}
