import { CompileProblem, refuse } from "./errors.ts";
import { parseExpression, parseWhere } from "./parse-expression.ts";
import { parsePatterns } from "./parse-pattern.ts";
import type {
  CallClause,
  Clause,
  MatchClause,
  ProjectionClause,
  ProjectionItem,
  Query,
  SingleQuery,
  SortItem,
  Statement,
  UnwindClause,
} from "./syntax.ts";
import { TokenReader } from "./token-reader.ts";

/** Clauses of others that this engine does not run, and what each does. */
const REFUSED: Readonly<Record<string, string>> = {
  "CREATE MERGE SET DELETE DETACH NODETACH REMOVE INSERT FOREACH DROP ALTER":
    "writes to the graph, and queries only read",
  LOAD: "reads files",
  USE: "chooses a database",
  FINISH: "returns nothing",
  FILTER: "is GQL's; use WITH … WHERE",
  LET: "is GQL's; use WITH",
  FOR: "is GQL's; use UNWIND",
  SHOW: "administers a database",
  START: "is no longer part of the language",
};

/**
 * Reads a whole query into its syntax tree.
 * @throws CompileProblem where the text leaves the language, and for every clause the engine does not run.
 */
export function parse(text: string): Statement {
  const reader = new TokenReader(text);
  try {
    const mode = reader.take("EXPLAIN") ? "explain" : reader.take("PROFILE") ? "profile" : "run";
    const query = parseQuery(reader);
    reader.take(";");
    if (reader.peek().kind !== "end") refuseClause(reader);
    return { text, mode, query };
  } catch (problem) {
    const { farthest } = reader;
    throw problem instanceof CompileProblem && farthest && farthest.offset > problem.offset ? farthest : problem;
  }
}

/** A query up to its end, or up to the `}` of the subquery it stands in. */
export function parseQuery(reader: TokenReader): Query {
  const { start } = reader.peek();
  const parts = [parseSingleQuery(reader)];
  let unionAll: boolean | null = null;
  while (reader.is("UNION")) {
    const union = reader.next();
    const all = reader.take("ALL");
    if (!all) reader.take("DISTINCT");
    if (unionAll !== null && unionAll !== all)
      refuse("InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query", union);
    unionAll = all;
    parts.push(parseSingleQuery(reader));
  }
  return reader.part(start, { parts, unionAll });
}

function parseSingleQuery(reader: TokenReader): SingleQuery {
  const { start } = reader.peek();
  const clauses: Clause[] = [];
  for (let clause = parseClause(reader); clause; clause = parseClause(reader)) {
    if (clauses.at(-1)?.type === "return")
      refuse("InvalidClauseComposition", "nothing can follow RETURN but UNION", clause);
    clauses.push(clause);
  }
  if (clauses.length === 0) refuseClause(reader);
  return reader.part(start, { clauses });
}

function parseClause(reader: TokenReader): Clause | null {
  switch (reader.word()) {
    case "MATCH":
    case "OPTIONAL":
      return parseMatch(reader);
    case "UNWIND":
      return parseUnwind(reader);
    case "WITH":
    case "RETURN":
      return parseProjection(reader);
    case "CALL":
      return parseCall(reader);
    case "}":
    case ";":
    case "UNION":
      return null;
  }
  return reader.peek().kind === "end" ? null : refuseClause(reader);
}

/** Says why the text at hand is no clause this engine runs. */
function refuseClause(reader: TokenReader): never {
  const word = reader.word();
  const clauses = Object.keys(REFUSED).find((words) => words.split(" ").includes(word));
  if (clauses === undefined) return reader.unexpected("a clause such as MATCH, WITH or RETURN");
  const detail = clauses === word ? "UnsupportedClause" : "WriteClause";
  return refuse(detail, `${word} is refused: it ${REFUSED[clauses]}`, reader.peek());
}

function parseMatch(reader: TokenReader): MatchClause {
  const { start } = reader.peek();
  const optional = reader.take("OPTIONAL");
  reader.need("MATCH");
  const patterns = parsePatterns(reader);
  if (reader.is("USING")) refuse("UnsupportedClause", "planner hints are not supported", reader.peek());
  return reader.part(start, { type: "match", optional, patterns, where: parseWhere(reader) });
}

function parseUnwind(reader: TokenReader): UnwindClause {
  const { start } = reader.next();
  const list = parseExpression(reader);
  reader.need("AS");
  return reader.part(start, { type: "unwind", list, variable: reader.variable() });
}

function parseProjection(reader: TokenReader): ProjectionClause {
  const type = reader.is("WITH") ? "with" : "return";
  const { start } = reader.next();
  const distinct = reader.take("DISTINCT");
  const star = reader.take("*");
  const items = !star || reader.take(",") ? reader.list(parseItem) : [];
  const sorted = reader.take("ORDER") && reader.need("BY");
  const orderBy = sorted ? reader.list(parseSortItem) : [];
  const skip = reader.take("SKIP") || reader.take("OFFSET") ? parseExpression(reader) : null;
  const limit = reader.take("LIMIT") ? parseExpression(reader) : null;
  const where = type === "with" ? parseWhere(reader) : null;
  return reader.part(start, { type, distinct, star, items, orderBy, skip, limit, where });
}

function parseItem(reader: TokenReader): ProjectionItem {
  const { start } = reader.peek();
  const expression = parseExpression(reader);
  return reader.part(start, { expression, alias: reader.take("AS") ? reader.variable() : null });
}

function parseSortItem(reader: TokenReader): SortItem {
  const { start } = reader.peek();
  const expression = parseExpression(reader);
  const descending = reader.take("DESC") || reader.take("DESCENDING");
  if (!descending && !reader.take("ASC")) reader.take("ASCENDING");
  return reader.part(start, { expression, descending });
}

function parseCall(reader: TokenReader): CallClause {
  const { start } = reader.next();
  if (reader.is("{") || reader.is("("))
    refuse("UnsupportedClause", "CALL of a subquery is not supported", reader.peek());
  const name = reader.dottedName();
  const parameters = reader.take("(") ? reader.listUntil(")", parseExpression) : null;
  const yields = reader.take("YIELD") ? parseYields(reader) : null;
  const where = yields ? parseWhere(reader) : null;
  return reader.part(start, { type: "call procedure", name, parameters, yields, where });
}

function parseYields(reader: TokenReader): CallClause["yields"] {
  if (reader.take("*")) return "star";
  return reader.list(() => {
    const variable = reader.variable();
    return { result: variable.name, variable: reader.take("AS") ? reader.variable() : variable };
  });
}
