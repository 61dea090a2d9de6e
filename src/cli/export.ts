import { open, stat } from "node:fs/promises";
import { extname, relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { writeEdgesCsv, writeGexf, writeJson, writeNodesCsv, writeStatementsCsv } from "../formats/index.ts";
import type { OnRecordGraph } from "../graph/index.ts";
import { OnRecordError } from "../model/index.ts";
import { type Workspace, writeFileAtomically } from "../workspace/index.ts";
import { note, printAll } from "./output.ts";
import { openGraph, splitArguments } from "./workspace-arguments.ts";

const TABLES = { statements: writeStatementsCsv, nodes: writeNodesCsv, edges: writeEdgesCsv };

interface ExportOptions {
  readonly format?: Format;
  readonly table: keyof typeof TABLES;
  readonly force?: boolean;
}

/** The formats by extension: how each is written, and how a file of it begins. */
const FORMATS = {
  gexf: { write: (graph: OnRecordGraph) => writeGexf(graph), begins: /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?<gexf[\s>]/ },
  json: { write: (graph: OnRecordGraph) => writeJson(graph), begins: /^\s*\{\s*"schema"\s*:\s*"onrecord\// },
  csv: {
    write: (graph: OnRecordGraph, table: keyof typeof TABLES) => TABLES[table](graph),
    begins: /^(?:speaker,speakerKind,|key,)/,
  },
};
type Format = keyof typeof FORMATS;

export function addExport(program: Command): void {
  program
    .command("export")
    .description("write the graph for other programs: GEXF, JSON or CSV, by the file's extension")
    .usage("[options] [workspace] FILE")
    .argument(
      "[arguments...]",
      "workspace (default graph-data) and FILE.gexf, FILE.json or FILE.csv; - is standard output",
    )
    .addOption(new Option("--format <format>", "instead of the extension").choices(Object.keys(FORMATS)))
    .addOption(new Option("--table <table>", "for CSV").choices(Object.keys(TABLES)).default("statements"))
    .option("--force", "write over a file that is no export")
    .addHelpText(
      "after",
      `
Examples:
  onrecord export graph.gexf
  onrecord export my-articles graph.gexf      opens in Gephi, Gephi Lite, NetworkX …
  onrecord export my-articles voices.csv --table statements
  onrecord export my-articles - --format json | gzip > graph.json.gz`,
    )
    .action(async (given: string[], options: ExportOptions) => {
      const { folder, what: file } = splitArguments(given, "FILE");
      const format = options.format ?? formatOf(file);
      if (file !== "-") await checkTarget(file, folder, format, options.force ?? false);
      const { graph, workspace } = await openGraph(folder);
      const chunks = FORMATS[format].write(graph, options.table);
      if (file === "-") await printAll(chunks);
      else await writeTo(file, workspace, chunks);
    });
}

function formatOf(file: string): Format {
  const extension = extname(file).slice(1).toLowerCase();
  if (Object.hasOwn(FORMATS, extension)) return extension as Format;
  throw new OnRecordError(
    "UNKNOWN_FORMAT",
    `${file}: no format for ${extension === "" ? "a name without extension" : `".${extension}"`}; name it .gexf, .json or .csv, or give --format`,
  );
}

/** An export may be written again; anything else a person has is not ours to overwrite. */
async function checkTarget(file: string, folder: string, format: Format, force: boolean): Promise<void> {
  const below = relative(resolve(folder), resolve(file));
  const room = below.split(/[\\/]/)[0];
  if (room === "articles" || room === "readings")
    throw new OnRecordError("NOT_THERE", `${file}: that folder holds the workspace's ${room}; export to another place`);
  const found = await stat(file).catch(() => null);
  if (found === null || force) return;
  if (found.isDirectory())
    throw new OnRecordError("IS_FOLDER", `${file}: a folder; name a file in it, such as ${file}/graph.${format}`);
  if (!found.isFile() || found.size === 0) return;
  if (!FORMATS[format].begins.test(await beginningOf(file)))
    throw new OnRecordError(
      "EXISTS",
      `${file}: exists and is no ${format} export; choose another name, or give --force to replace it`,
    );
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function writeTo(file: string, workspace: Workspace, chunks: Iterable<string>): Promise<void> {
  await writeFileAtomically(file, chunks);
  note(`${file} written from ${workspace.graph}`);
}
