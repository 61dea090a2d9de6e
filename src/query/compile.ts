import { add, divide, multiply, negate, power, remainder, subtract } from "./arithmetic.ts";
import { compare, equals } from "./compare.ts";
import { compileCall } from "./compile-call.ts";
import { compilePattern, compilePatternComprehension, compileSubquery } from "./compile-subquery.ts";
import { runtimeError } from "./errors.ts";
import type { Execution } from "./execution.ts";
import type { GraphIndex } from "./graph-index.ts";
import { keysOf } from "./graph-index.ts";
import { compileRegularExpression } from "./regular-expression.ts";
import type { Variable } from "./scope.ts";
import type { Comparison, ComparisonOperator, Expression, LabelExpression, Quantifier } from "./syntax.ts";
import {
  fromOutside,
  isInteger,
  isMap,
  isNumeric,
  kindOf,
  NodeValue,
  newMap,
  RelationshipValue,
  TemporalValue,
  type Value,
} from "./values.ts";
import { writeValue } from "./write-value.ts";

/** Computes a value from the row at hand. */
export type Evaluate = () => Value;
type Ternary = boolean | null;

const typeError = (message: string, detail = "InvalidArgumentType") => runtimeError("TypeError", detail, message);

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
  const maybe = (part: Expression | null): Evaluate | null => (part ? compile(part) : null);
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
      const [object, from, to] = [compile(of.object), maybe(of.from), maybe(of.to)];
      return () => slice(object(), from ? from() : undefined, to ? to() : undefined);
    }
    case "list": {
      const items = of.items.map(compile);
      return () => items.map((item) => item());
    }
    case "map":
      return compileMap(of.entries.map(([key, value]) => [key, compile(value)] as const));
    case "projection":
      return compileProjection(
        run,
        compile(of.object),
        of.entries.map(([key, value]) => [key, maybe(value)] as const),
      );
    case "unary":
      return compileUnary(of.operator, compile(of.operand));
    case "binary":
      return compileBinary(of.operator, compile(of.left), compile(of.right));
    case "comparison":
      return compileComparison(run, of);
    case "null test": {
      const operand = compile(of.operand);
      return of.negated ? () => operand() !== null : () => operand() === null;
    }
    case "label test":
      return compileLabelTest(run, of.object, of.labels);
    case "call":
      return compileCall(run, of);
    case "case":
      return compileCase(of, compile);
    case "list comprehension": {
      const { slot } = of.variable.binding!;
      return compileComprehension(run, compile(of.list), slot, maybe(of.where), maybe(of.map));
    }
    case "quantifier":
      return compileQuantifier(run, of);
    case "reduce": {
      const [initial, list, step] = [compile(of.initial), compile(of.list), compile(of.step)];
      const [accumulator, item] = [of.accumulator.binding!.slot, of.variable.binding!.slot];
      return () => {
        const values = list();
        let result = initial();
        if (values === null) return null;
        for (const value of needList(values)) {
          run.tick();
          run.row[accumulator] = result;
          run.row[item] = value;
          result = step();
        }
        return result;
      };
    }
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
  if (of.type === "binary" && (of.operator === "AND" || of.operator === "OR")) {
    const [left, right] = [compileCondition(run, of.left), compileCondition(run, of.right)];
    return of.operator === "AND" ? () => left() && right() : () => left() || right();
  }
  const value = compileExpression(run, of);
  return () => {
    const result = value();
    if (result === true) return true;
    if (result === false || result === null) return false;
    throw typeError(`a condition is true, false or null, not ${writeValue(result)}`);
  };
}

export function needList(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  throw typeError(`expected a list, found ${kindOf(value)}: ${writeValue(value)}`);
}

function needBoolean(value: Value): Ternary {
  if (value === null || typeof value === "boolean") return value;
  throw typeError(`expected true or false, found ${kindOf(value)}: ${writeValue(value)}`);
}

function compileProperty(run: Execution, object: Expression, key: string): Evaluate {
  const { row, index } = run;
  if (object.type === "variable") {
    const { slot, form } = object.binding!;
    if (form === "node") return () => (row[slot] === null ? null : index.nodeProperty(row[slot], key));
    if (form === "relationship") return () => (row[slot] === null ? null : index.relationshipProperty(row[slot], key));
  }
  const value = compileExpression(run, object);
  return () => propertyOf(index, value(), key);
}

function propertyOf(index: GraphIndex, of: Value, key: string): Value {
  if (of === null) return null;
  if (of instanceof NodeValue) return index.nodeProperty(of.id, key);
  if (of instanceof RelationshipValue) return index.relationshipProperty(of.id, key);
  if (of instanceof TemporalValue) return of.get(key) ?? null;
  if (!isMap(of)) throw typeError(`a ${kindOf(of)} has no property ${key}: ${writeValue(of)}`);
  return Object.hasOwn(of, key) ? of[key] : null;
}

