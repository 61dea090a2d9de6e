import type { GraphIndex } from "./graph-index.ts";
import type { Random } from "./random.ts";
import { ANY, listOf, type Type, type } from "./types.ts";
import type { Value } from "./values.ts";

/** What functions may ask of the query they run in. */
export interface FunctionContext {
  readonly index: GraphIndex;
  /** Milliseconds since 1970 at which the query began. */
  readonly now: number;
  readonly random: Random;
}

export interface QueryFunction {
  readonly name: string;
  readonly parameters: readonly Type["kind"][][];
  /** How many of the parameters must be given. */
  readonly required: number;
  /** Whether the last parameter may repeat. */
  readonly variadic: boolean;
  readonly result: Type;
  /** Whether it is called with null too; otherwise null in gives null out. */
  readonly takesNull: boolean;
  readonly run: (context: FunctionContext, values: Value[]) => Value;
}

interface Aggregation {
  readonly takes: Type["kind"][];
  readonly gives: Type;
}

/** Functions by name, whatever its case. */
export class FunctionTable {
  readonly #functions = new Map<string, QueryFunction>();

  find(name: string): QueryFunction | undefined {
    return this.#functions.get(name.toLowerCase());
  }

  /** Every name, as it is written by custom, sorted. */
  names(): string[] {
    const all = [...this.#functions.values()].map((known) => known.name);
    return [...all, ...Object.keys(AGGREGATES)].sort((a, b) => a.localeCompare(b, "en"));
  }

  /**
   * Declares a function.
   * @param signature `name(kind|kind, optional?, more...): kind`; a `!` after the name lets null in
   */
  define(signature: string, run: QueryFunction["run"]): void {
    const [, name, bang, inside, result] = /^([\w.]+)(!?)\((.*)\): (.+)$/.exec(signature)!;
    const parts = inside === "" ? [] : inside.split(", ");
    this.#functions.set(name.toLowerCase(), {
      name,
      parameters: parts.map((part) => part.replace(/\?|\.\.\./, "").split("|") as Type["kind"][]),
      required: parts.filter((part) => !/[?.]/.test(part)).length,
      variadic: inside.endsWith("..."),
      result: result.startsWith("list of ")
        ? listOf(type(result.slice(8) as Type["kind"]))
        : type(result as Type["kind"]),
      takesNull: bang === "!",
      run,
    });
  }

  /** Makes further names for a function. */
  alias(name: string, ...others: string[]): void {
    for (const other of others) this.#functions.set(other.toLowerCase(), { ...this.find(name)!, name: other });
  }
}

/** Aggregating functions: the kinds of their argument, and of the result. */
export const AGGREGATES: Readonly<Record<string, { readonly takes: Type["kind"][]; readonly gives: Type }>> = {
  count: { takes: ["any"], gives: type("integer") },
  sum: { takes: ["number", "duration"], gives: ANY },
  avg: { takes: ["number", "duration"], gives: ANY },
  min: { takes: ["any"], gives: ANY },
  max: { takes: ["any"], gives: ANY },
  collect: { takes: ["any"], gives: listOf(ANY) },
  stDev: { takes: ["number"], gives: type("float") },
  stDevP: { takes: ["number"], gives: type("float") },
  percentileCont: { takes: ["number"], gives: type("float") },
  percentileDisc: { takes: ["number"], gives: type("number") },
};

const aggregatesByName = new Map(Object.entries(AGGREGATES).map(([name, what]) => [name.toLowerCase(), what]));

/** The aggregating function of a name, whatever its case. */
export const aggregation = (name: string): Aggregation | undefined => aggregatesByName.get(name.toLowerCase());

export const isAggregate = (name: string): boolean => aggregatesByName.has(name.toLowerCase());
