import type { OnRecordGraph } from "../../src/graph/index.ts";
import { formatShortDay } from "../article/dates.ts";
import { speakerNames } from "../detail/ties.ts";
import { text } from "../text.ts";
import type { Passage } from "./passages.ts";

/** A statement with its source, as it goes into a manuscript: words, who, when, and where they stand. */
export function citation(graph: OnRecordGraph, statement: string): string {
  const node = graph.getNodeAttributes(statement);
  if (node.kind !== "Statement") return "";
  const who = speakerNames(graph, statement) ?? text.passages.nobody;
  const said = node.saidOn === undefined ? null : formatShortDay(node.saidOn);
  const words =
    node.statementKind === "direct" ? node.text : `[${text.statementKind(node.statementKind)}] ${node.text}`;
  return `${words}\n— ${[who, said].filter(Boolean).join(", ")}. ${sourceOf(graph, node.article, node.start, node.end)}`;
}

/** Where somebody is named: the name, how often, and the article. */
function appearanceCitation(graph: OnRecordGraph, edge: string): string {
  const { count = 1, start = 0, end = 0 } = graph.getEdgeAttributes(edge);
  const name = graph.getNodeAttribute(graph.source(edge), "label");
  return `${name}, ${text.passages.named(count)}. ${sourceOf(graph, graph.target(edge), start, end)}`;
}

function sourceOf(graph: OnRecordGraph, key: string, start: number, end: number): string {
  const article = graph.hasNode(key) ? graph.getNodeAttributes(key) : null;
  if (article?.kind !== "Article") return `${text.passages.characters(start, end)}.`;
  const parts = [
    article.author,
    `“${article.title}”`,
    article.outlet,
    article.date === undefined ? text.passages.undated : formatShortDay(article.date),
    text.passages.characters(start, end),
  ];
  return `${parts.filter(Boolean).join(", ")}.${article.url === undefined ? "" : ` ${article.url}`}`;
}

/** Every passage with its citation, an empty line between two. */
export function citations(graph: OnRecordGraph, passages: readonly Passage[]): string {
  return passages
    .map(({ id, type }) => (type === "statement" ? citation(graph, id) : appearanceCitation(graph, id)))
    .join("\n\n");
}