function subscript(index: GraphIndex, of: Value, by: Value): Value {
  if (of === null || by === null) return null;
  if (Array.isArray(of)) {
    if (!isInteger(by)) throw typeError(`a list takes an integer, not ${writeValue(by)}`);
    return of.at(Number(by)) ?? null;
  }
  if (!isMap(of) && !(of instanceof NodeValue) && !(of instanceof RelationshipValue))
    throw typeError(`a ${kindOf(of)} cannot be subscripted: ${writeValue(of)}`);
  if (typeof by !== "string") throw typeError(`keys are strings, not ${writeValue(by)}`, "MapElementAccessByNonString");
  return propertyOf(index, of, by);
}

function slice(of: Value, from: Value | undefined, to: Value | undefined): Value {
  if (of === null || from === null || to === null) return null;
  for (const bound of [from, to])
    if (bound !== undefined && !isInteger(bound)) throw typeError(`a list takes integers, not ${writeValue(bound)}`);
  return needList(of).slice(Number(from ?? 0), to === undefined ? undefined : Number(to));
}

function compileMap(entries: readonly (readonly [string, Evaluate])[]): Evaluate {
  return () => {
    const map = newMap();
    for (const [key, value] of entries) map[key] = value();
    return map;
  };
}

function compileProjection(
  run: Execution,
  object: Evaluate,
  entries: readonly (readonly [string, Evaluate | null])[],
): Evaluate {
  const { index } = run;
  return () => {
    const of = object();
    if (of === null) return null;
    const map = newMap();
    for (const [key, value] of entries)
      if (value) map[key] = value();
      else if (isMap(of)) Object.assign(map, of);
      else {
        const { id } = of as NodeValue;
        const attributes = of instanceof NodeValue ? index.nodeAttributes[id] : index.relationshipAttributes[id];
        for (const name of keysOf(attributes)) map[name] = fromOutside(attributes[name]);
      }
    return map;
  };
}

function compileUnary(operator: "NOT" | "-" | "+", operand: Evaluate): Evaluate {
  if (operator === "-") return () => negate(operand());
  if (operator === "+")
    return () => {
      const value = operand();
      if (value !== null && !isNumeric(value)) throw typeError(`expected a number, found ${writeValue(value)}`);
      return value;
    };
  return () => {
    const value = needBoolean(operand());
    return value === null ? null : !value;
  };
}

function compileBinary(operator: string, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case "AND":
      return () => {
        const a = needBoolean(left());
        if (a === false) return false;
        const b = needBoolean(right());
        return b === false ? false : a === null || b === null ? null : true;
      };
    case "OR":
      return () => {
        const a = needBoolean(left());
        if (a === true) return true;
        const b = needBoolean(right());
        return b === true ? true : a === null || b === null ? null : false;
      };
    case "XOR":
      return () => {
        const [a, b] = [needBoolean(left()), needBoolean(right())];
        return a === null || b === null ? null : a !== b;
      };
    case "+":
      return () => add(left(), right());
    case "-":
      return () => subtract(left(), right());
    case "*":
      return () => multiply(left(), right());
    case "/":
      return () => divide(left(), right());
    case "%":
      return () => remainder(left(), right());
    case "^":
      return () => power(left(), right());
    case "IN":
      return () => isIn(left(), right());
    case "=~": {
      const test = compileRegularExpression();
      return () => test(left(), right());
    }
    default:
      return compileTextTest(operator as "CONTAINS", left, right);
  }
}

function compileTextTest(
  operator: "STARTS WITH" | "ENDS WITH" | "CONTAINS",
  left: Evaluate,
  right: Evaluate,
): Evaluate {
  const method = ({ "STARTS WITH": "startsWith", "ENDS WITH": "endsWith", CONTAINS: "includes" } as const)[operator];
  return () => {
    const [a, b] = [left(), right()];
    return typeof a === "string" && typeof b === "string" ? a[method](b) : null;
  };
}

function isIn(value: Value, list: Value): Ternary {
  if (list === null) return null;
  let result: Ternary = false;
  for (const item of needList(list)) {
    const same = equals(value, item);
    if (same === true) return true;
    if (same === null) result = null;
  }
  return result;
}

function compareBy(operator: ComparisonOperator, a: Value, b: Value): Ternary {
  if (operator === "=") return equals(a, b);
  if (operator === "<>") {
    const same = equals(a, b);
    return same === null ? null : !same;
  }
  const result = compare(a, b);
  if (result === null) return null;
  if (operator === "<") return result < 0;
  if (operator === "<=") return result <= 0;
  return operator === ">" ? result > 0 : result >= 0;
}

function compileComparison(run: Execution, of: Comparison): Evaluate {
  const first = compileExpression(run, of.first);
  const rest = of.rest.map(([operator, operand]) => [operator, compileExpression(run, operand)] as const);
  if (rest.length === 1) {
    const [operator, second] = rest[0];
    const identity = compileIdentity(run, of);
    return identity ?? (() => compareBy(operator, first(), second()));
  }
  return () => {
    let left = first();
    let result: Ternary = true;
    for (const [operator, operand] of rest) {
      const right = operand();
      const holds = compareBy(operator, left, right);
      if (holds === false) return false;
      if (holds === null) result = null;
      left = right;
    }
    return result;
  };
}

