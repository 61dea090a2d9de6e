import type { Analyser } from "./analyse.ts";
import { analyseCall } from "./analyse-call.ts";
import { analysePatternComprehension, analysePatternPredicate, analyseSubquery } from "./analyse-subquery.ts";
import { refuse } from "./errors.ts";
import { Scope, type Variable } from "./scope.ts";
import { hint } from "./suggest.ts";
import type { Binary, BinaryOperator, Case, Expression, PropertyAccess, VariableReference } from "./syntax.ts";
import { ANY, describeType, fits, isKnownType, isNumberType, itemOf, listOf, type Type, type, union } from "./types.ts";
import { kindOf } from "./values.ts";

/** Whether aggregating functions may stand here: not at all, yes, or not again inside one. */
export type AggregateRule = "forbidden" | "allowed" | "inside";

const BOOLEAN = type("boolean");

/**
 * Refuses an expression whose type is none of those wanted.
 * @returns its type
 */
export function demand(
  found: Type,
  at: Expression,
  wanted: readonly Type["kind"][],
  code: "SyntaxError" | "TypeError" = "SyntaxError",
): Type {
  if (!fits(found, ...wanted))
    refuse("InvalidArgumentType", `expected ${wanted.join(" or ")}, found ${describeType(found)}`, at, code);
  return found;
}

/** Checks an expression, ties its names to their variables, and says what type its value has. */
export function analyseExpression(
  analyser: Analyser,
  of: Expression,
  scope: Scope,
  aggregates: AggregateRule = "forbidden",
): Type {
  const analyse = (part: Expression): Type => analyseExpression(analyser, part, scope, aggregates);
  const pass = (...parts: Expression[]): void => {
    if (analyser.conditions.has(of)) for (const part of parts) analyser.conditions.add(part);
  };
  const need = (part: Expression, ...wanted: Type["kind"][]): Type => demand(analyse(part), part, wanted);
  switch (of.type) {
    case "literal":
      return type(kindOf(of.value));
    case "parameter":
      analyser.parameters.add(of.name);
      return ANY;
    case "variable":
      return reference(analyser, of, scope).type;
    case "property":
      return analyseProperty(analyser, of, analyse(of.object));
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
      need(of.object, "map", "node", "relationship");
      for (const [, value] of of.entries) if (value) analyse(value);
      return type("map");
    case "unary":
      if (of.operator !== "NOT") return need(of.operand, "number", "duration");
      pass(of.operand);
      return need(of.operand, "boolean") && BOOLEAN;
    case "binary":
      if (/OR|AND/.test(of.operator)) pass(of.left, of.right);
      return analyseBinary(of, analyse);
    case "comparison":
      for (const part of [of.first, ...of.rest.map(([, operand]) => operand)]) analyse(part);
      return BOOLEAN;
    case "null test":
      analyse(of.operand);
      return BOOLEAN;
    case "label test":
      need(of.object, "node", "relationship");
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
      analyser.declare(of.accumulator, inside, initial.kind === "list" ? listOf(ANY) : ANY);
      return union(initial, analyseExpression(analyser, of.step, inside));
    }
    case "pattern":
      return analysePatternPredicate(analyser, of, scope);
    case "pattern comprehension":
      return analysePatternComprehension(analyser, of, scope);
    case "subquery":
      return analyseSubquery(analyser, of, scope);
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
  demand(analyseExpression(analyser, condition, scope, aggregates), condition, ["boolean"]);
}

export function refuseUndefined(name: VariableReference, scope: Scope): never {
  return refuse("UndefinedVariable", `variable ${name.name} is not defined${hint(name.name, scope.names())}`, name);
}

/** Ties a name to its variable. */
export function reference(analyser: Analyser, of: VariableReference, scope: Scope): Variable {
  const variable = scope.find(of.name) ?? refuseUndefined(of, scope);
  of.binding = variable;
  analyser.read.add(variable.slot);
  return variable;
}

/** What is seen behind `x IN list`. */
function itemScope(analyser: Analyser, name: VariableReference, list: Type, scope: Scope): Scope {
  const inside = new Scope(scope);
  analyser.declare(name, inside, itemOf(list));
  return inside;
}

function analyseProperty(analyser: Analyser, { object, key, end }: PropertyAccess, found: Type): Type {
  const code = found.kind === "path" ? "SyntaxError" : "TypeError";
  demand(found, object, ["map", "node", "relationship", "temporal"], code);
  analyser.sawProperty(key, end, found);
  return ANY;
}

function analyseIndex(object: Type, index: Type, objectAt: Expression, indexAt: Expression): Type {
  demand(object, objectAt, ["list", "map", "node", "relationship"], "TypeError");
  if (object.kind === "list") {
    demand(index, indexAt, ["integer"], "TypeError");
    return itemOf(object);
  }
  if (isKnownType(object) && !fits(index, "string"))
    refuse("MapElementAccessByNonString", `keys are strings, not ${describeType(index)}`, indexAt, "TypeError");
  return ANY;
}

/** What binary operators take on both sides, where that is all to be said. */
function operandsOf(operator: BinaryOperator): readonly Type["kind"][] | null {
  if (/OR|AND/.test(operator)) return ["boolean"];
  if (operator === "=~") return ["string"];
  return /[-*/%^]/.test(operator) ? ["number", "temporal"] : null;
}

function analyseBinary(of: Binary, analyse: (part: Expression) => Type): Type {
  const [left, right] = [analyse(of.left), analyse(of.right)];
  const wanted = operandsOf(of.operator);
  if (wanted) {
    demand(left, of.left, wanted);
    demand(right, of.right, wanted);
  }
  if (of.operator === "IN") demand(right, of.right, ["list"]);
  if (of.operator === "+") return analyseSum(of, left, right);
  if (of.operator === "^") return type("float");
  return wanted?.[0] === "number" ? arithmeticResult(left, right) : BOOLEAN;
}

function arithmeticResult(left: Type, right: Type): Type {
  if (!isNumberType(left) || !isNumberType(right)) return ANY;
  if (left.kind === right.kind) return left;
  return type(left.kind === "float" || right.kind === "float" ? "float" : "number");
}

function analyseSum(of: Binary, left: Type, right: Type): Type {
  const either = (kind: Type["kind"]) => left.kind === kind || right.kind === kind;
  if (either("list")) {
    const item = (side: Type) => (side.kind === "list" ? (side.item ?? ANY) : side);
    return listOf(union(item(left), item(right)));
  }
  const summands: Type["kind"][] = ["number", "string", "temporal"];
  if (either("string")) summands.push("boolean");
  if (isKnownType(left) && isKnownType(right)) {
    demand(left, of.left, summands);
    demand(right, of.right, summands);
  }
  return either("string") ? type("string") : arithmeticResult(left, right);
}

function analyseCase(of: Case, analyse: (part: Expression) => Type): Type {
  if (of.operand) analyse(of.operand);
  let result: Type = of.otherwise ? analyse(of.otherwise) : type("null");
  for (const [when, then] of of.alternatives) {
    const condition = analyse(when);
    if (!of.operand) demand(condition, when, ["boolean"]);
    result = union(result, analyse(then));
  }
  return result;
}
