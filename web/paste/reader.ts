import type { OnRecordGraph } from "../../src/graph/index.ts";
import { type Article, OnRecordError, type Reading, SCHEMA_VERSION } from "../../src/model/index.ts";
import { graphFrom } from "../data/graph-maker.ts";
import type { PrepareRequest, ReadAnswer, ReadRequest, Stage } from "./messages.ts";

let worker: Worker | null = null;

function startedWorker(): Worker {
  worker ??= new Worker(new URL("./reader.worker.ts", import.meta.url), { type: "module" });
  return worker;
}

/** Starts the worker and has it load its models, so that they are there by the time an article is. */
export function prepareReader(): void {
  startedWorker().postMessage({ type: "prepare" } satisfies PrepareRequest);
}

/**
 * Reads articles in a worker and builds the graph of them and of `others`; without articles, of `others` alone.
 *
 * @param onStage told what is being done.
 * @param signal stops the work at once; the promise is then rejected with its reason.
 */
export function readInWorker(
  request: ReadRequest,
  onStage: (stage: Stage) => void,
  signal: AbortSignal,
): Promise<{ readonly readings: readonly Reading[]; readonly graph: OnRecordGraph }> {
  const current = startedWorker();
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
            readings: data.readings,
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

/** Pasted text, plain or a page's source, or the bytes of a file, with the name it is called by. */
export interface Input {
  readonly contents: string | Uint8Array;
  readonly name: string;
}

/**
 * Makes articles of pasted text, or of files of any format. Nothing in them runs or is fetched. What can't be read is left out
 * as long as something can.
 *
 * @throws OnRecordError why nothing can be read; `MANY_ARTICLES` for more than `most`.
 */
export async function articlesOf(
  inputs: readonly Input[],
  most: number,
): Promise<{ readonly articles: Article[]; readonly leftOut: number }> {
  const articles = new Map<string, Article>();
  const problems: OnRecordError[] = [];
  for (const { contents, name } of inputs) {
    for await (const item of itemsOf(contents, name)) {
      if (item instanceof OnRecordError) problems.push(item);
      else articles.set(item.id, item);
      if (articles.size > most) {
        throw new OnRecordError(
          "MANY_ARTICLES",
          `${name}: more than ${most} articles; put them into a workspace: onrecord add "${name}"`,
        );
      }
    }
  }
  if (articles.size === 0) throw problems[0] ?? new OnRecordError("EMPTY", "no article in it; choose another file");
  return { articles: [...articles.values()], leftOut: problems.length };
}

async function* itemsOf(contents: string | Uint8Array, name: string): AsyncIterable<Article | OnRecordError> {
  if (typeof contents === "string") {
    const { articleFromBytes } = await import("../../src/ingest/bytes.ts");
    yield articleFromBytes(new TextEncoder().encode(contents), name, parseDocument);
    return;
  }
  const { fileFromBytes, isSkipped, readArticles } = await import("../../src/ingest/formats/index.ts");
  for await (const item of readArticles(fileFromBytes(contents, name), { parseDocument })) {
    yield isSkipped(item) ? new OnRecordError(item.skipped, item.message) : item;
  }
}
