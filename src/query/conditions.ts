import type { Variable } from "./scope.ts";
import type { Expression, LabelExpression } from "./syntax.ts";
import { isReference } from "./tree.ts";

/** What the planner reads from the conditions of a pattern. */

/** The label that a condition demands of a node, if it demands one by name. */
export function labelTested(condition: Expression, node: Variable): string | null {
  if (condition.type !== "label test" || !isReference(condition.object, node)) return null;
  const name = (labels: LabelExpression): string | null =>
    labels.kind === "name" ? labels.name : labels.kind === "and" ? (name(labels.left) ?? name(labels.right)) : null;
  return name(condition.labels);
}

/** The property (null: the key in the graph, by `elementId`) of a node that a condition sets equal to a value. */
export function equalTo(condition: Expression, node: Variable): { key: string | null; value: Expression } | null {
  if (condition.type !== "comparison" || condition.rest.length !== 1 || condition.rest[0][0] !== "=") return null;
  const sides = [condition.first, condition.rest[0][1]];
  for (const [of, value] of [sides, sides.toReversed()]) {
    if (of.type === "property" && isReference(of.object, node)) return { key: of.key, value };
    if (of.type === "call" && of.name.toLowerCase() === "elementid" && isReference(of.parameters?.[0], node))
      return { key: null, value };
  }
  return null;
}

/** Cheap conditions are tested first. */
export function costOf(condition: Expression): number {
  if (condition.type === "label test") return 0;
  if (condition.type === "comparison") return 1;
  return condition.type === "pattern" || condition.type === "subquery" ? 3 : 2;
}
