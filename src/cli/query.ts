import { text as readAll } from "node:stream/consumers";
import { type Command, InvalidArgumentError, Option } from "commander";
import { csvCell } from "../formats/index.ts";
import { OnRecordError } from "../model/index.ts";
import { loadTemporal, type Parameters, prepare, QueryError, type QueryResult } from "../query/index.ts";
import { note, print, terminalWidth } from "./output.ts";
import { cellText, toJson } from "./query-values.ts";
import { formatTable } from "./text-layout.ts";
import { openGraph, splitArguments } from "./workspace-arguments.ts";

const FORMATS = { table: writeTable, json: writeJson, csv: writeCsv };

interface QueryCommandOptions {
  readonly format: keyof typeof FORMATS;
  readonly param?: Parameters;
}

export function addQuery(program: Command): void {
  program
    .command("query")
    .description("ask the graph in openCypher, read-only")
    .usage("[options] [workspace] 'CYPHER'")
    .argument("[arguments...]", "workspace (default graph-data) and the query; - reads it from standard input")
    .addOption(new Option("--format <format>").choices(Object.keys(FORMATS)).default("table"))
    .option("--param <name=value>", "a value for $name, as JSON or as plain text; repeatable", addParameter)
    .addHelpText(
      "after",
      `
Kinds of node: Person, Organization, Group, Place, Document, Event, Topic, Statement, Article.
Kinds of edge: SAID, TOLD, MENTIONS, ABOUT, IN_ARTICLE, APPEARS_IN, SPEAKS_FOR, HOLDS_ROLE, PART_OF, ISSUED, ECHOES, MAY_BE, COPY_OF.

Examples:
  onrecord query 'MATCH (p)-[:SAID]->(s:Statement) RETURN p.name, s.text'
  onrecord query my-articles 'MATCH (p)-[:SAID]->()-[:MENTIONS]->(q) RETURN p.name, q.name, count(*) ORDER BY count(*) DESC'
  onrecord query 'MATCH (p:Person)-[:SAID]->(s) WHERE p.name CONTAINS $who RETURN s.text' --param who=Lam --format csv
  onrecord query - < question.cypher`,
    )
    .action(async (given: string[], { format, param }: QueryCommandOptions) => {
      const { folder, what } = splitArguments(given, "'CYPHER'");
      const result = await ask(folder, what === "-" ? await readAll(process.stdin) : what, param ?? {});
      for (const { message } of result.notifications) note(`onrecord: ${message}`);
      await FORMATS[format](result);
    });
}

/** Checks the query before the graph is loaded, then runs it. */
async function ask(folder: string, question: string, parameters: Parameters): Promise<QueryResult> {
  try {
    const prepared = prepare(question);
    if (prepared.usesTemporal) await loadTemporal();
    const { graph } = await openGraph(folder);
    return prepared.run(graph, parameters);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const message = [error.message, error.frame].filter((part) => part !== "").join("\n");
    throw new OnRecordError("QUERY", message, { cause: error });
  }
}

/** Adds `name=value`: JSON where the value is JSON, else the text itself. */
function addParameter(text: string, before: Parameters | undefined): Parameters {
  const [, name, value] = /^([\p{L}_][\p{L}\p{N}_]*)=(.*)$/su.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError("a parameter is name=value");
  let parsed: unknown = value;
  try {
    parsed = JSON.parse(value);
  } catch {
    // Plain text
  }
  return { ...before, [name]: parsed };
}

async function writeTable({ columns, rows, plan }: QueryResult): Promise<void> {
  if (plan) await print(`${JSON.stringify(plan, null, 2)}\n`);
  const cells = rows.map((row) => row.map(cellText));
  const numeric = columns.map(
    (_, i) => rows.length > 0 && rows.every((row) => row[i] === null || typeof row[i] === "number"),
  );
  if (columns.length > 0) await print(formatTable(columns, cells, numeric, terminalWidth()));
  note(`${rows.length} row${rows.length === 1 ? "" : "s"}`);
}

/** An array of objects, a row a line. */
async function writeJson({ columns, rows, plan }: QueryResult): Promise<void> {
  if (plan) return print(`${JSON.stringify(plan)}\n`);
  let separator = "[\n";
  for (const row of rows) {
    await print(separator + toJson(Object.fromEntries(columns.map((name, i) => [name, row[i]]))));
    separator = ",\n";
  }
  await print(rows.length === 0 ? "[]\n" : "\n]\n");
}

async function writeCsv({ columns, rows }: QueryResult): Promise<void> {
  await print(`${columns.map(csvCell).join(",")}\r\n`);
  for (const row of rows) {
    const cells = row.map((value) => csvCell(typeof value === "object" && value !== null ? toJson(value) : value));
    await print(`${cells.join(",")}\r\n`);
  }
}
