import type { Variable as Binding } from "./scope.ts";

/** Every part of the tree knows its span in the query text: offsets of UTF-16 code units, end-exclusive. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator =
  | "OR"
  | "XOR"
  | "AND"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "^"
  | "IN"
  | "STARTS WITH"
  | "ENDS WITH"
  | "CONTAINS"
  | "=~";
export type ComparisonOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";
export type QuantifierKind = "all" | "any" | "none" | "single";

/** A value written down. Integers beyond 2^53 are bigint, whole floats `Whole` (values.ts). */
export interface Literal extends Part {
  readonly type: "literal";
  readonly value: unknown;
}
export interface Parameter extends Part {
  readonly type: "parameter";
  readonly name: string;
}
export interface VariableReference extends Part {
  readonly type: "variable";
  readonly name: string;
  /** What it refers to; set by the checks. */
  binding?: Binding;
}
export interface PropertyAccess extends Part {
  readonly type: "property";
  readonly object: Expression;
  readonly key: string;
}
export interface IndexAccess extends Part {
  readonly type: "index";
  readonly object: Expression;
  readonly index: Expression;
}
export interface Slice extends Part {
  readonly type: "slice";
  readonly object: Expression;
  readonly from: Expression | null;
  readonly to: Expression | null;
}
export interface ListLiteral extends Part {
  readonly type: "list";
  readonly items: readonly Expression[];
}
export interface MapLiteral extends Part {
  readonly type: "map";
  readonly entries: readonly (readonly [key: string, value: Expression])[];
}
/** `n { .name, .*, alias: expression, variable }`; a null value stands for `.*`. */
export interface MapProjection extends Part {
  readonly type: "projection";
  readonly object: Expression;
  readonly entries: readonly (readonly [key: string, value: Expression | null])[];
}
export interface Unary extends Part {
  readonly type: "unary";
  readonly operator: "NOT" | "-" | "+";
  readonly operand: Expression;
}
export interface Binary extends Part {
  readonly type: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
/** `a < b <= c`: each neighbouring pair is compared and all must hold. */
export interface Comparison extends Part {
  readonly type: "comparison";
  readonly first: Expression;
  readonly rest: readonly (readonly [operator: ComparisonOperator, operand: Expression])[];
}
export interface NullTest extends Part {
  readonly type: "null test";
  readonly operand: Expression;
  readonly negated: boolean;
}
export interface LabelTest extends Part {
  readonly type: "label test";
  readonly object: Expression;
  readonly labels: LabelExpression;
}
export interface FunctionCall extends Part {
  readonly type: "call";
  /** As written; functions are found whatever their case. */
  readonly name: string;
  readonly distinct: boolean;
  /** Null for `count(*)`. */
  readonly parameters: readonly Expression[] | null;
}
export interface Case extends Part {
  readonly type: "case";
  readonly operand: Expression | null;
  readonly alternatives: readonly (readonly [when: Expression, then: Expression])[];
  readonly otherwise: Expression | null;
}
export interface ListComprehension extends Part {
  readonly type: "list comprehension";
  readonly variable: VariableReference;
  readonly list: Expression;
  readonly where: Expression | null;
  readonly map: Expression | null;
}
export interface Quantifier extends Part {
  readonly type: "quantifier";
  readonly kind: QuantifierKind;
  readonly variable: VariableReference;
  readonly list: Expression;
  readonly where: Expression | null;
}
export interface Reduce extends Part {
  readonly type: "reduce";
  readonly accumulator: VariableReference;
  readonly initial: Expression;
  readonly variable: VariableReference;
  readonly list: Expression;
  readonly step: Expression;
}
/** A pattern where a value is expected: true when there is a match. */
export interface PatternPredicate extends Part {
  readonly type: "pattern";
  readonly pattern: PathPattern;
}
export interface PatternComprehension extends Part {
  readonly type: "pattern comprehension";
  readonly pattern: PathPattern;
  readonly where: Expression | null;
  readonly map: Expression;
}
/** `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`; a bare pattern inside is a MATCH without RETURN. */
export interface Subquery extends Part {
  readonly type: "subquery";
  readonly kind: "exists" | "count" | "collect";
  readonly query: Query;
}

export type Expression =
  | Literal
  | Parameter
  | VariableReference
  | PropertyAccess
  | IndexAccess
  | Slice
  | ListLiteral
  | MapLiteral
  | MapProjection
  | Unary
  | Binary
  | Comparison
  | NullTest
  | LabelTest
  | FunctionCall
  | Case
  | ListComprehension
  | Quantifier
  | Reduce
  | PatternPredicate
  | PatternComprehension
  | Subquery;

/** `A`, `A & B`, `A | B`, `!A`, `%`: of labels or relationship types. */
export type LabelExpression =
  | { readonly kind: "name"; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: "any" }
  | { readonly kind: "not"; readonly operand: LabelExpression }
  | { readonly kind: "and" | "or"; readonly left: LabelExpression; readonly right: LabelExpression };

export interface NodePattern extends Part {
  readonly variable: VariableReference;
  readonly labels: LabelExpression | null;
  readonly properties: MapLiteral | null;
  readonly where: Expression | null;
}
export type Direction = "out" | "in" | "both";
export interface RelationshipPattern extends Part {
  readonly variable: VariableReference;
  readonly types: LabelExpression | null;
  readonly properties: MapLiteral | null;
  readonly where: Expression | null;
  readonly direction: Direction;
  /** Null for exactly one; otherwise the number of steps, `max` Infinity where open. */
  readonly length: { readonly min: number; readonly max: number } | null;
}
/** nodes[i] -relationships[i]- nodes[i + 1]. */
export interface PathPattern extends Part {
  readonly variable: VariableReference | null;
  readonly shortest: "one" | "all" | null;
  readonly nodes: readonly NodePattern[];
  readonly relationships: readonly RelationshipPattern[];
}

export interface MatchClause extends Part {
  readonly type: "match";
  readonly optional: boolean;
  readonly patterns: readonly PathPattern[];
  readonly where: Expression | null;
}
export interface UnwindClause extends Part {
  readonly type: "unwind";
  readonly list: Expression;
  readonly variable: VariableReference;
}
export interface ProjectionItem extends Part {
  readonly expression: Expression;
  readonly alias: VariableReference | null;
}
export interface SortItem extends Part {
  readonly expression: Expression;
  readonly descending: boolean;
}
/** WITH and RETURN. */
export interface ProjectionClause extends Part {
  readonly type: "with" | "return";
  readonly distinct: boolean;
  readonly star: boolean;
  readonly items: readonly ProjectionItem[];
  readonly orderBy: readonly SortItem[];
  readonly skip: Expression | null;
  readonly limit: Expression | null;
  readonly where: Expression | null;
}
export interface CallClause extends Part {
  readonly type: "call procedure";
  readonly name: string;
  /** Null without brackets: arguments are taken from the parameters of the same names. */
  readonly parameters: readonly Expression[] | null;
  /** Null without YIELD; `star` for `YIELD *`. */
  readonly yields: readonly { readonly result: string; readonly variable: VariableReference }[] | "star" | null;
  readonly where: Expression | null;
}
export type Clause = MatchClause | UnwindClause | ProjectionClause | CallClause;

export interface SingleQuery extends Part {
  readonly clauses: readonly Clause[];
}
export interface Query extends Part {
  readonly parts: readonly SingleQuery[];
  /** Whether UNION keeps duplicates; null with one part. */
  readonly unionAll: boolean | null;
}
export interface Statement {
  readonly text: string;
  readonly mode: "run" | "explain" | "profile";
  readonly query: Query;
}
