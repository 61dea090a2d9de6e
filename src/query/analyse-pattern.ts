import type { Analyser } from "./analyse.ts";
import { analyseExpression, checkCondition, refuseUndefined } from "./analyse-expression.ts";
import { refuse } from "./errors.ts";
import type { Pattern, PatternPath, PatternRelationship } from "./logical.ts";
import { isAnonymous } from "./parse-pattern.ts";
import { type Form, Scope, type Variable } from "./scope.ts";
import type {
  Expression,
  LabelExpression,
  MapLiteral,
  NodePattern,
  Part,
  PathPattern,
  RelationshipPattern,
  VariableReference,
} from "./syntax.ts";
import { conjuncts, labelNames } from "./tree.ts";
import { describeType, fits, itemOf, listOf, type } from "./types.ts";

/** Which new names a pattern may introduce: any, none, or (inside `shortestPath`) relationships alone. */
export type PatternNames = "all" | "nodes" | "none";

interface Building {
  readonly analyser: Analyser;
  readonly scope: Scope;
  readonly names: PatternNames;
  readonly nodes: Map<string, Variable>;
  readonly bound: Set<Variable>;
  readonly casts: { from: Variable; to: Variable }[];
  readonly relationshipNames: Set<string>;
  /** What is looked at once all names of the pattern are known; gives conditions. */
  readonly checks: (() => Expression[])[];
}

/**
 * Takes patterns apart into nodes, relationships and conditions, and adds what they introduce to the scope.
 * @throws CompileProblem where a name is used for two kinds of things
 */
export function analysePattern(
  analyser: Analyser,
  paths: readonly PathPattern[],
  where: Expression | null,
  scope: Scope,
  names: PatternNames,
): Pattern {
  const building: Building = {
    analyser,
    scope,
    names,
    nodes: new Map(),
    bound: new Set(),
    casts: [],
    relationshipNames: new Set(),
    checks: [],
  };
  const relationships: PatternRelationship[] = [];
  const named: PatternPath[] = [];
  for (const path of paths) {
    const nodes = path.nodes.map((node) => declareNode(building, node));
    const steps = path.relationships.map((relationship, i) =>
      declareRelationship(building, relationship, nodes[i], nodes[i + 1], path, {
        start: path.nodes[i].start,
        end: path.nodes[i + 1].end,
      }),
    );
    relationships.push(...steps);
    if (path.variable || path.shortest) named.push(declarePath(building, path, nodes, steps));
  }
  const predicates = building.checks.flatMap((check) => check());
  if (where) {
    checkCondition(analyser, where, scope);
    predicates.push(...conjuncts(where));
  }
  const nodes = [...new Set(building.nodes.values())];
  return { nodes, relationships, paths: named, casts: building.casts, bound: building.bound, predicates };
}

function refuseConflict(name: VariableReference, wanted: string, found: Variable): never {
  const message = `${name.name} is used as ${wanted} but is ${describeType(found.type)}`;
  return refuse("VariableTypeConflict", message, name);
}

function refuseNew(building: Building, name: VariableReference, names: readonly PatternNames[]): void {
  if (!isAnonymous(name.name) && !names.includes(building.names)) refuseUndefined(name, building.scope);
}

function declareNode(building: Building, of: NodePattern): Variable {
  const { analyser, scope, nodes, bound } = building;
  const { name } = of.variable;
  analyser.sawLabels(of.labels, "label");
  let node = nodes.get(name);
  if (!node) {
    const found = scope.find(name);
    if (!found) {
      refuseNew(building, of.variable, ["all"]);
      node = analyser.newVariable(name, type("node"), "node");
      scope.add(node);
    } else {
      if (!fits(found.type, "node")) refuseConflict(of.variable, "a node", found);
      node = found.form === "node" ? found : analyser.newVariable(name, type("node"), "node");
      if (found.form !== "node") building.casts.push({ from: found, to: node });
      bound.add(node);
    }
    nodes.set(name, node);
  }
  of.variable.binding = scope.find(name);
  const reference = referenceTo(node, of.variable);
  building.checks.push(() => [
    ...labelCheck(reference, of.labels),
    ...propertyChecks(building, reference, of.properties, scope),
    ...innerWhere(building, of.where, scope),
  ]);
  return node;
}

