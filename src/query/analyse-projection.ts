import type { Analyser } from "./analyse.ts";
import { analyseExpression, checkCondition, demand } from "./analyse-expression.ts";
import { refuse } from "./errors.ts";
import { isAggregate } from "./functions-library.ts";
import type { Aggregate, Assignment, Columns, ProjectStep } from "./logical.ts";
import { isAnonymous } from "./parse-pattern.ts";
import { Scope, type Variable } from "./scope.ts";
import type { Expression, Part, ProjectionClause, VariableReference } from "./syntax.ts";
import { identityOf, isReference, mapChildren, visit } from "./tree.ts";
import type { Type } from "./types.ts";
import { toNumber } from "./values.ts";

interface Item {
  readonly name: string;
  readonly expression: Expression;
  readonly start: number;
}

interface Projected extends Item {
  readonly variable: Variable;
  readonly text: string;
  readonly aggregates: boolean;
}

export interface AnalysedProjection {
  readonly step: ProjectStep;
  readonly scope: Scope;
  readonly columns: Columns;
}

/** Checks WITH or RETURN with all that belongs to it. */
export function analyseProjection(analyser: Analyser, clause: ProjectionClause, scope: Scope): AnalysedProjection {
  const items = itemsOf(analyser, clause, scope);
  const outside = analyser.slots;
  const projected = items.map((item) => project(analyser, item, scope));
  const aggregating = projected.some((item) => item.aggregates);
  const simple = projected.filter((item) => !item.aggregates).map(assignmentOf);
  const grouping: Grouping | null = aggregating ? { keys: simple, aggregates: [] } : null;
  const assignments = grouping ? group(analyser, projected, grouping, outside) : simple;
  const after = new Scope(scope.outer);
  for (const { variable } of projected) after.add(variable);
  const closed = aggregating || clause.distinct;
  const sight = closed ? after : overlay(scope, after);
  const sort = clause.orderBy.map((item) => ({
    assignment: sortKey(analyser, item.expression, sight, projected, grouping, closed),
    descending: item.descending,
  }));
  if (clause.where) checkCondition(analyser, clause.where, sight);
  for (const count of [clause.skip, clause.limit]) if (count) checkRowCount(analyser, count);
  if (clause.type === "with")
    for (const item of clause.items)
      if (!item.alias && item.expression.type !== "variable")
        refuse("NoExpressionAlias", "give the expression a name with AS", item);
  const visible = [...new Set(projected.map((item) => item.variable))];
  return {
    step: { ...clause, type: "project", grouping, assignments, sort, visible },
    scope: after,
    columns: projected,
  };
}

interface Grouping {
  readonly keys: readonly Assignment[];
  readonly aggregates: Aggregate[];
}

function itemsOf(analyser: Analyser, clause: ProjectionClause, scope: Scope): Item[] {
  const items: Item[] = [];
  if (clause.star) {
    const names = [...scope.own].filter(([name]) => !isAnonymous(name));
    if (names.length === 0 && clause.items.length === 0 && clause.type === "return")
      refuse("NoVariablesInScope", "RETURN * has no variable to return", clause);
    names.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, binding] of names) items.push({ name, start: clause.start, expression: refer(binding, clause) });
  }
  for (const { expression, alias, start, end } of clause.items) {
    const name = alias?.name ?? (expression.type === "variable" ? expression.name : analyser.text.slice(start, end));
    items.push({ name, expression, start });
  }
  const seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item.name)) refuse("ColumnNameConflict", `two columns are named ${item.name}`, item);
    seen.add(item.name);
  }
  return items;
}

/** Whether an aggregating function stands in an expression (one inside a subquery is the subquery's own). */
function containsAggregate(expression: Expression): boolean {
  let found = expression.type === "call" && isAggregate(expression.name);
  mapChildren(expression, (child) => {
    found ||= containsAggregate(child);
    return child;
  });
  return found;
}

function project(analyser: Analyser, item: Item, scope: Scope): Projected {
  const { name, expression } = item;
  const found = analyseExpression(analyser, expression, scope, "allowed");
  const binding = expression.type === "variable" ? expression.binding : undefined;
  const variable = binding ? renamed(binding, name) : analyser.newVariable(name, found);
  return { ...item, variable, text: identityOf(expression), aggregates: containsAggregate(expression) };
}

/** The same slot under another name. */
const renamed = (variable: Variable, name: string): Variable =>
  variable.name === name ? variable : { ...variable, name };

/** How a column gets its value: not at all where it is a variable that goes on. */
const assignmentOf = ({ variable, expression }: Projected): Assignment => ({
  variable,
  expression: isReference(expression, variable) ? null : expression,
});

/** Takes the aggregations out of the columns that contain some; gives how these columns are computed from them. */
function group(analyser: Analyser, projected: readonly Projected[], grouping: Grouping, outside: number): Assignment[] {
  return projected
    .filter((item) => item.aggregates)
    .map(({ variable, expression }) => {
      const rewritten = isolate(analyser, expression, projected, grouping);
      checkGrouped(rewritten, projected, outside);
      return { variable, expression: rewritten };
    });
}

