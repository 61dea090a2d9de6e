import { create } from "zustand";
import type { Phrase } from "../../src/analysis/index.ts";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { messageOf } from "../data/errors.ts";
import { loadPhrases } from "../data/load.ts";
import { type Question, sameQuestion } from "../state/question.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { readEarlier, rememberQuestion } from "./earlier.ts";
import { callEngine, Stopped, stopEngine } from "./engine.ts";
import type { Answer, Remark } from "./messages.ts";
import { askedOf } from "./values.ts";

/** What is written and answered; it stays when another view is looked at. */
interface Session {
  readonly draft: Question;
  readonly phrases: readonly Phrase[];
  /** Why a person's own phrases are left out; null where they are not. */
  readonly phrasesProblem: string | null;
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly remarks: readonly Remark[];
  /** The names after `$` in a query of one's own. */
  readonly parameters: readonly string[];
  readonly answer: Answer | null;
  /** The question that is answered. */
  readonly answered: Question | null;
  readonly isRunning: boolean;
  readonly earlier: readonly Question[];
}

const FIRST: Question = { phrase: "top-sources", cypher: "", values: {} };

export const useSession = create<Session>()(() => ({
  draft: FIRST,
  phrases: [],
  phrasesProblem: null,
  suggestions: {},
  remarks: [],
  parameters: [],
  answer: null,
  answered: null,
  isRunning: false,
  earlier: readEarlier(),
}));

const { getState: session, setState: put } = useSession;
let run = 0;

/** The phrase that a question asks; null for a query of one's own. */
export function phraseOf(phrases: readonly Phrase[], question: Question): Phrase | null {
  return phrases.find(({ id }) => id === question.phrase) ?? null;
}

/** Ends when the phrases, and then the values for their blanks, are there, or can't be. */
let ready: Promise<unknown> = Promise.resolve();

async function untilReady(): Promise<void> {
  let awaited: Promise<unknown>;
  do {
    awaited = ready;
    await awaited;
  } while (awaited !== ready);
}

/** Gets ready for a graph, and asks it what the address asks. */
export async function openSession(graph: OnRecordGraph): Promise<void> {
  try {
    const loading = loadPhrases().then((own) => callEngine(graph, "phrases", own));
    const prepared = loading.then(({ phrases, problem }) => put({ phrases, phrasesProblem: problem }));
    ready = prepared.catch(() => {});
    await prepared;
    const { question } = useExplorer.getState().history.present;
    if (question !== null && !sameQuestion(question, session().answered)) {
      await write(graph, question);
      await ask(graph);
    } else {
      const written = write(graph, session().draft);
      ready = written.catch(() => {});
      await written;
    }
  } catch (error) {
    if (!(error instanceof Stopped)) put({ answer: { type: "failed", message: messageOf(error), frame: "" } });
  }
}

/** Takes a question into the fields; the answer to another one stays until it is asked. */
export async function write(graph: OnRecordGraph, draft: Question): Promise<void> {
  const isSame = draft.phrase === session().draft.phrase && Object.keys(session().suggestions).length > 0;
  const { phrase, cypher, values } = draft;
  put({ draft: { phrase, cypher, values } });
  if (draft.phrase === null || isSame) return;
  put({ suggestions: {}, remarks: [], parameters: [] });
  if (phraseOf(session().phrases, draft) === null) return;
  const suggestions = await callEngine(graph, "suggest", draft.phrase);
  if (session().draft.phrase === draft.phrase) put({ suggestions });
}

/** Looks for mistakes in a query of one's own. */
export async function check(graph: OnRecordGraph, cypher: string): Promise<readonly Remark[]> {
  if (cypher.trim() === "") {
    put({ remarks: [], parameters: [] });
    return [];
  }
  try {
    const { remarks, parameters } = await callEngine(graph, "check", cypher);
    // While a query isn't one yet, its parameters keep their fields.
    const isQuery = remarks.every(({ severity }) => severity === "warning");
    if (session().draft.cypher === cypher) put({ remarks, ...(isQuery ? { parameters } : {}) });
    return remarks;
  } catch (error) {
    if (error instanceof Stopped) return [];
    throw error;
  }
}

/** Asks the graph what is written; where the phrases are still on their way, once they are there. */
export async function ask(graph: OnRecordGraph): Promise<void> {
  const mine = ++run;
  put({ isRunning: true });
  await untilReady();
  if (mine !== run) return;
  const { draft, phrases, suggestions, earlier } = session();
  const phrase = phraseOf(phrases, draft);
  const { cypher, parameters } = askedOf(draft, phrase, suggestions);
  if (cypher.trim() === "") {
    put({ isRunning: false });
    return;
  }
  const { history, change, say } = useExplorer.getState();
  if (!sameQuestion(history.present.question, draft)) change({ question: draft });
  const answer = await callEngine(graph, "run", cypher, parameters).catch(
    (error: unknown): Answer =>
      error instanceof Stopped ? { type: "stopped" } : { type: "failed", message: messageOf(error), frame: "" },
  );
  if (mine !== run) return;
  put({ isRunning: false, answer, answered: draft, earlier: rememberQuestion(earlier, draft) });
  say(text.query.outcome(answer));
}

/** Gives up the query that runs. */
export function stop(): void {
  stopEngine();
}
