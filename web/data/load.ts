import type { OnRecordGraph } from "../../src/graph/index.ts";
import { OnRecordError, type Reading } from "../../src/model/index.ts";
import { readGraph } from "./read-graph.ts";

/** How far opening the graph has come, in bytes. */
export interface Progress {
  readonly done: number;
  /** Null where the server doesn't say how much there is. */
  readonly total: number | null;
}

/**
 * Fetches the workspace's graph; null where there is none yet. The graph grows while the file arrives, and the page can draw in
 * between. Rejects with the signal's reason where it stops it.
 */
export async function loadGraph(
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<OnRecordGraph | null> {
  const path = "data/graph.json";
  const response = await fetchFile(path, signal);
  // A host that answers every address with its front page.
  if (response === null || response.headers.get("content-type")?.includes("text/html")) return null;
  // A length that is given for what is packed says nothing of what is unpacked.
  const isPacked = response.headers.has("content-encoding");
  const length = Number(response.headers.get("content-length") ?? 0);
  const total = length > 0 && !isPacked ? length : null;
  return readGraph(bytesOf(response), path, (done) => onProgress({ done, total }), signal);
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
async function fetchFile(path: string, signal?: AbortSignal): Promise<Response | null> {
  let response: Response;
  try {
    response = await fetch(path, { signal });
  } catch (error) {
    signal?.throwIfAborted();
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

/** The bytes of an answer as they arrive. */
async function* bytesOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) yield part.value;
}
