import type { Article, Reading } from "../model/index.ts";
import { saveReading } from "./reading-files.ts";

/** Reads one article; `version` changes whenever it would read the same article differently. */
export interface ArticleReader {
  readonly version: string;
  read(article: Article): Reading;
}

/** Reads articles, several at once where it can, and writes each reading as soon as it is there. */
export interface ReadingPool {
  readonly version: string;
  /** How many articles it reads at once. */
  readonly size: number;
  /** Reads an article and writes its reading into `folder`. */
  write(article: Article, folder: string): Promise<void>;
  close(): Promise<void>;
}

/** A reader of this thread as a pool of one. */
export function poolOf(reader: ArticleReader): ReadingPool {
  return {
    version: reader.version,
    size: 1,
    write: async (article, folder) => await saveReading(folder, reader.read(article)),
    close: async () => {},
  };
}
