import type { OnRecordGraph } from "../../../src/graph/index.ts";
import type { EdgeKind } from "../../../src/model/index.ts";
import { endsOf, speakerOf } from "../../detail/ties.ts";
import { STATEMENT_FILL } from "../../scene/kinds.ts";
import { fillOf } from "../../scene/scene.ts";
import { text } from "../../text.ts";
import type { Column, Row, Sheet } from "../sheet.ts";

const words = text.table.columns;

const COLUMNS: readonly Column[] = [
  { id: "who", title: words.who, type: "name", width: [140, 1], usual: true, card: "title" },
  { id: "what", title: words.what, type: "words", width: [200, 3], usual: true, card: "words" },
  { id: "how", title: words.how, type: "mark", width: [32, 0], usual: true, card: "corner" },
  { id: "when", title: words.when, type: "day", width: [84, 0], usual: true },
  { id: "sure", title: words.sure, type: "share", width: [44, 0], usual: true },
  { id: "about", title: words.about, type: "text", width: [120, 1.2] },
  { id: "mentions", title: words.mentions, type: "text", width: [140, 1.4] },
  { id: "to", title: words.to, type: "text", width: [96, 0.8] },
  { id: "cue", title: words.cue, type: "text", width: [88, 0.5] },
  { id: "source", title: words.source, type: "text", width: [120, 1] },
  { id: "echoes", title: words.echoes, type: "number", width: [64, 0] },
  { id: "article", title: words.article, type: "text", width: [140, 1.4] },
  { id: "published", title: words.published, type: "day", width: [92, 0] },
  { id: "outlet", title: words.outlet, type: "text", width: [96, 0.8] },
  { id: "why", title: words.why, type: "text", width: [160, 1.6] },
];

/** Every statement. */
export const statements: Sheet = {
  id: "statements",
  columns: COLUMNS,
  rows(graph, { isStatementSeen }) {
    const rows: Row[] = [];
    graph.forEachNode((key, { kind }) => {
      if (kind === "Statement" && isStatementSeen(key)) rows.push(rowOf(graph, key));
    });
    return rows;
  },
  selection: ({ key }) => ({ type: "node", key }),
  mark(graph, { key }, column) {
    const node = graph.getNodeAttributes(key);
    if (column === "how" && node.kind === "Statement")
      return { kind: "Statement", fill: STATEMENT_FILL[node.statementKind] };
    const speaker = column === "who" ? speakerOf(graph, key) : null;
    if (speaker === null) return null;
    const { kind } = graph.getNodeAttributes(speaker);
    return { kind, fill: fillOf(graph.getNodeAttributes(speaker)) };
  },
};

/** A graph is never changed once it is shown: its rows are made once. */
const made = new WeakMap<OnRecordGraph, Map<string, Row>>();

function rowOf(graph: OnRecordGraph, key: string): Row {
  let rows = made.get(graph);
  if (rows === undefined) made.set(graph, (rows = new Map()));
  let row = rows.get(key);
  if (row === undefined) rows.set(key, (row = makeRow(graph, key)));
  return row;
}

function makeRow(graph: OnRecordGraph, key: string): Row {
  const node = graph.getNodeAttributes(key);
  if (node.kind !== "Statement") throw new Error(`${key} is no statement`);
  const label = (id: string) => graph.getNodeAttribute(id, "label");
  const names = (direction: "in" | "out", kind: EdgeKind) => endsOf(graph, key, direction, kind).map(label).join(", ");
  const article = graph.hasNode(node.article) ? graph.getNodeAttributes(node.article) : null;
  const { title = "", date = "", outlet = "" } = article?.kind === "Article" ? article : {};
  return {
    key,
    values: [
      names("in", "SAID"),
      node.text,
      text.statementKind(node.statementKind),
      node.saidOn ?? "",
      node.confidence,
      names("out", "ABOUT"),
      names("out", "MENTIONS"),
      names("out", "TOLD"),
      node.cue ?? "",
      node.source ?? "",
      endsOf(graph, key, "both", "ECHOES").length,
      title,
      date,
      outlet,
      node.why,
    ],
  };
}
