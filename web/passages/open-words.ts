import type { OnRecordGraph } from "../../src/graph/index.ts";
import { parseSpanText, type StatementNodeAttributes } from "../../src/model/index.ts";
import { placesOf, readAsked } from "../search/words.ts";
import { articleIdOf, useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import type { Passage } from "./passages.ts";

/** Selects a passage: its words open in the article, at the words that were looked for where there are such. */
export function openWordsOf(graph: OnRecordGraph, { id, type }: Passage, sought: string | null): void {
  const { select, say } = useExplorer.getState();
  if (type === "appearance") {
    const { article, start, end } = graph.getEdgeAttributes(id);
    const at =
      article === undefined || start === undefined || end === undefined
        ? undefined
        : { article: articleIdOf(article), start, end };
    select({ type: "edge", key: id, ...(at && { at }) }, "passages");
    say(text.state.selected(graph.getNodeAttribute(graph.source(id), "label")));
    return;
  }
  const node = graph.getNodeAttributes(id);
  if (node.kind !== "Statement") return;
  const found = sought === null ? null : placeInArticle(node, sought);
  select(
    { type: "node", key: id, ...(found !== null && { at: { article: articleIdOf(node.article), ...found } }) },
    "passages",
  );
  say(text.state.selected(node.text));
}

/** Where a phrase stands in the words of a statement, as offsets into its article; null for words in any order. */
export function placeInArticle(
  statement: Pick<StatementNodeAttributes, "text" | "content">,
  sought: string,
): { start: number; end: number } | null {
  const { words, phrase, open } = readAsked(sought);
  if (!phrase) return null;
  const [place] = placesOf(statement.text, words, open);
  if (place === undefined) return null;
  // The parts of a split statement stand in its text with " … " between them.
  let before = 0;
  for (const part of statement.content.map(parseSpanText)) {
    const length = part.end - part.start;
    if (place.start < before + length) {
      const start = part.start + place.start - before;
      return { start, end: Math.min(part.end, start + place.end - place.start) };
    }
    before += length + 3;
  }
  return null;
}
