import type { Analyser } from "./analyse.ts";
import { runtimeError } from "./errors.ts";
import type { FunctionContext } from "./functions.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { Value } from "./values.ts";

/** Bounds for a query; none is set unless the caller sets it. Whatever is exceeded ends the query with an error. */
export interface Limits {
  /** The most rows a result may have. */
  readonly rows?: number;
  /** The most nodes and relationships that may be looked at, and rows that may be made. */
  readonly steps?: number;
  readonly milliseconds?: number;
  /**
   * Ends the query when `aborted` becomes true. The query runs in one go, so the signal of an AbortController can stop it
   * only before it begins; an object that reads shared memory in `aborted` stops it on its way.
   */
  readonly signal?: { readonly aborted: boolean };
}

/** Passes the row at hand on; false when no more rows are wanted. */
export type Step = () => boolean;

const CHECK_EVERY = 2048;
const LONG = 10_000;
/** The longest list or string that a query may make. */
export const LONGEST = 1e7;

/** One run of a query: the row that all operators share, and the meter of its limits. */
export class Execution {
  // biome-ignore lint/suspicious/noExplicitAny: a slot holds what its variable's form says
  readonly row: any[];
  steps = 0;
  #checkAt = 0;
  readonly #deadline: number;

  constructor(
    readonly index: GraphIndex,
    readonly analysis: Analyser,
    readonly parameters: Readonly<Record<string, Value>>,
    readonly context: FunctionContext,
    readonly limits: Limits,
    readonly profiling: boolean,
  ) {
    this.row = new Array(analysis.slots).fill(null);
    this.#deadline = performance.now() + (limits.milliseconds ?? Infinity);
  }

  /** Counts one step of work; now and then looks whether the query may go on. */
  tick(): void {
    if (++this.steps > this.#checkAt) this.#check();
  }

  /** Looks at once whether the query may go on where a list or string is so long that all work with it takes time. */
  weigh(value: Value): Value {
    const length = typeof value === "string" || Array.isArray(value) ? value.length : 0;
    if (length > LONG) this.#check();
    if (length > LONGEST) throw exceeded("Size", `makes lists or strings longer than ${LONGEST}`);
    return value;
  }

  #check(): void {
    const { steps: most = Infinity, milliseconds, signal } = this.limits;
    this.#checkAt = Math.min(this.steps + CHECK_EVERY, most);
    if (this.steps > most) throw exceeded("Steps", `takes more than ${most} steps`);
    if (performance.now() > this.#deadline) throw exceeded("Time", `takes longer than ${milliseconds} ms`);
    if (signal?.aborted) throw runtimeError("LimitExceeded", "Aborted", "the query was cancelled");
  }
}

export const exceeded = (detail: string, what: string) =>
  runtimeError("LimitExceeded", detail, `the query ${what}; narrow its patterns or add LIMIT`);
