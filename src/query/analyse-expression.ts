import type { Analyser } from "./analyse.ts";
import { CompileProblem } from "./errors.ts";
import { aggregation, isAggregate, type QueryFunction } from "./functions.ts";
import { functions } from "./functions-library.ts";
import { Scope, type Variable } from "./scope.ts";
import { nearest } from "./suggest.ts";
import type { Binary, Expression, FunctionCall, VariableReference } from "./syntax.ts";
import { visit } from "./tree.ts";
import { ANY, describeType, fits, isNumberType, listOf, type Type, type, union } from "./types.ts";
import { kindOf } from "./values.ts";

/** Whether aggregating functions may stand here: not at all, yes, or not again inside one. */
export type AggregateRule = "forbidden" | "allowed" | "inside";

const BOOLEAN = type("boolean");

const invalid = (message: string, at: Expression, code: "SyntaxError" | "TypeError" = "SyntaxError"): CompileProblem =>
  new CompileProblem("InvalidArgumentType", message, at.start, code);

/** Checks an expression, ties its names to their variables, and says what type its value has. */
export function analyseExpression(
  analyser: Analyser,
  of: Expression,
  scope: Scope,
  aggregates: AggregateRule = "forbidden",
): Type {
  const analyse = (part: Expression, inside: Scope = scope): Type =>
    analyseExpression(analyser, part, inside, aggregates);
  const pass = (...parts: Expression[]): void => {
    if (analyser.conditions.has(of)) for (const part of parts) analyser.conditions.add(part);
  };
  const need = (part: Expression, wanted: Type["kind"], inside: Scope = scope): Type => {
    const found = analyse(part, inside);
    if (!fits(found, wanted)) throw invalid(`expected ${wanted}, found ${describeType(found)}`, part);
    return found;
  };
  switch (of.type) {
    case "literal":
      return type(kindOf(of.value));
    case "parameter":
      analyser.parameters.add(of.name);
      return ANY;
    case "variable":
      return reference(analyser, of, scope).type;
    case "property":
      return analyseProperty(analyse(of.object), of.object, of.key);
    case "index":
      return analyseIndex(analyse(of.object), analyse(of.index), of.object, of.index);
    case "slice": {
      const list = need(of.object, "list");
      for (const bound of [of.from, of.to]) if (bound) need(bound, "integer");
      return list.kind === "list" ? list : listOf(ANY);
    }
    case "list":
      return listOf(of.items.map((item) => analyse(item)).reduce(union, type("null")));
    case "map":
      for (const [, value] of of.entries) analyse(value);
      return type("map");
    case "projection":
      if (!fits(analyse(of.object), "map", "node", "relationship"))
        throw invalid("a map projection takes a node, a relationship or a map", of.object);
      for (const [, value] of of.entries) if (value) analyse(value);
      return type("map");
    case "unary":
      if (of.operator === "NOT") pass(of.operand);
      return of.operator === "NOT"
        ? need(of.operand, "boolean") && BOOLEAN
        : analyseSign(analyse(of.operand), of.operand);
    case "binary":
      if (/^(?:AND|OR|XOR)$/.test(of.operator)) pass(of.left, of.right);
      return analyseBinary(of, analyse);
    case "comparison":
      for (const part of [of.first, ...of.rest.map(([, operand]) => operand)]) analyse(part);
      return BOOLEAN;
    case "null test":
      analyse(of.operand);
      return BOOLEAN;
    case "label test":
      if (!fits(analyse(of.object), "node", "relationship"))
        throw invalid("labels are tested on nodes and relationships", of.object);
      analyser.sawLabels(of.labels, "either");
      return BOOLEAN;
    case "call":
      return analyseCall(analyser, of, scope, aggregates);
    case "case":
      if (!of.operand) pass(...of.alternatives.map(([when]) => when));
      return analyseCase(of, analyse);
    case "list comprehension": {
      const inside = itemScope(analyser, of.variable, need(of.list, "list"), scope);
      const outside = aggregates === "inside" ? "inside" : "forbidden";
      if (of.where) checkCondition(analyser, of.where, inside, outside);
      return listOf(
        of.map ? analyseExpression(analyser, of.map, inside, outside) : inside.find(of.variable.name)!.type,
      );
    }
    case "quantifier": {
      const inside = itemScope(analyser, of.variable, need(of.list, "list"), scope);
      if (of.where) checkCondition(analyser, of.where, inside);
      return BOOLEAN;
    }
    case "reduce": {
      const initial = analyse(of.initial);
      const inside = itemScope(analyser, of.variable, need(of.list, "list"), scope);
      const accumulator = analyser.newVariable(of.accumulator.name, initial.kind === "list" ? listOf(ANY) : ANY);
      inside.add(accumulator);
      of.accumulator.binding = accumulator;
      return union(initial, analyseExpression(analyser, of.step, inside));
    }
    case "pattern":
      return analyser.analysePatternPredicate(of, scope);
    case "pattern comprehension":
      return analyser.analysePatternComprehension(of, scope);
    case "subquery":
      return analyser.analyseSubquery(of, scope);
  }
}

