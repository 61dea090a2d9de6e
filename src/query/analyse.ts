import { checkCount } from "./analyse-call.ts";
import { analyseExpression, checkCondition, demand } from "./analyse-expression.ts";
import { analysePattern } from "./analyse-pattern.ts";
import { analyseProjection } from "./analyse-projection.ts";
import { refuse } from "./errors.ts";
import type { CallStep, Columns, LogicalPart, LogicalQuery, MatchStep, Pattern, Step } from "./logical.ts";
import type { Procedures } from "./procedures.ts";
import { type Form, Scope, type Variable } from "./scope.ts";
import { hint } from "./suggest.ts";
import type {
  CallClause,
  Expression,
  LabelExpression,
  MatchClause,
  Query,
  SingleQuery,
  UnwindClause,
  VariableReference,
} from "./syntax.ts";
import { labelNames } from "./tree.ts";
import { ANY, itemOf, type Type, type } from "./types.ts";

/** A name that the graph may or may not know, and where the query says it. */
export interface NameUse {
  readonly name: string;
  readonly of: "label" | "type" | "either" | "property";
  readonly start: number;
  readonly end: number;
}

/**
 * The semantic checks (openCypher 9, chapters on scoping, patterns and aggregation): turns a syntax tree into a logical
 * query whose every name is tied to a slot.
 */
export class Analyser {
  /** How many slots a row has. */
  slots = 0;
  usesTemporal = false;
  /** The expressions that stand where a condition is expected: there alone a pattern can be one. */
  readonly conditions = new WeakSet<Expression>();
  readonly parameters = new Set<string>();
  /** Slots that an expression reads; what nobody reads need not be computed. */
  readonly read = new Set<number>();
  readonly names: NameUse[] = [];
  /** The patterns that expressions contain, ready to be planned. */
  readonly patterns = new Map<Expression, Pattern>();
  readonly subqueries = new Map<Expression, LogicalQuery>();

  constructor(
    readonly text: string,
    readonly procedures: Procedures,
  ) {}

  newVariable(name: string, of: Type, form: Form = "value"): Variable {
    return { name, slot: this.slots++, type: of, form };
  }

  /** A new variable that is seen in a scope from now on, and what the name there refers to. */
  declare(at: VariableReference, scope: Scope, of: Type, form: Form = "value"): Variable {
    const variable = this.newVariable(at.name, of, form);
    scope.add(variable);
    at.binding = variable;
    return variable;
  }

  /** The same where the name must be new. */
  introduce(at: VariableReference, scope: Scope, of: Type, form?: Form): Variable {
    if (scope.find(at.name)) refuse("VariableAlreadyBound", `variable ${at.name} is already in use here`, at);
    return this.declare(at, scope, of, form);
  }

  sawLabels(labels: LabelExpression | null, of: "label" | "type" | "either"): void {
    for (const name of labelNames(labels)) this.names.push({ ...name, of });
  }

  /** Takes note of a property whose name ends at a place; one in quotation marks is written so on purpose. */
  sawProperty(name: string, end: number, { kind }: Type): void {
    const start = end - name.length;
    if ((kind === "node" || kind === "relationship") && this.text.slice(start, end) === name)
      this.names.push({ name, of: "property", start, end });
  }

