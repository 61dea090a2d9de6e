import { type KeyboardEvent, useEffect } from "react";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { AnswerView } from "./AnswerView.tsx";
import { callEngine, Stopped } from "./engine.ts";
import { PhraseFields } from "./PhraseFields.tsx";
import { QueryEditor } from "./QueryEditor.tsx";
import { QuestionChoice } from "./QuestionChoice.tsx";
import { ask, check, openSession, phraseOf, stop, useSession, write } from "./session.ts";

/** Asks the graph: a question in words with blanks to fill, or openCypher. */
export default function QueryPane() {
  const graph = useExplorer((state) => state.graph);
  const { draft, phrases, phrasesProblem, suggestions, parameters, remarks, isRunning } = useSession();
  const phrase = phraseOf(phrases, draft);
  useEffect(() => {
    if (graph !== null) void openSession(graph);
  }, [graph]);
  if (graph === null) return null;

  const run = () => void ask(graph);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  };
  const fields = phrase?.parameters ?? parameters.map((name) => ({ name, description: text.query.parameter }) as const);
  const complete = (query: string, offset: number) =>
    callEngine(graph, "complete", query, offset).catch((error: unknown) => {
      if (error instanceof Stopped) return null;
      throw error;
    });

  return (
    <div className="query-pane">
      <form
        className="query-form"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <QuestionChoice graph={graph} />
        {phrasesProblem !== null && <p className="query-remark">{text.query.ownPhrases(phrasesProblem)}</p>}
        {draft.phrase === null && (
          <QueryEditor
            value={draft.cypher}
            onChange={(cypher) => void write(graph, { ...draft, cypher })}
            onRun={run}
            complete={complete}
            check={(query) => check(graph, query)}
          />
        )}
        {draft.phrase === null &&
          remarks.map(({ message, severity, start }) => (
            <p key={`${start} ${message}`} className="query-remark" data-severity={severity}>
              {message}
            </p>
          ))}
        <PhraseFields
          parameters={fields}
          values={draft.values}
          suggestions={suggestions}
          onChange={(values) => void write(graph, { ...draft, values })}
        />
        <div className="query-actions">
          {isRunning ? (
            <button type="button" className="button" onClick={stop}>
              {text.query.stop}
            </button>
          ) : (
            <button type="submit" className="button button-strong">
              {text.query.run}
            </button>
          )}
          {isRunning ? (
            <span className="soft">{text.query.running}</span>
          ) : (
            <span className="soft query-keys">
              <kbd>Ctrl</kbd> <kbd>Enter</kbd>
            </span>
          )}
          {phrase !== null && (
            <button
              type="button"
              className="text-button query-as-cypher"
              onClick={() => void write(graph, { phrase: null, cypher: phrase.query, values: draft.values })}
            >
              {text.query.showCypher}
            </button>
          )}
        </div>
      </form>
      <AnswerView graph={graph} />
    </div>
  );
}
