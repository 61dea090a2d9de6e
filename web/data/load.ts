import { MultiDirectedGraph } from "graphology";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import {
  type EdgeAttributes,
  type GraphAttributes,
  type NodeAttributes,
  OnRecordError,
  type Reading,
  SCHEMA_VERSION,
} from "../../src/model/index.ts";

interface SerialisedGraph {
  readonly attributes?: GraphAttributes;
  readonly nodes: readonly { readonly key: string; readonly attributes: NodeAttributes }[];
  readonly edges: readonly {
    readonly key: string;
    readonly source: string;
    readonly target: string;
    readonly attributes: EdgeAttributes;
  }[];
}

/** Fetches the workspace's graph; null where there is none yet. */
export async function loadGraph(): Promise<OnRecordGraph | null> {
  const value = await fetchJson("data/graph.json");
  return value === null ? null : graphFrom(value, "data/graph.json");
}

/** Fetches the whole reading of one article. */
export async function loadReading(articleId: string): Promise<Reading> {
  const path = `data/readings/${encodeURIComponent(articleId)}.json`;
  const value = (await fetchJson(path)) as Reading | null;
  if (typeof value?.article?.text !== "string")
    throw new OnRecordError(
      "NO_READING",
      `${path}: the article's text isn't there; build the workspace again with: onrecord build`,
    );
  return value;
}

async function fetchJson(path: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path);
  } catch (error) {
    throw new OnRecordError("UNREACHABLE", `${path}: no answer; is "onrecord explore" still running?`, {
      cause: error,
    });
  }
  if (response.status === 404) return null;
  if (!response.ok) throw new OnRecordError("UNREACHABLE", `${path}: the server answered ${response.status}`);
  try {
    return await response.json();
  } catch (error) {
    // A host that answers every address with its front page.
    if (response.headers.get("content-type")?.includes("text/html")) return null;
    throw new OnRecordError("BAD_JSON", `${path}: not valid JSON; build the workspace again with: onrecord build`, {
      cause: error,
    });
  }
}

/**
 * Makes the graph of what `graph.json` holds. The file is the build's own, checked there in full: here only what would make
 * the page fail later is checked, so that 150,000 edges open quickly.
 */
export function graphFrom(value: unknown, name: string): OnRecordGraph {
  const { schema, graph: file } = (value ?? {}) as { schema?: unknown; graph?: SerialisedGraph };
  if (schema !== SCHEMA_VERSION)
    throw new OnRecordError(
      "WRONG_SCHEMA",
      `${name}: written as ${String(schema)}, this page reads ${SCHEMA_VERSION}; build the workspace again with: onrecord build`,
    );
  if (!Array.isArray(file?.nodes) || !Array.isArray(file?.edges))
    throw new OnRecordError(
      "BAD_GRAPH",
      `${name}: holds no nodes and edges; build the workspace again with: onrecord build`,
    );
  const graph: OnRecordGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes(file.attributes ?? { schema: SCHEMA_VERSION, title: "" });
  for (const { key, attributes } of file.nodes) graph.mergeNode(key, attributes);
  for (const { key, source, target, attributes } of file.edges) {
    if (!graph.hasNode(source) || !graph.hasNode(target))
      throw new OnRecordError("BAD_GRAPH", `${name}: the edge "${key}" has an end that is no node of the file`);
    graph.addEdgeWithKey(key, source, target, attributes);
  }
  return graph;
}
