import { compileExpression, type Evaluate } from "./compile.ts";
import { needBoolean, needList } from "./compile-operators.ts";
import type { Execution } from "./execution.ts";
import type { Expression, ListComprehension, Quantifier, Reduce, VariableReference } from "./syntax.ts";
import type { Value } from "./values.ts";

/** Prepares to go through a list: sets the variable to each item and calls back; says false for no list (null). */
function compileEach(
  run: Execution,
  of: { readonly list: Expression; readonly variable: VariableReference },
): (see: (item: Value) => void) => boolean {
  const list = compileExpression(run, of.list);
  const { slot } = of.variable.binding!;
  return (see) => {
    const items = list();
    if (items === null) return false;
    for (const item of needList(items)) {
      run.tick();
      run.row[slot] = item;
      see(item);
    }
    return true;
  };
}

export function compileListComprehension(run: Execution, of: ListComprehension): Evaluate {
  const each = compileEach(run, of);
  const where = of.where && compileExpression(run, of.where);
  const map = of.map && compileExpression(run, of.map);
  return () => {
    const result: Value[] = [];
    const see = (item: Value) => {
      if (!where || needBoolean(where()) === true) result.push(map ? map() : item);
    };
    return each(see) ? result : null;
  };
}

export function compileQuantifier(run: Execution, of: Quantifier): Evaluate {
  const each = compileEach(run, of);
  const where = of.where && compileExpression(run, of.where);
  return () => {
    let [yes, no, unknown] = [0, 0, 0];
    const see = (item: Value) => {
      const result = needBoolean(where ? where() : item);
      if (result === null) unknown++;
      else if (result) yes++;
      else no++;
    };
    return each(see) ? quantify(of.kind, yes, no, unknown > 0) : null;
  };
}

function quantify(kind: Quantifier["kind"], yes: number, no: number, isUnknown: boolean): boolean | null {
  if (kind === "all") return no > 0 ? false : isUnknown ? null : true;
  if (kind === "single") return yes > 1 ? false : isUnknown ? null : yes === 1;
  return yes > 0 ? kind === "any" : isUnknown ? null : kind === "none";
}

export function compileReduce(run: Execution, of: Reduce): Evaluate {
  const each = compileEach(run, of);
  const [initial, step] = [compileExpression(run, of.initial), compileExpression(run, of.step)];
  const { slot } = of.accumulator.binding!;
  return () => {
    let result = initial();
    const isList = each(() => {
      run.row[slot] = result;
      result = step();
    });
    return isList ? result : null;
  };
}
