import { totalmem } from "node:os";
import { Worker } from "node:worker_threads";
import { OnRecordError } from "../model/index.ts";
import {
  type GraphJob,
  type GraphSummary,
  makeGraph,
  noteWritingThread,
  noteWrittenFolder,
} from "../workspace/index.ts";
import type { GraphAnswer } from "./graph-worker.ts";
import { thrownElsewhere } from "./reading-workers.ts";

/** Up to so many articles a graph fits into the memory every process has. */
const FITS_HERE = 5000;
/** Share of the machine's memory that the graph of more may take. */
const SHARE = 0.8;

/**
 * Makes a workspace's graph: a large one in a thread of its own that may use the machine's memory, of which Node gives a
 * process half at most.
 *
 * @throws OnRecordError what `makeGraph` throws, and `OUT_OF_MEMORY` where the machine hasn't enough.
 */
export function makeGraphAnywhere(job: GraphJob): Promise<GraphSummary> {
  if (job.articles.length <= FITS_HERE || !import.meta.url.endsWith(".js")) return makeGraph(job);
  noteWrittenFolder(job.workspace.folder);
  const megabytes = Math.floor((totalmem() / 2 ** 20) * SHARE);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./graph-worker.js", import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    noteWritingThread(worker);
    worker.on("message", (answer: GraphAnswer) => {
      if ("summary" in answer) resolve(answer.summary);
      else reject(thrownElsewhere(answer.error));
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") reject(error);
      else reject(outOfMemory(job, megabytes));
    });
    worker.on("exit", (code) => reject(new Error(`the graph's thread ended with code ${code}`)));
  });
}

function outOfMemory({ articles, workspace }: GraphJob, megabytes: number): OnRecordError {
  return new OnRecordError(
    "OUT_OF_MEMORY",
    `${workspace.folder}: the graph of ${articles.length} articles needs more than ${megabytes} MB; split the workspace into several`,
  );
}
