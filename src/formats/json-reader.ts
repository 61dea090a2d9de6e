import { MultiDirectedGraph } from "graphology";
import type { OnRecordGraph } from "../graph/index.ts";
import {
  type EdgeAttributes,
  type GraphAttributes,
  type NodeAttributes,
  OnRecordError,
  SCHEMA_VERSION,
} from "../model/index.ts";
import { EDGE, GRAPH_FILE, NODE } from "./json-schema.ts";
import { checkJson, parseJson } from "./json-value.ts";
import { isReservedKey } from "./keys.ts";

/** The first line of `writeJson`, of which the nodes follow a line each. */
const HEAD = /^(\{"schema":"(?:[^"\\]|\\.)*","graph":\{"attributes":\{.*\},"options":\{[^{}]*\}),?$/s;

/**
 * Reads `graph.json` as it comes, chunk by chunk: `write` each, then `end`. A file as `writeJson` lays it out, a node or an edge a
 * line, is read line by line, in the memory of the graph alone, whatever its size; JSON laid out otherwise is kept whole.
 */
export class GraphJsonReader {
  readonly #name: string;
  readonly #graph: OnRecordGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  #pending = "";
  #line = 0;
  #part: "head" | "nodes" | "edges" | "end" | "whole" = "head";
  readonly #whole: string[] = [];

  /** @param name what errors call the input, a path. */
  constructor(name = "graph.json") {
    this.#name = name;
  }

  /** @throws OnRecordError `BAD_JSON`, `BAD_GRAPH` or `WRONG_SCHEMA` with the line. */
  write(chunk: string): void {
    if (this.#part === "whole") {
      this.#whole.push(chunk);
      return;
    }
    const text = this.#pending + chunk;
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      this.#take(text.slice(from, end));
      from = end + 1;
      if ((this.#part as string) === "whole") {
        this.#whole.push(text.slice(from));
        this.#pending = "";
        return;
      }
    }
    this.#pending = text.slice(from);
  }

  /** The graph, once everything is written. */
  end(): OnRecordGraph {
    if (this.#part === "end" && this.#pending.trim() === "") return this.#graph;
    if (this.#part === "head" || this.#part === "whole") {
      this.#readWhole(this.#part === "head" ? this.#pending : this.#whole.join(""));
      return this.#graph;
    }
    const place = `${this.#name}:${this.#line + 1}:1`;
    const why =
      this.#part === "end" ? "more after the end of the graph" : "the file ends in the middle; build it again";
    throw new OnRecordError("BAD_JSON", `${place}: not valid JSON from here: ${why}`);
  }

  #take(line: string): void {
    this.#line++;
    switch (this.#part) {
      case "head":
        this.#readHead(line);
        break;
      case "nodes":
        if (line === '"nodes":[') break;
        if (line === '],"edges":[') this.#part = "edges";
        else this.#addNode(this.#parse(line, NODE));
        break;
      case "edges":
        if (line === "]}}") this.#part = "end";
        else this.#addEdge(this.#parse(line, EDGE));
        break;
      case "end":
        if (line.trim() !== "") throw this.#wrong("BAD_JSON", "more after the end of the graph");
        break;
    }
  }

  #readHead(line: string): void {
    const head = HEAD.exec(line.startsWith("\ufeff") ? line.slice(1) : line);
    if (head) {
      this.#part = "nodes";
      const file = `${head[1]},"nodes":[],"edges":[]}}`;
      this.#start(parseJson(file, this.#name), file);
    } else {
      this.#part = "whole";
      this.#whole.push(`${line}\n`);
    }
  }

  #readWhole(text: string): void {
    const { nodes, edges } = this.#start(parseJson(text, this.#name), text).graph;
    for (const node of nodes) this.#addNode(node);
    for (const edge of edges) this.#addEdge(edge);
  }

  #start(value: unknown, text: string) {
    const schema = (value as { schema?: unknown } | null)?.schema;
    if (typeof schema === "string" && schema !== SCHEMA_VERSION)
      throw new OnRecordError(
        "WRONG_SCHEMA",
        `${this.#name}: written as ${schema}, this version reads ${SCHEMA_VERSION}; build the graph again`,
      );
    const file = checkJson(GRAPH_FILE, value, text, this.#name, "BAD_GRAPH");
    this.#graph.replaceAttributes(file.graph.attributes as unknown as GraphAttributes);
    return file;
  }

  #parse<T>(line: string, schema: typeof NODE | typeof EDGE): T {
    const text = line.endsWith(",") ? line.slice(0, -1) : line;
    const offset = { line: this.#line - 1 };
    return checkJson(schema as never, parseJson(text, this.#name, offset), text, this.#name, "BAD_GRAPH", offset);
  }

  #wrong(code: string, what: string): OnRecordError {
    const place = this.#line > 1 ? `${this.#name}:${this.#line}` : this.#name;
    return new OnRecordError(code, `${place}: ${what}`);
  }

  #addNode({ key, attributes }: { key: string; attributes: object }): void {
    if (isReservedKey(key)) throw this.#wrong("BAD_GRAPH", `a node can't be called "${key}"`);
    if (this.#graph.hasNode(key)) throw this.#wrong("BAD_GRAPH", `the node "${key}" stands there twice`);
    this.#graph.addNode(key, attributes as NodeAttributes);
  }

  #addEdge({
    key,
    source,
    target,
    attributes,
  }: {
    key: string;
    source: string;
    target: string;
    attributes: object;
  }): void {
    for (const end of [source, target])
      if (!this.#graph.hasNode(end))
        throw this.#wrong("BAD_GRAPH", `the edge "${key}" ends at "${end}", which is no node of the file`);
    if (this.#graph.hasEdge(key)) throw this.#wrong("BAD_GRAPH", `the edge "${key}" stands there twice`);
    this.#graph.addEdgeWithKey(key, source, target, attributes as EdgeAttributes);
  }
}

/**
 * Reads what `writeJson` writes, whole or in chunks.
 *
 * @param name what errors call the input, a path.
 * @throws OnRecordError `BAD_JSON` with line and column where it is no JSON, `BAD_GRAPH` with the place where it isn't such a
 * graph, `WRONG_SCHEMA` where another version wrote it.
 */
export function readJson(chunks: string | Iterable<string>, name?: string): OnRecordGraph {
  const reader = new GraphJsonReader(name);
  for (const chunk of typeof chunks === "string" ? [chunks] : chunks) reader.write(chunk);
  return reader.end();
}
