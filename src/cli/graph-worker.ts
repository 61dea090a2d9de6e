import { parentPort, workerData } from "node:worker_threads";
import { type GraphJob, type GraphSummary, makeGraph } from "../workspace/index.ts";

/** A graph that is made, or why it isn't. */
export type GraphAnswer =
  | { readonly summary: GraphSummary }
  | { readonly error: { readonly code?: string; readonly message: string; readonly stack?: string } };

try {
  const summary = await makeGraph(workerData as GraphJob);
  parentPort?.postMessage({ summary } satisfies GraphAnswer);
} catch (thrown) {
  const { code, message, stack } = thrown as { code?: string; message: string; stack?: string };
  parentPort?.postMessage({ error: { code, message, stack } } satisfies GraphAnswer);
}
