import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Article, OnRecordError } from "../model/index.ts";
import {
  type ArticleReader,
  noteWritingThread,
  noteWrittenFolder,
  poolOf,
  type ReadingPool,
} from "../workspace/index.ts";
import type { ReadAnswer, ReadJob } from "./read-worker.ts";

/** So many articles are read before workers are started, which takes longer than reading a few. */
const READ_HERE = 8;

/** A job's end. */
interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Reads articles on all cores: the first few here, then in a worker thread for each core, started when it's needed. */
export function createPool(reader: ArticleReader): ReadingPool {
  // the program as it is built can start its workers; its sources, run by a loader, can't everywhere
  const canStart = import.meta.url.endsWith(".js");
  const size = canStart ? availableParallelism() : 1;
  const here = poolOf(reader);
  if (size === 1) return here;
  const workers: { worker: Worker; jobs: Map<number, Waiting> }[] = [];
  let number = 0;
  const write = (article: Article, folder: string): Promise<void> => {
    number++;
    if (number <= READ_HERE) return here.write(article, folder);
    noteWrittenFolder(folder);
    const idle = workers.find(({ jobs }) => jobs.size === 0);
    if (idle === undefined && workers.length < size) workers.push(startWorker());
    const chosen = idle ?? workers.reduce((best, one) => (one.jobs.size < best.jobs.size ? one : best));
    return new Promise((resolve, reject) => {
      chosen.jobs.set(number, { resolve, reject });
      chosen.worker.postMessage({ number, article, folder } satisfies ReadJob);
    });
  };
  const close = async () => {
    await Promise.all(workers.splice(0).map(({ worker }) => worker.terminate()));
  };
  return { version: reader.version, size, write, close };
}

function startWorker(): { worker: Worker; jobs: Map<number, Waiting> } {
  const worker = new Worker(new URL("./read-worker.js", import.meta.url));
  noteWritingThread(worker);
  const jobs = new Map<number, Waiting>();
  worker.on("message", ({ number, error }: ReadAnswer) => {
    const job = jobs.get(number);
    jobs.delete(number);
    if (error === undefined) job?.resolve();
    else job?.reject(thrownElsewhere(error));
  });
  const end = (error: unknown) => {
    for (const { reject } of jobs.values()) reject(error);
    jobs.clear();
  };
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`a reading worker ended with code ${code}`)));
  return { worker, jobs };
}

/** What a worker threw, as it was thrown there. */
export function thrownElsewhere({ code, message, stack }: NonNullable<ReadAnswer["error"]>): Error {
  const error = code === undefined ? new Error(message) : new OnRecordError(code, message);
  error.stack = stack;
  return error;
}
