import type { OnRecordGraph } from "../graph/index.ts";
import { OnRecordError } from "../model/index.ts";
import { DEFAULT_WORKSPACE, isOutdated, loadGraph, openWorkspace, type Workspace } from "../workspace/index.ts";
import { buildAndTell } from "./build.ts";
import { note } from "./output.ts";

/** Splits `[workspace] WHAT`: the workspace may be left out. */
export function splitArguments(given: readonly string[], what: string): { folder: string; what: string } {
  if (given.length === 0) throw new OnRecordError("USAGE", `missing: ${what}; onrecord --help shows examples`);
  if (given.length > 2) throw new OnRecordError("USAGE", `too many arguments: expected [workspace] ${what}`);
  return given.length === 1 ? { folder: DEFAULT_WORKSPACE, what: given[0] } : { folder: given[0], what: given[1] };
}

/** The graph of a workspace: built where it isn't yet; says so where articles have changed since. */
export async function openGraph(folder: string): Promise<{ workspace: Workspace; graph: OnRecordGraph }> {
  const workspace = await openWorkspace(folder);
  try {
    const graph = await loadGraph(workspace);
    if (await isOutdated(workspace))
      note(
        `${folder}: articles have changed since the graph was built; to take them in, run: onrecord build ${folder}`,
      );
    return { workspace, graph };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code !== "NOT_BUILT" && code !== "WRONG_SCHEMA") throw error;
    await buildAndTell(workspace);
    return { workspace, graph: await loadGraph(workspace) };
  }
}
