/** What a character is, as bits; a character of none of these kinds is punctuation or a symbol. */
export const LETTER = 1;
export const DIGIT = 2;
export const UPPER = 4;
export const LOWER = 8;
export const SPACE = 16;
/** A combining mark, a joiner or a soft hyphen: part of the word it stands in. */
export const MARK = 32;
const UNKNOWN = 255;

const kinds = new Uint8Array(0x10000).fill(UNKNOWN);
/** Kinds of the characters outside the Basic Multilingual Plane that were asked for. */
const astralKinds = new Map<number, number>();
const folded = new Uint16Array(0x10000);

function kindOfCodePoint(character: string): number {
  if (/^[\s\u200B\u2060\u180E]$/.test(character)) return SPACE;
  if (/^[\p{M}\u00AD\u200C\u200D]$/u.test(character)) return MARK;
  if (/^\p{Lu}$|^\p{Lt}$/u.test(character)) return LETTER | UPPER;
  if (/^\p{Ll}$/u.test(character)) return LETTER | LOWER;
  // U+02BC counts as a letter in Unicode and is an apostrophe in every text we read
  if (/^\p{L}$/u.test(character)) return character === "\u02BC" ? 0 : LETTER;
  return /^\p{N}$/u.test(character) ? DIGIT : 0;
}

/** The kind of a UTF-16 code unit; 0 for a surrogate. Unicode properties are looked up once per code unit. */
export function kindOf(code: number): number {
  const kind = kinds[code];
  if (kind !== UNKNOWN) return kind;
  return (kinds[code] = kindOfCodePoint(String.fromCharCode(code)));
}

/** The kind of the character at `index`, a surrogate pair taken as one. */
export function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0xd800 || code > 0xdbff) return kindOf(code);
  const point = text.codePointAt(index) ?? 0;
  let kind = astralKinds.get(point);
  if (kind === undefined) {
    kind = kindOfCodePoint(String.fromCodePoint(point));
    astralKinds.set(point, kind);
  }
  return kind;
}

/** The lower-case form of a code unit, where that is one code unit too. */
export function foldCase(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (folded[code] === 0) {
    const lower = String.fromCharCode(code).toLowerCase();
    folded[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  }
  return folded[code];
}

/** A straight or typographic apostrophe. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x02bc || code === 0xff07;
}

/** A hyphen that joins parts of a word. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}
