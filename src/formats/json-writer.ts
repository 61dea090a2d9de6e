import type { OnRecordGraph } from "../graph/index.ts";
import { SCHEMA_VERSION } from "../model/index.ts";

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
