import type { EntityKind, Span } from "../model/index.ts";

/** A name as a recogniser finds it. Names may lie inside longer ones ("Hong Kong" in the name of a zone). */
export interface NameSpan extends Span {
  readonly kind: EntityKind;
  /** How sure the recogniser is of words and kind, 0…1. */
  readonly confidence: number;
}

/** A role that stands before a person's name, with the place or organisation it is held in where that is named too. */
export interface RoleSpan extends Span {
  readonly role: string;
  /** The person's name. */
  readonly holder: Span;
  /** The name of the place or organisation, null where none stands there. */
  readonly held: Span | null;
}

/** What a recogniser found in an article. */
export interface Names {
  /** Sorted by `compareSpans`. */
  readonly names: readonly NameSpan[];
  readonly roles: readonly RoleSpan[];
}
