import type { Analyser } from "./analyse.ts";
import { analyseExpression } from "./analyse-expression.ts";
import { analysePattern } from "./analyse-pattern.ts";
import { refuse } from "./errors.ts";
import { Scope } from "./scope.ts";
import type { PatternComprehension, PatternPredicate, Subquery } from "./syntax.ts";
import { listOf, type Type, type } from "./types.ts";

/** A pattern as a condition: its names must be known, and it is true where there is a match. */
export function analysePatternPredicate(analyser: Analyser, of: PatternPredicate, scope: Scope): Type {
  const inside = new Scope(scope);
  const { shortest } = of.pattern;
  if (!shortest && !analyser.conditions.has(of))
    refuse("UnexpectedSyntax", "a pattern is no value; write EXISTS { … } around it", of);
  analyser.patterns.set(of, analysePattern(analyser, [of.pattern], null, inside, shortest ? "nodes" : "none"));
  return shortest === null ? type("boolean") : shortest === "one" ? type("path") : listOf(type("path"));
}

export function analysePatternComprehension(analyser: Analyser, of: PatternComprehension, scope: Scope): Type {
  const inside = new Scope(scope);
  analyser.patterns.set(of, analysePattern(analyser, [of.pattern], of.where, inside, "all"));
  return listOf(analyseExpression(analyser, of.map, inside));
}

export function analyseSubquery(analyser: Analyser, of: Subquery, scope: Scope): Type {
  const query = analyser.analyseQuery(of.query, scope, of.kind === "collect");
  analyser.subqueries.set(of, query);
  if (of.kind === "exists") return type("boolean");
  if (of.kind === "count") return type("integer");
  if (query.columns.length !== 1) refuse("InvalidSubquery", "COLLECT { … } returns one column", of);
  return listOf(query.columns[0].variable.type);
}
