import { Analyser } from "./analyse.ts";
import { readVariable } from "./compile.ts";
import { CompileProblem, LOAD_TEMPORAL, QueryError, runtimeError } from "./errors.ts";
import { Execution, exceeded, type Limits } from "./execution.ts";
import { functions } from "./functions-library.ts";
import type { QueryGraph } from "./graph-index.ts";
import { indexOf } from "./index-cache.ts";
import type { LogicalQuery } from "./logical.ts";
import { type Notification, unknownNames } from "./notifications.ts";
import { joined, type Operator, operator } from "./operator.ts";
import { parse } from "./parser.ts";
import { describePlan, type PlanNode } from "./plan.ts";
import { planQuery } from "./planner.ts";
import type { Procedures } from "./procedures.ts";
import { BUILT_IN_PROCEDURES } from "./procedures-library.ts";
import { randomFrom } from "./random.ts";
import { type ResultValue, resultWriter } from "./result.ts";
import type { Statement } from "./syntax.ts";
import { fromOutside, newMap, type Value } from "./values.ts";

/** How a query is run. */
export interface QueryOptions extends Limits {
  /** Procedures for CALL besides the built-in ones, by their full name. */
  readonly procedures?: Procedures;
  /** Where `rand()` and `randomUUID()` begin; the same seed gives the same numbers. Default 0. */
  readonly seed?: number;
  /** The moment that `timestamp()`, `date()` and the like take for now, in milliseconds since 1970. */
  readonly now?: number;
}

export interface QueryResult {
  readonly columns: string[];
  /** One list of values a row, in the order of the columns. */
  readonly rows: ResultValue[][];
  /** What the query may not have meant: labels, types and properties the graph does not have. */
  readonly notifications: Notification[];
  /** With EXPLAIN (then there are no rows) and PROFILE; `drawPlan` makes text of it. */
  readonly plan?: PlanNode;
  /** How many nodes and relationships were looked at and rows made. */
  readonly steps: number;
}

export type Parameters = Readonly<Record<string, unknown>>;

/** A query that was checked once and can be run on any graph. */
export interface PreparedQuery {
  readonly text: string;
  readonly columns: readonly string[];
  /** The names after `$`. */
  readonly parameters: readonly string[];
  /** Whether it needs the temporal part (see `loadTemporal`). */
  readonly usesTemporal: boolean;
  /** @throws QueryError */
  run(graph: QueryGraph, parameters?: Parameters, options?: QueryOptions): QueryResult;
}

/**
 * Checks a query.
 * @param options.procedures the procedures it may CALL besides the built-in ones
 * @throws QueryError of phase `compile`, with code, detail, position and a caret line
 */
export function prepare(text: string, options: Pick<QueryOptions, "procedures"> = {}): PreparedQuery {
  const compiled = compileText(text, { ...BUILT_IN_PROCEDURES, ...options.procedures });
  return {
    text,
    columns: compiled.query.columns.map((column) => column.name),
    parameters: [...compiled.analysis.parameters],
    usesTemporal: compiled.analysis.usesTemporal,
    run(graph, parameters = {}, runOptions = {}) {
      try {
        return execute(compiled, graph, parameters, runOptions);
      } catch (problem) {
        throw tooDeep(problem);
      }
    },
  };
}

/**
 * Runs a query on a graph. Labels are the node attribute `kind`, relationship types the edge attribute `kind`.
 * @param parameters values for `$name`
 * @throws QueryError
 */
export function query(
  graph: QueryGraph,
  text: string,
  parameters: Parameters = {},
  options: QueryOptions = {},
): QueryResult {
  if (options.procedures) return prepare(text, options).run(graph, parameters, options);
  let prepared = recent.get(text);
  if (!prepared) {
    prepared = prepare(text);
    if (recent.size >= MOST_RECENT) recent.delete(recent.keys().next().value!);
    recent.set(text, prepared);
  }
  return prepared.run(graph, parameters, options);
}

/** Queries asked lately: checking one takes longer than many a run. */
const recent = new Map<string, PreparedQuery>();
const MOST_RECENT = 100;

interface Compiled {
  readonly statement: Statement;
  readonly analysis: Analyser;
  readonly query: LogicalQuery;
}

function compileText(text: string, procedures: Procedures): Compiled {
  try {
    const statement = parse(text);
    const analysis = new Analyser(text, procedures);
    const logical = analysis.analyseQuery(statement.query);
    return { statement, analysis, query: logical };
  } catch (problem) {
    if (!(problem instanceof CompileProblem)) throw tooDeep(problem);
    const { code, detail, message, offset } = problem;
    throw new QueryError(code, "compile", detail, message, { text, offset });
  }
}

/** An expression of thousands of operators can exceed the stack: that is the query's fault, and said so. */
function tooDeep(problem: unknown): unknown {
  if (!(problem instanceof RangeError && /call stack/.test(problem.message))) return problem;
  return new QueryError(
    "SyntaxError",
    "compile",
    "ExpressionTooDeep",
    "an expression of the query is too long or too deep",
  );
}

function execute(compiled: Compiled, graph: QueryGraph, parameters: Parameters, options: QueryOptions): QueryResult {
  const { statement, analysis, query: logical } = compiled;
  if (analysis.usesTemporal && !functions.find("date"))
    throw new QueryError("TemporalNotLoaded", "compile", "TemporalNotLoaded", LOAD_TEMPORAL);
  const index = indexOf(graph);
  const now = options.now ?? Date.now();
  const context = { index, now, random: randomFrom(options.seed ?? 0) };
  const profiling = statement.mode === "profile";
  const run = new Execution(index, analysis, takeParameters(analysis, parameters), context, options, profiling);
  const columns = logical.columns.map((column) => column.name);
  const plan = planQuery(run, logical);
  const result = operator("Result", joined(columns), [plan], plan.estimate, plan.build);
  return {
    columns,
    rows: statement.mode === "explain" ? [] : collectRows(run, logical, result, options),
    notifications: unknownNames(index, analysis.names),
    ...(statement.mode === "run" ? {} : { plan: describePlan(statement.text, result, profiling) }),
    steps: run.steps,
  };
}

function takeParameters(analysis: Analyser, given: Parameters): Record<string, Value> {
  const taken = newMap();
  for (const name of analysis.parameters) {
    if (!Object.hasOwn(given, name) || given[name] === undefined)
      throw runtimeError("ParameterMissing", "MissingParameter", `the query needs a value for $${name}`);
    taken[name] = fromOutside(given[name]);
  }
  return taken;
}

function collectRows(run: Execution, { columns }: LogicalQuery, plan: Operator, limits: Limits): ResultValue[][] {
  const rows: ResultValue[][] = [];
  const write = resultWriter(run.index);
  const values = columns.map(({ variable }) => readVariable(run, variable));
  const start = plan.build(run, () => {
    if (rows.length >= (limits.rows ?? Infinity)) throw exceeded("Rows", `gives more than ${limits.rows} rows`);
    rows.push(values.map((value) => write(value())));
    return true;
  });
  start();
  return rows;
}
