import type { MultiDirectedGraph } from "graphology";
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "../model/index.ts";

/** The graph of On Record: kinds of node and edge as `model/graph.ts` describes them. */
export type OnRecordGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;