/** Checks that an expression can be a condition. */
export function checkCondition(
  analyser: Analyser,
  condition: Expression,
  scope: Scope,
  aggregates: AggregateRule = "forbidden",
): void {
  analyser.conditions.add(condition);
  const found = analyseExpression(analyser, condition, scope, aggregates);
  if (!fits(found, "boolean")) throw invalid(`expected a condition, found ${describeType(found)}`, condition);
}

/** Ties a name to its variable. */
export function reference(analyser: Analyser, of: VariableReference, scope: Scope): Variable {
  const variable = scope.find(of.name);
  if (!variable) {
    const other = nearest(of.name, scope.names());
    throw new CompileProblem(
      "UndefinedVariable",
      `variable ${of.name} is not defined${other ? `; did you mean ${other}?` : ""}`,
      of.start,
    );
  }
  of.binding = variable;
  analyser.read.add(variable.slot);
  return variable;
}

function itemScope(analyser: Analyser, name: VariableReference, list: Type, scope: Scope): Scope {
  const inside = new Scope(scope);
  const item = list.kind === "list" ? (list.item ?? ANY) : ANY;
  const variable = analyser.newVariable(name.name, item.kind === "null" ? ANY : item);
  inside.add(variable);
  name.binding = variable;
  return inside;
}

function analyseProperty(object: Type, at: Expression, key: string): Type {
  if (fits(object, "map", "node", "relationship", "temporal")) return ANY;
  const code = object.kind === "path" ? "SyntaxError" : "TypeError";
  throw invalid(`${describeType(object)} has no property ${key}`, at, code);
}

function analyseIndex(object: Type, index: Type, objectAt: Expression, indexAt: Expression): Type {
  if (!fits(object, "list", "map", "node", "relationship"))
    throw invalid(`${describeType(object)} cannot be subscripted`, objectAt, "TypeError");
  if (object.kind === "list") {
    if (!fits(index, "integer"))
      throw invalid(`a list takes an integer, not ${describeType(index)}`, indexAt, "TypeError");
    return object.item?.kind === "null" ? ANY : (object.item ?? ANY);
  }
  if (object.kind !== "any" && object.kind !== "null" && !fits(index, "string"))
    throw new CompileProblem(
      "MapElementAccessByNonString",
      `keys are strings, not ${describeType(index)}`,
      indexAt.start,
      "TypeError",
    );
  return ANY;
}

function analyseSign(operand: Type, at: Expression): Type {
  if (!fits(operand, "number", "duration")) throw invalid(`expected number, found ${describeType(operand)}`, at);
  return operand;
}

function analyseBinary(of: Binary, analyse: (part: Expression) => Type): Type {
  const [left, right] = [analyse(of.left), analyse(of.right)];
  const need = (found: Type, at: Expression, ...wanted: Type["kind"][]): void => {
    if (!fits(found, ...wanted))
      throw invalid(`${of.operator} takes ${wanted.join(" or ")}, found ${describeType(found)}`, at);
  };
  switch (of.operator) {
    case "OR":
    case "XOR":
    case "AND":
      need(left, of.left, "boolean");
      need(right, of.right, "boolean");
      return BOOLEAN;
    case "IN":
      need(right, of.right, "list");
      return BOOLEAN;
    case "STARTS WITH":
    case "ENDS WITH":
    case "CONTAINS":
      return BOOLEAN;
    case "=~":
      need(left, of.left, "string");
      need(right, of.right, "string");
      return BOOLEAN;
    case "+":
      return analyseSum(of, left, right);
    default:
      need(left, of.left, "number", "temporal");
      need(right, of.right, "number", "temporal");
      if (of.operator === "^") return type("float");
      return arithmeticResult(left, right);
  }
}

function arithmeticResult(left: Type, right: Type): Type {
  if (left.kind === "integer" && right.kind === "integer") return left;
  if (!isNumberType(left) || !isNumberType(right)) return ANY;
  return type(left.kind === "float" || right.kind === "float" ? "float" : "number");
}

function analyseSum(of: Binary, left: Type, right: Type): Type {
  const either = (kind: Type["kind"]) => left.kind === kind || right.kind === kind;
  if (either("list")) {
    const item = (t: Type) => (t.kind === "list" ? (t.item ?? ANY) : t);
    return listOf(union(item(left), item(right)));
  }
  const refused: Type["kind"][] = ["map", "node", "relationship", "path"];
  for (const [found, other, at] of [
    [left, right, of.left],
    [right, left, of.right],
  ] as const)
    if (!fits(other, "list") || other.kind !== "any") {
      const text = fits(other, "string");
      if (other.kind === "null" || other.kind === "any") continue;
      if (refused.includes(found.kind) || (found.kind === "boolean" && !text))
        throw invalid(`+ does not take ${describeType(left)} and ${describeType(right)}`, at);
    }
  return either("string") ? type("string") : arithmeticResult(left, right);
}

