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
  constructor(
    readonly outer: Scope | null = null,
    /** The variables of this scope alone, by name, in order of introduction. */
    readonly own = new Map<string, Variable>(),
  ) {}

  find(name: string): Variable | undefined {
    return this.own.get(name) ?? this.outer?.find(name);
  }

  add(variable: Variable): void {
    this.own.set(variable.name, variable);
  }

  /** Every name visible here. */
  names(): string[] {
    return [...new Set([...this.own.keys(), ...(this.outer?.names() ?? [])])];
  }

  copy(): Scope {
    return new Scope(this.outer, new Map(this.own));
  }
}
