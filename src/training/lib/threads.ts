import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { progress } from "./progress.ts";

/**
 * Runs a module's function `run` on each input, several at a time in threads of their own, and gives the results in the
 * order of the inputs: how many processors there are changes the time alone. Inputs and results are copied, except for
 * arrays over a `SharedArrayBuffer`. Says how far it is, as `what`, on standard error.
 */
export async function inThreads<Input, Output>(module: URL, inputs: readonly Input[], what: string): Promise<Output[]> {
  const results: Output[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < inputs.length) {
      const index = next++;
      results[index] = await inThread<Output>(module, inputs[index]);
      progress(`${what}: ${++done} of ${inputs.length}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), inputs.length) }, work));
  return results;
}

function inThread<Output>(module: URL, input: unknown): Promise<Output> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.mjs", import.meta.url), { workerData: { module: module.href, input } });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a training thread ended with code ${code} and no result`)));
  });
}

/** A column of integers that threads share. */
export function sharedColumn(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}
