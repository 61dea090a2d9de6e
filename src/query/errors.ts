/** What went wrong, in the terms of the openCypher Technology Compatibility Kit. */
export type QueryErrorCode =
  | "SyntaxError"
  | "SemanticError"
  | "TypeError"
  | "ArgumentError"
  | "ArithmeticError"
  | "ParameterMissing"
  | "ProcedureError"
  | "LimitExceeded"
  | "TemporalNotLoaded";

/** What to do where dates and times are met before their part of the engine is there. */
export const LOAD_TEMPORAL = "dates and times are loaded apart: await loadTemporal() first";

/** A place in the query text. `offset` counts UTF-16 code units from 0; `line` and `column` count from 1. */
export interface QueryPosition {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A query that cannot be compiled or run; every field but `position` is always there. */
export class QueryError extends Error {
  override readonly name = "QueryError";
  readonly code: QueryErrorCode;
  /** `compile`: the text is wrong whatever the graph holds. `runtime`: a value was. */
  readonly phase: "compile" | "runtime";
  /** The kind of mistake: `UndefinedVariable`, `InvalidArgumentType`. */
  readonly detail: string;
  readonly position: QueryPosition | null;
  /** The line of the query with a caret under the place; empty without a position. */
  readonly frame: string;

  constructor(
    code: QueryErrorCode,
    phase: "compile" | "runtime",
    detail: string,
    message: string,
    place?: { readonly text: string; readonly offset: number },
  ) {
    const position = place ? positionAt(place.text, place.offset) : null;
    super(position ? `${message} (line ${position.line}, column ${position.column})` : message);
    this.code = code;
    this.phase = phase;
    this.detail = detail;
    this.position = position;
    this.frame = place && position ? caretFrame(place.text, position) : "";
  }
}

/** Line and column of an offset. */
export function positionAt(text: string, offset: number): QueryPosition {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { offset, line, column: offset - before.lastIndexOf("\n") };
}

function caretFrame(text: string, position: QueryPosition): string {
  const line = text.split("\n")[position.line - 1].replace(/\r$/, "");
  const from = Math.max(0, position.column - 61);
  const shown = line.slice(from, from + 120).replace(/\t/g, " ");
  return `${shown}\n${" ".repeat(position.column - 1 - from)}^`;
}

/** Refuses the query at a place of its text. Thrown by the parser and the checks, which add the text. */
export class CompileProblem extends Error {
  constructor(
    readonly detail: string,
    message: string,
    readonly offset: number,
    readonly code: QueryErrorCode = "SyntaxError",
  ) {
    super(message);
  }
}

/**
 * Refuses the query at a part of its text.
 * @throws CompileProblem
 */
export function refuse(detail: string, message: string, at: { readonly start: number }, code?: QueryErrorCode): never {
  throw new CompileProblem(detail, message, at.start, code);
}

/** A value that an operation cannot take, met while running. */
export function runtimeError(code: QueryErrorCode, detail: string, message: string): QueryError {
  return new QueryError(code, "runtime", detail, message);
}
