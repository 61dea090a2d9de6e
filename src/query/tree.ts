import type { Expression, LabelExpression, PathPattern, Query } from "./syntax.ts";

/** Where the parts of an expression hold other expressions: alone, in lists, or in pairs. */
const CHILD_KEYS = [
  "object",
  "index",
  "from",
  "to",
  "items",
  "entries",
  "operand",
  "left",
  "right",
  "first",
  "rest",
  "parameters",
  "alternatives",
  "otherwise",
  "initial",
  "list",
  "step",
  "where",
  "map",
];

const isExpression = (value: unknown): value is Expression =>
  typeof value === "object" && value !== null && "type" in value;

/** A copy of an expression with each of its direct parts replaced; patterns and subqueries are left as they are. */
export function mapChildren(expression: Expression, replace: (child: Expression) => Expression): Expression {
  const deep = (value: unknown): unknown =>
    isExpression(value) ? replace(value) : Array.isArray(value) ? value.map(deep) : value;
  const copy: Record<string, unknown> = { ...expression };
  for (const key of CHILD_KEYS) if (key in copy) copy[key] = deep(copy[key]);
  return copy as unknown as Expression;
}

/** The expressions directly inside another, patterns and subqueries left out. */
export function children(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  mapChildren(expression, (child) => {
    found.push(child);
    return child;
  });
  return found;
}

/** A text that two expressions share exactly when they are the same but for spaces, brackets and the case of words. */
export function identityOf(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === "start" || key === "end" || key === "binding") return undefined;
    if (typeof value === "bigint") return `${value}n`;
    const name = isExpression(value) && value.type === "call" ? value.name.toLowerCase() : null;
    return name === null ? value : { ...(value as object), name };
  });
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
