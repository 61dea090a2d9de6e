import { equals } from "./compare.ts";
import { compileCall } from "./compile-call.ts";
import { compileLabelTest } from "./compile-labels.ts";
import { compileListComprehension, compileQuantifier, compileReduce } from "./compile-lists.ts";
import { compileBinary, compileComparison, compileUnary, needBoolean, needList } from "./compile-operators.ts";
import { compilePattern, compilePatternComprehension, compileSubquery } from "./compile-subquery.ts";
import type { Execution } from "./execution.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { Variable } from "./scope.ts";
import type { Case, Expression, MapProjection } from "./syntax.ts";
import { isInteger, isMap, NodeValue, newMap, RelationshipValue, TemporalValue, type Value } from "./values.ts";
import { mismatch } from "./write-value.ts";

/** Computes a value from the row at hand. */
export type Evaluate = () => Value;

/** Reads a variable as a value, whatever form it has in its slot. */
export function readVariable({ row }: Execution, { slot, form }: Variable): Evaluate {
  switch (form) {
    case "node":
      return () => (row[slot] === null ? null : new NodeValue(row[slot]));
    case "relationship":
      return () => (row[slot] === null ? null : new RelationshipValue(row[slot]));
    case "relationships":
      return () => (row[slot] === null ? null : (row[slot] as number[]).map((id) => new RelationshipValue(id)));
    default:
      return () => row[slot];
  }
}

/** Turns an expression into a function that computes it. */
export function compileExpression(run: Execution, of: Expression): Evaluate {
  const compile = (part: Expression): Evaluate => compileExpression(run, part);
  switch (of.type) {
    case "literal":
      return () => of.value;
    case "parameter": {
      const value = run.parameters[of.name];
      return () => value;
    }
    case "variable":
      return readVariable(run, of.binding!);
    case "property":
      return compileProperty(run, of.object, of.key);
    case "index": {
      const [object, index] = [compile(of.object), compile(of.index)];
      return () => subscript(run.index, object(), index());
    }
    case "slice": {
      const [object, from, to] = [of.object, of.from, of.to].map((part) => (part ? compile(part) : () => undefined));
      return () => run.weigh(slice(object(), from(), to()));
    }
    case "list": {
      const items = of.items.map(compile);
      return () => items.map((item) => item());
    }
    case "map": {
      const entries = of.entries.map(([key, value]) => [key, compile(value)] as const);
      return () => {
        const map = newMap();
        for (const [key, value] of entries) map[key] = value();
        return map;
      };
    }
    case "projection":
      return compileMapProjection(run, of);
    case "unary":
      return compileUnary(run, of);
    case "binary":
      return compileBinary(run, of);
    case "comparison":
      return compileComparison(run, of);
    case "null test": {
      const operand = compile(of.operand);
      return of.negated ? () => operand() !== null : () => operand() === null;
    }
    case "label test":
      return compileLabelTest(run, of);
    case "call":
      return compileCall(run, of);
    case "case":
      return compileCase(run, of);
    case "list comprehension":
      return compileListComprehension(run, of);
    case "quantifier":
      return compileQuantifier(run, of);
    case "reduce":
      return compileReduce(run, of);
    case "pattern":
      return compilePattern(run, of);
    case "pattern comprehension":
      return compilePatternComprehension(run, of);
    case "subquery":
      return compileSubquery(run, of);
  }
}

/** Turns a condition into a test: true where it is true, false where it is false or unknown. */
export function compileCondition(run: Execution, of: Expression): () => boolean {
  if (of.type === "binary" && of.operator === "OR") {
    const [left, right] = [compileCondition(run, of.left), compileCondition(run, of.right)];
    return () => left() || right();
  }
  const value = compileExpression(run, of);
  return () => needBoolean(value()) === true;
}

function compileProperty(run: Execution, object: Expression, key: string): Evaluate {
  const { row, index } = run;
  if (object.type === "variable") {
    const { slot, form } = object.binding!;
    if (form === "node") return compileNodeProperty(run, slot, key);
    if (form === "relationship") return () => (row[slot] === null ? null : index.relationshipProperty(row[slot], key));
  }
  const value = compileExpression(run, object);
  return () => propertyOf(index, value(), key);
}

/** Reads a property of nodes; once it was asked of an eighth of all nodes, from a column. */
function compileNodeProperty({ row, index }: Execution, slot: number, key: string): Evaluate {
  let column = index.columns.get(key);
  let asked = 0;
  return () => {
    const node: number | null = row[slot];
    if (node === null) return null;
    if (column) return column[node];
    if (++asked > index.order / 8) column = index.makeColumn(key);
    return index.nodeProperty(node, key);
  };
}

function propertyOf(index: GraphIndex, of: Value, key: string): Value {
  if (of === null) return null;
  if (of instanceof NodeValue) return index.nodeProperty(of.id, key);
  if (of instanceof RelationshipValue) return index.relationshipProperty(of.id, key);
  if (of instanceof TemporalValue) return of.get(key) ?? null;
  if (!isMap(of)) throw mismatch(`.${key}`, "a node, a relationship, a map or a date", of);
  return Object.hasOwn(of, key) ? of[key] : null;
}

const hasProperties = (of: Value): boolean => isMap(of) || of instanceof NodeValue || of instanceof RelationshipValue;

function subscript(index: GraphIndex, of: Value, by: Value): Value {
  if (of === null || by === null) return null;
  if (Array.isArray(of)) {
    if (!isInteger(by)) throw mismatch("a list", "an integer in [ ]", by);
    return of.at(Number(by)) ?? null;
  }
  if (!hasProperties(of)) throw mismatch("[ ]", "a list, a map, a node or a relationship", of);
  if (typeof by !== "string")
    throw mismatch("a map", "a string in [ ]", by, "TypeError", "MapElementAccessByNonString");
  return propertyOf(index, of, by);
}

/** A part of a list; a bound that is undefined was not written. */
function slice(of: Value, from: Value, to: Value): Value {
  if (of === null || from === null || to === null) return null;
  const [first, last] = [from, to].map((bound) => {
    if (bound === undefined || isInteger(bound)) return bound === undefined ? bound : Number(bound);
    throw mismatch("a list", "integers in [ ]", bound);
  });
  return needList(of).slice(first, last);
}

function compileMapProjection(run: Execution, of: MapProjection): Evaluate {
  const object = compileExpression(run, of.object);
  const entries = of.entries.map(([key, value]) => [key, value && compileExpression(run, value)] as const);
  return () => {
    const whole = object();
    if (whole === null) return null;
    if (!hasProperties(whole)) throw mismatch("a map projection", "a node, a relationship or a map", whole);
    const map = newMap();
    for (const [key, value] of entries)
      if (value) map[key] = value();
      else Object.assign(map, run.index.propertiesOf(whole));
    return map;
  };
}

function compileCase(run: Execution, of: Case): Evaluate {
  const compile = (part: Expression): Evaluate => compileExpression(run, part);
  const operand = of.operand && compile(of.operand);
  const alternatives = of.alternatives.map(([when, then]) => [compile(when), compile(then)] as const);
  const otherwise = of.otherwise ? compile(of.otherwise) : () => null;
  return () => {
    const value = operand?.();
    for (const [when, then] of alternatives)
      if (operand ? equals(value, when()) === true : needBoolean(when()) === true) return then();
    return otherwise();
  };
}
