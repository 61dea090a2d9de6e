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
/** What tokens look like; the first that fits is it. In a quoted name a doubled backtick stands for one. */
const SHAPES: readonly (readonly [kind: TokenKind | "space", shape: RegExp])[] = [
  ["space", /[\s\u180e\u001c-\u001f]+/y],
  ["comment", /\/\/[^\n\r]*|\/\*[\s\S]*?\*\//y],
  ["name", /[\p{ID_Start}_\p{Pc}][\p{ID_Continue}\p{Pc}\p{Sc}]*/uy],
  ["quoted", /`[^`]*(?:``[^`]*)*`/y],
  ["string", /'[^'\\]*(?:\\[\s\S][^'\\]*)*'|"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y],
  ["integer", NUMBER],
  ["parameter", /\$(?:`[^`]*(?:``[^`]*)*`|[\p{ID_Start}_\p{Pc}][\p{ID_Continue}\p{Pc}]*|\d+\w*)/uy],
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

function readToken(text: string, at: number): [kind: TokenKind | "space", value: string, end: number] {
  for (const [kind, shape] of SHAPES) {
    shape.lastIndex = at;
    const found = shape.exec(text)?.[0];
    if (found === undefined) continue;
    const end = at + found.length;
    if (shape === NUMBER) return [checkNumber(text, at, found), found, end];
    return [
      kind,
      kind === "string" ? meaningOf(found, at) : unquote(kind === "parameter" ? found.slice(1) : found),
      end,
    ];
  }
  const character = String.fromCodePoint(text.codePointAt(at)!);
  const detail = /[^\0-\x7f]/.test(character) ? "InvalidUnicodeCharacter" : "UnexpectedSyntax";
  const isQuote = /['"`]/.test(character) || text.startsWith("$`", at);
  return refuse(detail, isQuote ? "the quotation is not closed" : `unexpected character ${JSON.stringify(character)}`, {
    start: at,
  });
}

const unquote = (name: string): string => (name[0] === "`" ? name.slice(1, -1).replaceAll("``", "`") : name);

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

/** What a string in its quotation marks at a place means. */
const meaningOf = (string: string, at: number): string =>
  string.slice(1, -1).replace(/\\(u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/g, (written, code: string, offset: number) => {
    const place = { start: at + 1 + offset };
    if (/[\\'"`]/.test(code)) return code;
    if (code in ESCAPES) return ESCAPES[code];
    if (!/^u/i.test(code)) refuse("UnexpectedSyntax", `unknown escape ${written} in a string`, place);
    const point = Number.parseInt(code.slice(1), 16);
    if (!(point <= 0x10ffff)) refuse("InvalidUnicodeLiteral", `${written} is not a Unicode escape`, place);
    return String.fromCodePoint(point);
  });
