import { CompileProblem } from "./errors.ts";

/** `name`: an identifier or keyword; `quoted`: `` `an identifier` ``. */
export type TokenKind = "name" | "quoted" | "integer" | "float" | "string" | "parameter" | "symbol" | "comment" | "end";

export interface Token {
  readonly kind: TokenKind;
  /** The token's meaning: the identifier's name, the string's content, the digits. */
  readonly value: string;
  /** Span in the query text, end-exclusive. */
  readonly start: number;
  readonly end: number;
}

const NAME = /[\p{ID_Start}_\p{Pc}][\p{ID_Continue}\p{Pc}\p{Sc}]*/uy;
const SPACE = /[\s\u180e\u001c-\u001f]+/y;
const COMMENT = /\/\/[^\n\r]*|\/\*[\s\S]*?\*\//y;
const NUMBER = /0[xX][\p{L}\p{N}]*|0[oO][\p{L}\p{N}]*|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const SYMBOL = /\.\.\.|\.\.|<>|<=|>=|=~|\+=|!=|\|\||::|[-+*/%^=<>()[\]{},.:;|&!$?]/y;
const ESCAPES: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/**
 * Cuts a query into tokens; the last one is of kind `end`. Comments are left out unless `keepComments`.
 * @throws CompileProblem at the first character, number or string that is none.
 */
export function tokenise(text: string, keepComments = false): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  const push = (kind: TokenKind, value: string, end: number): void => {
    tokens.push({ kind, value, start: at, end });
    at = end;
  };
  while (at < text.length) {
    const space = match(SPACE);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const comment = match(COMMENT);
    if (comment !== null) {
      if (keepComments) push("comment", comment, at + comment.length);
      else at += comment.length;
      continue;
    }
    readToken(text, at, match, push);
  }
  tokens.push({ kind: "end", value: "", start: text.length, end: text.length });
  return tokens;
}

type Match = (pattern: RegExp) => string | null;
type Push = (kind: TokenKind, value: string, end: number) => void;

function readToken(text: string, at: number, match: Match, push: Push): void {
  const first = text[at];
  if (first === "'" || first === '"') {
    const [value, end] = readString(text, at);
    push("string", value, end);
    return;
  }
  if (first === "`") {
    const [value, end] = readQuoted(text, at);
    push("quoted", value, end);
    return;
  }
  const name = match(NAME);
  if (name !== null) {
    push("name", name, at + name.length);
    return;
  }
  const number = match(NUMBER);
  if (number !== null) {
    push(checkNumber(text, at, number), number, at + number.length);
    return;
  }
  if (first === "$") {
    const rest = text.slice(at + 1);
    if (rest[0] === "`") {
      const [value, end] = readQuoted(text, at + 1);
      push("parameter", value, end);
      return;
    }
    const parameter = /^(?:[\p{ID_Start}_\p{Pc}][\p{ID_Continue}\p{Pc}]*|\d+\w*)/u.exec(rest)?.[0];
    if (parameter) {
      push("parameter", parameter, at + 1 + parameter.length);
      return;
    }
  }
  const symbol = match(SYMBOL);
  if (symbol !== null) {
    push("symbol", symbol, at + symbol.length);
    return;
  }
  const character = String.fromCodePoint(text.codePointAt(at)!);
  const detail = /[^\0-\x7f]/.test(character) ? "InvalidUnicodeCharacter" : "UnexpectedSyntax";
  throw new CompileProblem(detail, `unexpected character ${JSON.stringify(character)}`, at);
}

/** Says whether a number is an integer; letters glued to its end make it none. */
function checkNumber(text: string, at: number, number: string): TokenKind {
  const next = text[at + number.length] ?? "";
  const hexadecimal = /^0[xX][0-9a-fA-F]+$/.test(number);
  const octal = /^0[oO][0-7]+$/.test(number);
  const decimal = /^[\d.]/.test(number) && !/^0[xXoO]/.test(number);
  if (!(hexadecimal || octal || decimal) || /[\p{L}\p{N}_]/u.test(next)) {
    const whole = /^[\p{L}\p{N}_.]*/u.exec(text.slice(at))![0];
    throw new CompileProblem("InvalidNumberLiteral", `${whole} is not a number`, at);
  }
  return decimal && /[.eE]/.test(number) ? "float" : "integer";
}

/** The content of the string whose opening quote is at `at`, and where it ends. */
function readString(text: string, at: number): [string, number] {
  const quote = text[at];
  let value = "";
  let i = at + 1;
  for (;;) {
    const character = text[i];
    if (character === undefined) throw new CompileProblem("UnexpectedSyntax", "the string is not closed", at);
    if (character === quote) return [value, i + 1];
    if (character !== "\\") {
      value += character;
      i++;
      continue;
    }
    const letter = text[i + 1];
    if (letter === "u" || letter === "U") {
      const digits = text.slice(i + 2, i + (letter === "u" ? 6 : 10));
      const point = /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : -1;
      if (digits.length !== (letter === "u" ? 4 : 8) || point < 0 || point > 0x10ffff)
        throw new CompileProblem("InvalidUnicodeLiteral", `\\${letter}${digits} is not a Unicode escape`, i);
      value += String.fromCodePoint(point);
      i += 2 + digits.length;
    } else if (letter === "\\" || letter === "'" || letter === '"' || letter === "`") {
      value += letter;
      i += 2;
    } else if (letter !== undefined && letter in ESCAPES) {
      value += ESCAPES[letter];
      i += 2;
    } else throw new CompileProblem("UnexpectedSyntax", `unknown escape \\${letter ?? ""} in a string`, i);
  }
}

/** The name between backticks (a doubled backtick stands for one), and where it ends. */
function readQuoted(text: string, at: number): [string, number] {
  const found = /^`((?:[^`]|``)*)`/.exec(text.slice(at));
  if (!found) throw new CompileProblem("UnexpectedSyntax", "the quoted name is not closed", at);
  return [found[1].replaceAll("``", "`"), at + found[0].length];
}
