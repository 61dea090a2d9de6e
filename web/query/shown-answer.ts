import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { QueryResult } from "../../src/query/index.ts";
import { selectScene } from "../state/derived.ts";
import { type Question, sameQuestion } from "../state/question.ts";
import { type Found, useExplorer } from "../state/store.ts";
import type { View } from "../state/view.ts";
import { text } from "../text.ts";
import { foundIn } from "./cells.ts";
import { openSession, useSession } from "./session.ts";

/** What of the graph the answer to a question holds, which is asked where it isn't answered yet; null where it fails. */
export async function foundBy(graph: OnRecordGraph, question: Question): Promise<Found | null> {
  if (!sameQuestion(useSession.getState().answered, question)) await openSession(graph);
  const { answer, answered } = useSession.getState();
  return answer?.type === "rows" && sameQuestion(answered, question) ? foundIn(graph, answer.result) : null;
}

/** Goes to the graph with what the rows hold; a single node or edge is selected. */
export function showInGraph(graph: OnRecordGraph, result: QueryResult): void {
  const { say, change, showPane } = useExplorer.getState();
  const { nodes, edges } = foundIn(graph, result);
  if (nodes.length + edges.length === 0) {
    say(text.query.nothingToShow);
    return;
  }
  const scene = selectScene(useExplorer.getState());
  // Among stakeholders, statements are folded away.
  const isSeen = nodes.every((key) => scene?.graph.hasNode(key)) && edges.every((key) => scene?.edgeOf.has(key));
  const view: Partial<View> = { pane: "graph", camera: null, ...(isSeen ? {} : { mode: "statements" }) };
  const [only, ...others] = [
    ...nodes.map((key) => ({ type: "node" as const, key })),
    ...edges.map((key) => ({ type: "edge" as const, key })),
  ];
  const { answered } = useSession.getState();
  if (others.length === 0) change({ ...view, selection: only }, "table");
  else change({ ...view, selection: null, question: answered && { ...answered, isShown: true } });
  showPane("graph");
  say(text.query.shown(nodes.length));
}
