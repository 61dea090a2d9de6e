import { parentPort } from "node:worker_threads";
import type { Article } from "../model/index.ts";
import { saveReading } from "../workspace/index.ts";
import { createReader } from "./reader.ts";

/** An article to be read, and the folder its reading is written into. */
export interface ReadJob {
  readonly number: number;
  readonly article: Article;
  readonly folder: string;
}

/** A job that is done, or why it isn't. */
export interface ReadAnswer {
  readonly number: number;
  readonly error?: { readonly code?: string; readonly message: string; readonly stack?: string };
}

// Loaded once for all articles; jobs that come before wait for it
const loading = createReader();

parentPort?.on("message", async ({ number, article, folder }: ReadJob) => {
  try {
    const reader = await loading;
    await saveReading(folder, reader.read(article));
    parentPort?.postMessage({ number } satisfies ReadAnswer);
  } catch (thrown) {
    const { code, message, stack } = thrown as { code?: string; message: string; stack?: string };
    parentPort?.postMessage({ number, error: { code, message, stack } } satisfies ReadAnswer);
  }
});
