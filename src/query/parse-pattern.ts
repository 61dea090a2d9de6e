import { refuse } from "./errors.ts";
import { parseMap } from "./parse-atom.ts";
import { parseWhere } from "./parse-expression.ts";
import type {
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
  return reader.list(() => {
    const variable = reader.isName() && reader.is("=", 1) ? reader.variable() : null;
    if (variable) reader.next();
    return parsePath(reader, variable);
  });
}

/** A path, also as the argument of `shortestPath` and in brackets. */
export function parsePath(reader: TokenReader, variable: VariableReference | null): PathPattern {
  const shortest = isShortest(reader);
  if (shortest === null) return parseChain(reader, variable, null);
  const name = reader.next();
  reader.next();
  const path = parseChain(reader, variable, shortest);
  reader.need(")");
  if (path.relationships.length !== 1)
    refuse("InvalidRelationshipPattern", `${name.value} takes one relationship between two nodes`, name);
  return path;
}

/** Whether `shortestPath(` or `allShortestPaths(` stands here. */
export function isShortest(reader: TokenReader): PathPattern["shortest"] {
  if (!reader.is("(", 1)) return null;
  return reader.is("SHORTESTPATH") ? "one" : reader.is("ALLSHORTESTPATHS") ? "all" : null;
}

function parseChain(
  reader: TokenReader,
  variable: VariableReference | null,
  shortest: PathPattern["shortest"],
): PathPattern {
  const { start } = variable ?? reader.peek();
  const nodes = [parseNode(reader)];
  const relationships: RelationshipPattern[] = [];
  while (reader.is("-") || reader.is("<")) {
    relationships.push(parseRelationship(reader));
    nodes.push(parseNode(reader));
  }
  return reader.part(start, { variable, shortest, nodes, relationships });
}

interface Inside {
  readonly variable: VariableReference;
  readonly labels: LabelExpression | null;
  readonly length: RelationshipPattern["length"];
  readonly properties: MapLiteral | null;
  readonly where: Expression | null;
}

/** What stands in the brackets of a node or relationship that begins at `start`; nothing, where there are none. */
function parseInside(reader: TokenReader, start: number, close: ")" | "]" | null): Inside {
  const isLabelled = close !== null && reader.is("IS") && reader.isName(1);
  const named = close !== null && reader.isName() && !isLabelled && !reader.is("WHERE");
  const variable = named
    ? reader.variable()
    : ({ type: "variable", name: ` ${start}`, start, end: start + 1 } as const);
  if (close === null) return { variable, labels: null, length: null, properties: null, where: null };
  const labels = reader.take(":") || (reader.isName(1) && reader.take("IS")) ? parseLabels(reader, true) : null;
  const length = close === "]" ? parseLength(reader) : null;
  refuseParameter(reader, "stand for all properties; name each: {key: $value.key}");
  const properties = reader.is("{") ? parseMap(reader) : null;
  const where = parseWhere(reader);
  reader.need(close);
  return { variable, labels, length, properties, where };
}

function refuseParameter(reader: TokenReader, what: string): void {
  if (reader.peek().kind === "parameter") refuse("InvalidParameterUse", `a parameter cannot ${what}`, reader.peek());
}

function parseNode(reader: TokenReader): NodePattern {
  const { start } = reader.need("(");
  return reader.part(start, parseInside(reader, start, ")"));
}

function parseRelationship(reader: TokenReader): RelationshipPattern {
  const { start } = reader.peek();
  const left = reader.take("<");
  reader.need("-");
  const { labels, ...inside } = parseInside(reader, start, reader.take("[") ? "]" : null);
  reader.need("-");
  const right = reader.take(">");
  return reader.part(start, { ...inside, types: labels, direction: left === right ? "both" : left ? "in" : "out" });
}

/** `*`, `*2`, `*1..3`, `*..3`, `*2..`. */
function parseLength(reader: TokenReader): RelationshipPattern["length"] {
  if (!reader.take("*")) return null;
  if (reader.is("-")) refuse("InvalidRelationshipPattern", "a length cannot be negative", reader.peek());
  const bound = (): number | null => {
    refuseParameter(reader, "bound a length");
    return reader.peek().kind === "integer" ? Number(reader.next().value) : null;
  };
  const min = bound();
  if (!reader.take("..")) return min === null ? { min: 1, max: Infinity } : { min, max: min };
  return { min: min ?? 1, max: bound() ?? Infinity };
}

/**
 * A label expression: `!` binds before `&` (and `:`), that before `|`.
 * @param bar whether a `|` outside brackets belongs to it; in a comprehension it ends the condition instead
 */
export function parseLabels(reader: TokenReader, bar: boolean): LabelExpression {
  let left = parseLabelConjunction(reader);
  while (bar && reader.take("|")) {
    reader.take(":");
    left = { kind: "or", left, right: parseLabelConjunction(reader) };
  }
  return left;
}

function parseLabelConjunction(reader: TokenReader): LabelExpression {
  let left = parseLabel(reader);
  while (reader.take("&") || reader.take(":")) left = { kind: "and", left, right: parseLabel(reader) };
  return left;
}

function parseLabel(reader: TokenReader): LabelExpression {
  if (reader.take("!")) return { kind: "not", operand: reader.nested(() => parseLabel(reader)) };
  if (reader.take("%")) return { kind: "any" };
  if (reader.take("(")) {
    const inside = reader.nested(() => parseLabels(reader, true));
    reader.need(")");
    return inside;
  }
  const { start } = reader.peek();
  return reader.part(start, { kind: "name", name: reader.name() });
}
