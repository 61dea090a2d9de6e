import { MultiDirectedGraph } from "graphology";
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "../model/index.ts";
import type { OnRecordGraph } from "./schema.ts";

/** Of an article's stakeholders so many, those in most articles, are tied to each other: more makes a hairball. */
const MOST_TIED = 6;

/** Where a node's neighbours in the skeleton stand. */
interface Place {
  x: number;
  y: number;
  count: number;
}

/**
 * What holds a large graph together: the stakeholders that stand in more than one article, tied as often as they stand in one
 * together. All else (statements, articles, who appears once) hangs on them.
 */
export function skeletonOf(graph: OnRecordGraph): OnRecordGraph {
  const skeleton: OnRecordGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  const inArticle = new Map<string, string[]>();
  const articles = new Map<string, number>();
  graph.forEachEdge((_edge, { kind }, source, target) => {
    if (kind !== "APPEARS_IN") return;
    articles.set(source, (articles.get(source) ?? 0) + 1);
    const known = inArticle.get(target);
    if (known) known.push(source);
    else inArticle.set(target, [source]);
  });
  graph.forEachNode((key, attributes) => {
    if ((articles.get(key) ?? 0) > 1) skeleton.addNode(key, { ...attributes });
  });
  for (const all of inArticle.values()) {
    const shared = all
      .filter((key) => skeleton.hasNode(key))
      .sort((a, b) => (articles.get(b) ?? 0) - (articles.get(a) ?? 0) || (a < b ? -1 : 1))
      .slice(0, MOST_TIED);
    for (let i = 0; i < shared.length; i++) for (let j = i + 1; j < shared.length; j++) tie(skeleton, shared[i], shared[j]);
  }
  return skeleton;
}

function tie(skeleton: OnRecordGraph, a: string, b: string): void {
  const [source, target] = a < b ? [a, b] : [b, a];
  const key = `${source}>${target}`;
  if (skeleton.hasEdge(key)) skeleton.updateEdgeAttribute(key, "weight", (weight) => (weight ?? 1) + 1);
  else skeleton.addEdgeWithKey(key, source, target, { kind: "MENTIONS", label: "", weight: 1, thickness: 1 });
}

/**
 * Gives the nodes of a graph the places of its skeleton: articles stand amid their stakeholders, everything else around its
 * article on a spiral (Vogel 1979), so that no two stand on one spot.
 */
export function placeAround(graph: OnRecordGraph, skeleton: OnRecordGraph, startOf: (key: string) => readonly [number, number]): void {
  const middle = new Map<string, Place>();
  const home = new Map<string, string>();
  graph.forEachEdge((_edge, { kind }, source, target) => {
    if (kind === "IN_ARTICLE") home.set(source, target);
    if (kind !== "APPEARS_IN") return;
    if (!skeleton.hasNode(source)) {
      if (!home.has(source)) home.set(source, target);
      return;
    }
    const { x, y } = skeleton.getNodeAttributes(source);
    const place = middle.get(target) ?? { x: 0, y: 0, count: 0 };
    middle.set(target, { x: place.x + x, y: place.y + y, count: place.count + 1 });
  });
  const spread = Math.sqrt(graph.order) * 2;
  const used = new Map<string, number>();
  const placeOf = (article: string): readonly [number, number] => {
    const place = middle.get(article);
    const [dx, dy] = startOf(article);
    // an article of nobody else's people stands at the rim
    if (place === undefined) return [dx * (spread / 60), dy * (spread / 60)];
    return [place.x / place.count + (dx * spread) / 4000, place.y / place.count + (dy * spread) / 4000];
  };
  graph.updateEachNodeAttributes(
    (key, attributes) => {
      let x: number;
      let y: number;
      if (skeleton.hasNode(key)) ({ x, y } = skeleton.getNodeAttributes(key));
      else {
        const article = home.get(key) ?? key;
        [x, y] = placeOf(article);
        if (article !== key) {
          const number = (used.get(article) ?? 0) + 1;
          used.set(article, number);
          const [angle, radius] = [number * 2.399963, 10 + 7 * Math.sqrt(number)];
          x += Math.cos(angle) * radius;
          y += Math.sin(angle) * radius;
        }
      }
      attributes.x = Math.round(x * 100) / 100;
      attributes.y = Math.round(y * 100) / 100;
      return attributes;
    },
    { attributes: ["x", "y"] },
  );
}
