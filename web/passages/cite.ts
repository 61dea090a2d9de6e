import type { OnRecordGraph } from "../../src/graph/index.ts";
import { formatShortDay } from "../article/dates.ts";
import { citationOf, citationText } from "../export/citation.ts";
import { text } from "../text.ts";
import type { Passage } from "./passages.ts";

/**
 * Every passage with its source as it goes into a manuscript, an empty line between two.
 *
 * @param page the address of the explorer, without what stands after `#`.
 */
export function citations(graph: OnRecordGraph, passages: readonly Passage[], page: string): string {
  return passages
    .map(({ id, type }) => {
      if (type === "appearance") return appearanceText(graph, id);
      const citation = citationOf(graph, id, page);
      return citation === null ? "" : citationText(citation);
    })
    .join("\n");
}

/** Where somebody is named: the name, how often, and the article. */
function appearanceText(graph: OnRecordGraph, edge: string): string {
  const { count = 1 } = graph.getEdgeAttributes(edge);
  const name = graph.getNodeAttribute(graph.source(edge), "label");
  const article = graph.getNodeAttributes(graph.target(edge));
  if (article.kind !== "Article") return "";
  const day = article.date === undefined ? text.passages.undated : formatShortDay(article.date);
  const source = [`“${article.title}”`, article.outlet, article.author, day].filter(Boolean).join(", ");
  return `${name}, ${text.passages.named(count)}, in ${source}\n`;
}
