import { MultiDirectedGraph } from "graphology";
import type { OnRecordGraph } from "../graph/index.ts";
import {
  type EdgeAttributes,
  type GraphAttributes,
  type NodeAttributes,
  OnRecordError,
  SCHEMA_VERSION,
} from "../model/index.ts";
import { GRAPH_FILE, type GraphFile, problemsOf } from "./json-schema.ts";

const CHUNK = 1 << 16;

/**
 * Writes a graph as JSON, one node or edge a line, in chunks of about 64 KB: memory doesn't grow with the graph. The text is
 * `{"schema": "onrecord/1", "graph": {…}}` with a graph as graphology serialises it.
 */
export function* writeJson(graph: OnRecordGraph): Iterable<string> {
  const { attributes, options } = { attributes: graph.getAttributes(), options: { type: graph.type, multi: graph.multi } };
  let chunk =
    `{"schema":${JSON.stringify(SCHEMA_VERSION)},"graph":{"attributes":${JSON.stringify(attributes)},` +
    `"options":${JSON.stringify({ ...options, allowSelfLoops: graph.allowSelfLoops })},\n"nodes":[`;
  let separator = "\n";
  for (const { node, attributes } of graph.nodeEntries()) {
    chunk += `${separator}{"key":${JSON.stringify(node)},"attributes":${JSON.stringify(attributes)}}`;
    separator = ",\n";
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = "";
    }
  }
  chunk += '\n],"edges":[';
  separator = "\n";
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    chunk +=
      `${separator}{"key":${JSON.stringify(edge)},"source":${JSON.stringify(source)},` +
      `"target":${JSON.stringify(target)},"attributes":${JSON.stringify(attributes)}}`;
    separator = ",\n";
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = "";
    }
  }
  yield `${chunk}\n]}}\n`;
}

/**
 * Reads what `writeJson` writes, whole or in chunks.
 *
 * @param name what errors call the input, a path.
 * @throws OnRecordError `BAD_JSON` with line and column where it is no JSON, `BAD_GRAPH` with the place where it isn't such a
 * graph, `WRONG_SCHEMA` where another version wrote it.
 */
export function readJson(chunks: string | Iterable<string>, name = "graph.json"): OnRecordGraph {
  const text = typeof chunks === "string" ? chunks : [...chunks].join("");
  const value = parseJson(text, name);
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (typeof schema === "string" && schema !== SCHEMA_VERSION)
    throw new OnRecordError(
      "WRONG_SCHEMA",
      `${name}: written as ${schema}, this version reads ${SCHEMA_VERSION}; build the graph again`,
    );
  const parsed = GRAPH_FILE.safeParse(value);
  if (!parsed.success) throw new OnRecordError("BAD_GRAPH", `${name}: no On Record graph (${problemsOf(parsed.error)})`);
  return importGraph(parsed.data, name);
}

/** Parses JSON; says line and column of what is wrong. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    const reason = (error as Error).message;
    const at = /position (\d+)/.exec(reason);
    const place = at ? placeOf(text, Number(at[1])) : "";
    const what = text.trim() === "" ? "the file is empty" : reason.replace(/ in JSON at position.*$| \(line \d.*$/s, "");
    throw new OnRecordError("BAD_JSON", `${name}${place}: not valid JSON: ${what}`, { cause: error });
  }
}

/** `:line:column` of an offset, both from 1. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `:${line}:${offset - before.lastIndexOf("\n")}`;
}

function importGraph({ graph: file }: GraphFile, name: string): OnRecordGraph {
  const graph: OnRecordGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes(file.attributes as unknown as GraphAttributes);
  for (const { key, attributes } of file.nodes) {
    if (graph.hasNode(key)) throw new OnRecordError("BAD_GRAPH", `${name}: the node "${key}" stands there twice`);
    graph.addNode(key, attributes as unknown as NodeAttributes);
  }
  for (const { key, source, target, attributes } of file.edges) {
    for (const end of [source, target])
      if (!graph.hasNode(end))
        throw new OnRecordError("BAD_GRAPH", `${name}: the edge "${key}" ends at "${end}", which is no node of the file`);
    if (graph.hasEdge(key)) throw new OnRecordError("BAD_GRAPH", `${name}: the edge "${key}" stands there twice`);
    graph.addEdgeWithKey(key, source, target, attributes as unknown as EdgeAttributes);
  }
  return graph;
}
