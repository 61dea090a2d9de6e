import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { type Command, InvalidArgumentError, Option } from "commander";
import {
  findPhrase,
  PHRASES,
  type Phrase,
  phraseValues,
  readPhrases,
  resultGraph,
  searchProcedures,
} from "../analysis/index.ts";
import { csvCell, writeGexf } from "../formats/index.ts";
import type { OnRecordGraph } from "../graph/index.ts";
import { OnRecordError } from "../model/index.ts";
import { drawPlan, loadTemporal, type Parameters, prepare, QueryError, type QueryResult } from "../query/index.ts";
import { DEFAULT_WORKSPACE } from "../workspace/index.ts";
import { note, print, printAll, terminalWidth } from "./output.ts";
import { cellText, toJson } from "./query-values.ts";
import { formatTable } from "./text-layout.ts";
import { openGraph, splitArguments } from "./workspace-arguments.ts";

const FORMATS = { table: writeTable, json: writeJson, jsonl: writeJsonLines, csv: writeCsv, gexf: writeResultGexf };

interface QueryCommandOptions {
  readonly format: keyof typeof FORMATS;
  readonly param?: Parameters;
  readonly file?: string;
  readonly phrase?: string;
  readonly phrases?: boolean;
  readonly explain?: boolean;
  readonly seconds: number;
}

export function addQuery(program: Command): void {
  program
    .command("query")
    .description("ask the graph in openCypher, read-only")
    .usage("[options] [workspace] 'CYPHER'")
    .argument("[arguments...]", "workspace (default graph-data) and the query; - reads it from standard input")
    .addOption(new Option("--format <format>").choices(Object.keys(FORMATS)).default("table"))
    .option("--param <name=value>", "a value for $name, as JSON or as plain text; repeatable", addParameter)
    .option("--file <file>", "read the query from a file")
    .option("--phrase <id>", "ask a phrase: a query that has a name")
    .option("--phrases", "list the phrases, those of the workspace's phrases.json among them")
    .option("--explain", "show how the query would be run, and run nothing")
    .option("--seconds <number>", "the longest that the query may take", seconds, 60)
    .addHelpText(
      "after",
      `
Kinds of node: Person, Organization, Group, Place, Document, Event, Topic, Statement, Article.
Kinds of edge: SAID, TOLD, MENTIONS, ABOUT, IN_ARTICLE, APPEARS_IN, SPEAKS_FOR, HOLDS_ROLE, PART_OF, ISSUED, ECHOES, MAY_BE, COPY_OF.

Examples:
  onrecord query 'MATCH (p)-[:SAID]->(s:Statement) RETURN p.name, s.text'
  onrecord query my-articles 'MATCH (p)-[:SAID]->()-[:MENTIONS]->(q) RETURN p.name, q.name, count(*) ORDER BY count(*) DESC'
  onrecord query 'MATCH (p:Person)-[:SAID]->(s) WHERE p.name CONTAINS $who RETURN s.text' --param who=Lam --format csv
  onrecord query --phrase said-about --param entity=Qianhai
  onrecord query --phrases
  onrecord query --file question.cypher --format gexf > part.gexf      the result's nodes and edges, for Gephi
  onrecord query - < question.cypher`,
    )
    .action(async (given: string[], options: QueryCommandOptions) => {
      const elsewhere = options.file ?? options.phrase ?? options.phrases;
      if (elsewhere !== undefined && given.length > 1)
        throw new OnRecordError("USAGE", "--file, --phrase and --phrases stand in place of the query");
      const { folder, what } =
        elsewhere === undefined
          ? splitArguments(given, "'CYPHER'")
          : { folder: given[0] ?? DEFAULT_WORKSPACE, what: "" };
      if (options.phrases) return listPhrases(await phrasesOf(folder));
      const { question, parameters } = await questionFrom(folder, what, options);
      const text = options.explain ? explained(question) : question;
      const { result, graph } = await ask(folder, text, parameters, options.seconds);
      // a phrase asks for kinds that a graph may well not have
      if (!options.phrase) for (const { message } of result.notifications) note(`onrecord: ${message}`);
      await FORMATS[options.format](result, graph);
    });
}

