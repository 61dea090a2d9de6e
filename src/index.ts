/**
 * On Record as a library: reads news articles into statements, sources and entities, and builds a graph of them. The same in
 * Node and in the browser. `onrecord/query` asks the graph in openCypher, `onrecord/formats` writes and reads it.
 */
import { loadModels, readArticle, readerVersion } from "./extract/index.ts";
import { fileFromBytes, isSkipped, type ReadOptions, readArticles, type Skipped } from "./ingest/formats/index.ts";
import { type ArticleSource, articleFromHtml, articleFromText, type ParseDocument } from "./ingest/index.ts";
import type { Article, Reading } from "./model/index.ts";

export * from "./analysis/stakeholder-analysis.ts";
export { loadModels, type Models, readArticle, readerVersion } from "./extract/index.ts";
export { type BuildOptions, buildGraph, type LayoutOptions, layOut, type OnRecordGraph } from "./graph/index.ts";
export {
  fileFromBlob,
  fileFromBytes,
  type InputFile,
  isSkipped,
  type ReadOptions,
  readArticles,
  type Skipped,
} from "./ingest/formats/index.ts";
export {
  type ArticleSource,
  articleFromBytes,
  articleFromHtml,
  articleFromText,
  type ParseDocument,
} from "./ingest/index.ts";
export * from "./model/index.ts";
export type { Register, RegisterEntry } from "./resolve/index.ts";

/** Reads articles with the trained models, which are loaded once. */
export interface Reader {
  /** Changes whenever it would read the same article differently. */
  readonly version: string;
  /** Reads plain text. */
  readText(text: string, source?: ArticleSource): Reading;
  /**
   * Reads a page's source: finds the article in it, runs and fetches nothing.
   *
   * @throws OnRecordError `NO_ARTICLE`
   */
  readHtml(html: string, source?: ArticleSource): Reading;
  /**
   * Reads every article of a file of any format: PDF, Word, mail, tables, feeds, archives … What can't be read comes as
   * `Skipped`, in its place, with a message; the rest goes on.
   *
   * @param name the file's name, which tells what its bytes don't
   */
  readFile(bytes: Uint8Array, name: string, options?: ReadOptions): AsyncIterable<Reading | Skipped>;
  /** Reads an article that is there already. */
  read(article: Article): Reading;
}

export interface ReaderOptions {
  /** Makes a document of a page's source. Default: the browser's DOMParser, linkedom in Node. */
  readonly parseDocument?: ParseDocument;
}

/**
 * Loads the models and gives a reader.
 *
 *     const reader = await createReader();
 *     const reading = reader.readText('"It will open in May," Ines Okafor said on Monday.', { date: "2024-05-03" });
 *     const graph = buildGraph([reading]);
 *
 * @throws OnRecordError when the weights are missing or damaged.
 */
export async function createReader(options: ReaderOptions = {}): Promise<Reader> {
  const models = await loadModels();
  const parseDocument = options.parseDocument ?? (await findParser());
  const read = (article: Article) => readArticle(article, models);
  return {
    version: readerVersion(models),
    read,
    readText: (text, source = {}) => read(articleFromText(text, source)),
    readHtml: (html, source = {}) => read(articleFromHtml(html, source, parseDocument)),
    async *readFile(bytes, name, options = {}) {
      for await (const item of readArticles(fileFromBytes(bytes, name), { parseDocument, ...options })) {
        yield isSkipped(item) ? item : read(item);
      }
    },
  };
}

async function findParser(): Promise<ParseDocument> {
  if (typeof DOMParser !== "undefined") return (html) => new DOMParser().parseFromString(html, "text/html");
  const { parseHTML } = await import("linkedom");
  return (html) => parseHTML(html).document as unknown as Document;
}
