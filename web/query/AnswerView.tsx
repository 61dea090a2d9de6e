import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { QueryResult } from "../../src/query/index.ts";
import { saveFile } from "../export/save.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { csvOf, jsonOf } from "./cells.ts";
import { PlanTree } from "./PlanTree.tsx";
import { ResultTable } from "./ResultTable.tsx";
import { ask, useSession, write } from "./session.ts";
import { showInGraph } from "./shown-answer.ts";

/** What came of the question: rows, how it is run, or why it can't be answered. */
export function AnswerView({ graph }: { readonly graph: OnRecordGraph }) {
  const answer = useSession((state) => state.answer);
  if (answer === null) return <Beginnings graph={graph} />;
  if (answer.type === "stopped")
    return (
      <div className="problem">
        <p>
          <b>{text.query.stoppedTitle}</b> {text.query.stopped}
        </p>
      </div>
    );
  if (answer.type === "failed")
    return (
      <div className="problem" role="alert">
        <p>
          <b>{text.query.failed}</b> {answer.message}
        </p>
        {answer.frame !== "" && <pre>{answer.frame}</pre>}
      </div>
    );
  const { result, milliseconds } = answer;
  return (
    <section className="result" aria-label={text.query.answer}>
      <div className="result-top">
        <p className="soft">{text.query.found(result.rows.length, milliseconds)}</p>
        {result.rows.length > 0 && <ResultActions graph={graph} result={result} />}
      </div>
      {result.plan !== undefined && <PlanTree root={result.plan} />}
      {result.rows.length > 0 && <ResultTable graph={graph} result={result} />}
    </section>
  );
}

function ResultActions({ graph, result }: { readonly graph: OnRecordGraph; readonly result: QueryResult }) {
  const copy = async () => {
    await navigator.clipboard.writeText(csvOf(result));
    useExplorer.getState().say(text.query.copied);
  };
  const save = (ending: "csv" | "json", contents: string) => {
    const name = `answer.${ending}`;
    saveFile(name, new Blob([contents], { type: ending === "csv" ? "text/csv" : "application/json" }));
    useExplorer.getState().say(text.export.done(name));
  };
  return (
    <div className="result-actions">
      <button type="button" className="button" onClick={() => showInGraph(graph, result)}>
        {text.query.showInGraph}
      </button>
      <button type="button" className="button" onClick={() => void copy()}>
        {text.query.copy}
      </button>
      <button
        type="button"
        className="button"
        aria-label={text.query.saveCsv}
        onClick={() => save("csv", csvOf(result))}
      >
        {text.query.csv}
      </button>
      <button
        type="button"
        className="button"
        aria-label={text.query.saveJson}
        onClick={() => save("json", jsonOf(result))}
      >
        {text.query.json}
      </button>
    </div>
  );
}

/** What can be asked, where nothing was asked yet. */
function Beginnings({ graph }: { readonly graph: OnRecordGraph }) {
  return (
    <div className="query-beginnings">
      <p className="soft">{text.query.about}</p>
      <p className="soft">{text.query.try}:</p>
      <ul>
        {text.query.examples.map(([name, cypher]) => (
          <li key={name}>
            <button
              type="button"
              className="query-example"
              onClick={() => void write(graph, { phrase: null, cypher, values: {} }).then(() => ask(graph))}
            >
              <b>{name}</b>
              <code>{cypher}</code>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