function analyseCase(of: Expression & { type: "case" }, analyse: (part: Expression) => Type): Type {
  if (of.operand) analyse(of.operand);
  let result: Type = of.otherwise ? analyse(of.otherwise) : type("null");
  for (const [when, then] of of.alternatives) {
    const condition = analyse(when);
    if (!of.operand && !fits(condition, "boolean"))
      throw invalid(`expected a condition, found ${describeType(condition)}`, when);
    result = union(result, analyse(then));
  }
  return result;
}

function analyseCall(analyser: Analyser, of: FunctionCall, scope: Scope, aggregates: AggregateRule): Type {
  if (isAggregate(of.name)) return analyseAggregate(analyser, of, scope, aggregates);
  if (isTemporalFunction(of.name)) analyser.usesTemporal = true;
  const called = functions.find(of.name);
  const given = (of.parameters ?? []).map((parameter) => analyseExpression(analyser, parameter, scope, aggregates));
  if (!called) {
    if (isTemporalFunction(of.name)) return type(of.name.toLowerCase().split(".")[0] as Type["kind"]);
    const other = nearest(of.name, functions.names());
    throw new CompileProblem(
      "UnknownFunction",
      `there is no function ${of.name}${other ? `; did you mean ${other}?` : ""}`,
      of.start,
    );
  }
  if (of.distinct)
    throw new CompileProblem(
      "InvalidSyntax",
      `DISTINCT is for aggregating functions, which ${of.name} is not`,
      of.start,
    );
  checkParameters(called, of, given);
  return called.result.kind === "any" && /^(head|last|coalesce)$/.test(called.name)
    ? resultOfItems(called, given)
    : called.result;
}

/** The result of the functions that give one of their parameters, or of their items, back. */
function resultOfItems(called: QueryFunction, given: readonly Type[]): Type {
  if (called.name === "coalesce") return given.reduce(union, type("null"));
  return given[0].item?.kind === "null" ? ANY : (given[0].item ?? ANY);
}

/** Functions of the temporal part, which is loaded apart. */
export const isTemporalFunction = (name: string): boolean =>
  /^(?:date|time|localtime|datetime|localdatetime|duration)(?:\.\w+)?$/i.test(name);

function checkParameters(called: QueryFunction, of: FunctionCall, given: readonly Type[]): void {
  const most = called.variadic ? Infinity : called.parameters.length;
  if (given.length < called.required || given.length > most) {
    const wanted = called.required === most ? `${most}` : `${called.required} to ${most}`;
    throw new CompileProblem(
      "InvalidNumberOfArguments",
      `${called.name} takes ${wanted.replace(" to Infinity", " or more")} values, found ${given.length}`,
      of.start,
    );
  }
  given.forEach((found, i) => {
    const wanted = called.parameters[Math.min(i, called.parameters.length - 1)];
    if (!fits(found, ...wanted))
      throw invalid(`${called.name} takes ${wanted.join(" or ")}, found ${describeType(found)}`, of.parameters![i]);
  });
}

function analyseAggregate(analyser: Analyser, of: FunctionCall, scope: Scope, rule: AggregateRule): Type {
  if (rule === "inside")
    throw new CompileProblem("NestedAggregation", `${of.name} cannot stand inside another aggregation`, of.start);
  if (rule === "forbidden")
    throw new CompileProblem(
      "InvalidAggregation",
      `${of.name} aggregates rows and can stand in WITH and RETURN alone`,
      of.start,
    );
  const { takes, gives } = aggregation(of.name)!;
  const wanted = /^percentile/i.test(of.name) ? 2 : 1;
  if (of.parameters === null) return gives;
  if (of.parameters.length !== wanted)
    throw new CompileProblem(
      "InvalidNumberOfArguments",
      `${of.name} takes ${wanted} values, found ${of.parameters.length}`,
      of.start,
    );
  const found = of.parameters.map((parameter) => analyseExpression(analyser, parameter, scope, "inside"));
  if (!fits(found[0], ...takes))
    throw invalid(`${of.name} takes ${takes.join(" or ")}, found ${describeType(found[0])}`, of.parameters[0]);
  for (const parameter of of.parameters)
    visit(parameter, (part) => {
      if (part.type === "call" && /^(?:rand|randomuuid)$/i.test(part.name))
        throw new CompileProblem("NonConstantExpression", `${part.name} cannot be aggregated`, part.start);
    });
  return of.name.toLowerCase() === "collect" ? listOf(found[0]) : gives;
}
