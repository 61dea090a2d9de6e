import { MultiDirectedGraph } from "graphology";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EdgeKind, NodeAttributes, NodeKind, StatementKind } from "../../src/model/index.ts";
import { curvatures, type Ends } from "./curvature.ts";
import { DASHED_EDGES, FILLS, type Fill, KIND_SHAPE, QUIET_EDGES, SHAPES, STATEMENT_FILL } from "./kinds.ts";

/** A node as it is drawn. Colours are not here: they come from the theme and from what is selected. */
export interface SceneNode {
  kind: NodeKind;
  statementKind: StatementKind | null;
  label: string;
  x: number;
  y: number;
  /** Radius in pixels at camera ratio 1. */
  size: number;
  /** Index into SHAPES. */
  shape: number;
  /** Index into FILLS. */
  fill: number;
}

/** An edge as it is drawn. */
export interface SceneEdge {
  kind: EdgeKind;
  label: string;
  /** Thickness in pixels. */
  size: number;
  /** Sagitta over chord length: 0 is straight. */
  curve: number;
  dashed: boolean;
  /** Only says where something stands: drawn fainter, without an arrow. */
  quiet: boolean;
  type: "straight" | "curved";
  /** The edges of the graph it stands for: same ends, same kind. */
  members: readonly string[];
}

export type SceneGraph = MultiDirectedGraph<SceneNode, SceneEdge>;

/** What is drawn. Nodes keep their keys; edges of one kind between the same two are one, under the key of the first. */
export interface Scene {
  readonly graph: SceneGraph;
  /** Key of an edge → key of the drawn edge it is part of. */
  readonly edgeOf: ReadonlyMap<string, string>;
}

const THICKEST = 6;

/** Makes what is drawn from the graph, parallel edges of different kinds bent apart. */
export function sceneOf(graph: OnRecordGraph): Scene {
  const drawn: SceneGraph = new MultiDirectedGraph<SceneNode, SceneEdge>();
  graph.forEachNode((key, attributes) => {
    drawn.addNode(key, sceneNode(attributes));
  });
  const ties = gatherTies(graph);
  const curve = curvatures(ties);
  const edgeOf = new Map<string, string>();
  for (const tie of ties) {
    const { key, kind, label, source, target, weight, members } = tie;
    const quiet = QUIET_EDGES.has(kind);
    const bend = curve.get(key) ?? 0;
    for (const member of members) edgeOf.set(member, key);
    drawn.addEdgeWithKey(key, source, target, {
      kind,
      label,
      size: quiet ? 0.75 : Math.min(THICKEST, 1 + 1.2 * (Math.sqrt(Math.max(1, weight)) - 1)),
      curve: bend,
      dashed: DASHED_EDGES.has(kind),
      quiet,
      type: bend === 0 ? "straight" : "curved",
      members,
    });
  }
  return { graph: drawn, edgeOf };
}

interface Tie extends Ends {
  readonly kind: EdgeKind;
  readonly label: string;
  weight: number;
  readonly members: string[];
}

function gatherTies(graph: OnRecordGraph): Tie[] {
  const ties = new Map<string, Tie>();
  graph.forEachEdge((key, { kind, label, weight }, source, target) => {
    const of = `${kind}\n${source}\n${target}`;
    const tie = ties.get(of);
    if (tie === undefined) ties.set(of, { key, kind, label, source, target, weight, members: [key] });
    else {
      tie.weight += weight;
      tie.members.push(key);
    }
  });
  return [...ties.values()];
}

function sceneNode(attributes: NodeAttributes): SceneNode {
  const { kind, label, x, y, size } = attributes;
  const statementKind = attributes.kind === "Statement" ? attributes.statementKind : null;
  const fill: Fill =
    attributes.kind === "Statement"
      ? STATEMENT_FILL[attributes.statementKind]
      : attributes.kind !== "Article" && attributes.unnamed
        ? "dashed"
        : "full";
  return {
    kind,
    statementKind,
    label,
    x,
    y,
    size: kind === "Statement" ? size * 1.35 : size,
    shape: SHAPES.indexOf(KIND_SHAPE[kind]),
    fill: FILLS.indexOf(fill),
  };
}
