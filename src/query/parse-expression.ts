import { parseAtom, parseInteger } from "./parse-atom.ts";
import { parseLabels } from "./parse-pattern.ts";
import type { BinaryOperator, ComparisonOperator, Expression, VariableReference } from "./syntax.ts";
import type { TokenReader } from "./token-reader.ts";

/** Operators by the word they begin with; those of each line bind tighter than those of the line before. */
const LEVELS = ["OR", "XOR", "AND", "= <> < <= > >=", "IN IS =~ CONTAINS STARTS ENDS", "+ -", "* / %", "^"];
/** How tightly binary operators bind, from 1 on. Comparisons chain, all others associate to the left. */
const BINDING: Readonly<Record<string, number>> = Object.fromEntries(
  LEVELS.flatMap((words, level) => words.split(" ").map((word) => [word, level + 1])),
);
const COMPARISON = BINDING["="];
/** NOT stands where a comparison can, and before one. */
const NOT = COMPARISON;

/**
 * Reads an expression.
 * @param bar whether a `|` after a label test belongs to the labels (not so inside a comprehension)
 */
export function parseExpression(reader: TokenReader, bar = true): Expression {
  return reader.nested(() => parseOperation(reader, 1), bar);
}

/** The condition after WHERE, if there is one. */
export function parseWhere(reader: TokenReader, bar = true): Expression | null {
  return reader.take("WHERE") ? parseExpression(reader, bar) : null;
}

/** Operators that bind at least so tightly, by precedence climbing (Richards 1979). */
function parseOperation(reader: TokenReader, least: number): Expression {
  const { start } = reader.peek();
  let left = least <= NOT && reader.take("NOT") ? parseNegated(reader, start) : parseSigned(reader);
  for (;;) {
    const word = reader.word();
    const level = BINDING[word] ?? 0;
    if (level < least) return left;
    if (level === COMPARISON) left = parseComparison(reader, start, left);
    else {
      reader.next();
      if (word === "IS") left = parseIs(reader, start, left);
      else {
        const isPair = word === "STARTS" || word === "ENDS";
        if (isPair) reader.need("WITH");
        const operator = (isPair ? `${word} WITH` : word) as BinaryOperator;
        left = reader.part(start, { type: "binary", operator, left, right: parseOperation(reader, level + 1) });
      }
    }
  }
}

function parseNegated(reader: TokenReader, start: number): Expression {
  const operand = reader.nested(() => parseOperation(reader, NOT));
  return reader.part(start, { type: "unary", operator: "NOT", operand });
}

function parseComparison(reader: TokenReader, start: number, first: Expression): Expression {
  const rest: [ComparisonOperator, Expression][] = [];
  while (BINDING[reader.word()] === COMPARISON)
    rest.push([reader.next().value as ComparisonOperator, parseOperation(reader, COMPARISON + 1)]);
  return reader.part(start, { type: "comparison", first, rest });
}

/** After IS: `NULL` or a label, perhaps with NOT before it. */
function parseIs(reader: TokenReader, start: number, operand: Expression): Expression {
  const negated = reader.take("NOT");
  if (reader.take("NULL")) return reader.part(start, { type: "null test", operand, negated });
  const labels = parseLabels(reader, reader.bar);
  const test = reader.part(start, { type: "label test", object: operand, labels });
  return negated ? reader.part(start, { type: "unary", operator: "NOT", operand: test }) : test;
}

function parseSigned(reader: TokenReader): Expression {
  const { start, end } = reader.peek();
  const sign = reader.word();
  if (sign !== "-" && sign !== "+") return parseSuffixes(reader, parseAtom(reader));
  reader.next();
  const number = reader.peek();
  // the least integer has no positive counterpart: the sign belongs to the number
  if (sign === "-" && number.kind === "integer" && number.start === end)
    return parseSuffixes(reader, parseInteger(reader, start, sign));
  const operand = reader.nested(() => parseSigned(reader));
  return reader.part(start, { type: "unary", operator: sign, operand });
}

/** Properties, subscripts, labels and map projections, as many as follow. */
function parseSuffixes(reader: TokenReader, atom: Expression): Expression {
  const { start } = atom;
  let object = atom;
  for (;;) {
    if (reader.take(".")) object = reader.part(start, { type: "property", object, key: reader.name() });
    else if (reader.take("[")) object = parseSubscript(reader, object);
    else if (reader.is(":") && (reader.isName(1) || /^[!%(]$/.test(reader.word(1)))) {
      reader.next();
      object = reader.part(start, { type: "label test", object, labels: parseLabels(reader, reader.bar) });
    } else if (object.type === "variable" && reader.take("{")) object = parseMapProjection(reader, object);
    else return object;
  }
}

function parseSubscript(reader: TokenReader, object: Expression): Expression {
  const { start } = object;
  const bound = (end: string) => (reader.is(end) ? null : parseExpression(reader));
  const from = bound("..");
  const isSlice = reader.take("..");
  const to = isSlice ? bound("]") : null;
  reader.need("]");
  return isSlice
    ? reader.part(start, { type: "slice", object, from, to })
    : reader.part(start, { type: "index", object, index: from! });
}

function parseMapProjection(reader: TokenReader, object: VariableReference): Expression {
  const entries = reader.listUntil("}", (): [string, Expression | null] => {
    const { start } = reader.peek();
    if (!reader.take(".")) {
      const variable = reader.variable();
      return [variable.name, reader.take(":") ? parseExpression(reader) : variable];
    }
    if (reader.take("*")) return ["*", null];
    const key = reader.name();
    return [key, reader.part(start, { type: "property", object, key })];
  });
  return reader.part(object.start, { type: "projection", object, entries });
}
