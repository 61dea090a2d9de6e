import { writeSync } from "node:fs";
import { removeUnfinishedFiles } from "../workspace/index.ts";

/** How the process ends; `onrecord --help` lists them. */
export const EXIT = {
  done: 0,
  /** Something a person can mend: the message on standard error says what. */
  failed: 1,
  /** The command line isn't understood. */
  usage: 2,
  /** Done, but some of the input was left out; standard error names it. */
  partly: 3,
  /** A defect of ours. */
  defect: 70,
  interrupted: 130,
} as const;

/** Writes to standard output and waits where the reader at the other end is slow. */
export async function print(text: string): Promise<void> {
  if (text === "") return;
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}

/** Writes chunks to standard output as they come. */
export async function printAll(chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) await print(chunk);
}

/** One line on standard error. */
export function note(line: string): void {
  clearProgress();
  process.stderr.write(`${line}\n`);
}

/** Whether colours and rules may be drawn on standard output (https://no-color.org). */
export function isStyled(): boolean {
  return process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
}

/** Width of the terminal, 100 where there is none. */
export function terminalWidth(): number {
  return process.stdout.columns ?? (Number(process.env["COLUMNS"]) || 100);
}

let drawn = false;

function clearProgress(): void {
  if (drawn) process.stderr.write("\r\x1b[K");
  drawn = false;
}

/**
 * A line of progress on standard error, only on a terminal and only for what takes longer than a second.
 *
 * @param what "articles"
 */
export function createProgress(what: string): (progress: { done: number; total: number }) => void {
  const started = performance.now();
  let last = 0;
  return ({ done, total }) => {
    const now = performance.now();
    if (done >= total) {
      clearProgress();
      return;
    }
    if (!process.stderr.isTTY || now - started < 1000 || now - last < 100) return;
    last = now;
    const perSecond = (done / (now - started)) * 1000;
    const left = perSecond > 0 ? ` · ${Math.ceil((total - done) / perSecond)} s left` : "";
    process.stderr.write(`\r\x1b[K${done} of ${total} ${what} · ${perSecond.toFixed(0)} a second${left}`);
    drawn = true;
  };
}

/**
 * Lets the process end well: Ctrl-C leaves nothing half-written, and a reader that goes away (`| head`) is no error.
 */
export function endWell(): void {
  const interrupted = () => {
    removeUnfinishedFiles();
    clearProgress();
    process.exit(EXIT.interrupted);
  };
  process.on("SIGINT", interrupted);
  process.on("SIGTERM", interrupted);
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      removeUnfinishedFiles();
      process.exit(EXIT.done);
    });
}

/** The last words of a process that ends at once: they don't wait for a stream. */
export function lastWords(line: string): void {
  try {
    writeSync(2, `${line}\n`);
  } catch {
    // Nobody listens
  }
}
