import type { OnRecordGraph } from "../../../src/graph/index.ts";
import { endsOf } from "../../detail/ties.ts";
import { fillOf } from "../../scene/scene.ts";
import { text } from "../../text.ts";
import type { Column, Row, Sheet } from "../sheet.ts";

const words = text.table.columns;

const COLUMNS: readonly Column[] = [
  { id: "name", title: words.name, type: "name", width: [148, 3], usual: true, card: "title" },
  { id: "kind", title: words.kind, type: "text", width: [92, 0], usual: true, card: "corner" },
  { id: "statements", title: words.said, type: "number", width: [52, 0], usual: true },
  { id: "quotedWords", title: words.quotedWords, type: "number", width: [88, 0], usual: true },
  { id: "mentions", title: words.named, type: "number", width: [60, 0], usual: true },
  { id: "spokenOf", title: words.spokenOf, type: "number", width: [72, 0], usual: true },
  { id: "articles", title: words.articles, type: "number", width: [72, 0] },
  { id: "named", title: words.isNamed, type: "text", width: [88, 0] },
  { id: "aliases", title: words.aliases, type: "text", width: [140, 1.4] },
  { id: "first", title: words.firstDay, type: "day", width: [92, 0] },
  { id: "last", title: words.lastDay, type: "day", width: [92, 0] },
  { id: "wikidata", title: words.wikidata, type: "text", width: [80, 0] },
];

/** Who and what there is: people, organisations, groups, places, documents … Counts are of the statements that are seen. */
export const stakeholders: Sheet = {
  id: "stakeholders",
  columns: COLUMNS,
  rows(graph, { isNodeSeen, isStatementSeen }) {
    const said = countBy(graph, isStatementSeen);
    const rows: Row[] = [];
    graph.forEachNode((key, node) => {
      if (node.kind === "Statement" || node.kind === "Article" || !isNodeSeen(key)) return;
      const { kind, name, aliases, unnamed, quotedWords, mentionCount, wikidata } = node;
      const days = daysOf(graph, key);
      rows.push({
        key,
        kind,
        values: [
          name,
          text.kind(kind),
          said.by.get(key) ?? 0,
          quotedWords,
          mentionCount,
          said.of.get(key) ?? 0,
          days.articles,
          unnamed ? text.filters.unnamed : text.filters.named,
          aliases.join(", "),
          days.first,
          days.last,
          wikidata ?? "",
        ],
      });
    });
    return rows;
  },
  selection: ({ key }) => ({ type: "node", key }),
  mark(graph, { key }, column) {
    if (column !== "name") return null;
    const node = graph.getNodeAttributes(key);
    return { kind: node.kind, fill: fillOf(node) };
  },
};

/** How many seen statements each made, and how many of others speak of each. */
function countBy(graph: OnRecordGraph, isStatementSeen: (key: string) => boolean) {
  const by = new Map<string, number>();
  const of = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  graph.forEachNode((statement, { kind }) => {
    if (kind !== "Statement" || !isStatementSeen(statement)) return;
    // Several may say it together.
    const speakers = endsOf(graph, statement, "in", "SAID");
    for (const speaker of speakers) count(by, speaker);
    const named = new Set<string>();
    graph.forEachOutEdge(statement, (_, edge, __, target) => {
      if (edge.kind === "MENTIONS" || edge.kind === "ABOUT") named.add(target);
    });
    for (const key of named) if (!speakers.includes(key)) count(of, key);
  });
  return { by, of };
}

/** In how many articles one appears, and the first and last day of those that have one. */
function daysOf(graph: OnRecordGraph, key: string): { articles: number; first: string; last: string } {
  let [articles, first, last] = [0, "", ""];
  graph.forEachOutEdge(key, (_, { kind }, __, target) => {
    if (kind !== "APPEARS_IN") return;
    articles++;
    const article = graph.getNodeAttributes(target);
    const day = article.kind === "Article" ? (article.date ?? "") : "";
    if (day === "") return;
    if (first === "" || day < first) first = day;
    if (day > last) last = day;
  });
  return { articles, first, last };
}
