import { CompileProblem } from "./errors.ts";
import { parseExpression } from "./parse-expression.ts";
import { parsePatterns } from "./parse-pattern.ts";
import type {
  CallClause,
  Clause,
  Expression,
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

const UNSUPPORTED: Record<string, string> = {
  CREATE: "writes to the graph",
  MERGE: "writes to the graph",
  SET: "writes to the graph",
  DELETE: "writes to the graph",
  DETACH: "writes to the graph",
  NODETACH: "writes to the graph",
  REMOVE: "writes to the graph",
  INSERT: "writes to the graph",
  FOREACH: "writes to the graph",
  DROP: "writes to the graph",
  ALTER: "writes to the graph",
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
    return parseStatement(text, reader);
  } catch (problem) {
    const farthest = reader.farthest;
    throw problem instanceof CompileProblem && farthest && farthest.offset > problem.offset ? farthest : problem;
  }
}

function parseStatement(text: string, reader: TokenReader): Statement {
  const mode = reader.takeKeyword("EXPLAIN") ? "explain" : reader.takeKeyword("PROFILE") ? "profile" : "run";
  const query = parseQuery(reader);
  reader.takeSymbol(";");
  if (reader.peek().kind !== "end") refuseClause(reader);
  return { text, mode, query };
}

/** A query up to its end, or up to the `}` of the subquery it stands in. */
export function parseQuery(reader: TokenReader): Query {
  const start = reader.peek().start;
  const parts: SingleQuery[] = [parseSingleQuery(reader)];
  let unionAll: boolean | null = null;
  while (reader.isKeyword("UNION")) {
    const at = reader.next().start;
    const all = reader.takeKeyword("ALL");
    if (!all) reader.takeKeyword("DISTINCT");
    if (unionAll !== null && unionAll !== all)
      throw new CompileProblem("InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query", at);
    unionAll = all;
    parts.push(parseSingleQuery(reader));
  }
  return { parts, unionAll, start, end: reader.end() };
}

function parseSingleQuery(reader: TokenReader): SingleQuery {
  const start = reader.peek().start;
  const clauses: Clause[] = [];
  for (let clause = parseClause(reader); clause; clause = parseClause(reader)) {
    const last = clauses.at(-1);
    if (last?.type === "return")
      throw new CompileProblem("InvalidClauseComposition", "nothing can follow RETURN but UNION", clause.start);
    clauses.push(clause);
  }
  if (clauses.length === 0) refuseClause(reader);
  return { clauses, start, end: reader.end() };
}

function parseClause(reader: TokenReader): Clause | null {
  if (reader.isKeyword("MATCH") || (reader.isKeyword("OPTIONAL") && reader.isKeyword("MATCH", 1)))
    return parseMatch(reader);
  if (reader.isKeyword("UNWIND")) return parseUnwind(reader);
  if (reader.isKeyword("WITH") || reader.isKeyword("RETURN")) return parseProjection(reader);
  if (reader.isKeyword("CALL") || reader.isKeyword("OPTIONAL")) return parseCall(reader);
  const token = reader.peek();
  if (token.kind === "end" || reader.isSymbol("}") || reader.isSymbol(";") || reader.isKeyword("UNION")) return null;
  return refuseClause(reader);
}

/** Says why the text at hand is no clause this engine runs. */
function refuseClause(reader: TokenReader): never {
  const token = reader.peek();
  const word = token.value.toUpperCase();
  const reason = token.kind === "name" && Object.hasOwn(UNSUPPORTED, word) ? UNSUPPORTED[word] : null;
  if (reason === null) reader.unexpected("a clause such as MATCH, WITH or RETURN");
  throw new CompileProblem(
    reason.startsWith("writes") ? "WriteClause" : "UnsupportedClause",
    `${word} is refused: it ${reason}${reason.startsWith("writes") ? ", and queries only read" : ""}`,
    token.start,
  );
}

