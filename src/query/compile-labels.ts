import { compileExpression, type Evaluate } from "./compile.ts";
import type { Execution } from "./execution.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { LabelExpression, LabelTest } from "./syntax.ts";
import { NodeValue, RelationshipValue } from "./values.ts";
import { mismatch } from "./write-value.ts";

/** Whether a set of labels, or the set of one type, fulfils a label expression. */
function satisfies(labels: LabelExpression, names: readonly string[]): boolean {
  switch (labels.kind) {
    case "name":
      return names.includes(labels.name);
    case "any":
      return names.length > 0;
    case "not":
      return !satisfies(labels.operand, names);
    case "and":
      return satisfies(labels.left, names) && satisfies(labels.right, names);
    default:
      return satisfies(labels.left, names) || satisfies(labels.right, names);
  }
}

/** For each set of labels, whether it fulfils a label expression. */
function labelMask({ labelSets, labels: names }: GraphIndex, labels: LabelExpression): Uint8Array {
  return Uint8Array.from(labelSets, (set) =>
    Number(
      satisfies(
        labels,
        set.map((label) => names[label]),
      ),
    ),
  );
}

/** For each relationship type, whether it fulfils a label expression. */
export function typeMask({ types: names }: GraphIndex, types: LabelExpression): Uint8Array {
  return Uint8Array.from(names, (name) => Number(satisfies(types, [name])));
}

export function compileLabelTest(run: Execution, { object, labels }: LabelTest): Evaluate {
  const { row, index } = run;
  const nodes = labelMask(index, labels);
  const types = typeMask(index, labels);
  if (object.type === "variable" && object.binding!.form === "node") {
    const { slot } = object.binding!;
    return () => (row[slot] === null ? null : nodes[index.labelSetOf[row[slot]]] === 1);
  }
  const value = compileExpression(run, object);
  return () => {
    const of = value();
    if (of === null) return null;
    if (of instanceof NodeValue) return nodes[index.labelSetOf[of.id]] === 1;
    if (of instanceof RelationshipValue) return types[index.typeOf[of.id]] === 1;
    throw mismatch("a test for labels", "a node or a relationship", of);
  };
}