/** A reference to a variable under its own slot, also where the name means the value before a cast. */
function referenceTo(variable: Variable, at: VariableReference): VariableReference {
  return { ...at, binding: variable };
}

function labelCheck(object: VariableReference, labels: LabelExpression | null): Expression[] {
  if (!labels) return [];
  if (labels.kind === "and") return [...labelCheck(object, labels.left), ...labelCheck(object, labels.right)];
  const end = Math.max(...labelNames(labels).map((name) => name.end), object.end);
  return [{ type: "label test", object, labels, start: object.start, end }];
}

function propertyChecks(
  building: Building,
  object: VariableReference,
  properties: MapLiteral | null,
  scope: Scope,
): Expression[] {
  const { analyser } = building;
  return (properties?.entries ?? []).map(([key, value]) => {
    analyseExpression(analyser, value, scope);
    const colon = analyser.text.lastIndexOf(":", value.start);
    analyser.sawProperty(key, analyser.text.slice(0, colon).trimEnd().length, object.binding!.type);
    const { start, end } = properties!;
    const property: Expression = { type: "property", object, key, start, end };
    return { type: "comparison", first: property, rest: [["=", value]], start, end };
  });
}

function innerWhere(building: Building, where: Expression | null, scope: Scope): Expression[] {
  if (!where) return [];
  checkCondition(building.analyser, where, scope);
  return conjuncts(where);
}

function declareRelationship(
  building: Building,
  of: RelationshipPattern,
  from: Variable,
  to: Variable,
  { shortest }: PathPattern,
  source: Part,
): PatternRelationship {
  const { analyser, scope, relationshipNames } = building;
  const { name } = of.variable;
  analyser.sawLabels(of.types, "type");
  const many = of.length !== null || shortest !== null;
  const before = scope.find(name);
  if (before && relationshipNames.has(name))
    refuse("RelationshipUniquenessViolation", `relationship ${name} cannot stand twice in one pattern`, of.variable);
  if (before && many ? !isRelationshipList(before) : before && !fits(before.type, "relationship"))
    refuseConflict(of.variable, many ? "a list of relationships" : "a relationship", before!);
  if (!before) refuseNew(building, of.variable, ["all", "nodes"]);
  const form: Form = many ? "relationships" : "relationship";
  const itsType = many ? listOf(type("relationship")) : type("relationship");
  const variable = before?.form === form ? before : analyser.newVariable(name, itsType, form);
  if (before && variable !== before) building.casts.push({ from: before, to: variable });
  if (!before) scope.add(variable);
  relationshipNames.add(name);
  of.variable.binding = before ?? variable;
  const each = many ? analyser.newVariable(name, type("relationship"), "relationship") : null;
  const conditions: Expression[] = [];
  const inside = each ? new Scope(scope) : scope;
  if (each) inside.add(each);
  building.checks.push(() => {
    const object = referenceTo(each ?? variable, of.variable);
    conditions.push(
      ...propertyChecks(building, object, of.properties, inside),
      ...innerWhere(building, of.where, inside),
    );
    return many ? [] : conditions.splice(0);
  });
  const length = of.length ?? (shortest ? { min: 1, max: 1 } : null);
  const { direction, types } = of;
  return { variable, from, to, direction, types, length, bound: !!before, each, conditions, shortest, source };
}

const isRelationshipList = (variable: Variable): boolean =>
  fits(variable.type, "list") && fits(itemOf(variable.type), "relationship");

function declarePath(
  building: Building,
  of: PathPattern,
  nodes: readonly Variable[],
  relationships: readonly PatternRelationship[],
): PatternPath {
  const { analyser, scope } = building;
  const variable = of.variable
    ? analyser.introduce(of.variable, scope, type("path"))
    : analyser.newVariable(" path", type("path"));
  return { variable, nodes, relationships };
}
