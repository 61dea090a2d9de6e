import { CompileProblem } from "./errors.ts";
import { isShortest, parseLabels, parsePath, parsePatterns } from "./parse-pattern.ts";
import { parseQuery, parseWhere } from "./parser.ts";
import type {
  BinaryOperator,
  ComparisonOperator,
  Expression,
  MapLiteral,
  QuantifierKind,
  Query,
  Subquery,
  VariableReference,
} from "./syntax.ts";
import type { TokenReader } from "./token-reader.ts";
import { integerFromText, Whole } from "./values.ts";

const COMPARISONS = new Set<string>(["=", "<>", "<", "<=", ">", ">="]);
const QUANTIFIERS = new Set<string>(["ALL", "ANY", "NONE", "SINGLE"]);
const DEEPEST = 150;

/** How deep the brackets around the expression being read are nested, and whether a `|` ends it. */
interface Context {
  readonly bar: boolean;
  readonly depth: number;
}

/**
 * Reads an expression.
 * @param bar whether a `|` after a label test belongs to the labels (not so inside a comprehension)
 */
export function parseExpression(reader: TokenReader, bar = true, depth = 0): Expression {
  if (depth > DEEPEST)
    throw new CompileProblem("ExpressionTooDeep", "the expression is nested too deeply", reader.peek().start);
  return parseOr(reader, { bar, depth: depth + 1 });
}

type Level = (reader: TokenReader, context: Context) => Expression;

/** A level of left-associative binary operators. */
function binaryLevel(operators: readonly BinaryOperator[], symbols: boolean, tighter: Level): Level {
  return (reader, context) => {
    let left = tighter(reader, context);
    for (;;) {
      const operator = operators.find((o) => (symbols ? reader.isSymbol(o) : reader.isKeyword(o)));
      if (operator === undefined) return left;
      reader.next();
      const right = tighter(reader, context);
      left = { type: "binary", operator, left, right, start: left.start, end: right.end };
    }
  };
}

const parsePower: Level = (reader, context) => powerLevel(reader, context);
const parseProduct = binaryLevel(["*", "/", "%"], true, parsePower);
const parseSum = binaryLevel(["+", "-"], true, parseProduct);
const powerLevel = binaryLevel(["^"], true, parseUnary);
const parseAnd = binaryLevel(["AND"], false, parseNot);
const parseXor = binaryLevel(["XOR"], false, parseAnd);
const parseOr = binaryLevel(["OR"], false, parseXor);

function parseNot(reader: TokenReader, context: Context): Expression {
  if (!reader.isKeyword("NOT")) return parseComparison(reader, context);
  const { start } = reader.next();
  if (context.depth > DEEPEST) throw new CompileProblem("ExpressionTooDeep", "too many NOT", start);
  const operand = parseNot(reader, { ...context, depth: context.depth + 1 });
  return { type: "unary", operator: "NOT", operand, start, end: operand.end };
}

function parseComparison(reader: TokenReader, context: Context): Expression {
  const first = parsePredicates(reader, context);
  const rest: [ComparisonOperator, Expression][] = [];
  while (reader.peek().kind === "symbol" && COMPARISONS.has(reader.peek().value)) {
    const operator = reader.next().value as ComparisonOperator;
    rest.push([operator, parsePredicates(reader, context)]);
  }
  return rest.length === 0 ? first : { type: "comparison", first, rest, start: first.start, end: reader.end() };
}

