import { type Accumulator, accumulator } from "./aggregates.ts";
import { keyOf, keyOfRow, order } from "./compare.ts";
import { compileExpression, readVariable } from "./compile.ts";
import { checkKind } from "./compile-call.ts";
import type { Execution } from "./execution.ts";
import type { Aggregate, Assignment, CallStep, ProjectStep } from "./logical.ts";
import { joined, type Operator, operator } from "./operator.ts";
import { idOf } from "./operators-graph.ts";
import { isElement, type Variable } from "./scope.ts";
import type { Expression } from "./syntax.ts";
import { fromOutside, isInteger, type Value } from "./values.ts";
import { mismatch } from "./write-value.ts";

/** A key of the row at hand: equal for rows that have the same values in the given variables. */
export function keyReader(run: Execution, variables: readonly Variable[]): () => unknown {
  const { row } = run;
  if (variables.length === 1) {
    const { slot, form } = variables[0];
    if (isElement(form)) return () => row[slot];
    const read = readVariable(run, variables[0]);
    return () => keyOf(read());
  }
  const slots = variables.map((variable) => variable.slot);
  if (variables.every(({ form }) => isElement(form)))
    return () => {
      let key = "";
      for (const slot of slots) key += `${row[slot]},`;
      return key;
    };
  const read = variables.map((variable) => readVariable(run, variable));
  return () => keyOfRow(read.map((value) => value()));
}

const slotsOf = (variables: readonly Variable[]): number[] => [...new Set(variables.map((variable) => variable.slot))];

/** For each row of the source the rows of the inner plan, or one row of nulls where it gives none. */
export function optional(source: Operator, inner: Operator, nulls: readonly Variable[], estimate: number): Operator {
  const slots = slotsOf(nulls);
  return operator("Optional", [], [source, inner], estimate, (run, next) => {
    const { row } = run;
    let found = false;
    const start = inner.build(run, () => {
      found = true;
      return next();
    });
    return source.build(run, () => {
      found = false;
      if (!start()) return false;
      if (found) return true;
      for (const slot of slots) row[slot] = null;
      return next();
    });
  });
}

export function unwind(source: Operator, list: Expression, { name, slot }: Variable): Operator {
  const detail = [list, ` AS ${name}`];
  return operator("Unwind", detail, [source], source.estimate * 10, (run, next) => {
    const { row } = run;
    const value = compileExpression(run, list);
    return source.build(run, () => {
      const items = value();
      if (items === null) return true;
      for (const item of Array.isArray(items) ? items : [items]) {
        run.tick();
        row[slot] = item;
        if (!next()) return false;
      }
      return true;
    });
  });
}

/** The rows of several plans, one plan after the other; what the columns of each hold is copied into the same ones. */
export function union(
  sources: readonly Operator[],
  from: readonly (readonly Variable[])[],
  to: readonly Variable[],
): Operator {
  const estimate = sources.reduce((sum, source) => sum + source.estimate, 0);
  return operator("Union", joined(to.map(({ name }) => name)), sources, estimate, (run, next) => {
    const { row } = run;
    const starts = sources.map((source, i) => {
      const values = from[i].map((variable) => readVariable(run, variable));
      return source.build(run, () => {
        for (let j = 0; j < to.length; j++) row[to[j].slot] = values[j]();
        return next();
      });
    });
    return () => starts.every((start) => start());
  });
}

/** Computes columns. */
export function assign(source: Operator, assignments: readonly Assignment[]): Operator {
  const computed = assignments.filter((assignment) => assignment.expression !== null);
  if (computed.length === 0) return source;
  const detail = joined(computed.map(({ expression }) => expression!));
  return operator("Project", detail, [source], source.estimate, (run, next) => {
    const { row } = run;
    const values = computed.map(({ expression }) => compileExpression(run, expression!));
    const slots = computed.map(({ variable }) => variable.slot);
    return source.build(run, () => {
      for (let i = 0; i < slots.length; i++) row[slots[i]] = values[i]();
      return next();
    });
  });
}

interface Group {
  readonly saved: readonly unknown[];
  readonly accumulators: readonly Accumulator[];
}

/** Groups rows by keys and aggregates each group; without keys there is one group, even of no rows. */
export function aggregate(
  source: Operator,
  keys: readonly Assignment[],
  aggregates: readonly Aggregate[],
  estimate: number,
): Operator {
  const detail = joined([...keys.map(({ variable }) => variable.name), ...aggregates.map(({ call }) => call)]);
  const keyed = assign(source, keys);
  return operator("Aggregate", detail, [keyed], estimate, (run, next) => {
    const { row } = run;
    const variables = keys.map(({ variable }) => variable);
    const slots = slotsOf(variables);
    const key = keyReader(run, variables);
    const makers = aggregates.map(({ call }) => accumulator(run, call));
    const fresh = (): Group => ({ saved: slots.map((slot) => row[slot]), accumulators: makers.map((make) => make()) });
    let groups = new Map<unknown, Group>();
    let whole: Group | undefined;
    const start = keyed.build(run, () => {
      run.tick();
      const name = whole ? null : key();
      let group = whole ?? groups.get(name);
      if (!group) {
        group = fresh();
        groups.set(name, group);
      }
      for (const one of group.accumulators) one.add();
      return true;
    });
    return () => {
      groups = new Map();
      if (slots.length === 0) groups.set(null, (whole = fresh()));
      const mine = groups;
      start();
      for (const { saved, accumulators } of mine.values()) {
        for (let i = 0; i < slots.length; i++) row[slots[i]] = saved[i];
        for (let i = 0; i < aggregates.length; i++) row[aggregates[i].variable.slot] = accumulators[i].result();
        if (!next()) return false;
      }
      return true;
    };
  });
}

