import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { FORMATS, parseMapping } from "../ingest/formats/index.ts";
import { type AddedFile, addArticles, DEFAULT_WORKSPACE, openWorkspace } from "../workspace/index.ts";
import { createProgress, EXIT, note, print } from "./output.ts";

interface AddArguments {
  readonly workspace?: string;
  readonly map: string[];
  readonly dryRun?: boolean;
}

export function addAdd(program: Command): void {
  program
    .command("add")
    .description("put articles into a workspace: files of many formats, folders, archives")
    .argument("<files...>", "[workspace] FILE|FOLDER… (the workspace may be left out)")
    .option(
      "-w, --workspace <folder>",
      "the workspace, where the first argument could be taken for a folder of articles",
    )
    .option("--map <column=field>", "which column of a table holds what; may be repeated", collect, [])
    .option("--dry-run", "look at everything, change nothing")
    .addHelpText(
      "after",
      `
Reads ${FORMATS.map(({ name }) => name).join(", ")}.
Files are copied as they are into WORKSPACE/articles; a file with many articles stays one file. Nothing is overwritten, and
what is there already isn't put there twice. The fields of --map are text, title, date, outlet, author, url, language;
columns that aren't named are guessed and shown.

Examples:
  onrecord add article.txt page.html                 into ./graph-data
  onrecord add my-articles ~/Downloads/nexis         a folder, with all that is below it
  onrecord add my-articles export.csv --map Body=text --map Paper=outlet
  onrecord add my-articles archive.zip --dry-run`,
    )
    .action(async (given: string[], { workspace, map, dryRun }: AddArguments) => {
      const { folder, paths } = await whereAndWhat(given, workspace);
      if (!dryRun) await mkdir(join(folder, "articles"), { recursive: true });
      const opened = await openWorkspace(folder, { mayBeMissing: dryRun ?? false });
      const columns = map.length === 0 ? undefined : parseMapping(map);
      const files: AddedFile[] = [];
      const onProgress = createProgress("files");
      for await (const file of addArticles(opened, paths, { columns, dryRun, onProgress, notice: note })) {
        files.push(file);
        for (const line of file.skipped) note(`left out: ${line}`);
        if (file.name === null) continue;
        const where = file.known ? `already there as ${file.name}` : file.name;
        await print(`${file.path} → ${where} (${file.format}, ${many(file.articles, "article")}${daysOf(file)})\n`);
      }
      await print(summaryOf(files, folder, dryRun ?? false));
      if (files.some(({ skipped }) => skipped.length > 0)) {
        process.exitCode = files.some(({ name }) => name !== null) ? EXIT.partly : EXIT.failed;
      }
    });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** The first argument is the workspace if it is one, or can become one and more follows. */
async function whereAndWhat(
  given: readonly string[],
  workspace: string | undefined,
): Promise<{ folder: string; paths: readonly string[] }> {
  if (workspace !== undefined) return { folder: workspace, paths: given };
  const [first, ...rest] = given;
  if (await canBeWorkspace(first)) {
    if (rest.length > 0) return { folder: first, paths: rest };
    if (await isFolder(join(first, "articles")))
      throw new InvalidArgumentError(`${first} is the workspace: name the files to put into it`);
  }
  return { folder: DEFAULT_WORKSPACE, paths: given };
}

async function canBeWorkspace(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  if (info === null) return !/\.\w{1,5}$/.test(path);
  if (!info.isDirectory()) return false;
  return (await isFolder(join(path, "articles"))) || (await readdir(path)).length === 0;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

function daysOf({ days }: AddedFile): string {
  if (days === null) return ", no date";
  return days[0] === days[1] ? `, ${days[0]}` : `, ${days[0]} to ${days[1]}`;
}

function summaryOf(files: readonly AddedFile[], folder: string, dryRun: boolean): string {
  const added = files.filter(({ name, known }) => name !== null && !known);
  const known = files.filter((file) => file.known).length;
  const leftOut = files.filter(({ name }) => name === null).length;
  const articles = added.reduce((sum, file) => sum + file.articles, 0);
  const skipped = files.reduce((sum, file) => sum + (file.name === null ? 0 : file.skipped.length), 0);
  const parts = [
    `${many(articles, "article")} in ${many(added.length, "file")} ${dryRun ? "would be added" : "added"} to ${folder}`,
    ...(known > 0 ? [`${many(known, "file")} already there`] : []),
    ...(leftOut > 0 ? [`${many(leftOut, "file")} left out`] : []),
    ...(skipped > 0 ? [`${many(skipped, "part")} of files left out`] : []),
  ];
  const next = added.length > 0 && !dryRun ? `; to read them, run: onrecord build ${folder}` : "";
  return `${parts.join(", ")}${next}\n`;
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
