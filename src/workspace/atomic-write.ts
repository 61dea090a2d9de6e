import { existsSync, readdirSync, unlinkSync } from "node:fs";
import { type FileHandle, mkdir, open, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { OnRecordError } from "../model/index.ts";

/** Files that are being written: what an interrupted run leaves to be removed. */
const unfinished = new Set<string>();
/** Folders that other threads of this process write into. */
const folders = new Set<string>();
/** Threads that write into them. */
const threads = new Set<WritingThread>();

/** What can be ended at once: a worker thread. */
export interface WritingThread {
  terminate(): unknown;
  once(event: "exit", listener: () => void): unknown;
}

/** How often and how far apart, in milliseconds, an ending process looks for what its threads were just making. */
const SWEEPS = 15;
const SWEEP_PAUSE = 10;

export interface WriteOptions {
  /** Waits until it is on the disk, so that not even a power cut loses it. Default true; false for what can be made again. */
  readonly durable?: boolean;
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, which takes its name when everything is on the disk.
 * The folder is made where it's missing.
 *
 * @throws OnRecordError `CANNOT_WRITE` when the folder or the disk doesn't let it.
 */
export async function writeFileAtomically(
  path: string,
  chunks: string | Iterable<string>,
  options: WriteOptions = {},
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let file: FileHandle | null = null;
  unfinished.add(temporary);
  try {
    await mkdir(dirname(path), { recursive: true });
    file = await open(temporary, "w");
    for (const chunk of typeof chunks === "string" ? [chunks] : chunks) await file.writeFile(chunk);
    if (options.durable ?? true) await file.sync();
    await file.close();
    file = null;
    await rename(temporary, path);
  } catch (error) {
    await file?.close().catch(() => {});
    await unlink(temporary).catch(() => {});
    throw writeError(path, error);
  } finally {
    unfinished.delete(temporary);
  }
}

/** Says that other threads write into a folder: what they leave unfinished goes with the rest. */
export function noteWrittenFolder(folder: string): void {
  folders.add(folder);
}

/** Says that a thread writes into noted folders, until it ends. */
export function noteWritingThread(thread: WritingThread): void {
  threads.add(thread);
  thread.once("exit", () => threads.delete(thread));
}

/**
 * Ends all writing and removes what was being written; for a process that ends at once. Threads are ended first; a file that
 * the system was asked to make before may still come to be, so it is looked for again for a moment.
 */
export function removeUnfinishedFiles(): void {
  const sweeps = threads.size > 0 || unfinished.size > 0 ? SWEEPS : 1;
  for (const thread of threads) thread.terminate();
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    if (sweep > 0) Atomics.wait(clock, 0, 0, SWEEP_PAUSE);
    sweepUnfinishedFiles();
  }
}

function sweepUnfinishedFiles(): void {
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder))
      if (name.endsWith(`.${process.pid}.tmp`)) unfinished.add(join(folder, name));
  }
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It wasn't made yet, or has its name already
    }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you may not write there; choose another place",
  EPERM: "you may not write there; choose another place",
  EROFS: "that disk can only be read; choose another place",
  ENOSPC: "the disk is full; make room and try again",
  EISDIR: "there is a folder of that name; choose another",
  ENOTDIR: "part of the path is a file, not a folder",
  ENAMETOOLONG: "the name is too long; choose a shorter one",
};

function writeError(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code !== "string") return error;
  return new OnRecordError("CANNOT_WRITE", `${path}: can't be written: ${REASONS[code] ?? code}`, { cause: error });
}
