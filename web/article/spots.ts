import type { OnRecordGraph } from "../../src/graph/index.ts";
import { parseSpanText, type Reading, type Span } from "../../src/model/index.ts";
import type { EntityNodes } from "../data/entity-nodes.ts";
import type { Scene } from "../scene/scene.ts";
import { membersOfTie } from "../scene/ties.ts";
import type { Selection } from "../state/selection.ts";
import { articleIdOf, placeOfSelection } from "../state/store.ts";

/** The words of one article that a selection rests on. */
export interface Spots {
  readonly lit: readonly Span[];
  /** Where to scroll; null where nothing of the selection stands in this article. */
  readonly first: Span | null;
}

const NONE: Spots = { lit: [], first: null };

/** Finds what to highlight in the article of `reading` for a selection. */
export function spotsOf(
  graph: OnRecordGraph,
  scene: Scene,
  reading: Reading,
  entityNodes: EntityNodes,
  selection: Selection | null,
): Spots {
  if (selection === null) return NONE;
  const lit =
    selection.type === "edge"
      ? edgeSpans(graph, scene, reading, selection.key)
      : nodeSpans(graph, reading, entityNodes, selection.key);
  const place = placeOfSelection(graph, selection);
  const here = place !== null && place.article === reading.article.id && place.end > place.start ? place : null;
  const all =
    here !== null && selection.at && !lit.some((span) => span.start <= here.start && here.end <= span.end)
      ? [...lit, { start: here.start, end: here.end }]
      : lit;
  return { lit: all, first: here ?? all[0] ?? null };
}

function nodeSpans(graph: OnRecordGraph, reading: Reading, entityNodes: EntityNodes, key: string): Span[] {
  if (!graph.hasNode(key)) return [];
  const node = graph.getNodeAttributes(key);
  if (node.kind === "Article") return [];
  if (node.kind === "Statement") {
    if (articleIdOf(node.article) !== reading.article.id) return [];
    return [...node.content, ...node.cueSpans, ...node.sourceSpans].map(parseSpanText);
  }
  return reading.mentions
    .filter(({ entity }) => entityNodes.get(entity) === key)
    .map(({ start, end }) => ({ start, end }));
}

function edgeSpans(graph: OnRecordGraph, scene: Scene, reading: Reading, key: string): Span[] {
  const drawn = scene.edgeOf.get(key);
  const members = drawn === undefined ? membersOfTie(graph, key) : scene.graph.getEdgeAttribute(drawn, "members");
  return members.flatMap((member) => {
    const { kind, article, start, end, ...more } = graph.getEdgeAttributes(member);
    if (kind === "ECHOES") return echoSpans(graph, reading, member, more);
    if (article === undefined || start === undefined || end === undefined) return [];
    return articleIdOf(article) === reading.article.id ? [{ start, end }] : [];
  });
}

/** An echo stands in two statements, perhaps of two articles. */
function echoSpans(
  graph: OnRecordGraph,
  reading: Reading,
  edge: string,
  at: { sourceStart?: number; sourceEnd?: number; targetStart?: number; targetEnd?: number },
): Span[] {
  const spans: [string, number | undefined, number | undefined][] = [
    [graph.source(edge), at.sourceStart, at.sourceEnd],
    [graph.target(edge), at.targetStart, at.targetEnd],
  ];
  return spans.flatMap(([node, start, end]) => {
    const attributes = graph.getNodeAttributes(node);
    const here = attributes.kind === "Statement" && articleIdOf(attributes.article) === reading.article.id;
    return here && start !== undefined && end !== undefined ? [{ start, end }] : [];
  });
}
