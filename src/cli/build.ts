import type { Command } from "commander";
import {
  type BuildResult,
  buildWorkspace,
  DEFAULT_WORKSPACE,
  openWorkspace,
  type Workspace,
} from "../workspace/index.ts";
import { createProgress, EXIT, note, print } from "./output.ts";
import { createReader } from "./reader.ts";

export function addBuild(program: Command): void {
  program
    .command("build")
    .description("read the articles of a workspace and build its graph")
    .argument("[workspace]", 'a folder with a folder "articles" in it', DEFAULT_WORKSPACE)
    .option("--again", "read every article again, also those that are known")
    .addHelpText(
      "after",
      `
Reads what is in WORKSPACE/articles (text, HTML), writes WORKSPACE/readings/*.json and WORKSPACE/graph.json.
Only new and changed articles are read. WORKSPACE/stakeholders.json, where there is one, says who is who.

Examples:
  onrecord build
  onrecord build my-articles
  onrecord build my-articles --again`,
    )
    .action(async (folder: string, { again }: { again?: boolean }) => {
      const result = await buildAndTell(await openWorkspace(folder), again ?? false);
      await print(`${tell(result)}\n`);
      if (result.skipped.length > 0) process.exitCode = EXIT.partly;
    });
}

/** Builds with progress and warnings on standard error. */
export async function buildAndTell(workspace: Workspace, again: boolean): Promise<BuildResult> {
  const result = await buildWorkspace(workspace, await createReader(), {
    again,
    onProgress: createProgress("articles"),
  });
  for (const line of result.skipped) note(`left out: ${line}`);
  for (const name of result.copies) note(`${name}: the same article as another file, counted once`);
  return result;
}

function tell({ articles, statements, stakeholders, read, unchanged }: BuildResult): string {
  const many = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
  const how = unchanged ? "nothing has changed" : `${many(read, "article")} read`;
  return `${many(articles, "article")}, ${many(statements, "statement")}, ${many(stakeholders, "stakeholder")} (${how})`;
}