/** String, list and null predicates, which bind more tightly than comparisons. */
function parsePredicates(reader: TokenReader, context: Context): Expression {
  let left = parseSum(reader, context);
  for (;;) {
    let operator: BinaryOperator | null = null;
    if (reader.takeKeyword("IN")) operator = "IN";
    else if (reader.takeKeyword("CONTAINS")) operator = "CONTAINS";
    else if (reader.takeSymbol("=~")) operator = "=~";
    else if (reader.isKeyword("STARTS") && reader.isKeyword("WITH", 1)) operator = "STARTS WITH";
    else if (reader.isKeyword("ENDS") && reader.isKeyword("WITH", 1)) operator = "ENDS WITH";
    else if (reader.isKeyword("IS")) {
      reader.next();
      const negated = reader.takeKeyword("NOT");
      if (reader.takeKeyword("NULL")) {
        left = { type: "null test", operand: left, negated, start: left.start, end: reader.end() };
        continue;
      }
      const labels = parseLabels(reader, context.bar);
      const test: Expression = { type: "label test", object: left, labels, start: left.start, end: reader.end() };
      left = negated ? { type: "unary", operator: "NOT", operand: test, start: left.start, end: test.end } : test;
      continue;
    }
    if (operator === null) return left;
    if (operator.endsWith(" WITH")) {
      reader.next();
      reader.next();
    }
    const right = parseSum(reader, context);
    left = { type: "binary", operator, left, right, start: left.start, end: right.end };
  }
}

function parseUnary(reader: TokenReader, context: Context): Expression {
  const { start, value } = reader.peek();
  if (!reader.isSymbol("-") && !reader.isSymbol("+")) return parsePostfix(reader, context);
  reader.next();
  const number = reader.peek();
  if (value === "-" && (number.kind === "integer" || number.kind === "float") && number.start === start + 1) {
    const negative = number.kind === "integer" ? parseInteger(reader, start, "-") : null;
    if (negative) return parseSuffixes(reader, negative, context);
  }
  if (context.depth > DEEPEST) throw new CompileProblem("ExpressionTooDeep", "too many signs", start);
  const operand = parseUnary(reader, { ...context, depth: context.depth + 1 });
  return { type: "unary", operator: value as "-" | "+", operand, start, end: operand.end };
}

function parsePostfix(reader: TokenReader, context: Context): Expression {
  return parseSuffixes(reader, parseAtom(reader, context), context);
}

