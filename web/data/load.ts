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

/** How far opening the graph has come: bytes that have arrived, then nodes and edges that are in their place. */
export interface Progress {
  readonly stage: "fetching" | "building";
  readonly done: number;
  /** Null where the server doesn't say how much there is. */
  readonly total: number | null;
}

/** Fetches the workspace's graph; null where there is none yet. The page can draw in between. */
export async function loadGraph(onProgress: (progress: Progress) => void = () => {}): Promise<OnRecordGraph | null> {
  const path = "data/graph.json";
  const value = await fetchJson(path, (done, total) => onProgress({ stage: "fetching", done, total }));
  if (value === null) return null;
  const steps = buildSteps(value, path);
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < SLICE) continue;
    onProgress(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
}

/** How long the graph is built before the page may draw, in milliseconds. */
const SLICE = 30;
/** So many nodes or edges are a step. */
const STEP = 1000;

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

async function fetchJson(
  path: string,
  onBytes: (done: number, total: number | null) => void = () => {},
): Promise<unknown> {
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
    return JSON.parse(await textOf(response, onBytes));
  } catch (error) {
    // A host that answers every address with its front page.
    if (response.headers.get("content-type")?.includes("text/html")) return null;
    throw new OnRecordError("BAD_JSON", `${path}: not valid JSON; build the workspace again with: onrecord build`, {
      cause: error,
    });
  }
}

/** Reads an answer as UTF-8, telling how much of it has arrived. */
async function textOf(response: Response, onBytes: (done: number, total: number | null) => void): Promise<string> {
  if (response.body === null) return response.text();
  // A length that is given for what is packed says nothing of what is unpacked.
  const isPacked = response.headers.has("content-encoding");
  const length = Number(response.headers.get("content-length") ?? 0);
  const total = length > 0 && !isPacked ? length : null;
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  const parts: string[] = [];
  let done = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(decoder.decode(part.value, { stream: true }));
    done += part.value.length;
    onBytes(done, total);
  }
  return parts.join("") + decoder.decode();
}

/**
 * Makes the graph of what `graph.json` holds. The file is the build's own, checked there in full: here only what would make
 * the page fail later is checked, so that 150,000 edges open quickly.
 */
export function graphFrom(value: unknown, name: string): OnRecordGraph {
  const steps = buildSteps(value, name);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same step by step. */
function* buildSteps(value: unknown, name: string): Generator<Progress, OnRecordGraph> {
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
  const total = file.nodes.length + file.edges.length;
  for (const { key, attributes } of file.nodes) {
    graph.mergeNode(key, attributes);
    if (graph.order % STEP === 0) yield { stage: "building", done: graph.order, total };
  }
  for (const { key, source, target, attributes } of file.edges) {
    if (!graph.hasNode(source) || !graph.hasNode(target))
      throw new OnRecordError("BAD_GRAPH", `${name}: the edge "${key}" has an end that is no node of the file`);
    graph.addEdgeWithKey(key, source, target, attributes);
    if (graph.size % STEP === 0) yield { stage: "building", done: graph.order + graph.size, total };
  }
  return graph;
}
