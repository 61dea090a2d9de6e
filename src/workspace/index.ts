export { type AddedFile, type AddOptions, addArticles } from "./add-articles.ts";
export {
  type ArticleFile,
  listArticleFiles,
  parseDocument,
  readArticles,
  readError,
} from "./article-files.ts";
export { noteWritingThread, noteWrittenFolder, removeUnfinishedFiles, writeFileAtomically } from "./atomic-write.ts";
export {
  type BuildProgress,
  type BuildResult,
  type BuildSummary,
  type BuildWorkspaceOptions,
  buildWorkspace,
} from "./build-workspace.ts";
export { type ColumnsByFile, loadColumns, saveColumns } from "./columns-file.ts";
export { isOutdated, loadGraph, loadGraphFile } from "./graph-file.ts";
export { fileFromPath } from "./input-file.ts";
export { type GraphJob, type GraphSummary, makeGraph } from "./make-graph.ts";
export { findReading, loadReading, readingPath, saveReading } from "./reading-files.ts";
export { type ArticleReader, poolOf, type ReadingPool } from "./reading-pool.ts";
export { loadRegister } from "./register-file.ts";
export { DEFAULT_WORKSPACE, openWorkspace, type Workspace } from "./workspace.ts";