export function distinct(source: Operator, variables: readonly Variable[]): Operator {
  const detail = joined(variables.map(({ name }) => name));
  return operator("Distinct", detail, [source], source.estimate, (run, next) => {
    const key = keyReader(run, variables);
    let seen = new Set<unknown>();
    const start = source.build(run, () => {
      const name = key();
      if (seen.has(name)) return true;
      seen.add(name);
      return next();
    });
    return () => {
      seen = new Set();
      return start();
    };
  });
}

/** Sorts rows; keeps no more than are needed when it is known how many are wanted. */
export function sort(
  source: Operator,
  keys: ProjectStep["sort"],
  visible: readonly Variable[],
  most: Expression | null,
  skipped: Expression | null,
): Operator {
  const detail = joined(keys.map(({ assignment: { variable, expression } }) => expression ?? variable.name));
  return operator(most ? "Top" : "Sort", detail, [source], source.estimate, (run, next) => {
    const { row } = run;
    const values = keys.map(({ assignment: { variable, expression } }) =>
      expression ? compileExpression(run, expression) : readVariable(run, variable),
    );
    const slots = slotsOf(visible);
    const wanted = most ? rowCount(run, most) : () => Infinity;
    const unwanted = skipped ? rowCount(run, skipped) : () => 0;
    let rows: { readonly by: readonly Value[]; readonly saved: readonly unknown[] }[] = [];
    const byKeys = (a: (typeof rows)[number], b: (typeof rows)[number]): number => {
      for (let i = 0; i < keys.length; i++) {
        const result = order(a.by[i], b.by[i]);
        if (result !== 0) return keys[i].descending ? -result : result;
      }
      return 0;
    };
    let kept = Infinity;
    const start = source.build(run, () => {
      run.tick();
      rows.push({ by: values.map((value) => value()), saved: slots.map((slot) => row[slot]) });
      if (rows.length > 2 * kept + 1000) rows = rows.sort(byKeys).slice(0, kept);
      return true;
    });
    return () => {
      rows = [];
      kept = wanted() + unwanted();
      start();
      const sorted = rows.sort(byKeys);
      for (const { saved } of sorted.length > kept ? sorted.slice(0, kept) : sorted) {
        for (let i = 0; i < slots.length; i++) row[slots[i]] = saved[i];
        if (!next()) return false;
      }
      return true;
    };
  });
}

/** The value of SKIP or LIMIT. */
function rowCount(run: Execution, count: Expression): () => number {
  const value = compileExpression(run, count);
  return () => {
    const number = value();
    if (isInteger(number) && number >= 0) return Number(number);
    const detail = isInteger(number) ? "NegativeIntegerArgument" : "InvalidArgumentType";
    throw mismatch("SKIP or LIMIT", "a whole number from 0 on", number, "SyntaxError", detail);
  };
}

export function skip(source: Operator, count: Expression): Operator {
  return operator("Skip", [count], [source], source.estimate, (run, next) => {
    const wanted = rowCount(run, count);
    let left = 0;
    const start = source.build(run, () => (left > 0 ? left-- > 0 : next()));
    return () => {
      left = wanted();
      return start();
    };
  });
}

/** Lets some rows through and stops the work that makes them. */
export function limit(source: Operator, count: Expression): Operator {
  return operator("Limit", [count], [source], source.estimate, (run, next) => {
    const wanted = rowCount(run, count);
    let left = 0;
    let goOn = true;
    const start = source.build(run, () => {
      left--;
      goOn = next();
      return goOn && left > 0;
    });
    return () => {
      left = wanted();
      goOn = true;
      if (left > 0) start();
      return goOn;
    };
  });
}

/** Runs a procedure for each row. */
export function call(source: Operator, step: CallStep, name: string): Operator {
  return operator("ProcedureCall", [name], [source], source.estimate * 10, (run, next) => {
    const { row, index } = run;
    const parameters = step.parameters.map((parameter) => compileExpression(run, parameter));
    return source.build(run, () => {
      const values = parameters.map((parameter) => parameter());
      for (const [i, { name, kind }] of step.procedure.parameters.entries())
        checkKind(name, [kind], values[i] ?? null, "ProcedureError");
      for (const result of step.procedure.run({ index }, ...values)) {
        run.tick();
        for (const { index: column, variable } of step.results)
          row[variable.slot] = yielded(run, variable, result[column]);
        if (!next()) return false;
      }
      return true;
    });
  });
}

/** A procedure's result as it lies in its slot: nodes and relationships may be given by their keys. */
function yielded({ index }: Execution, variable: Variable, value: unknown): unknown {
  if (variable.form === "value") return fromOutside(value);
  const keyed =
    variable.form === "node" ? index.nodeId(value as string) : index.relationshipKeys.indexOf(value as string);
  return idOf(value, variable) ?? (keyed === -1 ? null : (keyed ?? null));
}