  /** @param outer what a subquery sees of the query around it */
  analyseQuery(query: Query, outer: Scope | null = null, needsReturn = true): LogicalQuery {
    const parts = query.parts.map((part) => this.#analysePart(part, new Scope(outer), needsReturn));
    const { unionAll } = query;
    if (unionAll === null) return { parts, unionAll, columns: parts[0].columns };
    const [names, ...others] = parts.map((part) => part.columns.map(({ name }) => name).join(", "));
    const odd = others.findIndex((other) => other !== names);
    if (odd >= 0)
      refuse("DifferentColumnsInUnion", `all parts of a UNION return the same columns: ${names}`, query.parts[odd + 1]);
    const columns = parts[0].columns.map(({ name }) => ({ name, variable: this.newVariable(name, ANY) }));
    return { parts, unionAll, columns };
  }

  #analysePart(part: SingleQuery, start: Scope, needsReturn: boolean): LogicalPart {
    let scope = start;
    const steps: Step[] = [];
    let columns: Columns = [];
    const [first] = part.clauses;
    const last = part.clauses.at(-1)!;
    const alone = needsReturn && first === last && first.type === "call procedure";
    for (const clause of part.clauses) {
      scope = scope.copy();
      if (clause.type === "match") steps.push(this.#analyseMatch(clause, scope));
      else if (clause.type === "unwind") steps.push(this.#analyseUnwind(clause, scope));
      else if (clause.type === "call procedure") {
        const step = this.#analyseCall(clause, scope, alone);
        steps.push(step);
        if (alone) columns = step.results.map(({ variable }) => ({ name: variable.name, variable }));
      } else {
        const projection = analyseProjection(this, clause, scope);
        scope = projection.scope;
        steps.push(projection.step);
        if (clause.type === "return") columns = projection.columns;
      }
    }
    if (needsReturn && last.type !== "return" && !alone)
      refuse("InvalidClauseComposition", "the query must end with RETURN", { start: part.end });
    return { steps, columns };
  }

  #analyseMatch(clause: MatchClause, scope: Scope): MatchStep {
    const pattern = analysePattern(this, clause.patterns, clause.where, scope, "all");
    return { type: "match", optional: clause.optional, pattern };
  }

  #analyseUnwind(clause: UnwindClause, scope: Scope): Step {
    const list = analyseExpression(this, clause.list, scope);
    const variable = this.introduce(clause.variable, scope, list.kind === "list" ? itemOf(list) : ANY);
    return { type: "unwind", list: clause.list, variable };
  }

  #analyseCall(clause: CallClause, scope: Scope, alone: boolean): CallStep {
    const names = Object.keys(this.procedures);
    const name = names.find((known) => known.toLowerCase() === clause.name.toLowerCase());
    if (name === undefined) {
      const message = `there is no procedure ${clause.name}${hint(clause.name, names)}`;
      return refuse("ProcedureNotFound", message, clause, "ProcedureError");
    }
    const procedure = this.procedures[name];
    if (clause.parameters === null && !alone)
      refuse("InvalidArgumentPassingMode", `write ${name}(…) with its values`, clause);
    const { start, end } = clause;
    const parameters: readonly Expression[] =
      clause.parameters ?? procedure.parameters.map(({ name }) => ({ type: "parameter", name, start, end }));
    const required = procedure.parameters.filter((parameter) => !parameter.optional).length;
    checkCount(name, parameters, required, procedure.parameters.length, clause);
    parameters.forEach((parameter, i) => {
      demand(analyseExpression(this, parameter, scope), parameter, [procedure.parameters[i].kind]);
    });
    if (clause.yields === "star" && !alone) refuse("UnexpectedSyntax", "name what is to be yielded", clause);
    if (clause.yields === null && !alone && procedure.results.length > 0)
      refuse("UndefinedVariable", `say what ${name} is to YIELD`, clause);
    const results = this.#yieldedBy(clause, procedure.results, scope);
    if (clause.where) checkCondition(this, clause.where, scope);
    return { type: "call", procedure, parameters, results, where: clause.where };
  }

  #yieldedBy(
    clause: CallClause,
    declared: readonly { readonly name: string; readonly kind: Type["kind"] }[],
    scope: Scope,
  ): CallStep["results"] {
    const { yields } = clause;
    const wanted = Array.isArray(yields)
      ? yields
      : declared.map(({ name }) => ({ result: name, variable: { ...clause, type: "variable" as const, name } }));
    return wanted.map(({ result, variable: at }) => {
      const index = declared.findIndex((known) => known.name === result);
      if (index < 0) refuse("UndefinedVariable", `${clause.name} does not yield ${result}`, at);
      const { kind } = declared[index];
      const form = kind === "node" || kind === "relationship" ? kind : "value";
      return { index, variable: this.introduce(at, scope, type(kind), form) };
    });
  }
}
