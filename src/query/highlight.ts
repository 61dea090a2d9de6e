import { CompileProblem } from "./errors.ts";
import { type Token, tokenise } from "./lexer.ts";

/** The parts of a query by what they are, for colours and proposals: nothing of the engine is needed but its tokens. */

export type HighlightKind =
  | "keyword"
  | "function"
  | "label"
  | "type"
  | "property"
  | "variable"
  | "parameter"
  | "string"
  | "number"
  | "operator"
  | "bracket"
  | "comment"
  | "invalid";

export interface Highlight {
  /** Span in the query: UTF-16 code units, end-exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: HighlightKind;
}

export const KEYWORDS =
  "ALL ALLSHORTESTPATHS AND ANY AS ASC ASCENDING BY CALL CASE COLLECT CONTAINS COUNT DESC DESCENDING DISTINCT ELSE END ENDS EXISTS EXPLAIN FALSE IN IS LIMIT MATCH NONE NOT NULL OFFSET OPTIONAL OR ORDER PROFILE REDUCE RETURN SHORTESTPATH SINGLE SKIP STARTS THEN TRUE UNION UNWIND WHEN WHERE WITH XOR YIELD".split(
    " ",
  );
const IS_KEYWORD = new Set(KEYWORDS);
/** What can only be a keyword when a bracket follows; `count(` and its like are functions. */
const BEFORE_BRACKET = new Set([
  "ALL",
  "ANY",
  "NONE",
  "SINGLE",
  "EXISTS",
  "REDUCE",
  "SHORTESTPATH",
  "ALLSHORTESTPATHS",
]);
const NEVER_CALLED = new Set([
  "MATCH",
  "WHERE",
  "AND",
  "OR",
  "XOR",
  "NOT",
  "IN",
  "RETURN",
  "WITH",
  "UNWIND",
  "BY",
  "AS",
  "WHEN",
  "THEN",
  "ELSE",
  "CASE",
]);

/** Tells the parts of a query apart. Text that is no query yet is no obstacle: what cannot be read is `invalid`. */
export function highlight(text: string): Highlight[] {
  return classify(readTolerantly(text)).map(({ token: { start, end }, kind }) => ({ start, end, kind }));
}

/** The tokens of a text; what cannot be one is a comment-like token of kind `end` and the length it takes. */
export function readTolerantly(text: string, offset = 0): Token[] {
  const moved = (tokens: readonly Token[]) =>
    tokens
      .filter((token) => token.kind !== "end")
      .map((token) => ({ ...token, start: token.start + offset, end: token.end + offset }));
  try {
    return moved(tokenise(text, true));
  } catch (problem) {
    if (!(problem instanceof CompileProblem)) throw problem;
    const { offset: at } = problem;
    const line = text.indexOf("\n", at);
    const end = Math.max(at + 1, line < 0 ? text.length : line);
    const invalid: Token = { kind: "end", value: text.slice(at, end), start: at + offset, end: end + offset };
    return [...readTolerantly(text.slice(0, at), offset), invalid, ...readTolerantly(text.slice(end), offset + end)];
  }
}

export interface Classified {
  readonly token: Token;
  readonly kind: HighlightKind;
  /** The brackets open after the token, innermost last. */
  readonly open: string;
}

export function classify(tokens: readonly Token[]): Classified[] {
  const result: Classified[] = [];
  let open = "";
  tokens.forEach((token, i) => {
    if (token.kind === "symbol" && "([{".includes(token.value)) open += token.value;
    else if (token.kind === "symbol" && ")]}".includes(token.value)) open = open.slice(0, -1);
    result.push({ token, kind: kindOf(token, tokens[i + 1], result, open), open });
  });
  return result;
}

function kindOf(token: Token, next: Token | undefined, before: readonly Classified[], open: string): HighlightKind {
  switch (token.kind) {
    case "integer":
    case "float":
      return "number";
    case "string":
    case "parameter":
    case "comment":
      return token.kind;
    case "end":
      return "invalid";
    case "symbol":
      return "()[]{}".includes(token.value) ? "bracket" : "operator";
  }
  const last = before.at(-1);
  if (last?.token.value === ".") return next?.value === "(" ? "function" : "property";
  if (last && startsLabel(last, before.at(-2), open)) return open.endsWith("[") ? "type" : "label";
  if (open.endsWith("{") && next?.value === ":") return "property";
  const word = token.kind === "name" ? token.value.toUpperCase() : "";
  if (next?.value === "(" && !NEVER_CALLED.has(word)) return BEFORE_BRACKET.has(word) ? "keyword" : "function";
  return IS_KEYWORD.has(word) ? "keyword" : "variable";
}

/** Whether a name after this token is that of a label or type. */
export function startsLabel({ token, kind }: Classified, before: Classified | undefined, open: string): boolean {
  if (kind !== "operator") return false;
  if (token.value === ":") return !open.endsWith("{");
  return (
    "|&!".includes(token.value) && (before?.kind === "label" || before?.kind === "type" || before?.token.value === ":")
  );
}
