import { createReadStream } from "node:fs";
import { GraphJsonReader } from "../formats/index.ts";
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
export async function loadGraph({ graph, folder }: Workspace): Promise<OnRecordGraph> {
  try {
    return await loadGraphFile(graph);
  } catch (error) {
    if (error instanceof OnRecordError && error.code === "NOT_FOUND")
      throw new OnRecordError("NOT_BUILT", `${graph}: not built yet; run: onrecord build ${folder}`);
    throw error;
  }
}

/**
 * Loads a graph from a file that `writeJson` made.
 *
 * @throws OnRecordError `NOT_FOUND`, `IS_FOLDER`, `CANNOT_READ`, or what `readJson` throws when the file is damaged.
 */
export async function loadGraphFile(path: string): Promise<OnRecordGraph> {
  const reader = new GraphJsonReader(path);
  try {
    for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 18 }))
      reader.write(chunk as string);
  } catch (error) {
    throw readError(path, error);
  }
  return reader.end();
}

/** Whether articles or register were changed after the graph was built. */
export async function isOutdated(workspace: Workspace): Promise<boolean> {
  const graph = await stampOf(workspace.graph);
  if (graph === null) return true;
  const register = await stampOf(workspace.register);
  if (register && register.changed > graph.changed) return true;
  return (await listArticleFiles(workspace.articles)).some(({ changed }) => changed > graph.changed);
}