/** `a = b` and `a <> b` of two nodes or two relationships, which are numbers in their slots. */
function compileIdentity({ row }: Execution, { first, rest }: Comparison): Evaluate | null {
  const [operator, second] = rest[0];
  if (first.type !== "variable" || second.type !== "variable" || !/^(?:=|<>)$/.test(operator)) return null;
  const [a, b] = [first.binding!, second.binding!];
  if (a.form !== b.form || (a.form !== "node" && a.form !== "relationship")) return null;
  const wanted = operator === "=";
  return () => (row[a.slot] === null || row[b.slot] === null ? null : (row[a.slot] === row[b.slot]) === wanted);
}

/** Whether a set of labels, or a type, fulfils a label expression. */
export function satisfies(labels: LabelExpression, has: (name: string) => boolean, any: boolean): boolean {
  switch (labels.kind) {
    case "name":
      return has(labels.name);
    case "any":
      return any;
    case "not":
      return !satisfies(labels.operand, has, any);
    case "and":
      return satisfies(labels.left, has, any) && satisfies(labels.right, has, any);
    default:
      return satisfies(labels.left, has, any) || satisfies(labels.right, has, any);
  }
}

/** For each set of labels, whether it fulfils a label expression. */
export function labelMask(index: GraphIndex, labels: LabelExpression): Uint8Array {
  return Uint8Array.from(index.labelSets, (set) => {
    const names = set.map((label) => index.labels[label]);
    return Number(satisfies(labels, (name) => names.includes(name), names.length > 0));
  });
}

/** For each relationship type, whether it fulfils a label expression. */
export function typeMask(index: GraphIndex, types: LabelExpression): Uint8Array {
  return Uint8Array.from(index.types, (type) => Number(satisfies(types, (name) => name === type, true)));
}

function compileLabelTest(run: Execution, object: Expression, labels: LabelExpression): Evaluate {
  const { row, index } = run;
  const nodes = labelMask(index, labels);
  const types = typeMask(index, labels);
  if (object.type === "variable" && object.binding!.form === "node") {
    const { slot } = object.binding!;
    return () => (row[slot] === null ? null : nodes[index.labelSetOf[row[slot]]] === 1);
  }
  const value = compileExpression(run, object);
  return () => {
    const of = value();
    if (of === null) return null;
    if (of instanceof NodeValue) return nodes[index.labelSetOf[of.id]] === 1;
    if (of instanceof RelationshipValue) return types[index.typeOf[of.id]] === 1;
    throw typeError(`a ${kindOf(of)} has no labels: ${writeValue(of)}`);
  };
}

function compileCase(of: Expression & { type: "case" }, compile: (part: Expression) => Evaluate): Evaluate {
  const operand = of.operand ? compile(of.operand) : null;
  const alternatives = of.alternatives.map(([when, then]) => [compile(when), compile(then)] as const);
  const otherwise = of.otherwise ? compile(of.otherwise) : () => null;
  return () => {
    const value = operand?.();
    for (const [when, then] of alternatives)
      if (operand ? equals(value, when()) === true : needBoolean(when()) === true) return then();
    return otherwise();
  };
}

function compileComprehension(
  run: Execution,
  list: Evaluate,
  slot: number,
  where: Evaluate | null,
  map: Evaluate | null,
): Evaluate {
  const { row } = run;
  return () => {
    const values = list();
    if (values === null) return null;
    const result: Value[] = [];
    for (const value of needList(values)) {
      run.tick();
      row[slot] = value;
      if (where && needBoolean(where()) !== true) continue;
      result.push(map ? map() : value);
    }
    return result;
  };
}

function compileQuantifier(run: Execution, of: Quantifier): Evaluate {
  const list = compileExpression(run, of.list);
  const { slot } = of.variable.binding!;
  const where = of.where ? compileExpression(run, of.where) : () => run.row[slot];
  return () => {
    const values = list();
    if (values === null) return null;
    let [yes, no, unknown] = [0, 0, 0];
    for (const value of needList(values)) {
      run.tick();
      run.row[slot] = value;
      const result = needBoolean(where());
      if (result === null) unknown++;
      else if (result) yes++;
      else no++;
    }
    return quantify(of.kind, yes, no, unknown);
  };
}

function quantify(kind: Quantifier["kind"], yes: number, no: number, unknown: number): Ternary {
  switch (kind) {
    case "all":
      return no > 0 ? false : unknown > 0 ? null : true;
    case "any":
      return yes > 0 ? true : unknown > 0 ? null : false;
    case "none":
      return yes > 0 ? false : unknown > 0 ? null : true;
    default:
      return yes > 1 ? false : unknown > 0 ? null : yes === 1;
  }
}
