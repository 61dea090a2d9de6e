import { useMemo } from "react";
import type { EdgeKind, NodeKind } from "../../src/model/index.ts";
import type { Order, TableTab } from "../state/table-view.ts";
import { text } from "../text.ts";
import type { Column, Row } from "./sheet.ts";
import { changeTable } from "./use-table.ts";

interface KindChoiceProps {
  readonly tab: TableTab;
  readonly rows: readonly Row[];
  readonly only: string | null;
}

/** The kinds of stakeholder or of tie that there are, to list one alone. */
export function KindChoice({ tab, rows, only }: KindChoiceProps) {
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { kind } of rows) if (kind !== undefined) found.set(kind, (found.get(kind) ?? 0) + 1);
    return [...found];
  }, [rows]);
  if (counts.length < 2 && only === null) return null;
  const name = (kind: string) => (tab === "ties" ? text.edgeKind(kind as EdgeKind) : text.kinds(kind as NodeKind));
  return (
    <select
      className="table-select"
      aria-label={text.table.kind}
      value={only ?? ""}
      onChange={({ target }) => changeTable({ only: target.value === "" ? null : target.value })}
    >
      <option value="">{text.table.allKinds}</option>
      {counts.map(([kind, count]) => (
        <option key={kind} value={kind}>
          {name(kind)} {count.toLocaleString("en")}
        </option>
      ))}
    </select>
  );
}

interface SortChoiceProps {
  readonly columns: readonly Column[];
  readonly order: readonly Order[];
  readonly onOrder: (order: readonly Order[]) => void;
}

/** What to sort by, on narrow screens, where rows are cards and have no head. */
export function SortChoice({ columns, order, onOrder }: SortChoiceProps) {
  const [first] = order;
  return (
    <select
      className="table-select table-sort"
      aria-label={text.table.sort}
      value={first === undefined ? "" : `${first.ascending ? "" : "-"}${first.column}`}
      onChange={({ target: { value } }) =>
        onOrder(value === "" ? [] : [{ column: value.replace(/^-/, ""), ascending: !value.startsWith("-") }])
      }
    >
      <option value="">{text.table.unsorted}</option>
      {columns.flatMap(({ id, title }) => [
        <option key={id} value={id}>
          {title} ↑
        </option>,
        <option key={`-${id}`} value={`-${id}`}>
          {title} ↓
        </option>,
      ])}
    </select>
  );
}
