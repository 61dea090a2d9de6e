import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { readArticles as articlesOf, type InputFile, type ReadOptions, type Skipped } from "../ingest/formats/index.ts";
import type { ParseDocument } from "../ingest/index.ts";
import { type Article, OnRecordError } from "../model/index.ts";

let linkedom: typeof import("linkedom") | null = null;

/** Makes a document of a page's source in Node: nothing in it runs, nothing is fetched. Its parser is loaded with the first page. */
export const parseDocument: ParseDocument = (html) => {
  linkedom ??= createRequire(import.meta.url)("linkedom") as typeof import("linkedom");
  return linkedom.parseHTML(html).document as unknown as Document;
};

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
 * Reads the articles of a file of any format, one after the other: most files hold one. What can't be read comes as
 * `Skipped`, and the rest goes on.
 */
export async function* readArticles(path: string, options: ReadOptions = {}): AsyncIterable<Article | Skipped> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path);
    yield* articlesOf(await inputFile(handle, path), { parseDocument, ...options });
  } catch (error) {
    const mended = readError(path, error);
    if (!(mended instanceof OnRecordError)) throw mended;
    yield { skipped: mended.code, message: mended.message };
  } finally {
    await handle?.close();
  }
}

async function inputFile(handle: FileHandle, path: string): Promise<InputFile> {
  const found = await handle.stat();
  if (found.isDirectory())
    throw new OnRecordError(
      "IS_FOLDER",
      `${path}: a folder; name the files in it, or build it: onrecord build ${path}`,
    );
  if (!found.isFile())
    throw new OnRecordError("CANNOT_READ", `${path}: no ordinary file; name a file, or - for standard input`);
  const slice = async (start: number, end: number) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, found.size) - start));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  };
  return { name: path, size: found.size, slice };
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
