// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not in the page, which <table> cannot say; this is ARIA's grid.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and the arrow keys.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { QueryResult } from "../../src/query/index.ts";
import type { Selection } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { selectionOf, selectionOfValue, shownColumns, textOf } from "./cells.ts";

interface ResultTableProps {
  readonly graph: OnRecordGraph;
  readonly result: QueryResult;
}

/** The answer's rows: each opens the words behind it, and a cell that holds a node or a relationship opens that. */
export function ResultTable({ graph, result: { columns, rows } }: ResultTableProps) {
  const [chosen, setChosen] = useState(-1);
  const scroll = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => shownColumns(columns), [columns]);
  const template = useMemo(() => shown.map((index) => widthOf(graph, rows, index)).join(" "), [graph, rows, shown]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 44,
    overscan: 12,
  });

  const open = (number: number, selection: Selection | null = null) => {
    setChosen(number);
    virtual.scrollToIndex(number, { align: "auto" });
    const { select, say } = useExplorer.getState();
    const found = selection ?? selectionOf(graph, columns, rows[number]);
    if (found === null) return say(text.query.noWords);
    select(found, "table");
    say(text.state.selected(textOf(graph, rows[number][shown[0]])));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = rows.length - 1;
    const next = {
      ArrowDown: Math.min(last, chosen + 1),
      ArrowUp: Math.max(0, chosen - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (next !== undefined) open(next);
    else if (event.key === "Enter" && chosen !== -1) readWords();
    else return;
    event.preventDefault();
  };
  const columnStyle = { gridTemplateColumns: template };

  return (
    <div
      ref={scroll}
      className="result-table"
      role="grid"
      aria-label={text.query.answer}
      aria-rowcount={rows.length + 1}
      aria-colcount={shown.length}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="result-head" role="row" aria-rowindex={1} style={columnStyle}>
        {shown.map((index) => (
          <div key={index} role="columnheader" className="result-cell">
            {columns[index]}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="result-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index: number, start }) => (
          <div
            key={number}
            ref={virtual.measureElement}
            data-index={number}
            role="row"
            className="result-row"
            aria-rowindex={number + 2}
            aria-selected={number === chosen}
            style={{ ...columnStyle, transform: `translateY(${start}px)` }}
            onClick={() => {
              open(number);
              if (isNarrow()) readWords();
            }}
          >
            {shown.map((index) => {
              const value = rows[number][index];
              const selection = selectionOfValue(graph, value);
              return (
                <div
                  key={index}
                  role="gridcell"
                  className="result-cell"
                  data-number={typeof value === "number" || typeof value === "bigint" || undefined}
                  data-opens={selection?.type}
                  onClick={(event) => {
                    if (selection === null) return;
                    event.stopPropagation();
                    open(number, selection);
                    if (isNarrow()) readWords();
                  }}
                >
                  {textOf(graph, value)}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A column's share of the width, by how long its first values are. */
function widthOf(graph: OnRecordGraph, rows: QueryResult["rows"], index: number): string {
  const first = rows.slice(0, 50).map((row) => textOf(graph, row[index]).length);
  const mean = first.reduce((sum, length) => sum + length, 0) / Math.max(1, first.length);
  return mean > 60 ? "minmax(240px, 4fr)" : mean > 16 ? "minmax(120px, 2fr)" : "minmax(72px, 1fr)";
}

function readWords(): void {
  useExplorer.getState().showPane("read");
  document.querySelector<HTMLElement>(".article-text")?.focus();
}

/** Whether one pane is seen at a time: then a row takes the reader to its words. */
function isNarrow(): boolean {
  return matchMedia("(max-width: 719px)").matches;
}
