import type { OnRecordGraph } from "../../../src/graph/index.ts";
import { endsOf } from "../../detail/ties.ts";
import { text } from "../../text.ts";
import type { Column, Row, Sheet } from "../sheet.ts";

const words = text.table.columns;

const COLUMNS: readonly Column[] = [
  { id: "title", title: words.title, type: "name", width: [200, 4], usual: true, card: "title" },
  { id: "date", title: words.date, type: "day", width: [92, 0], usual: true },
  { id: "outlet", title: words.outlet, type: "text", width: [104, 1], usual: true },
  { id: "author", title: words.author, type: "text", width: [104, 1] },
  { id: "statements", title: words.statements, type: "number", width: [88, 0], usual: true },
  { id: "voices", title: words.voices, type: "number", width: [64, 0], usual: true },
  { id: "names", title: words.names, type: "number", width: [64, 0] },
  { id: "length", title: words.length, type: "number", width: [88, 0] },
  { id: "copyOf", title: words.copyOf, type: "text", width: [140, 1] },
  { id: "url", title: words.url, type: "text", width: [140, 1] },
];

/** Every article; counts are of the statements that are seen. */
export const articles: Sheet = {
  id: "articles",
  columns: COLUMNS,
  rows(graph, { isNodeSeen, isStatementSeen }) {
    const rows: Row[] = [];
    graph.forEachNode((key, { kind }) => {
      if (kind !== "Article" || !isNodeSeen(key)) return;
      const said = endsOf(graph, key, "in", "IN_ARTICLE").filter(isStatementSeen);
      rows.push(rowOf(graph, key, said));
    });
    return rows;
  },
  selection: ({ key }) => ({ type: "node", key }),
  mark: (_, __, column) => (column === "title" ? { kind: "Article", fill: "full" } : null),
};

function rowOf(graph: OnRecordGraph, key: string, said: readonly string[]): Row {
  const article = graph.getNodeAttributes(key);
  if (article.kind !== "Article") throw new Error(`${key} is no article`);
  const { title, date, outlet, author, length, copyOf, url } = article;
  const voices = new Set(said.flatMap((statement) => endsOf(graph, statement, "in", "SAID")));
  const original = copyOf !== undefined && graph.hasNode(copyOf) ? graph.getNodeAttribute(copyOf, "label") : "";
  const names = endsOf(graph, key, "in", "APPEARS_IN").length;
  return {
    key,
    values: [
      title,
      date ?? "",
      outlet ?? "",
      author ?? "",
      said.length,
      voices.size,
      names,
      length,
      original,
      url ?? "",
    ],
  };
}
