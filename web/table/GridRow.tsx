// biome-ignore-all lint/a11y/useSemanticElements: a row of ARIA's grid (see Grid.tsx).
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus.
import { memo } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { KindMark } from "../shell/KindMark.tsx";
import { text } from "../text.ts";
import { placeOf } from "./arrange.ts";
import { cellText } from "./cell-text.ts";
import type { Column, Row, Sheet } from "./sheet.ts";

interface GridRowProps {
  /** The grid's id. */
  readonly id: string;
  readonly graph: OnRecordGraph;
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  readonly row: Row;
  readonly index: number;
  /** Pixels from the top. */
  readonly start: number;
  readonly isChosen: boolean;
  /** The column the keys are at, null in other rows. */
  readonly active: number | null;
  readonly measure: (element: HTMLElement | null) => void;
  readonly onOpen: (column: number) => void;
}

/** One row; rows are drawn again only when something of them changed, so that scrolling stays light. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, graph, sheet, columns, row, index, start, isChosen, active, measure, onOpen } = props;
  return (
    <div
      ref={measure}
      className="table-row"
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      style={{ transform: `translateY(${start}px)` }}
    >
      {columns.map((column, at) => {
        const mark = sheet.mark?.(graph, row, column.id) ?? null;
        const words = cellText(column, row.values[placeOf(sheet, column.id)]);
        return (
          <div
            key={column.id}
            id={`${id}-${index}-${at}`}
            role="gridcell"
            aria-colindex={at + 1}
            className={`cell cell-${column.type}`}
            data-column={column.id}
            data-card={column.card ?? "note"}
            data-title={column.title}
            data-active={active === at}
            onClick={() => onOpen(at)}
          >
            {mark !== null && <KindMark kind={mark.kind} fill={mark.fill} />}
            {words === "" ? <Unknown /> : <span className="cell-text">{words}</span>}
          </div>
        );
      })}
    </div>
  );
}, isSame);

/** `onOpen` is made anew each time and does the same. */
function isSame(a: GridRowProps, b: GridRowProps): boolean {
  return (
    a.row === b.row &&
    a.columns === b.columns &&
    a.graph === b.graph &&
    a.index === b.index &&
    a.start === b.start &&
    a.isChosen === b.isChosen &&
    a.active === b.active
  );
}

function Unknown() {
  return (
    <span className="cell-unknown">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{text.table.unknown}</span>
    </span>
  );
}
