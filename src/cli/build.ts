import type { Command } from "commander";
import {
  type BuildResult,
  buildWorkspace,
  DEFAULT_WORKSPACE,
  openWorkspace,
  type Workspace,
} from "../workspace/index.ts";
import { makeGraphAnywhere } from "./graph-thread.ts";
import { createProgress, EXIT, note, print } from "./output.ts";
import { createReader } from "./reader.ts";
import { createPool } from "./reading-workers.ts";

interface BuildArguments {
  readonly again?: boolean;
  readonly countCopies?: boolean;
}

export function addBuild(program: Command): void {
  program
    .command("build")
    .description("read the articles of a workspace and build its graph")
    .argument("[workspace]", 'a folder with a folder "articles" in it', DEFAULT_WORKSPACE)
    .option("--again", "read every article again, also those that are known")
    .option("--count-copies", "count the statements of wire copy and reprints as often as they were printed")
    .addHelpText(
      "after",
      `
Reads what is in WORKSPACE/articles (files of any format "onrecord add" knows), on all cores, and writes
WORKSPACE/readings/*.json and WORKSPACE/graph.json. Only new and changed articles are read; an interrupted build goes on where
it was. WORKSPACE/stakeholders.json, where there is one, says who is who. Near-identical articles point at the oldest.

Examples:
  onrecord build
  onrecord build my-articles
  onrecord build my-articles --again`,
    )
    .action(async (folder: string, options: BuildArguments) => {
      const result = await buildAndTell(await openWorkspace(folder), options);
      await print(`${tell(result)}\n`);
      if (result.skipped.length > 0) process.exitCode = EXIT.partly;
    });
}

/** Builds with progress and warnings on standard error. */
export async function buildAndTell(workspace: Workspace, options: BuildArguments = {}): Promise<BuildResult> {
  const pool = createPool(await createReader());
  try {
    const onProgress = createProgress("articles");
    const result = await buildWorkspace(workspace, pool, {
      ...options,
      makeGraph: makeGraphAnywhere,
      onProgress,
      notice: note,
    });
    for (const line of result.skipped) note(`left out: ${line}`);
    for (const name of result.copies) note(`${name}: the same article as another file, counted once`);
    if (result.reprints.length > 0) {
      const copies = many(result.reprints.length, "copy", "copies");
      note(`${copies} of other articles (wire copy, reprints), counted once; --count-copies counts each`);
    }
    return result;
  } finally {
    await pool.close();
  }
}

function tell({ articles, statements, stakeholders, read, unchanged }: BuildResult): string {
  const how = unchanged ? "nothing has changed" : `${many(read, "article")} read`;
  return `${many(articles, "article")}, ${many(statements, "statement")}, ${many(stakeholders, "stakeholder")} (${how})`;
}

function many(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
