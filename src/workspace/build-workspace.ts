import { writeJson } from "../formats/index.ts";
import { buildGraph } from "../graph/index.ts";
import { isSkipped } from "../ingest/formats/index.ts";
import { type Article, OnRecordError, type Reading } from "../model/index.ts";
import { type ArticleFile, listArticleFiles, readArticles } from "./article-files.ts";
import { writeFileAtomically } from "./atomic-write.ts";
import { isUnchanged, loadManifest, saveManifest, stampOf } from "./manifest.ts";
import { findReading, removeReadingsExcept, saveReading } from "./reading-files.ts";
import { loadRegister } from "./register-file.ts";
import type { Workspace } from "./workspace.ts";

/** Reads one article; `version` changes whenever it would read the same article differently. */
export interface ArticleReader {
  readonly version: string;
  read(article: Article): Reading;
}

export interface BuildSummary {
  readonly articles: number;
  readonly statements: number;
  readonly stakeholders: number;
  /** Why files were left out, a line for each. */
  readonly skipped: readonly string[];
  /** Files with the same article as another before them. */
  readonly copies: readonly string[];
}

export interface BuildResult extends BuildSummary {
  /** Articles that were read now; the others were known. */
  readonly read: number;
  /** Nothing had changed since the last build. */
  readonly unchanged: boolean;
}

export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

export interface BuildWorkspaceOptions {
  /** Reads everything again, whatever is known. Default false. */
  readonly again?: boolean;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/**
 * Builds a workspace: `articles/` → `readings/` and `graph.json`. Only what isn't known is read: a reading stays valid for the
 * same article and the same reader. A file that can't be read is left out and named. Files are written whole or not at all, so
 * that an interrupted build goes on where it was. The same articles give the same bytes.
 *
 * @throws OnRecordError `NOTHING_TO_READ` when the folder holds no article, `BAD_REGISTER`, `CANNOT_WRITE`.
 */
export async function buildWorkspace(
  workspace: Workspace,
  reader: ArticleReader,
  options: BuildWorkspaceOptions = {},
): Promise<BuildResult> {
  const files = await listArticleFiles(workspace.articles);
  const known = options.again ? null : await loadManifest(workspace);
  if (known && (await isUnchanged(workspace, known, files, reader.version)))
    return { ...known.summary, read: 0, unchanged: true };

  const register = await loadRegister(workspace.register);
  const registerStamp = await stampOf(workspace.register);
  const { readings, skipped, copies, read } = await readFiles(workspace, files, reader, options);
  if (readings.length === 0) throw nothingToRead(workspace, skipped);

  const graph = buildGraph(readings, { register });
  await writeFileAtomically(workspace.graph, writeJson(graph));
  await removeReadingsExcept(
    workspace.readings,
    readings.map(({ article }) => article.id),
  );
  const count = (matches: (kind: string) => boolean) => graph.filterNodes((_, { kind }) => matches(kind)).length;
  const summary = {
    articles: readings.length,
    statements: count((kind) => kind === "Statement"),
    stakeholders: count((kind) => kind !== "Statement" && kind !== "Article"),
    skipped,
    copies,
  };
  const stamp = await stampOf(workspace.graph);
  if (stamp)
    await saveManifest(workspace, {
      reader: reader.version,
      files: files.map(({ name, size, changed }) => ({ name, size, changed })),
      register: registerStamp,
      graph: stamp,
      summary,
    });
  return { ...summary, read, unchanged: false };
}

async function readFiles(
  workspace: Workspace,
  files: readonly ArticleFile[],
  reader: ArticleReader,
  options: BuildWorkspaceOptions,
) {
  const readings = new Map<string, Reading>();
  const skipped: string[] = [];
  const copies: string[] = [];
  let read = 0;
  for (const [i, file] of files.entries()) {
    options.onProgress?.({ done: i, total: files.length });
    for await (const article of readArticles(file.path)) {
      if (isSkipped(article)) {
        skipped.push(article.message);
        continue;
      }
      if (readings.has(article.id)) {
        copies.push(file.name);
        continue;
      }
      let reading = options.again ? null : await findReading(workspace.readings, article, reader.version);
      if (reading === null) {
        reading = reader.read(article);
        await saveReading(workspace.readings, reading);
        read++;
      }
      readings.set(article.id, reading);
    }
  }
  options.onProgress?.({ done: files.length, total: files.length });
  return { readings: [...readings.values()], skipped, copies, read };
}

function nothingToRead({ articles }: Workspace, skipped: readonly string[]): OnRecordError {
  const why = skipped.length === 0 ? "no article in it" : `none of ${skipped.length} files can be read: ${skipped[0]}`;
  return new OnRecordError("NOTHING_TO_READ", `${articles}: ${why}; put articles into it as text or HTML files`);
}
