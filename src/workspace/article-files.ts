import { open, readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { parseHTML } from "linkedom";
import { LARGEST_FILE } from "../ingest/bytes.ts";
import { articleFromBytes, type ParseDocument } from "../ingest/index.ts";
import { type Article, OnRecordError } from "../model/index.ts";

/** Makes a document of a page's source in Node: nothing in it runs, nothing is fetched. */
export const parseDocument: ParseDocument = (html) => parseHTML(html).document as unknown as Document;

/** A file in the folder of articles. */
export interface ArticleFile {
  readonly path: string;
  /** Below the folder, with forward slashes: the same on every machine. */
  readonly name: string;
  readonly size: number;
  /** When it was last changed, in milliseconds. */
  readonly changed: number;
}

/** The files below a folder in the order of their names; hidden files and folders are left out, links aren't followed. */
export async function listArticleFiles(folder: string): Promise<ArticleFile[]> {
  const files: ArticleFile[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    if (name.split("/").some((part) => part.startsWith("."))) continue;
    const { size, mtimeMs } = await stat(path);
    files.push({ path, name, size, changed: mtimeMs });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * Reads the article in a file.
 *
 * @throws OnRecordError `NOT_FOUND`, `IS_FOLDER`, `CANNOT_READ`, `TOO_LARGE`, and what `articleFromBytes` throws.
 */
export async function readArticleFile(path: string): Promise<Article> {
  return articleFromBytes(await readBytes(path), path, parseDocument);
}

/** The bytes of a file, if it isn't larger than an article may be. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const found = await file.stat();
      if (found.isDirectory())
        throw new OnRecordError(
          "IS_FOLDER",
          `${path}: a folder; name the files in it, or build it: onrecord build ${path}`,
        );
      if (found.size > LARGEST_FILE) throw tooLarge(path, found.size);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readError(path, error);
  }
}

/** What `articleFromBytes` says of a file that is too large, before it is read. */
export function tooLarge(path: string, size: number): OnRecordError {
  const megabytes = (bytes: number) => Math.floor(bytes / (1024 * 1024));
  return new OnRecordError(
    "TOO_LARGE",
    `${path}: ${megabytes(size)} MB is too large for one article (at most ${megabytes(LARGEST_FILE)} MB); split it into one file per article`,
  );
}

/** An error of the file system as one that a person can mend; any other as it is. */
export function readError(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof OnRecordError || typeof code !== "string") return error;
  const options = { cause: error };
  if (code === "ENOENT" || code === "ENOTDIR")
    return new OnRecordError("NOT_FOUND", `${path}: no such file; check the path`, options);
  if (code === "EISDIR") return new OnRecordError("IS_FOLDER", `${path}: a folder; name the files in it`, options);
  if (code === "EACCES" || code === "EPERM")
    return new OnRecordError("CANNOT_READ", `${path}: you may not read it; change its permissions`, options);
  return new OnRecordError("CANNOT_READ", `${path}: can't be read (${code})`, options);
}
