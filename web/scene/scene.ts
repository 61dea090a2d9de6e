import { MultiDirectedGraph } from "graphology";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EdgeKind, NodeAttributes, NodeKind, StatementKind } from "../../src/model/index.ts";
import { atOnce, type Steps } from "../data/slices.ts";
import { curving } from "./curvature.ts";
import { graphIndexing } from "./graph-index.ts";
import { DASHED_EDGES, FILLS, type Fill, KIND_SHAPE, QUIET_EDGES, SHAPES, STATEMENT_FILL } from "./kinds.ts";
import { stakeholderTying, statementTies } from "./ties.ts";

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
  /** How many statements, or edges, it stands for. */
  weight: number;
  /** Sagitta over chord length: 0 is straight. */
  curve: number;
  dashed: boolean;
  /** Only says where something stands: drawn fainter, without an arrow. */
  quiet: boolean;
  type: "straight" | "curved";
  /** The edges of the graph it stands for: same ends, same kind. */
  members: readonly string[];
}

/** Two ways to see the same graph. */
export const MODES = ["stakeholders", "statements"] as const;
export type Mode = (typeof MODES)[number];

export type SceneGraph = MultiDirectedGraph<SceneNode, SceneEdge>;

/** What is drawn. Nodes keep their keys; edges of one kind between the same two are one, under the key of the first. */
export interface Scene {
  readonly graph: SceneGraph;
  /** Key of an edge → key of the drawn edge it is part of. */
  readonly edgeOf: ReadonlyMap<string, string>;
  /** Where the nodes of the whole graph lie: nothing moves when some of them come or go. */
  readonly extent: Extent;
  /** Where the build has put the nodes; a layout, or a hand, may have moved them since. */
  readonly home: Places;
}

/** A place for each node of a scene, in the order of its nodes. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface Extent {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const THICKEST = 6;

export interface SceneOptions {
  /** Whether statements are nodes, or only ties between stakeholders. Default "statements". */
  readonly mode?: Mode;
  /** In "stakeholders": whose statements are nodes all the same. */
  readonly unfolded?: ReadonlySet<string>;
  /** In "stakeholders": whether a statement counts. Default: all do. */
  readonly passes?: (statement: string) => boolean;
}

/** Makes what is drawn from the graph, parallel edges of different kinds bent apart. */
export function sceneOf(graph: OnRecordGraph, options: SceneOptions = {}): Scene {
  return atOnce(sceneMaking(graph, options));
}

/** So many nodes or ties a step. */
const STEP = 256;

/** The same in steps. */
export function* sceneMaking(graph: OnRecordGraph, options: SceneOptions = {}): Steps<Scene> {
  const { mode = "statements", unfolded = new Set(), passes = () => true } = options;
  const drawn: SceneGraph = new MultiDirectedGraph<SceneNode, SceneEdge>();
  const { ties, statements } =
    mode === "statements"
      ? { ties: yield* statementTies(graph), statements: null }
      : yield* stakeholderTying(graph, unfolded, passes);
  const { nodes, nodeAttributes } = yield* graphIndexing(graph);
  for (let node = 0; node < nodes.length; node++) {
    if (node % STEP === STEP - 1) yield;
    const { kind } = nodeAttributes[node];
    if (statements !== null && (kind === "Article" || (kind === "Statement" && !statements.has(nodes[node])))) continue;
    drawn.addNode(nodes[node], sceneNode(nodeAttributes[node]));
  }
  const curve = yield* curving(ties);
  for (let tie = 0; tie < ties.length; tie++) {
    if (tie % STEP === STEP - 1) yield;
    const { key, kind, label, source, target, weight, members } = ties[tie];
    const quiet = QUIET_EDGES.has(kind);
    const bend = curve.get(key) ?? 0;
    drawn.addEdgeWithKey(key, source, target, {
      kind,
      label: weight > 1 ? `${label} ${weight}` : label,
      size: quiet ? 0.75 : Math.min(THICKEST, 1 + 1.2 * (Math.sqrt(Math.max(1, weight)) - 1)),
      weight,
      curve: bend,
      dashed: DASHED_EDGES.has(kind),
      quiet,
      type: bend === 0 ? "straight" : "curved",
      members,
    });
  }
  yield;
  return new MadeScene(drawn, extentOf(nodeAttributes), placesOf(drawn));
}

class MadeScene implements Scene {
  private known: ReadonlyMap<string, string> | null = null;

  constructor(
    readonly graph: SceneGraph,
    readonly extent: Extent,
    readonly home: Places,
  ) {}

  /** Made when it is first asked for: most pictures of many edges are looked at before one of them is. */
  get edgeOf(): ReadonlyMap<string, string> {
    if (this.known !== null) return this.known;
    const edgeOf = new Map<string, string>();
    this.graph.forEachEdge((key, { members }) => {
      edgeOf.set(key, key);
      for (const member of members) edgeOf.set(member, key);
    });
    this.known = edgeOf;
    return edgeOf;
  }
}

/** Where the nodes of a scene lie now. */
export function placesOf(graph: SceneGraph): Places {
  const places = { x: new Float32Array(graph.order), y: new Float32Array(graph.order) };
  let i = 0;
  graph.forEachNode((_, { x, y }) => {
    places.x[i] = x;
    places.y[i++] = y;
  });
  return places;
}

function sceneNode(attributes: NodeAttributes): SceneNode {
  const { kind, label, x, y, size } = attributes;
  const statementKind = attributes.kind === "Statement" ? attributes.statementKind : null;
  return {
    kind,
    statementKind,
    label,
    x,
    y,
    size: kind === "Statement" ? size * 1.35 : size,
    shape: SHAPES.indexOf(KIND_SHAPE[kind]),
    fill: FILLS.indexOf(fillOf(attributes)),
  };
}

function extentOf(nodes: readonly NodeAttributes[]): Extent {
  let [left, bottom, right, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return nodes.length === 0 ? { x: [0, 1], y: [0, 1] } : { x: [left, right], y: [bottom, top] };
}

/** How a node's shape is filled. */
export function fillOf(attributes: NodeAttributes): Fill {
  if (attributes.kind === "Statement") return STATEMENT_FILL[attributes.statementKind];
  return attributes.kind !== "Article" && attributes.unnamed ? "dashed" : "full";
}
