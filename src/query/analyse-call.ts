import type { Analyser } from "./analyse.ts";
import { type AggregateRule, analyseExpression, demand } from "./analyse-expression.ts";
import { refuse } from "./errors.ts";
import type { QueryFunction } from "./functions.ts";
import { functions } from "./functions-library.ts";
import type { Scope } from "./scope.ts";
import { hint } from "./suggest.ts";
import type { FunctionCall, Part } from "./syntax.ts";
import { visit } from "./tree.ts";
import { isOf, itemOf, listOf, type Type, type } from "./types.ts";

export function analyseCall(analyser: Analyser, of: FunctionCall, scope: Scope, rule: AggregateRule): Type {
  const called = functions.find(of.name);
  if (called?.run === null) return analyseAggregate(analyser, of, called, scope, rule);
  // functions of the temporal part, which is loaded apart, are called like its types: `date(…)`, `date.truncate(…)`
  const kind = of.name.toLowerCase().split(".")[0] as Type["kind"];
  const temporal = isOf(kind, "temporal");
  if (temporal) analyser.usesTemporal = true;
  const given = (of.parameters ?? []).map((parameter) => analyseExpression(analyser, parameter, scope, rule));
  if (!called) {
    if (temporal) return type(kind);
    return refuse("UnknownFunction", `there is no function ${of.name}${hint(of.name, functions.names())}`, of);
  }
  if (of.distinct) refuse("InvalidSyntax", `${of.name} is no aggregating function: it takes no DISTINCT`, of);
  checkCount(called.name, given, called.required, called.variadic ? Infinity : called.parameters.length, of);
  given.forEach((found, i) => {
    demand(found, of.parameters![i], called.parameters[Math.min(i, called.parameters.length - 1)]);
  });
  return /^(?:head|last)$/.test(called.name) ? itemOf(given[0]) : called.result;
}

/** Refuses a call with too few or too many values. */
export function checkCount(name: string, given: readonly unknown[], least: number, most: number, at: Part): void {
  if (given.length >= least && given.length <= most) return;
  const wanted = least === most ? least : most === Infinity ? `${least} or more` : `${least} to ${most}`;
  refuse("InvalidNumberOfArguments", `${name} takes ${wanted} values, found ${given.length}`, at);
}

function analyseAggregate(
  analyser: Analyser,
  of: FunctionCall,
  { parameters, required, result }: QueryFunction,
  scope: Scope,
  rule: AggregateRule,
): Type {
  if (rule === "inside") refuse("NestedAggregation", `${of.name} cannot stand inside another aggregation`, of);
  if (rule === "forbidden")
    refuse("InvalidAggregation", `${of.name} aggregates rows, which WITH and RETURN alone do`, of);
  if (of.parameters === null) return result;
  checkCount(of.name, of.parameters, required, required, of);
  const found = of.parameters.map((parameter) => analyseExpression(analyser, parameter, scope, "inside"));
  demand(found[0], of.parameters[0], parameters[0]);
  visit(of.parameters, (part) => {
    if (part.type === "call" && /^(?:rand|randomuuid)$/i.test(part.name))
      refuse("NonConstantExpression", `${part.name} cannot be aggregated`, part);
  });
  return of.name.toLowerCase() === "collect" ? listOf(found[0]) : result;
}
