import type { Procedure } from "./procedures.ts";
import type { Variable } from "./scope.ts";
import type { Direction, Expression, FunctionCall, LabelExpression, Part } from "./syntax.ts";

/** A query after the checks: every name is a variable with a slot, every pattern taken apart, every rule verified. */
export interface LogicalQuery {
  readonly parts: readonly LogicalPart[];
  readonly unionAll: boolean | null;
  /** Those of its one part; of a UNION, what the columns of its parts are copied into. */
  readonly columns: Columns;
}

export interface LogicalPart {
  readonly steps: readonly Step[];
  readonly columns: Columns;
}

/** What RETURN names, in order; none where a subquery has no RETURN. */
export type Columns = readonly { readonly name: string; readonly variable: Variable }[];

export type Step = MatchStep | UnwindStep | ProjectStep | CallStep;

export interface PatternRelationship {
  readonly variable: Variable;
  readonly from: Variable;
  readonly to: Variable;
  readonly direction: Direction;
  readonly types: LabelExpression | null;
  readonly length: { readonly min: number; readonly max: number } | null;
  /** Whether the variable has its value before the pattern is matched. */
  readonly bound: boolean;
  /** Of a variable length: what each single relationship must fulfil, said of `each`. */
  readonly each: Variable | null;
  readonly conditions: readonly Expression[];
  readonly shortest: "one" | "all" | null;
  /** The relationship with its ends as the query has them. */
  readonly source: Part;
}

export interface PatternPath {
  readonly variable: Variable;
  readonly nodes: readonly Variable[];
  readonly relationships: readonly PatternRelationship[];
}

export interface Pattern {
  /** Every node variable of the pattern once. */
  readonly nodes: readonly Variable[];
  readonly relationships: readonly PatternRelationship[];
  readonly paths: readonly PatternPath[];
  /** Variables of unknown type used as nodes: their value is copied into a node slot first. */
  readonly casts: readonly { readonly from: Variable; readonly to: Variable }[];
  /** Nodes that have their value before the pattern is matched. */
  readonly bound: ReadonlySet<Variable>;
  /** Labels, properties and WHERE, joined by AND. */
  readonly predicates: readonly Expression[];
}

export interface MatchStep {
  readonly type: "match";
  readonly optional: boolean;
  readonly pattern: Pattern;
}

export interface UnwindStep {
  readonly type: "unwind";
  readonly list: Expression;
  readonly variable: Variable;
}

export interface Assignment {
  readonly variable: Variable;
  /** Null where the variable has its value already. */
  readonly expression: Expression | null;
}

export interface Aggregate {
  readonly variable: Variable;
  readonly call: FunctionCall;
}

/** WITH or RETURN: group, compute, remove duplicates, sort, cut, filter; in this order. */
export interface ProjectStep {
  readonly type: "project";
  readonly grouping: { readonly keys: readonly Assignment[]; readonly aggregates: readonly Aggregate[] } | null;
  readonly assignments: readonly Assignment[];
  readonly distinct: boolean;
  readonly sort: readonly { readonly assignment: Assignment; readonly descending: boolean }[];
  readonly skip: Expression | null;
  readonly limit: Expression | null;
  readonly where: Expression | null;
  /** What is visible afterwards. */
  readonly visible: readonly Variable[];
}

export interface CallStep {
  readonly type: "call";
  readonly procedure: Procedure;
  readonly parameters: readonly Expression[];
  readonly results: readonly { readonly index: number; readonly variable: Variable }[];
  readonly where: Expression | null;
}
