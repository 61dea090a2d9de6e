import {
  type EdgeAttributes,
  type GraphAttributes,
  type NodeAttributes,
  OnRecordError,
  SCHEMA_VERSION,
} from "../../src/model/index.ts";

export interface NodeLine {
  readonly key: string;
  readonly attributes: NodeAttributes;
}

export interface EdgeLine {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: EdgeAttributes;
}

/** Who takes what a file holds, in the order of the file: nodes before the edges that end at them. */
export interface Taker {
  begin(attributes: GraphAttributes): void;
  node(node: NodeLine): void;
  edge(edge: EdgeLine): void;
}

const REBUILD = "build the workspace again with: onrecord build";

/**
 * Reads `graph.json` while it arrives, line by line as the build lays it out: a node or an edge a line. Nothing of the file is
 * kept, and no piece of work is longer than a chunk of the file. JSON laid out otherwise is gathered and parsed at the end.
 *
 * The file is the build's own, checked there in full: here only what would make the page fail later is checked.
 */
export class GraphLines {
  private part: "head" | "nodes" | "edges" | "end" | "whole" = "head";
  private rest = "";
  private readonly gathered: string[] = [];

  /** @param name what errors call the file. */
  constructor(
    private readonly name: string,
    private readonly taker: Taker,
  ) {}

  /** Takes the next piece of the file, cut anywhere. */
  write(piece: string): void {
    if (this.part === "whole") {
      this.gathered.push(piece);
      return;
    }
    let from = 0;
    for (let end = piece.indexOf("\n"); end !== -1; end = piece.indexOf("\n", from)) {
      const line = this.rest + piece.slice(from, end);
      this.rest = "";
      from = end + 1;
      if (this.take(line)) continue;
      this.part = "whole";
      this.gathered.push(`${line}\n`, piece.slice(from));
      return;
    }
    this.rest += piece.slice(from);
  }

  /** @throws OnRecordError where the file holds no whole graph. */
  end(): void {
    if (this.part === "head" || this.part === "whole")
      this.takeWhole(parse(this.gathered.join("") + this.rest, this.name));
    else if (this.part !== "end")
      throw new OnRecordError("BAD_JSON", `${this.name}: it ends in the middle of the graph; ${REBUILD}`);
  }

  /** Takes a line; false where the file isn't laid out in lines. */
  private take(line: string): boolean {
    if (this.part === "head") return this.takeHead(line);
    if (line === '"nodes":[') this.part = "nodes";
    else if (line === '],"edges":[') this.part = "edges";
    else if (line === "]}}") this.part = "end";
    else if (this.part === "end") {
      if (line.trim() !== "") throw new OnRecordError("BAD_JSON", `${this.name}: more after the graph; ${REBUILD}`);
    } else {
      const one = parse(line.endsWith(",") ? line.slice(0, -1) : line, this.name);
      if (this.part === "nodes") this.taker.node(one as NodeLine);
      else this.taker.edge(one as EdgeLine);
    }
    return true;
  }

  private takeHead(line: string): boolean {
    if (!line.startsWith('{"schema":') || !line.endsWith("},")) return false;
    const { schema, graph } = parse(`${line}"nodes":[]}}`, this.name) as Whole;
    this.begin(schema, graph?.attributes);
    this.part = "nodes";
    return true;
  }

  /** Takes all at once: a value laid out as the file is. */
  takeWhole(value: unknown): void {
    const { schema, graph } = (value ?? {}) as Whole;
    this.begin(schema, graph?.attributes);
    if (!Array.isArray(graph?.nodes) || !Array.isArray(graph.edges))
      throw new OnRecordError("BAD_GRAPH", `${this.name}: holds no nodes and edges; ${REBUILD}`);
    for (const node of graph.nodes) this.taker.node(node);
    for (const edge of graph.edges) this.taker.edge(edge);
  }

  private begin(schema: unknown, attributes: GraphAttributes | undefined): void {
    if (schema !== SCHEMA_VERSION)
      throw new OnRecordError(
        "WRONG_SCHEMA",
        `${this.name}: written as ${String(schema)}, this page reads ${SCHEMA_VERSION}; ${REBUILD}`,
      );
    this.taker.begin(attributes ?? { schema: SCHEMA_VERSION, title: "" });
  }
}

interface Whole {
  readonly schema?: unknown;
  readonly graph?: {
    readonly attributes?: GraphAttributes;
    readonly nodes?: readonly NodeLine[];
    readonly edges?: readonly EdgeLine[];
  };
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OnRecordError("BAD_JSON", `${name}: not valid JSON; ${REBUILD}`, { cause: error });
  }
}

/** Says that an edge of the file ends nowhere. */
export function looseEnd(name: string, edge: string): OnRecordError {
  return new OnRecordError("BAD_GRAPH", `${name}: the edge "${edge}" has an end that is no node of the file`);
}
