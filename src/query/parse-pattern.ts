import { CompileProblem } from "./errors.ts";
import { parseExpression, parseMap } from "./parse-expression.ts";
import type {
  Direction,
  Expression,
  LabelExpression,
  MapLiteral,
  NodePattern,
  PathPattern,
  RelationshipPattern,
  VariableReference,
} from "./syntax.ts";
import type { TokenReader } from "./token-reader.ts";

/** Names of nodes and relationships without a variable begin with a space, which no written name does. */
export const isAnonymous = (name: string): boolean => name.startsWith(" ");

/** The comma-separated paths of a MATCH. */
export function parsePatterns(reader: TokenReader): PathPattern[] {
  const patterns: PathPattern[] = [];
  do patterns.push(parseNamedPath(reader));
  while (reader.takeSymbol(","));
  return patterns;
}

function parseNamedPath(reader: TokenReader): PathPattern {
  let variable: VariableReference | null = null;
  if (reader.isName() && reader.isSymbol("=", 1)) {
    variable = reader.variable();
    reader.next();
  }
  return parsePath(reader, variable);
}

/** A path, also as the argument of `shortestPath` and in brackets. */
export function parsePath(reader: TokenReader, variable: VariableReference | null): PathPattern {
  const first = reader.peek();
  const shortest = isShortest(reader);
  if (shortest !== null) {
    reader.next();
    reader.needSymbol("(");
    const path = parseChain(reader, variable, shortest);
    reader.needSymbol(")");
    if (path.relationships.length !== 1)
      throw new CompileProblem(
        "InvalidRelationshipPattern",
        `${first.value} takes one relationship between two nodes`,
        first.start,
      );
    return path;
  }
  return parseChain(reader, variable, null);
}

/** Whether `shortestPath(` or `allShortestPaths(` stands here. */
export function isShortest(reader: TokenReader): "one" | "all" | null {
  if (!reader.isSymbol("(", 1)) return null;
  return reader.isKeyword("SHORTESTPATH") ? "one" : reader.isKeyword("ALLSHORTESTPATHS") ? "all" : null;
}

function parseChain(
  reader: TokenReader,
  variable: VariableReference | null,
  shortest: PathPattern["shortest"],
): PathPattern {
  const start = variable?.start ?? reader.peek().start;
  const nodes: NodePattern[] = [parseNode(reader)];
  const relationships: RelationshipPattern[] = [];
  while (reader.isSymbol("-") || reader.isSymbol("<")) {
    relationships.push(parseRelationship(reader));
    nodes.push(parseNode(reader));
  }
  return { variable, shortest, nodes, relationships, start, end: reader.end() };
}

interface Inside {
  readonly variable: VariableReference;
  readonly labels: LabelExpression | null;
}

/** The variable and the labels or types that nodes and relationships both begin with. */
function parseInside(reader: TokenReader, start: number): Inside {
  const variable: VariableReference =
    reader.isName() && !(reader.isKeyword("IS") && reader.isName(1)) && !reader.isKeyword("WHERE")
      ? reader.variable()
      : { type: "variable", name: ` ${start}`, start, end: start + 1 };
  const labels =
    reader.takeSymbol(":") || (reader.isKeyword("IS") && reader.takeKeyword("IS")) ? parseLabels(reader, true) : null;
  return { variable, labels };
}

function parseProperties(reader: TokenReader): MapLiteral | null {
  const token = reader.peek();
  if (token.kind === "parameter")
    throw new CompileProblem(
      "InvalidParameterUse",
      "a parameter cannot stand for the properties of a pattern; name each one: {key: $value.key}",
      token.start,
    );
  return reader.isSymbol("{") ? parseMap(reader) : null;
}

const parseInnerWhere = (reader: TokenReader): Expression | null =>
  reader.takeKeyword("WHERE") ? parseExpression(reader) : null;

function parseNode(reader: TokenReader): NodePattern {
  const { start } = reader.needSymbol("(");
  const { variable, labels } = parseInside(reader, start);
  const properties = parseProperties(reader);
  const where = parseInnerWhere(reader);
  reader.needSymbol(")");
  return { variable, labels, properties, where, start, end: reader.end() };
}

function parseRelationship(reader: TokenReader): RelationshipPattern {
  const { start } = reader.peek();
  const left = reader.takeSymbol("<");
  reader.needSymbol("-");
  let inside: Inside = { variable: { type: "variable", name: ` ${start}`, start, end: start + 1 }, labels: null };
  let length: RelationshipPattern["length"] = null;
  let properties: MapLiteral | null = null;
  let where: Expression | null = null;
  if (reader.takeSymbol("[")) {
    inside = parseInside(reader, start);
    length = parseLength(reader);
    properties = parseProperties(reader);
    where = parseInnerWhere(reader);
    reader.needSymbol("]");
  }
  reader.needSymbol("-");
  const right = reader.takeSymbol(">");
  const direction: Direction = left === right ? "both" : left ? "in" : "out";
  return {
    variable: inside.variable,
    types: inside.labels,
    properties,
    where,
    direction,
    length,
    start,
    end: reader.end(),
  };
}

/** `*`, `*2`, `*1..3`, `*..3`, `*2..`. */
function parseLength(reader: TokenReader): RelationshipPattern["length"] {
  if (!reader.takeSymbol("*")) return null;
  if (reader.isSymbol("-"))
    throw new CompileProblem("InvalidRelationshipPattern", "a length cannot be negative", reader.peek().start);
  const bound = (): number | null => {
    const token = reader.peek();
    if (token.kind === "parameter")
      throw new CompileProblem("InvalidParameterUse", "a parameter cannot bound a length", token.start);
    return token.kind === "integer" ? Number(reader.next().value) : null;
  };
  const min = bound();
  if (!reader.takeSymbol("..")) return min === null ? { min: 1, max: Infinity } : { min, max: min };
  return { min: min ?? 1, max: bound() ?? Infinity };
}

/**
 * A label expression: `!` binds before `&` (and `:`), that before `|`.
 * @param bar whether a `|` outside brackets belongs to it; in a comprehension it ends the condition instead
 */
export function parseLabels(reader: TokenReader, bar: boolean): LabelExpression {
  let left = parseLabelConjunction(reader);
  while (bar && reader.isSymbol("|")) {
    reader.next();
    reader.takeSymbol(":");
    left = { kind: "or", left, right: parseLabelConjunction(reader) };
  }
  return left;
}

function parseLabelConjunction(reader: TokenReader): LabelExpression {
  let left = parseLabel(reader);
  while (reader.takeSymbol("&") || reader.takeSymbol(":")) left = { kind: "and", left, right: parseLabel(reader) };
  return left;
}

function parseLabel(reader: TokenReader): LabelExpression {
  if (reader.takeSymbol("!")) return { kind: "not", operand: parseLabel(reader) };
  if (reader.takeSymbol("%")) return { kind: "any" };
  if (reader.takeSymbol("(")) {
    const inside = parseLabels(reader, true);
    reader.needSymbol(")");
    return inside;
  }
  const { start, end } = reader.peek();
  return { kind: "name", name: reader.name(), start, end };
}
