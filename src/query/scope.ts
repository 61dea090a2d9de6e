import type { Type } from "./types.ts";

/**
 * How a value lies in its slot: `node` and `relationship` as their number, `relationships` (those of a variable-length
 * pattern) as a list of numbers, everything else as a `Value`. Null is null everywhere.
 */
export type Form = "node" | "relationship" | "relationships" | "value";

/** Whether a slot holds the number of one node or one relationship. */
export const isElement = (form: Form): form is "node" | "relationship" => form === "node" || form === "relationship";

/** What a name stands for from the clause that introduces it on. */
export interface Variable {
  readonly name: string;
  /** Its place in the row. */
  readonly slot: number;
  readonly type: Type;
  readonly form: Form;
}

/** The names visible at a place. Inner scopes see the outer ones. */
export class Scope {
  readonly #own = new Map<string, Variable>();

  constructor(readonly outer: Scope | null = null) {}

  find(name: string): Variable | undefined {
    return this.#own.get(name) ?? this.outer?.find(name);
  }

  add(variable: Variable, name = variable.name): void {
    this.#own.set(name, variable);
  }

  /** The variables of this scope alone, by name, in order of introduction. */
  entries(): [string, Variable][] {
    return [...this.#own];
  }

  /** Every name visible here. */
  names(): string[] {
    return [...new Set([...this.#own.keys(), ...(this.outer?.names() ?? [])])];
  }

  copy(): Scope {
    const scope = new Scope(this.outer);
    for (const [name, variable] of this.#own) scope.add(variable, name);
    return scope;
  }
}