function parseSuffixes(reader: TokenReader, atom: Expression, context: Context): Expression {
  let object = atom;
  for (;;) {
    const { start } = object;
    if (reader.takeSymbol(".")) object = { type: "property", object, key: reader.name(), start, end: reader.end() };
    else if (reader.takeSymbol("[")) object = parseSubscript(reader, object, context);
    else if (reader.isSymbol(":") && (reader.isName(1) || /^[!%(]$/.test(reader.peek(1).value))) {
      reader.next();
      object = { type: "label test", object, labels: parseLabels(reader, context.bar), start, end: reader.end() };
    } else if (reader.isSymbol("{") && object.type === "variable") object = parseProjectionOf(reader, object, context);
    else return object;
  }
}

function parseSubscript(reader: TokenReader, object: Expression, { depth }: Context): Expression {
  const { start } = object;
  const from = reader.isSymbol("..") ? null : parseExpression(reader, true, depth);
  if (reader.takeSymbol("..")) {
    const to = reader.isSymbol("]") ? null : parseExpression(reader, true, depth);
    reader.needSymbol("]");
    return { type: "slice", object, from, to, start, end: reader.end() };
  }
  reader.needSymbol("]");
  return { type: "index", object, index: from!, start, end: reader.end() };
}

function parseProjectionOf(reader: TokenReader, object: VariableReference, { depth }: Context): Expression {
  reader.needSymbol("{");
  const entries: [string, Expression | null][] = [];
  if (!reader.isSymbol("}"))
    do {
      const { start } = reader.peek();
      if (reader.takeSymbol(".")) {
        if (reader.takeSymbol("*")) entries.push(["*", null]);
        else {
          const key = reader.name();
          entries.push([key, { type: "property", object, key, start, end: reader.end() }]);
        }
      } else {
        const variable = reader.variable();
        entries.push([variable.name, reader.takeSymbol(":") ? parseExpression(reader, true, depth) : variable]);
      }
    } while (reader.takeSymbol(","));
  reader.needSymbol("}");
  return { type: "projection", object, entries, start: object.start, end: reader.end() };
}

function parseAtom(reader: TokenReader, context: Context): Expression {
  const token = reader.peek();
  const { start, end } = token;
  switch (token.kind) {
    case "integer":
      return parseInteger(reader, start, "");
    case "float":
      return parseFloatLiteral(reader);
    case "string":
      reader.next();
      return { type: "literal", value: token.value, start, end };
    case "parameter":
      reader.next();
      return { type: "parameter", name: token.value, start, end };
    case "symbol":
      if (token.value === "(") return parseBracket(reader, context);
      if (token.value === "[") return parseList(reader, context);
      if (token.value === "{") return parseMap(reader, context.depth);
      return reader.unexpected("an expression");
    case "name":
    case "quoted":
      return parseWord(reader, context);
    default:
      return reader.unexpected("an expression");
  }
}

function parseInteger(reader: TokenReader, start: number, sign: "" | "-"): Expression {
  const token = reader.next();
  const value = integerFromText(sign + token.value);
  if (value === null)
    throw new CompileProblem("IntegerOverflow", `${sign}${token.value} does not fit into 64 bits`, token.start);
  return { type: "literal", value, start, end: token.end };
}

function parseFloatLiteral(reader: TokenReader): Expression {
  const { value, start, end } = reader.next();
  const number = Number(value);
  if (!Number.isFinite(number))
    throw new CompileProblem("FloatingPointOverflow", `${value} is too large for a number`, start);
  return { type: "literal", value: Whole.of(number), start, end };
}

/** A bracketed expression, or a pattern as a predicate. */
function parseBracket(reader: TokenReader, { depth }: Context): Expression {
  const pattern = looksLikePattern(reader) ? parsePatternPredicate(reader) : null;
  if (pattern) return pattern;
  reader.needSymbol("(");
  const inside = parseExpression(reader, true, depth);
  reader.needSymbol(")");
  return inside;
}

/** Whether a `(` could begin a node of a pattern: what follows its closing bracket decides. */
function looksLikePattern(reader: TokenReader): boolean {
  let depth = 0;
  for (let ahead = 0; ; ahead++) {
    const token = reader.peek(ahead);
    if (token.kind === "end") return false;
    if (token.kind !== "symbol") continue;
    if ("([{".includes(token.value)) depth++;
    else if (")]}".includes(token.value) && --depth === 0)
      return (
        (reader.isSymbol("-", ahead + 1) || reader.isSymbol("<", ahead + 1)) &&
        (reader.isSymbol("[", ahead + 2) || reader.isSymbol("-", ahead + 2))
      );
  }
}

function parsePatternPredicate(reader: TokenReader): Expression | null {
  return reader.attempt(() => {
    const pattern = parsePath(reader, null);
    return { type: "pattern", pattern, start: pattern.start, end: pattern.end } as const;
  });
}

function parseList(reader: TokenReader, { depth }: Context): Expression {
  const { start } = reader.needSymbol("[");
  if (reader.isName() && reader.isKeyword("IN", 1) && looksLikeComprehension(reader))
    return parseListComprehension(reader, start, depth);
  const named = reader.isName() && reader.isSymbol("=", 1) && reader.isSymbol("(", 2);
  if (named || (reader.isSymbol("(") && looksLikePattern(reader))) {
    const comprehension = parsePatternComprehension(reader, start, depth, named);
    if (comprehension) return comprehension;
  }
  const items: Expression[] = [];
  if (!reader.isSymbol("]"))
    do items.push(parseExpression(reader, true, depth));
    while (reader.takeSymbol(","));
  reader.needSymbol("]");
  return { type: "list", items, start, end: reader.end() };
}

/** Whether `[x IN …` is a comprehension, or a list whose first item is a membership test: a comma decides. */
function looksLikeComprehension(reader: TokenReader): boolean {
  let depth = 0;
  for (let ahead = 2; ; ahead++) {
    const token = reader.peek(ahead);
    if (token.kind === "end") return true;
    if (depth === 0 && (reader.isKeyword("WHERE", ahead) || reader.isSymbol("|", ahead))) return true;
    if (token.kind !== "symbol") continue;
    if (depth === 0 && token.value === ",") return false;
    if ("([{".includes(token.value)) depth++;
    else if (")]}".includes(token.value) && --depth < 0) return true;
  }
}

/** After `[`: `x IN list WHERE … | …]`. */
function parseListComprehension(reader: TokenReader, start: number, depth: number): Expression {
  const variable = reader.variable();
  reader.needKeyword("IN");
  const list = parseExpression(reader, false, depth);
  const where = reader.takeKeyword("WHERE") ? parseExpression(reader, false, depth) : null;
  const map = reader.takeSymbol("|") ? parseExpression(reader, true, depth) : null;
  reader.needSymbol("]");
  return { type: "list comprehension", variable, list, where, map, start, end: reader.end() };
}

function parsePatternComprehension(
  reader: TokenReader,
  start: number,
  depth: number,
  named: boolean,
): Expression | null {
  return reader.attempt(() => {
    let variable: VariableReference | null = null;
    if (named) {
      variable = reader.variable();
      reader.next();
    }
    const pattern = parsePath(reader, variable);
    const where = reader.takeKeyword("WHERE") ? parseExpression(reader, false, depth) : null;
    reader.needSymbol("|");
    const map = parseExpression(reader, true, depth);
    reader.needSymbol("]");
    return { type: "pattern comprehension", pattern, where, map, start, end: reader.end() } as const;
  });
}

/** `{key: value, …}`. */
export function parseMap(reader: TokenReader, depth = 0): MapLiteral {
  const { start } = reader.needSymbol("{");
  const entries: [string, Expression][] = [];
  if (!reader.isSymbol("}"))
    do {
      const key = reader.name();
      reader.needSymbol(":");
      entries.push([key, parseExpression(reader, true, depth)]);
    } while (reader.takeSymbol(","));
  reader.needSymbol("}");
  return { type: "map", entries, start, end: reader.end() };
}

/** What begins with a word: a constant, CASE, a quantifier, a subquery, a function or a variable. */
function parseWord(reader: TokenReader, context: Context): Expression {
  const token = reader.peek();
  const { start, end } = token;
  const word = token.kind === "name" ? token.value.toUpperCase() : "";
  if (word === "TRUE" || word === "FALSE" || word === "NULL") {
    reader.next();
    return { type: "literal", value: word === "NULL" ? null : word === "TRUE", start, end };
  }
  if (word === "CASE" && !reader.isSymbol(".", 1) && !reader.isSymbol(")", 1)) return parseCase(reader, context);
  if (reader.isSymbol("{", 1) && (word === "EXISTS" || word === "COUNT" || word === "COLLECT"))
    return parseSubquery(reader, word.toLowerCase() as Subquery["kind"]);
  if (reader.isSymbol("(", 1)) {
    if (QUANTIFIERS.has(word)) {
      const quantifier = parseQuantifier(reader, context);
      if (quantifier) return quantifier;
    }
    if (word === "REDUCE") return parseReduce(reader, context);
    if (isShortest(reader)) {
      const pattern = parsePath(reader, null);
      return { type: "pattern", pattern, start, end: pattern.end };
    }
    if (word === "EXISTS") {
      const predicate = parseExistsFunction(reader, start);
      if (predicate) return predicate;
    }
  }
  return parseCallOrVariable(reader, context);
}

/** `exists((a)-->(b))`; null for `exists(n.property)`. */
function parseExistsFunction(reader: TokenReader, start: number): Expression | null {
  return reader.attempt(() => {
    reader.next();
    reader.needSymbol("(");
    if (!looksLikePattern(reader)) reader.unexpected("a pattern");
    const query = parseBareMatch(reader);
    reader.needSymbol(")");
    return { type: "subquery", kind: "exists", query, start, end: reader.end() } as const;
  });
}

function parseCallOrVariable(reader: TokenReader, { depth }: Context): Expression {
  const { start } = reader.peek();
  let ahead = 1;
  while (reader.isSymbol(".", ahead) && reader.isName(ahead + 1)) ahead += 2;
  if (!reader.isSymbol("(", ahead)) return reader.variable();
  let name = reader.name();
  while (reader.takeSymbol(".")) name += `.${reader.name()}`;
  reader.needSymbol("(");
  if (name.toLowerCase() === "count" && reader.takeSymbol("*")) {
    reader.needSymbol(")");
    return { type: "call", name, distinct: false, parameters: null, start, end: reader.end() };
  }
  const distinct = reader.takeKeyword("DISTINCT");
  const parameters: Expression[] = [];
  if (!reader.isSymbol(")"))
    do parameters.push(parseExpression(reader, true, depth));
    while (reader.takeSymbol(","));
  reader.needSymbol(")");
  return { type: "call", name, distinct, parameters, start, end: reader.end() };
}

function parseCase(reader: TokenReader, { depth }: Context): Expression {
  const { start } = reader.next();
  const operand = reader.isKeyword("WHEN") ? null : parseExpression(reader, true, depth);
  const alternatives: [Expression, Expression][] = [];
  while (reader.takeKeyword("WHEN")) {
    const when = parseExpression(reader, true, depth);
    reader.needKeyword("THEN");
    alternatives.push([when, parseExpression(reader, true, depth)]);
  }
  if (alternatives.length === 0) reader.unexpected("WHEN");
  const otherwise = reader.takeKeyword("ELSE") ? parseExpression(reader, true, depth) : null;
  reader.needKeyword("END");
  return { type: "case", operand, alternatives, otherwise, start, end: reader.end() };
}

function parseQuantifier(reader: TokenReader, { depth }: Context): Expression | null {
  if (!(reader.isName(2) && reader.isKeyword("IN", 3))) return null;
  const { start, value } = reader.next();
  reader.needSymbol("(");
  const variable = reader.variable();
  reader.needKeyword("IN");
  const list = parseExpression(reader, true, depth);
  const where = reader.takeKeyword("WHERE") ? parseExpression(reader, true, depth) : null;
  reader.needSymbol(")");
  const kind = value.toLowerCase() as QuantifierKind;
  return { type: "quantifier", kind, variable, list, where, start, end: reader.end() };
}

function parseReduce(reader: TokenReader, { depth }: Context): Expression {
  const { start } = reader.next();
  reader.needSymbol("(");
  const accumulator = reader.variable();
  reader.needSymbol("=");
  const initial = parseExpression(reader, true, depth);
  reader.needSymbol(",");
  const variable = reader.variable();
  reader.needKeyword("IN");
  const list = parseExpression(reader, false, depth);
  reader.needSymbol("|");
  const step = parseExpression(reader, true, depth);
  reader.needSymbol(")");
  return { type: "reduce", accumulator, initial, variable, list, step, start, end: reader.end() };
}

function parseSubquery(reader: TokenReader, kind: Subquery["kind"]): Expression {
  const { start } = reader.next();
  reader.needSymbol("{");
  const query = kind !== "collect" && isBarePattern(reader) ? parseBareMatch(reader) : parseQuery(reader);
  reader.needSymbol("}");
  return { type: "subquery", kind, query, start, end: reader.end() };
}

function isBarePattern(reader: TokenReader): boolean {
  return reader.isSymbol("(") || (reader.isName() && reader.isSymbol("=", 1)) || isShortest(reader) !== null;
}

/** A pattern with its condition, read as the MATCH it stands for. */
function parseBareMatch(reader: TokenReader): Query {
  const { start } = reader.peek();
  const patterns = parsePatterns(reader);
  const where = parseWhere(reader);
  const span = { start, end: reader.end() };
  return {
    parts: [{ clauses: [{ type: "match", optional: false, patterns, where, ...span }], ...span }],
    unionAll: null,
    ...span,
  };
}