/** The query that is asked, and the values it gets. */
async function questionFrom(
  folder: string,
  what: string,
  { file, phrase: id, param = {} }: QueryCommandOptions,
): Promise<{ question: string; parameters: Parameters }> {
  if (id !== undefined) {
    const phrase = findPhrase(await phrasesOf(folder), id);
    return { question: phrase.query, parameters: phraseValues(phrase, param) };
  }
  if (file !== undefined) return { question: await readQuestion(file), parameters: param };
  return { question: what === "-" ? await readAll(process.stdin) : what, parameters: param };
}

async function readQuestion(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new OnRecordError("CANNOT_READ", `${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** The phrases everyone has and those of the workspace's `phrases.json`. */
async function phrasesOf(folder: string): Promise<readonly Phrase[]> {
  const path = join(folder, "phrases.json");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return PHRASES;
    throw new OnRecordError("CANNOT_READ", `${path}: ${(error as Error).message}`, { cause: error });
  }
  return readPhrases(text, path);
}

async function listPhrases(phrases: readonly Phrase[]): Promise<void> {
  const cells = phrases.map(({ id, question, parameters }) => [
    id,
    question,
    parameters.map(({ name, default: usual }) => (usual === undefined ? name : `${name}=${usual}`)).join(", "),
  ]);
  await print(formatTable(["phrase", "question", "asks for"], cells, [false, false, false], terminalWidth()));
}

const explained = (question: string): string =>
  /^\s*(?:EXPLAIN|PROFILE)\b/i.test(question) ? question : `EXPLAIN ${question}`;

interface Answer {
  readonly result: QueryResult;
  readonly graph: OnRecordGraph;
}

/** Checks the query before the graph is loaded, then runs it. */
async function ask(folder: string, question: string, parameters: Parameters, most: number): Promise<Answer> {
  try {
    const procedures = searchProcedures();
    const prepared = prepare(question, { procedures });
    if (prepared.usesTemporal) await loadTemporal();
    const { graph } = await openGraph(folder);
    for (const name of Object.keys(parameters))
      if (!prepared.parameters.includes(name)) note(`onrecord: the query does not ask for $${name}`);
    return { result: prepared.run(graph, parameters, { procedures, milliseconds: most * 1000 }), graph };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const message = [error.message, error.frame].filter((part) => part !== "").join("\n");
    throw new OnRecordError("QUERY", message, { cause: error });
  }
}

function seconds(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError("give a number of seconds above 0");
  return number;
}

/** Adds `name=value`: JSON where the value is JSON, an integer however long, else the text itself. */
function addParameter(text: string, before: Parameters | undefined): Parameters {
  const [, name, value] = /^([\p{L}_][\p{L}\p{N}_]*)=(.*)$/su.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError("a parameter is name=value");
  let parsed: unknown = value;
  try {
    parsed = JSON.parse(value);
    if (/^-?\d+$/.test(value) && !Number.isSafeInteger(parsed)) parsed = BigInt(value);
  } catch {
    // Plain text
  }
  return { ...before, [name]: parsed };
}

async function writeTable({ columns, rows, plan }: QueryResult): Promise<void> {
  if (plan) await print(`${drawPlan(plan)}\n${rows.length > 0 ? "\n" : ""}`);
  if (plan && rows.length === 0) return;
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

/** An object a row, a line each: for programs that read as they go. */
async function writeJsonLines({ columns, rows, plan }: QueryResult): Promise<void> {
  if (plan) return print(`${JSON.stringify(plan)}\n`);
  for (const row of rows) await print(`${toJson(Object.fromEntries(columns.map((name, i) => [name, row[i]])))}\n`);
}

/** The nodes and edges that the rows hold, as a graph. */
async function writeResultGexf(result: QueryResult, graph: OnRecordGraph): Promise<void> {
  const part = resultGraph(graph, result);
  if (part.order === 0)
    throw new OnRecordError("NO_GRAPH", "the rows hold no nodes or edges; RETURN p, r or a path, not their properties");
  await printAll(writeGexf(part));
}

async function writeCsv({ columns, rows }: QueryResult): Promise<void> {
  await print(`${columns.map(csvCell).join(",")}\r\n`);
  for (const row of rows) {
    const cells = row.map((value) => csvCell(typeof value === "object" && value !== null ? toJson(value) : value));
    await print(`${cells.join(",")}\r\n`);
  }
}
