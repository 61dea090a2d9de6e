import { stat } from "node:fs/promises";
import { join } from "node:path";
import { OnRecordError } from "../model/index.ts";

/** A folder of articles and what is built from them. */
export interface Workspace {
  /** As a person gave it: paths in messages begin with it. */
  readonly folder: string;
  /** What is read: files of any format, in folders as one likes. */
  readonly articles: string;
  /** What was found in each article, `<article-id>.json`. Built. */
  readonly readings: string;
  /** The graph of all readings. Built. */
  readonly graph: string;
  /** Who is who, kept by a person; may be missing. */
  readonly register: string;
  /** A person's own questions to the graph; may be missing. */
  readonly phrases: string;
  /** Which column of which table holds what, as a person said; may be missing. */
  readonly columns: string;
  /** What the last build saw. Built. */
  readonly manifest: string;
}

/** The workspace that commands take when none is given. */
export const DEFAULT_WORKSPACE = "graph-data";

/**
 * Opens a workspace: a folder with a folder `articles` in it, which `mayBeMissing`.
 *
 * @throws OnRecordError `NO_WORKSPACE` when it isn't one.
 */
export async function openWorkspace(
  folder: string,
  { mayBeMissing = false }: { readonly mayBeMissing?: boolean } = {},
): Promise<Workspace> {
  const kind = async (path: string) => {
    const found = await stat(path).catch(() => null);
    return found === null ? "missing" : found.isDirectory() ? "folder" : "file";
  };
  const articles = join(folder, "articles");
  const what = await kind(folder);
  if (what === "file")
    throw new OnRecordError(
      "NO_WORKSPACE",
      `${folder}: a file, not a workspace; read one article with: onrecord read ${folder}`,
    );
  if (what === "missing" && !mayBeMissing)
    throw new OnRecordError("NO_WORKSPACE", `${folder}: no such folder; make ${articles} and put articles into it`);
  if (!mayBeMissing && (await kind(articles)) !== "folder")
    throw new OnRecordError(
      "NO_WORKSPACE",
      `${folder}: no workspace, it has no folder "articles"; make ${articles} and put articles into it`,
    );
  return {
    folder,
    articles,
    readings: join(folder, "readings"),
    graph: join(folder, "graph.json"),
    register: join(folder, "stakeholders.json"),
    phrases: join(folder, "phrases.json"),
    columns: join(folder, "columns.json"),
    manifest: join(folder, "cache", "manifest.json"),
  };
}
