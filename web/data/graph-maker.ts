import { MultiDirectedGraph } from "graphology";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "../../src/model/index.ts";
import { type EdgeLine, GraphLines, looseEnd, type NodeLine, type Taker } from "./graph-lines.ts";

/** Makes a graph of what a file holds. */
export class GraphMaker implements Taker {
  readonly graph: OnRecordGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();

  /** @param name what errors call the file. */
  constructor(private readonly name: string) {}

  begin(attributes: GraphAttributes): void {
    this.graph.replaceAttributes(attributes);
  }

  node({ key, attributes }: NodeLine): void {
    this.graph.mergeNode(key, attributes);
  }

  edge({ key, source, target, attributes }: EdgeLine): void {
    try {
      this.graph.addEdgeWithKey(key, source, target, attributes);
    } catch (error) {
      if (this.graph.hasNode(source) && this.graph.hasNode(target)) throw error;
      throw looseEnd(this.name, key);
    }
  }
}

/** Makes a graph of a value laid out as `graph.json` is. */
export function graphFrom(value: unknown, name: string): OnRecordGraph {
  const maker = new GraphMaker(name);
  new GraphLines(name, maker).takeWhole(value);
  return maker.graph;
}
