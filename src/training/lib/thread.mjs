/** The body of a thread of `inThreads`: TypeScript is read by tsx here as in the main thread. */
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { run } = await import(workerData.module);
const result = await run(workerData.input);
parentPort.postMessage(result);
