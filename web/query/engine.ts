import type { OnRecordGraph } from "../../src/graph/index.ts";
import type { CallName, Calls, Reply, Request } from "./messages.ts";

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

/** Says that the work was given up because a person asked for it. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

let worker: Worker | null = null;
/** The graph that the worker has: it is sent once and kept there. */
let sent: OnRecordGraph | null = null;
let waiting = new Map<number, Waiting>();
let count = 0;

/**
 * Has the worker do something with a graph.
 *
 * @throws Stopped when the worker was stopped meanwhile
 */
export function callEngine<N extends CallName>(
  graph: OnRecordGraph,
  name: N,
  ...given: Parameters<Calls[N]>
): Promise<Awaited<ReturnType<Calls[N]>>> {
  worker ??= start();
  if (sent !== graph) {
    sent = graph;
    // An answer is waited for like any other, so that a graph that can't be taken is said at once.
    const opened = post("open", [graph.export()]);
    return opened.then(() => post(name, given)) as Promise<Awaited<ReturnType<Calls[N]>>>;
  }
  return post(name, given) as Promise<Awaited<ReturnType<Calls[N]>>>;
}

/** Ends what the worker does at once; the next call starts another. */
export function stopEngine(reason: Error = new Stopped()): void {
  worker?.terminate();
  worker = null;
  sent = null;
  const left = waiting;
  waiting = new Map();
  for (const { reject } of left.values()) reject(reason);
}

function post(name: CallName, given: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (worker === null) return reject(new Stopped());
    const request: Request = { id: ++count, name, given };
    waiting.set(request.id, { resolve, reject });
    worker.postMessage(request);
  });
}

function start(): Worker {
  const made = new Worker(new URL("./query.worker.ts", import.meta.url), { type: "module" });
  made.onmessage = ({ data: { id, value, problem } }: MessageEvent<Reply>) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (problem !== undefined) asker?.reject(new Error(problem));
    else asker?.resolve(value as never);
  };
  made.onerror = (event) => stopEngine(new Error(event.message || "the query worker couldn't be started"));
  return made;
}
