import { useState } from "react";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { QueryResult } from "../../src/query/index.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { selectionOf, textOf } from "./cells.ts";

interface ResultTableProps {
  readonly graph: OnRecordGraph;
  readonly result: QueryResult;
  readonly milliseconds: number;
}

const FIRST = 200;
/** Columns that say where words stand: rows open them, so they needn't be read. */
const PLACES = new Set(["article", "start", "end"]);

/** The answer: a row opens what it is about. */
export function ResultTable({ graph, result, milliseconds }: ResultTableProps) {
  const select = useExplorer((state) => state.select);
  const [most, setMost] = useState(FIRST);
  const { columns, rows, notifications } = result;
  const isPlaced = [...PLACES].every((name) => columns.includes(name));
  const shown = columns.map((name, index) => ({ name, index })).filter(({ name }) => !isPlaced || !PLACES.has(name));
  return (
    <section className="result" aria-label={text.query.answer}>
      <p className="soft">
        {text.query.found(rows.length)} · {Math.max(1, Math.round(milliseconds))} ms
      </p>
      {notifications.map(({ message }) => (
        <p key={message} className="soft">
          {message}
        </p>
      ))}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {shown.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row, number) => {
              const selection = selectionOf(graph, columns, row);
              return (
                <tr key={number}>
                  {shown.map(({ name, index }, place) => {
                    const words = textOf(graph, row[index]);
                    return (
                      <td key={name}>
                        {place === 0 && selection !== null ? (
                          <button type="button" className="text-button" onClick={() => select(selection, "table")}>
                            {words || text.query.open}
                          </button>
                        ) : (
                          words
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {rows.length > most && (
        <button type="button" className="text-button" onClick={() => setMost(most + 1000)}>
          {text.detail.more(rows.length - most)}
        </button>
      )}
    </section>
  );
}
