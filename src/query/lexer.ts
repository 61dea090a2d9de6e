import { refuse } from "./errors.ts";

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

const NUMBER = /0[xX][\p{L}\p{N}]*|0[oO][\p{L}\p{N}]*|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
/** What tokens other than strings and quoted names look like; the first that fits is it. */
const SHAPES: readonly (readonly [kind: TokenKind | "space", shape: RegExp])[] = [
  ["space", /[\s\u180e\u001c-\u001f]+/y],
  ["comment", /\/\/[^\n\r]*|\/\*[\s\S]*?\*\//y],
  ["name", /[\p{ID_Start}_\p{Pc}][\p{ID_Continue}\p{Pc}\p{Sc}]*/uy],
  ["integer", NUMBER],
  ["parameter", /\$(?:[\p{ID_Start}_\p{Pc}][\p{ID_Continue}\p{Pc}]*|\d+\w*)/uy],
  ["symbol", /\.\.\.|\.\.|<>|<=|>=|=~|\+=|!=|\|\||::|[-+*/%^=<>()[\]{},.:;|&!$?]/y],
];
const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/**
 * Cuts a query into tokens; the last one is of kind `end`. Comments are left out unless `keepComments`.
 * @throws CompileProblem at the first character, number or string that is none.
 */
export function tokenise(text: string, keepComments = false): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const [kind, value, end] = readToken(text, at);
    if (kind !== "space" && (kind !== "comment" || keepComments)) tokens.push({ kind, value, start: at, end });
    at = end;
  }
  tokens.push({ kind: "end", value: "", start: at, end: at });
  return tokens;
}

type Reading = [kind: TokenKind | "space", value: string, end: number];

function readToken(text: string, at: number): Reading {
  const first = text[at];
  if (first === "'" || first === '"') return readString(text, at);
  if (first === "`") return readQuoted("quoted", text, at);
  if (first === "$" && text[at + 1] === "`") return readQuoted("parameter", text, at + 1);
  for (const [kind, shape] of SHAPES) {
    shape.lastIndex = at;
    const value = shape.exec(text)?.[0];
    if (value === undefined) continue;
    const end = at + value.length;
    if (shape === NUMBER) return [checkNumber(text, at, value), value, end];
    return [kind, kind === "parameter" ? value.slice(1) : value, end];
  }
  const character = String.fromCodePoint(text.codePointAt(at)!);
  const detail = /[^\0-\x7f]/.test(character) ? "InvalidUnicodeCharacter" : "UnexpectedSyntax";
  return refuse(detail, `unexpected character ${JSON.stringify(character)}`, { start: at });
}

/** Says whether a number is an integer; letters glued to its end make it none. */
function checkNumber(text: string, at: number, number: string): TokenKind {
  const next = text[at + number.length] ?? "";
  const isInteger = /^(?:0x[\da-f]+|0o[0-7]+|\d+)$/i.test(number);
  if ((!isInteger && /^0[xo]/i.test(number)) || /[\p{L}\p{N}_]/u.test(next)) {
    const whole = /^[\p{L}\p{N}_.]*/u.exec(text.slice(at))![0];
    refuse("InvalidNumberLiteral", `${whole} is not a number`, { start: at });
  }
  return isInteger ? "integer" : "float";
}

/** The string whose opening quote is at `at`. */
function readString(text: string, at: number): Reading {
  const quote = text[at];
  let value = "";
  for (let i = at + 1; ; i++) {
    const character = text[i];
    if (character === undefined) refuse("UnexpectedSyntax", "the string is not closed", { start: at });
    if (character === quote) return ["string", value, i + 1];
    if (character !== "\\") {
      value += character;
      continue;
    }
    const letter = text[++i];
    if (/^[\\'"`]$/.test(letter)) value += letter;
    else if (letter in ESCAPES) value += ESCAPES[letter];
    else if (/^[uU]$/.test(letter)) {
      const digits = text.slice(i + 1, i + (letter === "u" ? 5 : 9));
      const point = /^(?:[\da-f]{4}|[\da-f]{8})$/i.test(digits) ? Number.parseInt(digits, 16) : Infinity;
      if (point > 0x10ffff)
        refuse("InvalidUnicodeLiteral", `\\${letter}${digits} is not a Unicode escape`, { start: i - 1 });
      value += String.fromCodePoint(point);
      i += digits.length;
    } else refuse("UnexpectedSyntax", `unknown escape \\${letter ?? ""} in a string`, { start: i - 1 });
  }
}

/** The name between backticks (a doubled backtick stands for one) that begin at `at`. */
function readQuoted(kind: TokenKind, text: string, at: number): Reading {
  const found = /^`((?:[^`]|``)*)`/.exec(text.slice(at));
  if (!found) return refuse("UnexpectedSyntax", "the quoted name is not closed", { start: at });
  return [kind, found[1].replaceAll("``", "`"), at + found[0].length];
}
