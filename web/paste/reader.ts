import type { OnRecordGraph } from "../../src/graph/index.ts";
import { type Article, OnRecordError, type Reading, SCHEMA_VERSION } from "../../src/model/index.ts";
import { graphFrom } from "../data/load.ts";
import type { ReadAnswer, ReadRequest, Stage } from "./messages.ts";

let worker: Worker | null = null;

/**
 * Reads an article in a worker and builds the graph of it and of `others`; without an article, of `others` alone.
 *
 * @param onStage told what is being done.
 * @param signal stops the work at once; the promise is then rejected with its reason.
 */
export function readInWorker(
  request: ReadRequest,
  onStage: (stage: Stage) => void,
  signal: AbortSignal,
): Promise<{ readonly reading: Reading | null; readonly graph: OnRecordGraph }> {
  worker ??= new Worker(new URL("./reader.worker.ts", import.meta.url), { type: "module" });
  const current = worker;
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      current.onmessage = null;
      current.onerror = null;
      signal.removeEventListener("abort", abort);
      settle();
    };
    const drop = (reason: unknown) =>
      finish(() => {
        // A reading can't be interrupted otherwise; the next one starts a new worker.
        current.terminate();
        if (worker === current) worker = null;
        reject(reason);
      });
    const abort = () => drop(signal.reason);
    current.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
      if (data.type === "stage") onStage(data.stage);
      else if (data.type === "failed") finish(() => reject(new OnRecordError(data.code, data.message)));
      else
        finish(() =>
          resolve({
            reading: data.reading,
            graph: graphFrom({ schema: SCHEMA_VERSION, graph: data.graph }, "the graph"),
          }),
        );
    };
    current.onerror = (event) => drop(new Error(event.message || "the reading worker couldn't be started"));
    if (signal.aborted) abort();
    else {
      signal.addEventListener("abort", abort);
      current.postMessage(request);
    }
  });
}

const parseDocument = (html: string) => new DOMParser().parseFromString(html, "text/html");

/**
 * Makes an article of pasted text, plain or a page's source, or of a file of any format. Nothing in it runs or is fetched.
 *
 * @throws OnRecordError why it can't be read; `MANY_ARTICLES` where a file holds several.
 */
export async function articleOf(contents: string | Uint8Array, name: string): Promise<Article> {
  if (typeof contents === "string") {
    const { articleFromBytes } = await import("../../src/ingest/bytes.ts");
    return articleFromBytes(new TextEncoder().encode(contents), name, parseDocument);
  }
  const { fileFromBytes, isSkipped, readFile } = await import("../../src/ingest/formats/index.ts");
  const articles: Article[] = [];
  let problem: OnRecordError | null = null;
  for await (const item of readFile(fileFromBytes(contents, name), { parseDocument })) {
    if (isSkipped(item)) problem ??= new OnRecordError(item.skipped, item.message);
    else if (articles.push(item) > 1) break;
  }
  if (articles.length > 1) {
    throw new OnRecordError(
      "MANY_ARTICLES",
      `${name}: holds more than one article; put it into a workspace: onrecord add "${name}"`,
    );
  }
  if (articles.length === 0)
    throw problem ?? new OnRecordError("EMPTY", `${name}: no article in it; choose another file`);
  return articles[0];
}
