import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import { isSkipped, readArticles } from "../ingest/formats/index.ts";
import { type Article, OnRecordError } from "../model/index.ts";
import { type ArticleFile, parseDocument } from "./article-files.ts";
import type { ColumnsByFile } from "./columns-file.ts";
import { fileFromPath } from "./input-file.ts";
import { type FoundFile, isSame, type Manifest } from "./manifest.ts";
import { findReading, readingPath } from "./reading-files.ts";
import type { ReadingPool } from "./reading-pool.ts";
import type { Workspace } from "./workspace.ts";

export interface ReadFilesOptions {
  /** Reads everything again, whatever is known. */
  readonly again: boolean;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Told what was guessed about a file. */
  readonly notice?: (message: string) => void;
}

/**
 * Sees to it that every article of every file has its reading in the workspace; gives what each file holds. A file that is as
 * the manifest knows it isn't opened; an article whose reading is there isn't read again. What is done stays done when the
 * process ends before.
 */
export async function readFiles(
  workspace: Workspace,
  files: readonly ArticleFile[],
  known: Manifest | null,
  columns: ColumnsByFile,
  pool: ReadingPool,
  options: ReadFilesOptions,
): Promise<{ files: FoundFile[]; read: number }> {
  const seen = new Map(known?.files.map((file) => [file.name, file]));
  const onDisk = new Set(await readdir(workspace.readings).catch(() => [] as string[]));
  const hasReading = (id: string) => onDisk.has(basename(readingPath(workspace.readings, id)));
  const queue = new Queue(workspace, pool, options, files.length);
  const found: FoundFile[] = [];
  for (const { path, name, size, changed } of files) {
    const before = seen.get(name);
    if (before !== undefined && isSame(before, { size, changed }) && before.articles.every(hasReading)) {
      found.push(before);
      queue.count(before.articles.length);
      continue;
    }
    const file = fileFromPath(path, `${workspace.articles}/${name}`, size);
    const articles: string[] = [];
    const skipped: string[] = [];
    try {
      const reading = { parseDocument, columns: columns[name], notice: options.notice };
      for await (const item of readArticles(file, reading)) {
        if (isSkipped(item)) skipped.push(item.message);
        else {
          articles.push(item.id);
          await queue.add(item, articles, skipped);
        }
      }
    } finally {
      await file.close();
    }
    queue.count(0);
    found.push({ name, size, changed, articles, skipped });
  }
  return { files: found, read: await queue.end() };
}

/** Articles on their way to their readings: as many at once as the pool takes, no more are kept. */
class Queue {
  readonly #workspace: Workspace;
  readonly #pool: ReadingPool;
  readonly #options: ReadFilesOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #ids = new Set<string>();
  #files: number;
  #total = 0;
  #done = 0;
  #read = 0;
  #failure: unknown = null;

  constructor(workspace: Workspace, pool: ReadingPool, options: ReadFilesOptions, files: number) {
    this.#workspace = workspace;
    this.#pool = pool;
    this.#options = options;
    this.#files = files;
  }

  /** A file is through; `articles` of it were known. */
  count(articles: number): void {
    this.#files--;
    this.#total += articles;
    this.#done += articles;
    this.#report();
  }

  /**
   * Takes an article on, and waits while the pool is busy. One that the reader fails on leaves the `articles` of its file for the
   * `skipped`: a defect of ours shouldn't cost a person the rest.
   */
  async add(article: Article, articles: string[], skipped: string[]): Promise<void> {
    if (this.#ids.has(article.id)) return;
    this.#ids.add(article.id);
    this.#total++;
    const { again } = this.#options;
    if (!again && (await findReading(this.#workspace.readings, article, this.#pool.version)) !== null) {
      this.#finish();
      return;
    }
    this.#read++;
    const running: Promise<void> = this.#pool
      .write(article, this.#workspace.readings)
      .catch((error: unknown) => {
        if (error instanceof OnRecordError && error.code === "DEFECT") {
          articles.splice(articles.indexOf(article.id), 1);
          skipped.push(error.message);
        } else this.#failure ??= error;
      })
      .finally(() => {
        this.#running.delete(running);
        this.#finish();
      });
    this.#running.add(running);
    // one more than are read, so that a worker never waits for the next article
    if (this.#running.size > this.#pool.size) await Promise.race(this.#running);
    if (this.#failure === null) return;
    // Nothing is being written any more when the failure is told
    await Promise.all(this.#running);
    throw this.#failure;
  }

  /** Waits for the last; how many were read. */
  async end(): Promise<number> {
    await Promise.all(this.#running);
    if (this.#failure !== null) throw this.#failure;
    return this.#read;
  }

  #finish(): void {
    this.#done++;
    this.#report();
  }

  #report(): void {
    // a file that wasn't opened yet holds an article at least
    this.#options.onProgress?.({ done: this.#done, total: this.#total + this.#files });
  }
}
