import type { OnRecordGraph } from "../../src/graph/index.ts";
import { OnRecordError, type Reading } from "../../src/model/index.ts";
import { GraphLines } from "./graph-lines.ts";

/** How far opening the graph has come, in bytes. */
export interface Progress {
  readonly done: number;
  /** Null where the server doesn't say how much there is. */
  readonly total: number | null;
}

/** How long the page may be kept from drawing, in milliseconds. */
const SLICE = 24;

/**
 * Fetches the workspace's graph; null where there is none yet. The graph grows while the file arrives, and the page can draw in
 * between.
 */
export async function loadGraph(onProgress: (progress: Progress) => void = () => {}): Promise<OnRecordGraph | null> {
  const path = "data/graph.json";
  const response = await fetchFile(path);
  // A host that answers every address with its front page.
  if (response === null || response.headers.get("content-type")?.includes("text/html")) return null;
  const lines = new GraphLines(path);
  let began = performance.now();
  for await (const { words, done, total } of piecesOf(response)) {
    lines.write(words);
    if (performance.now() - began < SLICE) continue;
    onProgress({ done, total });
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
  return lines.end();
}

/** Makes a graph of a value laid out as `graph.json` is. */
export function graphFrom(value: unknown, name: string): OnRecordGraph {
  return new GraphLines(name).takeWhole(value);
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

/** The answer for a file of the workspace; null where there is no such file. */
async function fetchFile(path: string): Promise<Response | null> {
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
  return response;
}

/** Fetches the text of a person's own phrases; null where there are none. */
export async function loadPhrases(): Promise<string | null> {
  const found = await fetchJson("data/phrases.json");
  return found === null ? null : JSON.stringify(found);
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetchFile(path);
  try {
    return (await response?.json()) ?? null;
  } catch (error) {
    if (response?.headers.get("content-type")?.includes("text/html")) return null;
    throw new OnRecordError("BAD_JSON", `${path}: not valid JSON; build the workspace again with: onrecord build`, {
      cause: error,
    });
  }
}

/** So many bytes are taken at once. */
const PIECE = 1 << 17;

/** Reads an answer as UTF-8 in small pieces, each with how much of it has arrived. */
async function* piecesOf(response: Response): AsyncGenerator<Progress & { readonly words: string }> {
  // A length that is given for what is packed says nothing of what is unpacked.
  const isPacked = response.headers.has("content-encoding");
  const length = Number(response.headers.get("content-length") ?? 0);
  const total = length > 0 && !isPacked ? length : null;
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let done = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    for (let from = 0; from < part.value.length; from += PIECE) {
      const bytes = part.value.subarray(from, from + PIECE);
      done += bytes.length;
      yield { words: decoder.decode(bytes, { stream: true }), done, total };
    }
  yield { words: decoder.decode(), done, total };
}
