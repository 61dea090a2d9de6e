import type { OnRecordGraph } from "../../src/graph/index.ts";
import { OnRecordError } from "../../src/model/index.ts";
import type { GraphBytes, GraphNews } from "./graph.worker.ts";
import { GraphLines } from "./graph-lines.ts";
import { GraphMaker } from "./graph-maker.ts";
import { PartReader } from "./graph-parts.ts";
import { pause } from "./slices.ts";

/** A file up to this, in bytes, is read sooner than a worker has started. */
const SMALL = 1 << 20;
/** So many bytes go to the worker at once … */
const PIECE = 1 << 19;
/** … and no more than these wait there: a file of any size takes as much room. */
const MOST_WAITING = 1 << 23;
/** How long the page may be kept from drawing, in milliseconds. */
const SLICE = 12;
/** Milliseconds between two words on how far reading has come: a timer for every piece would add up to seconds. */
const TELLS_EVERY = 80;

/**
 * Makes the graph of a file of which the bytes arrive. A large one is read in a worker, and the page, which adds what has been
 * read to the graph, answers in between.
 *
 * @param name what errors call the file.
 * @param onRead told how many bytes are read.
 */
export async function readGraph(
  bytes: AsyncIterator<Uint8Array>,
  name: string,
  onRead: (bytes: number) => void,
  signal: AbortSignal,
): Promise<OnRecordGraph> {
  const first: Uint8Array[] = [];
  let size = 0;
  while (size <= SMALL) {
    const next = await bytes.next();
    signal.throwIfAborted();
    if (next.done) return readSmall(first, name);
    first.push(next.value);
    size += next.value.length;
  }
  return new LargeFile(bytes, first, name, onRead, signal).read();
}

function readSmall(bytes: readonly Uint8Array[], name: string): OnRecordGraph {
  const maker = new GraphMaker(name);
  const lines = new GraphLines(name, maker);
  const decoder = new TextDecoder();
  for (const piece of bytes) lines.write(decoder.decode(piece, { stream: true }));
  lines.write(decoder.decode());
  lines.end();
  return maker.graph;
}

/** A file on its way through the worker. */
class LargeFile {
  private readonly worker = new Worker(new URL("./graph.worker.ts", import.meta.url), { type: "module" });
  private readonly maker: GraphMaker;
  private readonly news: GraphNews[] = [];
  /** Goes on when something has happened. */
  private wake: () => void = () => {};
  private wakeFeeder: () => void = () => {};
  private sent = 0;
  private done = 0;
  private problem: unknown = null;

  constructor(
    private readonly bytes: AsyncIterator<Uint8Array>,
    private readonly first: Uint8Array[],
    private readonly name: string,
    private readonly onRead: (bytes: number) => void,
    signal: AbortSignal,
  ) {
    this.maker = new GraphMaker(name);
    this.worker.onmessage = ({ data }: MessageEvent<GraphNews>) => {
      this.news.push(data);
      this.wake();
    };
    this.worker.onerror = ({ message }) => this.fail(new Error(message || "the worker couldn't be started"));
    signal.addEventListener("abort", () => this.fail(signal.reason), { once: true });
  }

  async read(): Promise<OnRecordGraph> {
    this.onRead(0);
    this.send({ name: this.name });
    void this.feed().catch((error) => this.fail(error));
    try {
      await this.gather();
    } finally {
      this.worker.terminate();
      this.fail(new Error("the file isn't read any more"));
    }
    return this.maker.graph;
  }

  /** Adds what the worker has read, in slices. */
  private async gather(): Promise<void> {
    const parts = new PartReader(this.maker);
    let began = performance.now();
    let told = Number.NEGATIVE_INFINITY;
    for (;;) {
      if (this.problem !== null) throw this.problem;
      const news = this.news.shift();
      if (news === undefined) {
        await new Promise<void>((resolve) => (this.wake = resolve));
        began = performance.now();
      } else if (news === "done") return;
      else if ("failed" in news) throw new OnRecordError(news.code as OnRecordError["code"], news.failed);
      else if ("read" in news) {
        this.done += news.read;
        if (performance.now() - told > TELLS_EVERY) {
          this.onRead(this.done);
          // A timer: the bar is drawn before the next piece is added.
          await new Promise((resolve) => setTimeout(resolve));
          told = began = performance.now();
        }
      } else {
        parts.read(news.part);
        if (performance.now() - began < SLICE) continue;
        await pause();
        began = performance.now();
      }
      this.wakeFeeder();
    }
  }

  /** Hands the bytes to the worker as they arrive, as fast as they are read. */
  private async feed(): Promise<void> {
    let waiting = this.first;
    let size = waiting.reduce((sum, { length }) => sum + length, 0);
    for (;;) {
      const next = await this.bytes.next();
      if (this.problem !== null) return;
      if (!next.done) {
        waiting.push(next.value);
        size += next.value.length;
        if (size < PIECE) continue;
      }
      this.send(waiting);
      this.sent += size;
      [waiting, size] = [[], 0];
      if (next.done) return this.send(null);
      while (this.sent - this.done > MOST_WAITING && this.problem === null)
        await new Promise<void>((resolve) => (this.wakeFeeder = resolve));
    }
  }

  private send(bytes: GraphBytes): void {
    this.worker.postMessage(bytes, Array.isArray(bytes) ? [...new Set(bytes.map(({ buffer }) => buffer))] : []);
  }

  /** Ends reading and feeding; the first problem is the one that is told. */
  private fail(problem: unknown): void {
    this.problem ??= problem;
    this.wake();
    this.wakeFeeder();
  }
}
