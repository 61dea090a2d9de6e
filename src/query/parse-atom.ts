import { refuse } from "./errors.ts";
import { parseExpression, parseWhere } from "./parse-expression.ts";
import { parsePath } from "./parse-pattern.ts";
import { parseWord } from "./parse-word.ts";
import type { Expression, MapLiteral } from "./syntax.ts";
import type { TokenReader } from "./token-reader.ts";
import { integerFromText, Whole } from "./values.ts";

/** What operators stand between: a literal, a parameter, something in brackets, or what begins with a word. */
export function parseAtom(reader: TokenReader): Expression {
  const { kind, value, start } = reader.peek();
  switch (kind) {
    case "integer":
      return parseInteger(reader, start, "");
    case "float":
      return parseFloat64(reader);
    case "string":
      reader.next();
      return reader.part(start, { type: "literal", value });
    case "parameter":
      reader.next();
      return reader.part(start, { type: "parameter", name: value });
    case "name":
    case "quoted":
      return parseWord(reader);
  }
  if (value === "(") return parseBracket(reader);
  if (value === "[") return parseList(reader);
  if (value === "{") return parseMap(reader);
  return reader.unexpected("an expression");
}

export function parseInteger(reader: TokenReader, start: number, sign: "" | "-"): Expression {
  const token = reader.next();
  const value = integerFromText(sign + token.value);
  if (value === null) refuse("IntegerOverflow", `${sign}${token.value} does not fit into 64 bits`, token);
  return reader.part(start, { type: "literal", value });
}

function parseFloat64(reader: TokenReader): Expression {
  const token = reader.next();
  const number = Number(token.value);
  if (!Number.isFinite(number)) refuse("FloatingPointOverflow", `${token.value} is too large for a number`, token);
  return reader.part(token.start, { type: "literal", value: Whole.of(number) });
}

/** A bracketed expression, or a pattern as a predicate. */
function parseBracket(reader: TokenReader): Expression {
  const { start } = reader.peek();
  const predicate = looksLikePattern(reader)
    ? reader.attempt(() => reader.part(start, { type: "pattern", pattern: parsePath(reader, null) }))
    : null;
  if (predicate) return predicate;
  reader.next();
  const inside = parseExpression(reader);
  reader.need(")");
  return inside;
}

/** The first token at which a test gives an answer, and how many brackets are open there; those it closes are closed. */
function scan(
  reader: TokenReader,
  from: number,
  see: (word: string, depth: number, ahead: number) => boolean | null,
): boolean {
  let depth = 0;
  for (let ahead = from; ; ahead++) {
    const word = reader.word(ahead);
    if (/^[([{]$/.test(word)) depth++;
    else if (/^[)\]}]$/.test(word)) depth--;
    const answer = reader.peek(ahead).kind === "end" ? false : see(word, depth, ahead);
    if (answer !== null) return answer;
  }
}

/** Whether a `(` could begin a node of a pattern: what follows its closing bracket decides. */
export function looksLikePattern(reader: TokenReader): boolean {
  return (
    reader.is("(") &&
    scan(reader, 0, (_, depth, ahead) =>
      depth > 0 ? null : /^[-<]$/.test(reader.word(ahead + 1)) && /^[-[]$/.test(reader.word(ahead + 2)),
    )
  );
}

/** Whether `[x IN …` is a comprehension, or a list whose first item is a membership test: a comma decides. */
function looksLikeComprehension(reader: TokenReader): boolean {
  if (!reader.isName() || !reader.is("IN", 1)) return false;
  return !scan(reader, 2, (word, depth) => {
    if (depth < 0 || (depth === 0 && (word === "WHERE" || word === "|"))) return false;
    return depth === 0 && word === "," ? true : null;
  });
}

function parseList(reader: TokenReader): Expression {
  const { start } = reader.next();
  if (looksLikeComprehension(reader)) return parseListComprehension(reader, start);
  const named = reader.isName() && reader.is("=", 1) && reader.is("(", 2);
  const comprehension =
    named || looksLikePattern(reader) ? reader.attempt(() => parsePatternComprehension(reader, start, named)) : null;
  if (comprehension) return comprehension;
  const items = reader.listUntil("]", parseExpression);
  return reader.part(start, { type: "list", items });
}

/** After `[`: `x IN list WHERE … | …]`. */
function parseListComprehension(reader: TokenReader, start: number): Expression {
  const variable = reader.variable();
  reader.next();
  const list = parseExpression(reader, false);
  const where = parseWhere(reader, false);
  const map = reader.take("|") ? parseExpression(reader) : null;
  reader.need("]");
  return reader.part(start, { type: "list comprehension", variable, list, where, map });
}

function parsePatternComprehension(reader: TokenReader, start: number, named: boolean): Expression {
  const variable = named ? reader.variable() : null;
  if (named) reader.next();
  const pattern = parsePath(reader, variable);
  const where = parseWhere(reader, false);
  reader.need("|");
  const map = parseExpression(reader);
  reader.need("]");
  return reader.part(start, { type: "pattern comprehension", pattern, where, map });
}

/** `{key: value, …}`. */
export function parseMap(reader: TokenReader): MapLiteral {
  const { start } = reader.need("{");
  const entries = reader.listUntil("}", (): [string, Expression] => {
    const key = reader.name();
    reader.need(":");
    return [key, parseExpression(reader)];
  });
  return reader.part(start, { type: "map", entries });
}
