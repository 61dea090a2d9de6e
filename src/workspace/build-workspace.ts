import { INGEST_VERSION } from "../ingest/formats/index.ts";
import { OnRecordError } from "../model/index.ts";
import { listArticleFiles } from "./article-files.ts";
import { loadColumns } from "./columns-file.ts";
import { type GraphJob, type GraphSummary, makeGraph } from "./make-graph.ts";
import {
  type FoundFile,
  isSame,
  isUnchanged,
  loadManifest,
  type Manifest,
  saveManifest,
  settingsOf,
  stampOf,
} from "./manifest.ts";
import { readFiles } from "./read-files.ts";
import { removeReadingsExcept } from "./reading-files.ts";
import { type ArticleReader, poolOf, type ReadingPool } from "./reading-pool.ts";
import { loadRegister } from "./register-file.ts";
import type { Workspace } from "./workspace.ts";

export interface BuildSummary extends GraphSummary {
  /** Why files, or articles in them, were left out, a line for each. */
  readonly skipped: readonly string[];
  /** Files with the same article as another before them. */
  readonly copies: readonly string[];
}

export interface BuildResult extends BuildSummary {
  /** Articles that were read now; the others were known. */
  readonly read: number;
  /** The graph is the one of the last build: nothing it is made of has changed. */
  readonly unchanged: boolean;
}

export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

export interface BuildWorkspaceOptions {
  /** Reads everything again, whatever is known. Default false. */
  readonly again?: boolean;
  /** Counts the statements of wire copy and reprints as often as they were printed. Default false. */
  readonly countCopies?: boolean;
  /** Makes the graph elsewhere, in a thread with more memory. Default: here. */
  readonly makeGraph?: (job: GraphJob) => Promise<GraphSummary>;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Told what was guessed about files, the columns of a table. */
  readonly notice?: (message: string) => void;
}

/**
 * Builds a workspace: `articles/` → `readings/` and `graph.json`. Only what isn't known is read: a reading stays valid for the
 * same article and the same reader. What can't be read is left out and named. Files are written whole or not at all, so that
 * an interrupted build goes on where it was. The same articles give the same bytes, however many are read at once.
 *
 * @throws OnRecordError `NOTHING_TO_READ` when the folder holds no article, `BAD_REGISTER`, `BAD_COLUMNS`, `CANNOT_WRITE`.
 */
export async function buildWorkspace(
  workspace: Workspace,
  reader: ArticleReader | ReadingPool,
  options: BuildWorkspaceOptions = {},
): Promise<BuildResult> {
  const pool = "write" in reader ? reader : poolOf(reader);
  const files = await listArticleFiles(workspace.articles);
  const version = `${pool.version} ${INGEST_VERSION}`;
  const settings = await settingsOf(workspace, options.countCopies ?? false);
  const manifest = options.again ? null : await loadManifest(workspace);
  if (manifest && (await isUnchanged(workspace, manifest, files, version, settings)))
    return { ...manifest.summary, read: 0, unchanged: true };

  // what a person has to mend is said before anything is read
  await loadRegister(workspace.register);
  const columns = await loadColumns(workspace.columns);
  const readWith = (known: Manifest | null) =>
    readFiles(workspace, files, known, columns, pool, {
      again: options.again ?? false,
      onProgress: options.onProgress,
      notice: options.notice,
    });
  let { files: found, read } = await readWith(isStillKnown(manifest, version, settings) ? manifest : null);
  const skipped = found.flatMap((file) => file.skipped);
  if (found.every(({ articles }) => articles.length === 0)) throw nothingToRead(workspace, skipped);

  if (manifest && read === 0 && (await makesSameGraph(workspace, manifest, found, version, settings))) {
    const summary = { ...manifest.summary, skipped, copies: identicalFiles(found) };
    await saveManifest(workspace, { ...manifest, files: found, summary });
    return { ...summary, read, unchanged: true };
  }

  const make = options.makeGraph ?? makeGraph;
  const graphOf = (all: readonly FoundFile[]) =>
    make({ workspace, articles: articlesOf(all), countCopies: options.countCopies ?? false });
  const graph = await graphOf(found).catch(async (error: unknown) => {
    if ((error as OnRecordError).code !== "BAD_READING") throw error;
    // a reading was damaged: everything is looked at again, what is whole isn't read again
    ({ files: found, read } = await readWith(null));
    return graphOf(found);
  });
  await removeReadingsExcept(workspace.readings, new Set(found.flatMap(({ articles }) => articles)));
  const summary = { ...graph, reprints: [...graph.reprints], skipped, copies: identicalFiles(found) };
  const stamp = await stampOf(workspace.graph);
  if (stamp) await saveManifest(workspace, { reader: version, files: found, settings, graph: stamp, summary });
  return { ...summary, read, unchanged: false };
}

/** What a manifest says of files holds for the same readers and columns, whatever else has changed. */
function isStillKnown(manifest: Manifest | null, version: string, settings: string): boolean {
  const columnsOf = (text: string) => JSON.stringify((JSON.parse(text) as unknown[])[1]);
  return manifest !== null && manifest.reader === version && columnsOf(manifest.settings) === columnsOf(settings);
}

/** Files were touched, renamed or copied, and yet the graph that is there is made of the same readings in the same order. */
async function makesSameGraph(
  workspace: Workspace,
  manifest: Manifest,
  found: readonly FoundFile[],
  version: string,
  settings: string,
): Promise<boolean> {
  if (manifest.reader !== version || manifest.settings !== settings) return false;
  const [before, now] = [articlesOf(manifest.files), articlesOf(found)];
  const isSameList = before.length === now.length && before.every((id, i) => id === now[i]);
  return isSameList && isSame(manifest.graph, await stampOf(workspace.graph));
}

/** The articles of all files in their order, each once. */
function articlesOf(files: readonly FoundFile[]): string[] {
  return [...new Set(files.flatMap(({ articles }) => articles))];
}

/** Files all of whose articles stand in others before them. */
function identicalFiles(files: readonly FoundFile[]): string[] {
  const ids = new Set<string>();
  const identical: string[] = [];
  for (const { name, articles } of files) {
    if (articles.length > 0 && articles.every((id) => ids.has(id))) identical.push(name);
    for (const id of articles) ids.add(id);
  }
  return identical;
}

function nothingToRead({ articles, folder }: Workspace, skipped: readonly string[]): OnRecordError {
  const why = skipped.length === 0 ? "no article in it" : `none of ${skipped.length} can be read: ${skipped[0]}`;
  return new OnRecordError(
    "NOTHING_TO_READ",
    `${articles}: ${why}; put articles into it, or run: onrecord add ${folder} FILE…`,
  );
}
