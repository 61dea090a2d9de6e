import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { PHRASES, type Phrase, searchProcedures, suggestedValues } from "../../src/analysis/index.ts";
import { loadTemporal, prepare, QueryError, type QueryResult } from "../../src/query/index.ts";
import { messageOf } from "../data/errors.ts";
import { saveFile } from "../export/save.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { csvOf } from "./cells.ts";
import { PhraseFields } from "./PhraseFields.tsx";
import { ResultTable } from "./ResultTable.tsx";

/** A question runs on the page's own thread: it may not hold it for longer. */
const LIMITS = { rows: 5_000, steps: 5_000_000, milliseconds: 4_000 };

type Answer =
  | { readonly type: "rows"; readonly result: QueryResult; readonly milliseconds: number }
  | { readonly type: "failed"; readonly message: string; readonly frame: string };

/** Asks the graph: a question in words with blanks to fill, or openCypher. */
export default function QueryPane() {
  const graph = useExplorer((state) => state.graph);
  const [phrase, setPhrase] = useState<Phrase>(() => PHRASES.find(({ id }) => id === "most-quoted") ?? PHRASES[0]);
  const [cypher, setCypher] = useState<string | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [answer, setAnswer] = useState<Answer | null>(null);
  const id = useId();
  const suggestions = useMemo(() => (graph === null ? {} : suggestionsFor(graph, phrase)), [graph, phrase]);

  const run = async () => {
    if (graph === null) return;
    const given = Object.fromEntries(
      phrase.parameters.map(({ name, default: usual }) => [
        name,
        values[name] || usual || suggestions[name]?.[0] || "",
      ]),
    );
    const start = performance.now();
    try {
      const prepared = prepare(cypher ?? phrase.query, { procedures: searchProcedures() });
      if (prepared.usesTemporal) await loadTemporal();
      const result = prepared.run(graph, given, { ...LIMITS, procedures: searchProcedures() });
      setAnswer({ type: "rows", result, milliseconds: performance.now() - start });
      useExplorer.getState().say(text.query.found(result.rows.length));
    } catch (error) {
      const frame = error instanceof QueryError ? error.frame : "";
      setAnswer({ type: "failed", message: messageOf(error), frame });
    }
  };
  const choose = (chosen: string) => {
    setPhrase(PHRASES.find((other) => other.id === chosen) ?? phrase);
    setCypher(null);
    setValues({});
    setAnswer(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  };

  return (
    <div className="query-pane">
      <form
        className="query-form"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <label htmlFor={`${id}-phrase`}>{text.query.phrase}</label>
        <select id={`${id}-phrase`} value={phrase.id} onChange={({ target }) => choose(target.value)}>
          {PHRASES.map(({ id: of, question }) => (
            <option key={of} value={of}>
              {question.replaceAll(/\$(\w+)/g, "… $1 …")}
            </option>
          ))}
        </select>
        <PhraseFields phrase={phrase} values={values} suggestions={suggestions} onChange={setValues} />
        <details>
          <summary>{text.query.cypher}</summary>
          <textarea
            className="query-text"
            aria-label={text.query.cypher}
            rows={5}
            spellCheck={false}
            value={cypher ?? phrase.query}
            onChange={({ target }) => setCypher(target.value)}
          />
        </details>
        <div className="row">
          <button type="submit" className="button button-strong">
            {text.query.run}
          </button>
          {answer?.type === "rows" && answer.result.rows.length > 0 && (
            <button
              type="button"
              className="button"
              onClick={() => saveFile(`${phrase.id}.csv`, new Blob([csvOf(answer.result)], { type: "text/csv" }))}
            >
              {text.query.csv}
            </button>
          )}
        </div>
      </form>
      {answer?.type === "failed" && (
        <div className="problem" role="alert">
          <p>{answer.message}</p>
          {answer.frame !== "" && <pre>{answer.frame}</pre>}
        </div>
      )}
      {answer?.type === "rows" && graph !== null && (
        <ResultTable graph={graph} result={answer.result} milliseconds={answer.milliseconds} />
      )}
      {answer === null && <p className="soft">{text.query.about}</p>}
    </div>
  );
}

function suggestionsFor(
  graph: Parameters<typeof suggestedValues>[0],
  phrase: Phrase,
): Record<string, readonly string[]> {
  return Object.fromEntries(phrase.parameters.map((parameter) => [parameter.name, suggestedValues(graph, parameter)]));
}
