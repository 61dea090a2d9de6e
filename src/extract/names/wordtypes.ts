import type { Words } from "../../model/index.ts";
import { hashText } from "./hash.ts";
import { type Lexicon, wordKey } from "./lexicon.ts";

/** How a word is written. */
export const LETTER_CASE = {
  lower: 0,
  capital: 1,
  allCapitals: 2,
  mixed: 3,
  initial: 4,
  number: 5,
  alphanumeric: 6,
  mark: 7,
} as const;

/** The different words of a text, each with what its letters alone tell. Entry `t` of each column is type `t`. */
export interface WordTypes {
  readonly count: number;
  /** The type of word `i`. */
  readonly typeOf: Int32Array;
  readonly form: readonly string[];
  /** Hash of the form in lower case with digits alike: the key of the lexicon. */
  readonly key: Int32Array;
  /** Hash of the form as it is. */
  readonly exact: Int32Array;
  readonly prefix: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly shape: Int32Array;
  /** A value of `LETTER_CASE`. */
  readonly letterCase: Uint8Array;
  /** Bits of `WORD_CLASS`. */
  readonly classes: Int32Array;
  /** The cluster of the lexicon, 0 for none. */
  readonly cluster: Uint8Array;
}

/** Finds the different words of a text. */
export function wordTypesOf(words: Words, lexicon: Lexicon): WordTypes {
  const { text, count, start, end } = words;
  const typeOf = new Int32Array(count);
  const form: string[] = [];
  const seen = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const word = text.slice(start[i], end[i]);
    let type = seen.get(word);
    if (type === undefined) {
      type = form.length;
      seen.set(word, type);
      form.push(word);
    }
    typeOf[i] = type;
  }
  const size = form.length;
  const types: WordTypes = {
    count: size,
    typeOf,
    form,
    key: new Int32Array(size),
    exact: new Int32Array(size),
    prefix: new Int32Array(size),
    suffix2: new Int32Array(size),
    suffix3: new Int32Array(size),
    suffix4: new Int32Array(size),
    shape: new Int32Array(size),
    letterCase: new Uint8Array(size),
    classes: new Int32Array(size),
    cluster: new Uint8Array(size),
  };
  for (let t = 0; t < size; t++) describe(types, t, lexicon);
  return types;
}

function describe(types: WordTypes, t: number, lexicon: Lexicon): void {
  // A "word" of thousands of characters tells nothing more than its beginning
  const form = types.form[t].length > 60 ? types.form[t].slice(0, 60) : types.form[t];
  const lower = form.toLowerCase();
  types.key[t] = wordKey(form);
  types.exact[t] = hashText(form);
  types.prefix[t] = hashText(lower.slice(0, 3));
  types.suffix2[t] = hashText(lower.slice(-2));
  types.suffix3[t] = hashText(lower.slice(-3));
  types.suffix4[t] = hashText(lower.slice(-4));
  types.shape[t] = shapeOf(form);
  types.letterCase[t] = letterCaseOf(form);
  types.classes[t] = lexicon.classesOf(types.key[t]);
  types.cluster[t] = lexicon.clusterOf(types.key[t]);
}

const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/** A letter for each run of characters of one kind ("McCain's" → "XxXx'x"), hashed. */
function shapeOf(form: string): number {
  let shape = "";
  let last = "";
  for (const character of form) {
    const code = character.charCodeAt(0);
    const kind =
      code < 128
        ? code >= 97 && code <= 122
          ? "x"
          : code >= 65 && code <= 90
            ? "X"
            : code >= 48 && code <= 57
              ? "0"
              : character
        : UPPER.test(character)
          ? "X"
          : LOWER.test(character)
            ? "x"
            : "·";
    if (kind !== last) shape += kind;
    last = kind;
    if (shape.length > 8) break;
  }
  return hashText(shape);
}

/** How a word is written, a value of `LETTER_CASE`. */
export function letterCaseOf(form: string): number {
  if (/^[a-z]+$/.test(form)) return LETTER_CASE.lower;
  if (/^[A-Z][a-z]+$/.test(form)) return LETTER_CASE.capital;
  if (/^[\d.,:/-]*\d[\d.,:/-]*$/.test(form)) return LETTER_CASE.number;
  if (!/[\p{L}\d]/u.test(form)) return LETTER_CASE.mark;
  if (/\d/.test(form)) return LETTER_CASE.alphanumeric;
  if (/^\p{Lu}\.?$/u.test(form)) return LETTER_CASE.initial;
  const first = /\p{L}/u.exec(form)?.[0] ?? "";
  if (!LOWER.test(form)) return UPPER.test(form) ? LETTER_CASE.allCapitals : LETTER_CASE.lower;
  if (!UPPER.test(form)) return LETTER_CASE.lower;
  return UPPER.test(first) && !UPPER.test(form.slice(form.indexOf(first) + 1))
    ? LETTER_CASE.capital
    : LETTER_CASE.mixed;
}
