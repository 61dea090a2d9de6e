import type { EdgeAttributes, Reading } from "../model/index.ts";
import type { Resolution } from "../resolve/index.ts";
import { EDGE_LABEL } from "./labels.ts";
import type { OnRecordGraph } from "./schema.ts";

/** What a step of the build needs. */
export interface Draft {
  readonly graph: OnRecordGraph;
  /** By date and id, each article once. */
  readonly readings: readonly Reading[];
  readonly resolution: Resolution;
  /** For each reading, the node keys of its statements. */
  readonly statementKeys: readonly (readonly string[])[];
}

/** Where a node stands before the layout. */
export const PLACELESS = { x: 0, y: 0, size: 1 };

/** Adds an edge whose key is its kind, its ends and, where these can be tied more than once, its place. */
export function addEdge(
  graph: OnRecordGraph,
  kind: EdgeAttributes["kind"],
  source: string,
  target: string,
  attributes: Partial<EdgeAttributes>,
  place = "",
): void {
  const key = `${kind}:${source}>${target}${place}`;
  if (graph.hasEdge(key)) return;
  const label = attributes.role ?? EDGE_LABEL[kind];
  graph.addEdgeWithKey(key, source, target, { kind, label, weight: 1, thickness: 1, ...attributes });
}
