import { MultiDirectedGraph } from "graphology";
import type { z } from "zod";
import type { OnRecordGraph } from "../graph/index.ts";
import {
  type EdgeAttributes,
  type GraphAttributes,
  type NodeAttributes,
  OnRecordError,
  SCHEMA_VERSION,
} from "../model/index.ts";
import { findJsonError, lineAndColumn, offsetOfPath } from "./json-place.ts";
import { GRAPH_FILE, type GraphFile } from "./json-schema.ts";
import { isReservedKey } from "./keys.ts";

const CHUNK = 1 << 16;

/**
 * Writes a graph as JSON, one node or edge a line, in chunks of about 64 KB: memory doesn't grow with the graph. The text is
 * `{"schema": "onrecord/1", "graph": {…}}` with a graph as graphology serialises it.
 */
export function* writeJson(graph: OnRecordGraph): Iterable<string> {
  const { attributes, options } = {
    attributes: graph.getAttributes(),
    options: { type: graph.type, multi: graph.multi },
  };
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
  return importGraph(checkJson(GRAPH_FILE, value, text, name, "BAD_GRAPH"), name);
}

/**
 * Parses JSON.
 *
 * @throws OnRecordError `BAD_JSON` with the line and column where it ceases to be JSON.
 */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    if (text.trim() === "") throw new OnRecordError("BAD_JSON", `${name}: the file is empty`, { cause: error });
    const offset = findJsonError(text) ?? 0;
    const found = offset >= text.length ? "the end of the file" : `"${text.slice(offset, offset + 12).split("\n")[0]}"`;
    const place = lineAndColumn(text, offset);
    throw new OnRecordError("BAD_JSON", `${name}:${place}: not valid JSON from here: ${found}`, { cause: error });
  }
}

/**
 * Checks a value that was parsed from `text` against a schema.
 *
 * @throws OnRecordError `code` with the line, the column and the path of the first thing that is wrong.
 */
export function checkJson<T>(schema: z.ZodType<T>, value: unknown, text: string, name: string, code: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first, ...more] = parsed.error.issues;
  const path = first.path.map((step) => (typeof step === "number" ? step : String(step)));
  const place = lineAndColumn(text, offsetOfPath(text, path));
  const where = path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
  const rest = more.length === 0 ? "" : ` (and ${more.length} more)`;
  throw new OnRecordError(code, `${name}:${place}: ${where === "" ? "" : `${where}: `}${first.message}${rest}`);
}

function importGraph({ graph: file }: GraphFile, name: string): OnRecordGraph {
  const graph: OnRecordGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes(file.attributes as unknown as GraphAttributes);
  for (const { key, attributes } of file.nodes) {
    if (isReservedKey(key)) throw new OnRecordError("BAD_GRAPH", `${name}: a node can't be called "${key}"`);
    if (graph.hasNode(key)) throw new OnRecordError("BAD_GRAPH", `${name}: the node "${key}" stands there twice`);
    graph.addNode(key, attributes as unknown as NodeAttributes);
  }
  for (const { key, source, target, attributes } of file.edges) {
    for (const end of [source, target])
      if (!graph.hasNode(end))
        throw new OnRecordError(
          "BAD_GRAPH",
          `${name}: the edge "${key}" ends at "${end}", which is no node of the file`,
        );
    if (graph.hasEdge(key)) throw new OnRecordError("BAD_GRAPH", `${name}: the edge "${key}" stands there twice`);
    graph.addEdgeWithKey(key, source, target, attributes as unknown as EdgeAttributes);
  }
  return graph;
}
