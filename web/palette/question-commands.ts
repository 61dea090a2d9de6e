import { viewOf } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { registerCommands } from "./registry.ts";

interface NamedQuestion {
  readonly id: string;
  readonly question: string;
}

let questions: readonly NamedQuestion[] = [];

/** Fetches the named questions of the query view, when the palette first wants them: they come with the query language. */
export async function loadQuestions(): Promise<void> {
  if (questions.length > 0) return;
  const { PHRASES } = await import("../../src/analysis/phrases.ts");
  questions = PHRASES.map(({ id, question }) => ({ id, question }));
}

registerCommands(() =>
  questions.map(({ id, question }) => ({
    id: `query.${id}`,
    group: "query" as const,
    // A blank is filled in the view.
    label: text.palette.ask(question.replace(/\$\w+/g, "…")),
    run: () => void ask(id),
  })),
);

/** Opens the query view with a question; its blanks take their likeliest values until a person fills them. */
async function ask(phrase: string): Promise<void> {
  const state = useExplorer.getState();
  const wasOpen = viewOf(state).pane === "query";
  state.change({ pane: "query", question: { phrase, cypher: "", values: {} } });
  state.showPane("graph");
  // The view asks what the address asks when it opens; one that is open is told.
  if (!wasOpen || state.graph === null) return;
  const { openSession } = await import("../query/session.ts");
  await openSession(state.graph);
}
