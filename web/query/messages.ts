import type { Phrase } from "../../src/analysis/index.ts";
import type { Completions } from "../../src/query/editor.ts";
import type { QueryResult } from "../../src/query/index.ts";

/** Something about a query that is shown under its words. */
export interface Remark {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** Span in the query: UTF-16 code units, end-exclusive. */
  readonly start: number;
  readonly end: number;
}

export type Answer =
  | { readonly type: "rows"; readonly result: QueryResult; readonly milliseconds: number }
  | { readonly type: "failed"; readonly message: string; readonly frame: string }
  | { readonly type: "stopped" };

/** What the worker does, by name. */
export interface Calls {
  /** Takes the graph that everything after is about, as Graphology exports it. */
  open(graph: unknown): null;
  /** Those everyone has, and a person's own from the text of their file; says what is wrong with that. */
  phrases(own: string | null): { readonly phrases: readonly Phrase[]; readonly problem: string | null };
  /** For each blank of a phrase, what may stand in it, the likeliest first. */
  suggest(phrase: string): Readonly<Record<string, readonly string[]>>;
  complete(text: string, offset: number): Completions;
  /** The names after `$`; none for a text that is no query yet. */
  check(text: string): Promise<{ readonly remarks: readonly Remark[]; readonly parameters: readonly string[] }>;
  run(text: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer>;
}

export type CallName = keyof Calls;

export interface Request {
  readonly id: number;
  readonly name: CallName;
  readonly given: readonly unknown[];
}

export interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly problem?: string;
}
