#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { OnRecordError } from "../model/index.ts";
import { EXIT, endWell, lastWords } from "./output.ts";

/** The commands in the order of the help. Only the one that is asked for is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  read: async () => (await import("./read.ts")).addRead,
  add: async () => (await import("./add.ts")).addAdd,
  build: async () => (await import("./build.ts")).addBuild,
  query: async () => (await import("./query.ts")).addQuery,
  export: async () => (await import("./export.ts")).addExport,
  diff: async () => (await import("./diff.ts")).addDiff,
  explore: async () => (await import("./explore.ts")).addExplore,
};

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };

async function createProgram(asked: string | undefined): Promise<Command> {
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
  const one = asked !== undefined && Object.hasOwn(COMMANDS, asked);
  for (const name of one ? [asked] : Object.keys(COMMANDS)) (await COMMANDS[name]())(program);
  return program;
}

async function main(): Promise<void> {
  endWell();
  try {
    await (await createProgram(process.argv[2])).parseAsync();
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
  lastWords(`onrecord: this is a defect, please report it with what you did:\n${(error as Error)?.stack ?? error}`);
  return EXIT.defect;
}

await main();
