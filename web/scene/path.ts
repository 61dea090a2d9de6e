import { type ShortestPaths, shortestPaths } from "../../src/analysis/paths.ts";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EdgeKind } from "../../src/model/index.ts";
import type { PathQuestion } from "../state/path-question.ts";
import { stakeholderIndex } from "./stakeholder-index.ts";

/** So many ways are looked at. */
const MOST = 50;
const THROUGH: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["MENTIONS", "ABOUT", "TOLD"]);
const RELATIONS: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["SPEAKS_FOR", "HOLDS_ROLE", "PART_OF", "ISSUED"]);

/** What ties two stakeholders, either way. */
export interface PathStep {
  readonly from: string;
  readonly to: string;
  /** Statements of one that name the other, in the order of the graph. */
  readonly statements: readonly string[];
  /** Edges between the two: roles, who speaks for whom. */
  readonly relations: readonly string[];
  /** Every edge that shows it. */
  readonly edges: readonly string[];
}

/** How two are connected: node keys instead of numbers. */
export interface Connection extends Omit<ShortestPaths, "paths"> {
  readonly paths: readonly (readonly string[])[];
}

/** All shortest ways between two stakeholders of a graph; null where one of them isn't chosen or no stakeholder of it. */
export function connectionOf(graph: OnRecordGraph, { from, to }: Pick<PathQuestion, "from" | "to">): Connection | null {
  if (from === null || to === null || from === to) return null;
  const index = stakeholderIndex(graph);
  const [a, b] = [index.numberOf.get(from), index.numberOf.get(to)];
  if (a === undefined || b === undefined) return null;
  const said = (number: number) => {
    const node = graph.getNodeAttributes(index.keys[number]);
    return "statementCount" in node ? node.statementCount + node.mentionCount : 0;
  };
  // Those who are heard most come first: they are whom a reader knows.
  const found = shortestPaths(index, a, b, { most: MOST, strength: (before) => said(before) });
  return { ...found, paths: found.paths.map((path) => path.map((number) => index.keys[number])) };
}

/** The steps of a way with what shows each. */
export function stepsOf(graph: OnRecordGraph, path: readonly string[]): PathStep[] {
  return path.slice(1).map((to, at) => stepBetween(graph, path[at], to));
}

function stepBetween(graph: OnRecordGraph, from: string, to: string): PathStep {
  const statements = new Set<string>();
  const edges: string[] = [];
  for (const [speaker, other] of [
    [from, to],
    [to, from],
  ])
    graph.forEachOutEdge(speaker, (said, { kind }, _, statement) => {
      if (kind !== "SAID") return;
      const naming = graph.filterOutEdges(
        statement,
        (__, edge, ___, target) => THROUGH.has(edge.kind) && target === other,
      );
      if (naming.length === 0) return;
      statements.add(statement);
      edges.push(said, ...naming);
    });
  const relations = graph
    .edges(from, to)
    .concat(graph.edges(to, from))
    .filter((edge) => RELATIONS.has(graph.getEdgeAttribute(edge, "kind")));
  const unique = [...new Set(relations)];
  return { from, to, statements: [...statements], relations: unique, edges: [...edges, ...unique] };
}

/** The nodes and edges of the way a question looks at; null where there is none. */
export function pathParts(
  graph: OnRecordGraph,
  question: PathQuestion,
): { readonly nodes: readonly string[]; readonly edges: readonly string[] } | null {
  const path = connectionOf(graph, question)?.paths[question.way];
  return path === undefined ? null : { nodes: path, edges: stepsOf(graph, path).flatMap(({ edges }) => edges) };
}