/** Replaces aggregating calls by the variables that will hold their results, and grouping keys by theirs. */
function isolate(
  analyser: Analyser,
  expression: Expression,
  projected: readonly Projected[],
  grouping: Grouping,
): Expression {
  if (expression.type === "call" && isAggregate(expression.name)) {
    const text = identityOf(expression);
    let aggregate = grouping.aggregates.find((known) => known.variable.name === ` ${text}`);
    if (!aggregate) {
      aggregate = { variable: analyser.newVariable(` ${text}`, { kind: "any" }), call: expression };
      grouping.aggregates.push(aggregate);
    }
    return refer(aggregate.variable, expression);
  }
  const key = simpleKey(expression, projected);
  if (key) return refer(key.variable, expression);
  return mapChildren(expression, (child) => isolate(analyser, child, projected, grouping));
}

/** The grouping key that an expression is: only variables and properties of variables count. */
function simpleKey(expression: Expression, projected: readonly Projected[]): Projected | undefined {
  const simple =
    expression.type === "variable" || (expression.type === "property" && expression.object.type === "variable");
  return simple ? keyThatIs(expression, projected) : undefined;
}

function keyThatIs(expression: Expression, projected: readonly Projected[]): Projected | undefined {
  const text = identityOf(expression);
  return projected.find((item) => !item.aggregates && item.text === text);
}

const refer = (binding: Variable, { start, end }: Part): VariableReference => ({
  type: "variable",
  name: binding.name,
  binding,
  start,
  end,
});

/**
 * Refuses what depends on neither an aggregation nor a grouping key.
 * @param outside how many slots there were before: what a comprehension introduces for itself has a later one
 */
function checkGrouped(rewritten: Expression, projected: readonly Projected[], outside: number): void {
  const known = projected.filter((item) => !item.aggregates).map((item) => item.variable.slot);
  const walk = (part: Expression): Expression => {
    const slot = part.type === "variable" ? part.binding!.slot : outside;
    if (part.type === "variable" && slot < outside && !known.includes(slot))
      refuse("AmbiguousAggregationExpression", `${part.name} is neither aggregated nor a column of its own`, part);
    return mapChildren(part, walk);
  };
  walk(rewritten);
}

/** What ORDER BY and WHERE see: the columns, and behind them what was there before. */
function overlay(scope: Scope, after: Scope): Scope {
  return new Scope(scope.outer, new Map([...scope.own, ...after.own]));
}

/** A sort key. Behind an aggregation or DISTINCT, expressions that are columns stand for those columns. */
function sortKey(
  analyser: Analyser,
  expression: Expression,
  sight: Scope,
  projected: readonly Projected[],
  grouping: Grouping | null,
  closed: boolean,
): Assignment {
  const aggregates = containsAggregate(expression);
  if (aggregates && !grouping)
    refuse("InvalidAggregation", "ORDER BY can aggregate only where the columns do", expression);
  const key = closed ? substitute(expression, projected, aggregates) : expression;
  if (aggregates) refuseComplexKeys(key, projected);
  const found: Type = analyseExpression(analyser, key, sight, aggregates ? "allowed" : "forbidden");
  const rewritten = aggregates && grouping ? isolate(analyser, key, projected, grouping) : key;
  if (rewritten.type === "variable") return { variable: rewritten.binding!, expression: null };
  return { variable: analyser.newVariable(" sort", found), expression: rewritten };
}

function substitute(expression: Expression, projected: readonly Projected[], simpleOnly: boolean): Expression {
  const text = identityOf(expression);
  const item = projected.find((column) => column.text === text);
  if (item && !(expression.type === "variable" && item.name === expression.name)) {
    if (!simpleOnly || item.aggregates || simpleKey(expression, projected)) return refer(item.variable, expression);
  }
  return mapChildren(expression, (child) => substitute(child, projected, simpleOnly));
}

function refuseComplexKeys(expression: Expression, projected: readonly Projected[]): void {
  visit(expression, (part) => {
    if (part.type === "variable" || part.type === "literal" || part.type === "parameter") return;
    if (keyThatIs(part, projected))
      refuse("AmbiguousAggregationExpression", "use the name of the column that this is", part);
  });
}

/** SKIP and LIMIT: a number that does not depend on the rows. */
function checkRowCount(analyser: Analyser, count: Expression): void {
  visit(count, (part) => {
    if (part.type === "variable" || part.type === "pattern" || part.type === "subquery")
      refuse("NonConstantExpression", "SKIP and LIMIT cannot depend on a row", part);
  });
  demand(analyseExpression(analyser, count, new Scope()), count, ["integer"]);
  if (count.type === "literal" && toNumber(count.value) < 0)
    refuse("NegativeIntegerArgument", "SKIP and LIMIT take no negative number", count);
}
