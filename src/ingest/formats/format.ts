import { type Article, OnRecordError } from "../../model/index.ts";
import type { ArticleSource, ParseDocument } from "../source.ts";
import type { ColumnMapping } from "./columns.ts";

/** A file as formats see it, wherever it lies: on disk, in the browser, in an archive. Nothing is read before it's asked for. */
export interface InputFile {
  /** The path as people know it, `mail/2021.zip/a.eml`: for messages, the extension and what the name tells. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` to `end`, end-exclusive. */
  slice(start: number, end: number): Promise<Uint8Array>;
}

/** Something that was left out, and why. */
export interface Skipped {
  /** A stable name of the reason, `TOO_LARGE`. */
  readonly skipped: string;
  /** One line that names the thing, the place and the way out. */
  readonly message: string;
}

/** How files are read. */
export interface ReadOptions {
  /** Makes documents of HTML. Without it pages, and mail that is HTML alone, are skipped. */
  readonly parseDocument?: ParseDocument;
  /** Which column holds what, for tables and records. Fields not given are guessed. */
  readonly columns?: ColumnMapping;
  /** What is known of every article of the file; wins over what the file says. */
  readonly source?: ArticleSource;
  /** Told what was guessed, in one line each: the columns of a table. */
  readonly notice?: (message: string) => void;
  /** How many archives deep the file lies. Default 0. */
  readonly depth?: number;
}

/** One way in which articles are kept in files. */
export interface FormatReader {
  /** As people call it, "Word document". */
  readonly name: string;
  /** In lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Whether a file is of this format, by its first `SNIFFED` bytes and its name. */
  sniff(head: Uint8Array, name: string): boolean;
  /** Reads the articles one after the other. What can't be read is yielded as `Skipped`, or thrown where nothing can. */
  read(file: InputFile, options: ReadOptions): AsyncIterable<Article | Skipped>;
}

/** How much of a file formats see to recognise it, in bytes. */
export const SNIFFED = 16_384;

/** Beyond these a file is refused: it is no collection of articles, or made to exhaust the machine. */
export const LIMITS = {
  /** The largest file that is held in memory as a whole, in bytes. */
  file: 256 * 1024 * 1024,
  /** The largest Word document, PDF, mail or feed, in bytes. */
  document: 50 * 1024 * 1024,
  /** The longest line of a file that is read line by line, in bytes. */
  line: 16 * 1024 * 1024,
  /** The most files in an archive. */
  entries: 500_000,
  /** The most bytes an archive may unpack to. */
  unpacked: 4 * 1024 * 1024 * 1024,
  /** How many times its packed size a part of more than `unpackedFreely` bytes may have; texts stay below 20. */
  ratio: 120,
  unpackedFreely: 4 * 1024 * 1024,
  /** Archives in archives. */
  depth: 3,
  /** The most pages of a PDF. */
  pages: 2000,
} as const;

export function isSkipped(item: object): item is Skipped {
  return "skipped" in item;
}

/** What was thrown, as something skipped. Everything but an `OnRecordError` is a broken file the library choked on. */
export function skip(error: unknown, name: string, what: string): Skipped {
  if (error instanceof OnRecordError) return { skipped: error.code, message: error.message };
  const reason = error instanceof Error ? error.message.split("\n")[0].slice(0, 120) : String(error);
  return {
    skipped: "BROKEN",
    message: `${name}: this ${what} is damaged or not what its name says (${reason}); open it in its own program and save it again`,
  };
}

/** The articles of a file, each with what was odd about the whole of it. */
export async function* withWarnings(
  items: Iterable<Article | Skipped> | AsyncIterable<Article | Skipped>,
  warnings: readonly string[],
): AsyncIterable<Article | Skipped> {
  for await (const item of items)
    yield isSkipped(item) || warnings.length === 0 ? item : { ...item, warnings: [...item.warnings, ...warnings] };
}

/** A file that lies in memory. */
export function fileFromBytes(bytes: Uint8Array, name: string): InputFile {
  return { name, size: bytes.length, slice: async (start, end) => bytes.subarray(start, end) };
}

/** A file of the browser, dropped or chosen. */
export function fileFromBlob(blob: Blob, name: string): InputFile {
  return {
    name,
    size: blob.size,
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

/**
 * All bytes of a file.
 *
 * @throws OnRecordError `TOO_LARGE` beyond `limit` bytes, before any is read; `EMPTY` without any.
 */
export async function bytesOf(file: InputFile, limit: number = LIMITS.file): Promise<Uint8Array> {
  if (file.size === 0) {
    throw new OnRecordError("EMPTY", `${file.name}: the file is empty; save the article in it and try again`);
  }
  if (file.size > limit) {
    throw new OnRecordError(
      "TOO_LARGE",
      `${file.name}: ${megabytes(file.size)} MB is more than the ${megabytes(limit)} MB read at once; split it into smaller files`,
    );
  }
  return file.slice(0, file.size);
}

export function megabytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}

/** The first bytes as text, one character per byte: enough to recognise what is written in ASCII. */
export function asciiOf(head: Uint8Array, length = 4096): string {
  return String.fromCharCode(...head.subarray(0, length));
}

/** The extension of a name in lower case with its dot, or "". */
export function extensionOf(name: string): string {
  return /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? "";
}
