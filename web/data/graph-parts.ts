import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "../../src/model/index.ts";
import { type EdgeLine, looseEnd, type NodeLine, type Taker } from "./graph-lines.ts";
import { type PackedRecords, Packer, Unpacker } from "./packed.ts";

/** A part of a graph on its way from the worker to the page, nodes before the edges that end at them. */
export interface GraphPart {
  readonly graph: GraphAttributes | null;
  readonly nodeKeys: readonly string[];
  readonly nodes: PackedRecords;
  readonly edgeKeys: readonly string[];
  /** Ends of the edges, by the number of the node in all parts. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly edges: PackedRecords;
}

/** Nodes and edges in one part: the page adds them in a few milliseconds. */
const MOST = 500;

/** Gathers what a file holds into parts. */
export class PartMaker implements Taker {
  private readonly packer = { nodes: new Packer(), edges: new Packer() };
  private readonly numberOf = new Map<string, number>();
  private count = 0;
  private graph: GraphAttributes | null = null;
  private nodes: NodeLine[] = [];
  private edges: EdgeLine[] = [];

  /**
   * @param name what errors call the file.
   * @param send takes each part.
   */
  constructor(
    private readonly name: string,
    private readonly send: (part: GraphPart) => void,
  ) {}

  begin(attributes: GraphAttributes): void {
    this.graph = attributes;
  }

  node(node: NodeLine): void {
    this.numberOf.set(node.key, this.count++);
    if (this.nodes.push(node) === MOST) this.flush();
  }

  edge(edge: EdgeLine): void {
    if (this.edges.push(edge) === MOST) this.flush();
  }

  /** Sends what is gathered. */
  flush(): void {
    const { packer, graph, nodes, edges } = this;
    if (graph === null && nodes.length === 0 && edges.length === 0) return;
    [this.graph, this.nodes, this.edges] = [null, [], []];
    this.send({
      graph,
      nodeKeys: nodes.map(({ key }) => key),
      nodes: packer.nodes.pack(nodes.map(({ attributes }) => attributes)),
      edgeKeys: edges.map(({ key }) => key),
      sources: Uint32Array.from(edges, ({ key, source }) => this.number(source, key)),
      targets: Uint32Array.from(edges, ({ key, target }) => this.number(target, key)),
      edges: packer.edges.pack(edges.map(({ attributes }) => attributes)),
    });
  }

  private number(node: string, edge: string): number {
    const number = this.numberOf.get(node);
    if (number === undefined) throw looseEnd(this.name, edge);
    return number;
  }
}

/** Hands on what parts hold. */
export class PartReader {
  private readonly unpacker = { nodes: new Unpacker(), edges: new Unpacker() };
  private readonly keys: string[] = [];

  constructor(private readonly taker: Taker) {}

  read(part: GraphPart): void {
    const { taker, keys } = this;
    if (part.graph !== null) taker.begin(part.graph);
    this.unpacker.nodes.unpack<NodeAttributes>(part.nodes).forEach((attributes, i) => {
      keys.push(part.nodeKeys[i]);
      taker.node({ key: part.nodeKeys[i], attributes });
    });
    // An end is the node's own key: a text that is known is looked up sooner than one like it.
    this.unpacker.edges.unpack<EdgeAttributes>(part.edges).forEach((attributes, i) => {
      const [source, target] = [keys[part.sources[i]], keys[part.targets[i]]];
      taker.edge({ key: part.edgeKeys[i], source, target, attributes });
    });
  }
}
