import type { GraphIndex } from "./graph-index.ts";
import type { Kind, Value } from "./values.ts";

/** A procedure for CALL. Callers add their own, full-text search for one, by `QueryOptions.procedures`. */
export interface Procedure {
  readonly parameters: readonly {
    readonly name: string;
    readonly kind: Kind | "any" | "number";
    readonly optional?: boolean;
  }[];
  /** The columns it yields. A result of kind `node` is given as the node's key in the graph, `relationship` likewise. */
  readonly results: readonly { readonly name: string; readonly kind: Kind | "any" | "number" }[];
  /** Rows of results in the order declared. */
  run(context: { readonly index: GraphIndex }, ...values: Value[]): Iterable<readonly unknown[]>;
}

export type Procedures = Readonly<Record<string, Procedure>>;
