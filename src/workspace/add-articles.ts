import { copyFile, mkdir, readdir, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { type ColumnMapping, formatOf, isSkipped, RECORD_FORMATS, readArticles } from "../ingest/formats/index.ts";
import { OnRecordError } from "../model/index.ts";
import { listArticleFiles, parseDocument, readError } from "./article-files.ts";
import { loadColumns, saveColumns } from "./columns-file.ts";
import { hashFile } from "./hash-file.ts";
import { fileFromPath } from "./input-file.ts";
import type { Workspace } from "./workspace.ts";

export interface AddOptions {
  /** Which column holds what, for tables and records among the files; kept for every build. */
  readonly columns?: ColumnMapping;
  /** Looks at everything and changes nothing. Default false. */
  readonly dryRun?: boolean;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Told what was guessed about a file. */
  readonly notice?: (message: string) => void;
}

/** What became of a file. */
export interface AddedFile {
  /** As it was given. */
  readonly path: string;
  /** "Word document". */
  readonly format: string;
  /** Its name below `articles/`; null where it was left out. */
  readonly name: string | null;
  /** Whether a file of just these bytes was there already, under `name`. */
  readonly known: boolean;
  readonly articles: number;
  /** The first and the last day of its articles, null where none has one. */
  readonly days: readonly [string, string] | null;
  /** Why some of it, or all, was left out. */
  readonly skipped: readonly string[];
}

/**
 * Puts files into a workspace as they are, byte for byte: those with an article in them, of whatever format. Folders keep
 * their shape below `articles/`. Nothing is overwritten: a file of another's name gets a number, one that is there already
 * (the same bytes) isn't put there twice. Each file is reported as soon as it's done.
 *
 * @throws OnRecordError `NOT_FOUND`, `CANNOT_READ`, `IN_WORKSPACE`, `CANNOT_WRITE`.
 */
export async function* addArticles(
  workspace: Workspace,
  paths: readonly string[],
  options: AddOptions = {},
): AsyncIterable<AddedFile> {
  const found = await findFiles(workspace, paths);
  const names = new Map<string, string>();
  const bySize = new Map<number, { path: string; name: string }[]>();
  for (const file of await listArticleFiles(workspace.articles).catch(() => [])) {
    names.set(fold(file.name), file.name);
    bySize.set(file.size, [...(bySize.get(file.size) ?? []), file]);
  }
  let done = 0;
  for (const file of found) {
    options.onProgress?.({ done: done++, total: found.length });
    const report = await lookInto(file, options);
    const { path, size } = file;
    if (report.articles === 0) {
      yield { ...report, name: null, known: false };
      continue;
    }
    const twin = await findTwin(path, bySize.get(size) ?? []);
    if (twin !== null) {
      yield { ...report, name: twin, known: true };
      continue;
    }
    const name = freeName(file.name, names);
    const target = join(workspace.articles, name);
    if (!options.dryRun) {
      await copyWhole(path, target);
      if (options.columns !== undefined && RECORD_FORMATS.includes(report.format)) {
        await saveColumns(workspace.columns, { ...(await loadColumns(workspace.columns)), [name]: options.columns });
      }
    }
    names.set(fold(name), name);
    bySize.set(size, [...(bySize.get(size) ?? []), { path: options.dryRun ? path : target, name }]);
    yield { ...report, name, known: false };
  }
  options.onProgress?.({ done: found.length, total: found.length });
}

interface FoundInput {
  readonly path: string;
  /** Below the folder that was given, with its name in front. */
  readonly name: string;
  readonly size: number;
}

async function findFiles(workspace: Workspace, paths: readonly string[]): Promise<FoundInput[]> {
  const inside = resolve(workspace.folder);
  const found: FoundInput[] = [];
  for (const path of paths) {
    const whole = resolve(path);
    if (whole === inside || whole.startsWith(inside + sep)) {
      throw new OnRecordError(
        "IN_WORKSPACE",
        `${path}: already in the workspace; to read it, run: onrecord build ${workspace.folder}`,
      );
    }
    try {
      const info = await stat(path);
      if (!info.isDirectory()) found.push({ path, name: basename(path), size: info.size });
      else found.push(...(await filesBelow(path, inside)));
    } catch (error) {
      throw readError(path, error);
    }
  }
  return found;
}

/** The files below a folder, hidden ones, links and the workspace itself left out, in the order of their names. */
async function filesBelow(folder: string, workspace: string): Promise<FoundInput[]> {
  const found: FoundInput[] = [];
  const top = basename(resolve(folder));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const below = relative(folder, path).split(sep);
    if (!entry.isFile() || below.some((part) => part.startsWith("."))) continue;
    if (resolve(path).startsWith(workspace + sep)) continue;
    found.push({ path, name: [top, ...below].join("/"), size: (await stat(path)).size });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function lookInto(
  { path, size }: FoundInput,
  { columns, notice }: AddOptions,
): Promise<Omit<AddedFile, "name" | "known">> {
  const file = fileFromPath(path, path, size);
  const skipped: string[] = [];
  let articles = 0;
  const dates: string[] = [];
  try {
    const { name: format } = await formatOf(file);
    for await (const item of readArticles(file, { parseDocument, columns, notice })) {
      if (isSkipped(item)) {
        skipped.push(item.message);
        continue;
      }
      articles++;
      if (item.date !== null) dates.push(item.date);
    }
    dates.sort();
    const days: [string, string] | null = dates.length === 0 ? null : [dates[0], dates[dates.length - 1]];
    return { path, format, articles, days, skipped };
  } finally {
    await file.close();
  }
}

/** A file among those of the same size that has the same bytes. */
async function findTwin(path: string, candidates: readonly { path: string; name: string }[]): Promise<string | null> {
  if (candidates.length === 0) return null;
  const hash = await hashFile(path);
  for (const candidate of candidates) if ((await hashFile(candidate.path)) === hash) return candidate.name;
  return null;
}

/** Names that differ in case alone are the same on some disks. */
function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** The name, or where it's taken the name with the first number that is free: `page (2).html`. */
function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  if (!taken.has(fold(name))) return name;
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 2; ; number++) {
    const numbered = `${stem} (${number})${extension}`;
    if (!taken.has(fold(numbered))) return numbered;
  }
}

/** Copies a file whole or not at all. */
async function copyWhole(from: string, to: string): Promise<void> {
  const temporary = join(dirname(to), `.${basename(to)}.${process.pid}.tmp`);
  try {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, temporary);
    await rename(temporary, to);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== "string") throw error;
    throw new OnRecordError("CANNOT_WRITE", `${to}: can't be written (${code}); choose another workspace`, {
      cause: error,
    });
  }
}
