import type { GraphIndex } from "./graph-index.ts";
import type { Random } from "./random.ts";
import { listOf, type Type, type } from "./types.ts";
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
  /** Null of an aggregating function, which takes the values of many rows (aggregates.ts). */
  // biome-ignore lint/suspicious/noExplicitAny: each value is of a kind that the signature names
  readonly run: ((context: FunctionContext, values: any[]) => Value) | null;
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
    return all.sort((a, b) => a.localeCompare(b, "en"));
  }

  /**
   * Declares a function.
   * @param signature `name|other name(kind|kind, optional?, more...): kind`; a `!` after the name lets null in
   */
  define(signature: string, run: QueryFunction["run"] = null): void {
    const [, names, bang, inside, list, result] = /^([\w.|]+)(!?)\((.*)\): (list of )?(.+)$/.exec(signature)!;
    const kind = type(result as Type["kind"]);
    const parts = inside === "" ? [] : inside.split(", ");
    for (const name of names.split("|"))
      this.#functions.set(name.toLowerCase(), {
        name,
        parameters: parts.map((part) => part.replace(/\?|\.\.\./, "").split("|") as Type["kind"][]),
        required: parts.filter((part) => !/[?.]/.test(part)).length,
        variadic: inside.endsWith("..."),
        result: list ? listOf(kind) : kind,
        takesNull: bang === "!",
        run,
      });
  }
}
