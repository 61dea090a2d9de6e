#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { OnRecordError } from "../model/index.ts";
import { QueryError } from "../query/index.ts";
import { addAdd } from "./add.ts";
import { addBuild } from "./build.ts";
import { addDiff } from "./diff.ts";
import { addExplore } from "./explore.ts";
import { addExport } from "./export.ts";
import { EXIT, endWell, lastWords } from "./output.ts";
import { addQuery } from "./query.ts";
import { addRead } from "./read.ts";

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };

function createProgram(): Command {
  const program = new Command("onrecord")
    .description("Who said what, about whom, and where does it say so? Turns news articles into a knowledge graph.")
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError("(onrecord --help lists commands and examples)")
    .exitOverride()
    .addHelpText(
      "after",
      `
Examples:
  onrecord explore                        build ./graph-data and open the explorer
  onrecord read article.txt               who says what in one article
  onrecord add my-articles archive.zip    put articles of many formats into a workspace
  onrecord build my-articles              read them and build the graph
  onrecord query 'MATCH (p)-[:SAID]->(s) RETURN p.name, count(s)'
  onrecord export my-articles graph.gexf  for Gephi and other programs

A workspace is a folder with a folder "articles" in it; ./graph-data is taken where none is given.
Results go to standard output, progress and warnings to standard error.

Exit codes:
  0  done
  1  failed; the message says what to do
  2  the command line isn't understood
  3  done, but some of the input was left out; standard error names it
  70 a defect of onrecord
  130 interrupted`,
    );
  for (const add of [addAdd, addBuild, addRead, addQuery, addExport, addDiff, addExplore]) add(program);
  return program;
}

async function main(): Promise<void> {
  endWell();
  try {
    await createProgram().parseAsync();
  } catch (error) {
    process.exitCode = codeOf(error);
  }
}

/** Says what went wrong, in one line where a person can mend it. */
function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof OnRecordError) {
    lastWords(`onrecord: ${error.message}`);
    return error.code === "USAGE" ? EXIT.usage : EXIT.failed;
  }
  if (error instanceof QueryError) {
    lastWords([`onrecord: ${error.message}`, error.frame].filter((part) => part !== "").join("\n"));
    return EXIT.failed;
  }
  lastWords(`onrecord: this is a defect, please report it with what you did:\n${(error as Error)?.stack ?? error}`);
  return EXIT.defect;
}

await main();
