import type { Article } from "../../model/index.ts";
import { archiveReader } from "./archive.ts";
import { feed } from "./feed.ts";
import { type FormatReader, type InputFile, type ReadOptions, type Skipped, SNIFFED, skip } from "./format.ts";
import { gzipReader } from "./gzip.ts";
import { json, jsonLines } from "./json.ts";
import { mailReader } from "./mail.ts";
import { markdown } from "./markdown.ts";
import { nexis } from "./nexis.ts";
import { pdf } from "./pdf.ts";
import { plain } from "./plain.ts";
import { quotationGraph } from "./quotation-graph.ts";
import { rtf } from "./rtf.ts";
import { table } from "./table.ts";
import { word } from "./word.ts";

export {
  ARTICLE_FIELDS,
  type ArticleField,
  type ColumnMapping,
  describeColumns,
  guessColumns,
  parseMapping,
} from "./columns.ts";
export {
  type FormatReader,
  fileFromBlob,
  fileFromBytes,
  type InputFile,
  isSkipped,
  LIMITS,
  type ReadOptions,
  type Skipped,
} from "./format.ts";

/** Changes whenever files would give other articles: what was made of them before is made anew. */
export const INGEST_VERSION = "ingest/2";

/** Every format, the more particular before the more general: the first that recognises a file reads it. */
export const FORMATS: readonly FormatReader[] = [
  pdf,
  word,
  archiveReader(readArticles),
  gzipReader(readArticles),
  rtf,
  quotationGraph,
  jsonLines,
  json,
  table,
  feed,
  nexis,
  mailReader(readArticles),
  markdown,
  plain,
];

/** The names of the formats with columns, which a person can say the meaning of. */
export const RECORD_FORMATS: readonly string[] = [table.name, json.name, jsonLines.name];

/** The format of a file, by its first bytes and its name. */
export async function formatOf(file: InputFile): Promise<FormatReader> {
  const head = await file.slice(0, Math.min(file.size, SNIFFED));
  return FORMATS.find((format) => format.sniff(head, file.name)) ?? plain;
}

/**
 * Reads all articles of a file of any format, one after the other. Nothing is thrown for what is wrong with the file: it
 * comes as `Skipped`, and the rest goes on.
 */
export async function* readArticles(file: InputFile, options: ReadOptions = {}): AsyncIterable<Article | Skipped> {
  let what = "file";
  try {
    const format = await formatOf(file);
    what = format.name;
    yield* format.read(file, options);
  } catch (error) {
    yield skip(error, file.name, what);
  }
}
