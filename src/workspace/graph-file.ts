import { readFile } from "node:fs/promises";
import { readJson } from "../formats/index.ts";
import type { OnRecordGraph } from "../graph/index.ts";
import { OnRecordError } from "../model/index.ts";
import { listArticleFiles, readError } from "./article-files.ts";
import { stampOf } from "./manifest.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Loads the graph that the last build made.
 *
 * @throws OnRecordError `NOT_BUILT`, or what `readJson` throws when the file is damaged.
 */
export async function loadGraph(workspace: Workspace): Promise<OnRecordGraph> {
  let text: string;
  try {
    text = await readFile(workspace.graph, "utf8");
  } catch (error) {
    const mended = readError(workspace.graph, error);
    if (mended instanceof OnRecordError && mended.code === "NOT_FOUND")
      throw new OnRecordError(
        "NOT_BUILT",
        `${workspace.graph}: not built yet; run: onrecord build ${workspace.folder}`,
      );
    throw mended;
  }
  return readJson(text, workspace.graph);
}

/** Whether articles or register were changed after the graph was built. */
export async function isOutdated(workspace: Workspace): Promise<boolean> {
  const graph = await stampOf(workspace.graph);
  if (graph === null) return true;
  const register = await stampOf(workspace.register);
  if (register && register.changed > graph.changed) return true;
  return (await listArticleFiles(workspace.articles)).some(({ changed }) => changed > graph.changed);
}
