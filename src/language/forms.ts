import { DIGIT, foldCase, isApostrophe, kindOf, LETTER, UPPER } from "./characters.ts";
import { finish, mix } from "./hash.ts";

/**
 * What the models see of each token: hashes of its form and parts, as columns. Digits count as one digit ("2016" and
 * "1999" are one word), typographic apostrophes as straight ones.
 */
export interface Forms {
  readonly count: number;
  /** With its capitals. */
  readonly exact: Int32Array;
  /** In lower case. */
  readonly folded: Int32Array;
  /** The last one to four characters in lower case. */
  readonly suffix: readonly [Int32Array, Int32Array, Int32Array, Int32Array];
  /** The first one to three characters in lower case. */
  readonly prefix: readonly [Int32Array, Int32Array, Int32Array];
  /** Runs of capitals, small letters, digits and other characters. */
  readonly shape: Int32Array;
  /** 1 where no white space stands before the token, 2 where none stands after it, 3 for both. */
  readonly spacing: Uint8Array;
}

const ZERO = 0x30;
const APOSTROPHE = 0x27;
/** Longer tokens are told apart by their first and last characters only. */
const LONGEST = 64;

/** Describes the tokens of `text`. */
export function describeForms(text: string, start: Int32Array, end: Int32Array, count: number): Forms {
  const column = () => new Int32Array(count);
  const forms = {
    count,
    exact: column(),
    folded: column(),
    suffix: [column(), column(), column(), column()] as const,
    prefix: [column(), column(), column()] as const,
    shape: column(),
    spacing: new Uint8Array(count),
  };
  const letters = new Uint16Array(LONGEST);
  for (let i = 0; i < count; i++) {
    const length = Math.min(end[i] - start[i], LONGEST);
    let exact = 1;
    let folded = 1;
    let shape = 1;
    let lastClass = -1;
    let runLength = 0;
    for (let k = 0; k < length; k++) {
      const code = text.charCodeAt(placeOf(k, start[i], end[i], length));
      const kind = kindOf(code);
      const normal = normalise(code, kind);
      const lower = foldCase(normal);
      letters[k] = lower;
      exact = mix(exact, normal);
      folded = mix(folded, lower);
      const characterClass = kind & UPPER ? 1 : kind & LETTER ? 2 : kind & DIGIT ? 3 : 4 + normal;
      runLength = characterClass === lastClass ? runLength + 1 : 1;
      // runs longer than two look alike
      if (runLength <= 2) shape = mix(shape, characterClass);
      lastClass = characterClass;
    }
    forms.exact[i] = finish(exact) || 1;
    forms.folded[i] = finish(folded) || 1;
    forms.shape[i] = shape;
    const touches = i > 0 && end[i - 1] === start[i];
    if (touches) {
      forms.spacing[i] |= 1;
      forms.spacing[i - 1] |= 2;
    }
    let hash = 1;
    for (let k = 0; k < 4; k++) {
      hash = mix(hash, k < length ? letters[length - 1 - k] : 0);
      forms.suffix[k][i] = hash;
    }
    hash = 2;
    for (let k = 0; k < 3; k++) {
      hash = mix(hash, k < length ? letters[k] : 0);
      forms.prefix[k][i] = hash;
    }
  }
  return forms;
}

/** Hashes of the tokens `from` … `to` in lower case: the column `folded` alone. */
export function foldForms(text: string, start: Int32Array, end: Int32Array, from: number, to: number): Int32Array {
  const column = new Int32Array(to - from);
  for (let i = from; i < to; i++) {
    const length = Math.min(end[i] - start[i], LONGEST);
    let folded = 1;
    for (let k = 0; k < length; k++) {
      const code = text.charCodeAt(placeOf(k, start[i], end[i], length));
      folded = mix(folded, foldCase(normalise(code, kindOf(code))));
    }
    column[i - from] = finish(folded) || 1;
  }
  return column;
}

/** Where the character `k` of the `length` that are read of a token stands: of a long one the first and the last half. */
function placeOf(k: number, start: number, end: number, length: number): number {
  return k < LONGEST / 2 ? start + k : end - length + k;
}

function normalise(code: number, kind: number): number {
  if (kind & DIGIT) return ZERO;
  return isApostrophe(code) && code !== 0x2018 ? APOSTROPHE : code;
}
