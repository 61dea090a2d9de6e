import { looksLikePattern } from "./parse-atom.ts";
import { parseExpression, parseWhere } from "./parse-expression.ts";
import { isShortest, parsePath, parsePatterns } from "./parse-pattern.ts";
import { parseQuery } from "./parser.ts";
import type { Expression, QuantifierKind, Query, Subquery } from "./syntax.ts";
import type { TokenReader } from "./token-reader.ts";

/** What begins with a word: a constant, CASE, a quantifier, a subquery, a function or a variable. */
export function parseWord(reader: TokenReader): Expression {
  const { start } = reader.peek();
  const word = reader.word();
  const follows = reader.word(1);
  if (/^(?:TRUE|FALSE|NULL)$/.test(word)) {
    reader.next();
    return reader.part(start, { type: "literal", value: word === "NULL" ? null : word === "TRUE" });
  }
  if (word === "CASE" && follows !== "." && follows !== ")") return parseCase(reader);
  if (follows === "{" && /^(?:EXISTS|COUNT|COLLECT)$/.test(word)) return parseSubquery(reader);
  if (follows === "(") {
    if (/^(?:ALL|ANY|NONE|SINGLE)$/.test(word) && reader.isName(2) && reader.is("IN", 3))
      return parseQuantifier(reader);
    if (word === "REDUCE") return parseReduce(reader);
    if (isShortest(reader)) return reader.part(start, { type: "pattern", pattern: parsePath(reader, null) });
    const predicate = word === "EXISTS" ? reader.attempt(() => parseExistsFunction(reader)) : null;
    if (predicate) return predicate;
  }
  return parseCallOrVariable(reader);
}

/** `exists((a)-->(b))`; fails on `exists(n.property)`. */
function parseExistsFunction(reader: TokenReader): Expression {
  const { start } = reader.next();
  reader.next();
  if (!looksLikePattern(reader)) reader.unexpected("a pattern");
  const query = parseBareMatch(reader);
  reader.need(")");
  return reader.part(start, { type: "subquery", kind: "exists", query });
}

function parseCallOrVariable(reader: TokenReader): Expression {
  const { start } = reader.peek();
  let ahead = 1;
  while (reader.is(".", ahead) && reader.isName(ahead + 1)) ahead += 2;
  if (!reader.is("(", ahead)) return reader.variable();
  const name = reader.dottedName();
  reader.next();
  if (name.toLowerCase() === "count" && reader.take("*")) {
    reader.need(")");
    return reader.part(start, { type: "call", name, distinct: false, parameters: null });
  }
  const distinct = reader.take("DISTINCT");
  const parameters = reader.listUntil(")", parseExpression);
  return reader.part(start, { type: "call", name, distinct, parameters });
}

function parseCase(reader: TokenReader): Expression {
  const { start } = reader.next();
  const operand = reader.is("WHEN") ? null : parseExpression(reader);
  const alternatives: [Expression, Expression][] = [];
  do {
    reader.need("WHEN");
    const when = parseExpression(reader);
    reader.need("THEN");
    alternatives.push([when, parseExpression(reader)]);
  } while (reader.is("WHEN"));
  const otherwise = reader.take("ELSE") ? parseExpression(reader) : null;
  reader.need("END");
  return reader.part(start, { type: "case", operand, alternatives, otherwise });
}

function parseQuantifier(reader: TokenReader): Expression {
  const { start, value } = reader.next();
  reader.next();
  const variable = reader.variable();
  reader.next();
  const list = parseExpression(reader);
  const where = parseWhere(reader);
  reader.need(")");
  return reader.part(start, { type: "quantifier", kind: value.toLowerCase() as QuantifierKind, variable, list, where });
}

function parseReduce(reader: TokenReader): Expression {
  const { start } = reader.next();
  reader.next();
  const accumulator = reader.variable();
  reader.need("=");
  const initial = parseExpression(reader);
  reader.need(",");
  const variable = reader.variable();
  reader.need("IN");
  const list = parseExpression(reader, false);
  reader.need("|");
  const step = parseExpression(reader);
  reader.need(")");
  return reader.part(start, { type: "reduce", accumulator, initial, variable, list, step });
}

function parseSubquery(reader: TokenReader): Expression {
  const { start, value } = reader.next();
  const kind = value.toLowerCase() as Subquery["kind"];
  reader.next();
  const isBare = reader.is("(") || (reader.isName() && reader.is("=", 1)) || isShortest(reader) !== null;
  const query = kind !== "collect" && isBare ? parseBareMatch(reader) : parseQuery(reader);
  reader.need("}");
  return reader.part(start, { type: "subquery", kind, query });
}

/** A pattern with its condition, read as the MATCH it stands for. */
function parseBareMatch(reader: TokenReader): Query {
  const { start } = reader.peek();
  const match = reader.part(start, {
    type: "match",
    optional: false,
    patterns: parsePatterns(reader),
    where: parseWhere(reader),
  });
  return reader.part(start, { parts: [reader.part(start, { clauses: [match] })], unionAll: null });
}