function parseMatch(reader: TokenReader): MatchClause {
  const start = reader.peek().start;
  const optional = reader.takeKeyword("OPTIONAL");
  reader.needKeyword("MATCH");
  const patterns = parsePatterns(reader);
  if (reader.isKeyword("USING"))
    throw new CompileProblem("UnsupportedClause", "planner hints are not supported", reader.peek().start);
  return { type: "match", optional, patterns, where: parseWhere(reader), start, end: reader.end() };
}

/** The condition after WHERE, if there is one. */
export function parseWhere(reader: TokenReader): Expression | null {
  return reader.takeKeyword("WHERE") ? parseExpression(reader) : null;
}

function parseUnwind(reader: TokenReader): UnwindClause {
  const start = reader.next().start;
  const list = parseExpression(reader);
  reader.needKeyword("AS");
  return { type: "unwind", list, variable: reader.variable(), start, end: reader.end() };
}

function parseProjection(reader: TokenReader): ProjectionClause {
  const first = reader.next();
  const type = first.value.toUpperCase() === "WITH" ? "with" : "return";
  const distinct = reader.takeKeyword("DISTINCT");
  const star = reader.takeSymbol("*");
  const items: ProjectionItem[] = [];
  if (!star || reader.takeSymbol(","))
    do items.push(parseItem(reader));
    while (reader.takeSymbol(","));
  const orderBy: SortItem[] = [];
  if (reader.takeKeyword("ORDER")) {
    reader.needKeyword("BY");
    do orderBy.push(parseSortItem(reader));
    while (reader.takeSymbol(","));
  }
  const skip = reader.takeKeyword("SKIP") || reader.takeKeyword("OFFSET") ? parseExpression(reader) : null;
  const limit = reader.takeKeyword("LIMIT") ? parseExpression(reader) : null;
  const where = type === "with" ? parseWhere(reader) : null;
  return { type, distinct, star, items, orderBy, skip, limit, where, start: first.start, end: reader.end() };
}

function parseItem(reader: TokenReader): ProjectionItem {
  const start = reader.peek().start;
  const expression = parseExpression(reader);
  const alias = reader.takeKeyword("AS") ? reader.variable() : null;
  return { expression, alias, start, end: reader.end() };
}

function parseSortItem(reader: TokenReader): SortItem {
  const start = reader.peek().start;
  const expression = parseExpression(reader);
  const descending = reader.takeKeyword("DESC") || reader.takeKeyword("DESCENDING");
  if (!descending && !reader.takeKeyword("ASC")) reader.takeKeyword("ASCENDING");
  return { expression, descending, start, end: reader.end() };
}

function parseCall(reader: TokenReader): CallClause {
  const start = reader.peek().start;
  const optional = reader.takeKeyword("OPTIONAL");
  reader.needKeyword("CALL");
  if (reader.isSymbol("{") || reader.isSymbol("("))
    throw new CompileProblem("UnsupportedClause", "CALL of a subquery is not supported", reader.peek().start);
  let name = reader.name();
  while (reader.takeSymbol(".")) name += `.${reader.name()}`;
  let parameters: Expression[] | null = null;
  if (reader.takeSymbol("(")) {
    parameters = [];
    if (!reader.takeSymbol(")")) {
      do parameters.push(parseExpression(reader));
      while (reader.takeSymbol(","));
      reader.needSymbol(")");
    }
  }
  let yields: CallClause["yields"] = null;
  let where: Expression | null = null;
  if (reader.takeKeyword("YIELD")) {
    if (reader.takeSymbol("*")) yields = "star";
    else {
      const list = [];
      do {
        const variable = reader.variable();
        list.push({ result: variable.name, variable: reader.takeKeyword("AS") ? reader.variable() : variable });
      } while (reader.takeSymbol(","));
      yields = list;
    }
    where = parseWhere(reader);
  }
  return { type: "call procedure", name, parameters, optional, yields, where, start, end: reader.end() };
}
