import { add, divide } from "./arithmetic.ts";
import { keyOf, order } from "./compare.ts";
import { compileExpression } from "./compile.ts";
import type { Execution } from "./execution.ts";
import { isElement } from "./scope.ts";
import type { FunctionCall, VariableReference } from "./syntax.ts";
import { isNumeric, kindOf, toNumber, type Value, Whole } from "./values.ts";
import { mismatch } from "./write-value.ts";

/** Gathers the rows of one group. */
export interface Accumulator {
  /** Takes the row at hand in. */
  readonly add: () => void;
  readonly result: () => Value;
}

interface Gathering {
  readonly add: (value: Value) => void;
  readonly result: () => Value;
}

/** Prepares an aggregating call; the function it returns makes the accumulator of one group. Nulls are left out. */
export function accumulator(run: Execution, of: FunctionCall): () => Accumulator {
  if (of.parameters === null) return counter as () => Accumulator;
  const value = compileExpression(run, of.parameters[0]);
  const second = of.parameters[1] ? compileExpression(run, of.parameters[1]) : null;
  const name = of.name.toLowerCase();
  const gather = GATHERINGS[name];
  // nodes and relationships are numbers in their slots: to count them and tell them apart no value is needed
  const [argument] = of.parameters;
  const form = argument.type === "variable" ? argument.binding!.form : "value";
  const slot = isElement(form) ? (argument as VariableReference).binding!.slot : -1;
  const counts = name === "count";
  const { row } = run;
  return () => {
    let fraction: Value = null;
    const gathering = gather(of.name, () => fraction);
    const seen = of.distinct ? new Set<unknown>() : null;
    return {
      add() {
        if (second) fraction = checkFraction(second());
        if (slot >= 0 && row[slot] === null) return;
        const item = counts && slot >= 0 ? row[slot] : value();
        if (item === null) return;
        if (seen) {
          const key = slot >= 0 ? row[slot] : keyOf(item);
          if (seen.has(key)) return;
          seen.add(key);
        }
        gathering.add(item);
      },
      result: gathering.result,
    };
  };
}

/** Counts every row. */
const counter = (): Gathering => {
  let count = 0;
  return { add: () => void count++, result: () => count };
};

const GATHERINGS: Record<string, (name: string, fraction: () => Value) => Gathering> = {
  count: counter,
  sum: (name) => summing(name, (sum) => sum),
  avg: (name) =>
    summing(name, (sum, count) =>
      count === 0 ? null : isNumeric(sum) ? Whole.of(toNumber(sum) / count) : divide(sum, count),
    ),
  min: () => extreme(-1),
  max: () => extreme(1),
  collect: () => {
    const items: Value[] = [];
    return { add: (value) => items.push(value), result: () => items };
  },
  stdev: (name) => deviation(name, 1),
  stdevp: (name) => deviation(name, 0),
  percentilecont: (name, fraction) =>
    percentile(name, (sorted) => {
      const place = toNumber(fraction()) * (sorted.length - 1);
      const [low, high] = [Math.floor(place), Math.ceil(place)].map((at) => toNumber(sorted[at]));
      return Whole.of(low + (high - low) * (place - Math.floor(place)));
    }),
  percentiledisc: (name, fraction) =>
    percentile(name, (sorted) => sorted[Math.max(0, Math.ceil(toNumber(fraction()) * sorted.length) - 1)]),
};

/** Adds numbers or durations up. */
function summing(name: string, finish: (sum: Value, count: number) => Value): Gathering {
  let sum: Value = 0;
  let count = 0;
  return {
    add(value) {
      const isDuration = kindOf(value) === "duration";
      if (!isDuration) numberFor(name, value);
      sum = isDuration && count === 0 ? value : add(sum, value);
      count++;
    },
    result: () => finish(sum, count),
  };
}

function extreme(sign: 1 | -1): Gathering {
  let best: Value = null;
  return {
    add(value) {
      if (best === null || order(value, best) * sign > 0) best = value;
    },
    result: () => best,
  };
}

function numberFor(name: string, value: Value): number {
  if (isNumeric(value)) return toNumber(value);
  throw mismatch(name, "numbers", value);
}

/** Standard deviation in one pass (Welford 1962); `less` 1 of a sample, 0 of a whole population. */
function deviation(name: string, less: 0 | 1): Gathering {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add(value) {
      const x = numberFor(name, value);
      count++;
      const delta = x - mean;
      mean += delta / count;
      squares += delta * (x - mean);
    },
    result: () => Whole.of(count > less ? Math.sqrt(squares / (count - less)) : 0),
  };
}

function percentile(name: string, pick: (sorted: readonly Value[]) => Value): Gathering {
  const values: Value[] = [];
  return {
    add(value) {
      numberFor(name, value);
      values.push(value);
    },
    result: () => (values.length === 0 ? null : pick(values.sort(order))),
  };
}

function checkFraction(value: Value): Value {
  if (isNumeric(value) && toNumber(value) >= 0 && toNumber(value) <= 1) return value;
  throw mismatch("a percentile", "a number from 0 to 1", value, "ArgumentError", "NumberOutOfRange");
}
