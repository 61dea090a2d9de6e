import type { OnRecordGraph } from "../../../src/graph/index.ts";
import { fillOf } from "../../scene/scene.ts";
import { stakeholderTies, type Tie } from "../../scene/ties.ts";
import { text } from "../../text.ts";
import type { Column, Row, Sheet } from "../sheet.ts";

const words = text.table.columns;

const COLUMNS: readonly Column[] = [
  { id: "from", title: words.from, type: "name", width: [140, 2], usual: true, card: "title" },
  { id: "tie", title: words.tie, type: "text", width: [104, 0.8], usual: true, card: "corner" },
  { id: "other", title: words.other, type: "name", width: [140, 2], usual: true, card: "words" },
  { id: "weight", title: words.weight, type: "number", width: [64, 0], usual: true },
  { id: "role", title: words.role, type: "text", width: [120, 1] },
  { id: "stance", title: words.stance, type: "text", width: [88, 0] },
  { id: "on", title: words.on, type: "day", width: [92, 0] },
  { id: "article", title: words.article, type: "text", width: [140, 1.4] },
  { id: "reason", title: words.reason, type: "text", width: [140, 1.4] },
];

/** No statement is unfolded: each is a tie between who said it and whom it speaks of. */
const NONE: ReadonlySet<string> = new Set();

/** Every tie between stakeholders, weighted by the statements that are seen. */
export const ties: Sheet = {
  id: "ties",
  columns: COLUMNS,
  rows(graph, { isStatementSeen, isNodeSeen, isTieSeen }) {
    return stakeholderTies(graph, NONE, isStatementSeen)
      .ties.filter(({ kind, source, target }) => isTieSeen(kind) && isNodeSeen(source) && isNodeSeen(target))
      .map((tie) => rowOf(graph, tie));
  },
  selection: ({ key, members }) => ({ type: "edge", key: members?.length === 1 ? members[0] : key }),
  mark(graph, { ends }, column) {
    const end = column === "from" ? ends?.[0] : column === "other" ? ends?.[1] : undefined;
    if (end === undefined) return null;
    const node = graph.getNodeAttributes(end);
    return { kind: node.kind, fill: fillOf(node) };
  },
};

function rowOf(graph: OnRecordGraph, { key, kind, source, target, weight, members }: Tie): Row {
  const { role, stance, on, article, reason } = graph.getEdgeAttributes(members[0]);
  const title = article !== undefined && graph.hasNode(article) ? graph.getNodeAttributes(article) : null;
  const name = (end: string) => graph.getNodeAttribute(end, "label");
  return {
    key,
    kind,
    members,
    ends: [source, target],
    values: [
      name(source),
      text.edgeKind(kind),
      name(target),
      weight,
      role ?? "",
      stance ?? "",
      on ?? "",
      title?.kind === "Article" ? title.title : "",
      reason ?? "",
    ],
  };
}
