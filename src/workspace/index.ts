export {
  type ArticleFile,
  listArticleFiles,
  parseDocument,
  readArticles,
  readError,
} from "./article-files.ts";
export { removeUnfinishedFiles, writeFileAtomically } from "./atomic-write.ts";
export {
  type ArticleReader,
  type BuildProgress,
  type BuildResult,
  type BuildSummary,
  type BuildWorkspaceOptions,
  buildWorkspace,
} from "./build-workspace.ts";
export { isOutdated, loadGraph } from "./graph-file.ts";
export { findReading, loadReading, readingPath, saveReading } from "./reading-files.ts";
export { loadRegister } from "./register-file.ts";
export { DEFAULT_WORKSPACE, openWorkspace, type Workspace } from "./workspace.ts";
