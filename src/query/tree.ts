import type { Expression, LabelExpression, PathPattern, Query } from "./syntax.ts";

/** The expressions directly inside another, patterns and subqueries left out. */
export function children(expression: Expression): readonly Expression[] {
  const some = (...items: (Expression | null)[]) => items.filter((item) => item !== null);
  switch (expression.type) {
    case "literal":
    case "parameter":
    case "variable":
    case "pattern":
    case "subquery":
      return [];
    case "property":
    case "label test":
      return [expression.object];
    case "index":
      return [expression.object, expression.index];
    case "slice":
      return some(expression.object, expression.from, expression.to);
    case "list":
      return expression.items;
    case "map":
      return expression.entries.map(([, value]) => value);
    case "projection":
      return some(expression.object, ...expression.entries.map(([, value]) => value));
    case "unary":
    case "null test":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "comparison":
      return [expression.first, ...expression.rest.map(([, operand]) => operand)];
    case "call":
      return expression.parameters ?? [];
    case "case":
      return some(expression.operand, ...expression.alternatives.flat(), expression.otherwise);
    case "list comprehension":
      return some(expression.list, expression.where, expression.map);
    case "quantifier":
      return some(expression.list, expression.where);
    case "reduce":
      return [expression.initial, expression.list, expression.step];
    case "pattern comprehension":
      return some(expression.where, expression.map);
  }
}

/** A copy of an expression with each of its direct parts replaced. */
export function mapChildren(expression: Expression, replace: (child: Expression) => Expression): Expression {
  const maybe = (child: Expression | null) => (child ? replace(child) : null);
  switch (expression.type) {
    case "literal":
    case "parameter":
    case "variable":
    case "pattern":
    case "subquery":
      return expression;
    case "property":
    case "label test":
      return { ...expression, object: replace(expression.object) };
    case "index":
      return { ...expression, object: replace(expression.object), index: replace(expression.index) };
    case "slice":
      return {
        ...expression,
        object: replace(expression.object),
        from: maybe(expression.from),
        to: maybe(expression.to),
      };
    case "list":
      return { ...expression, items: expression.items.map(replace) };
    case "map":
      return { ...expression, entries: expression.entries.map(([key, value]) => [key, replace(value)] as const) };
    case "projection":
      return {
        ...expression,
        object: replace(expression.object),
        entries: expression.entries.map(([key, value]) => [key, maybe(value)] as const),
      };
    case "unary":
    case "null test":
      return { ...expression, operand: replace(expression.operand) };
    case "binary":
      return { ...expression, left: replace(expression.left), right: replace(expression.right) };
    case "comparison":
      return {
        ...expression,
        first: replace(expression.first),
        rest: expression.rest.map(([operator, operand]) => [operator, replace(operand)] as const),
      };
    case "call":
      return { ...expression, parameters: expression.parameters?.map(replace) ?? null };
    case "case":
      return {
        ...expression,
        operand: maybe(expression.operand),
        alternatives: expression.alternatives.map(([when, then]) => [replace(when), replace(then)] as const),
        otherwise: maybe(expression.otherwise),
      };
    case "list comprehension":
      return {
        ...expression,
        list: replace(expression.list),
        where: maybe(expression.where),
        map: maybe(expression.map),
      };
    case "quantifier":
      return { ...expression, list: replace(expression.list), where: maybe(expression.where) };
    case "reduce":
      return {
        ...expression,
        initial: replace(expression.initial),
        list: replace(expression.list),
        step: replace(expression.step),
      };
    case "pattern comprehension":
      return { ...expression, where: maybe(expression.where), map: replace(expression.map) };
  }
}

/** Visits an expression and everything in it, the expressions of patterns and subqueries too. */
export function visit(expression: Expression, see: (part: Expression) => void): void {
  see(expression);
  for (const child of children(expression)) visit(child, see);
  if (expression.type === "pattern" || expression.type === "pattern comprehension")
    visitPattern(expression.pattern, see);
  if (expression.type === "subquery") visitQuery(expression.query, see);
}

function visitPattern(pattern: PathPattern, see: (part: Expression) => void): void {
  if (pattern.variable) see(pattern.variable);
  for (const part of [...pattern.nodes, ...pattern.relationships]) {
    see(part.variable);
    for (const inside of [part.properties, part.where]) if (inside) visit(inside, see);
  }
}

/** Visits every expression of a query. */
export function visitQuery(query: Query, see: (part: Expression) => void): void {
  const all = (...expressions: (Expression | null)[]): void => {
    for (const expression of expressions) if (expression) visit(expression, see);
  };
  for (const clause of query.parts.flatMap((part) => part.clauses))
    switch (clause.type) {
      case "match":
        for (const pattern of clause.patterns) visitPattern(pattern, see);
        all(clause.where);
        break;
      case "unwind":
        all(clause.list, clause.variable);
        break;
      case "call procedure":
        all(...(clause.parameters ?? []), clause.where);
        break;
      default:
        all(...clause.items.flatMap((item) => [item.expression, item.alias]), clause.skip, clause.limit, clause.where);
        all(...clause.orderBy.map((item) => item.expression));
    }
}

/** The parts of a condition joined by AND. */
export function conjuncts(condition: Expression | null): Expression[] {
  if (!condition) return [];
  return condition.type === "binary" && condition.operator === "AND"
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];
}

/** The names in a label expression, with their places. */
export function labelNames(labels: LabelExpression | null): { name: string; start: number; end: number }[] {
  if (!labels || labels.kind === "any") return [];
  if (labels.kind === "name") return [labels];
  return labels.kind === "not" ? labelNames(labels.operand) : [...labelNames(labels.left), ...labelNames(labels.right)];
}
