import type { Words } from "../../model/index.ts";
import { WORD_CLASS } from "./lexicon.ts";
import { LETTER_CASE, type WordTypes } from "./wordtypes.ts";

/** Runs of capitalised words within a sentence: `first[i]` and `last[i]` of the run word `i` is in, -1 where it's in none. */
export interface CapitalRuns {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const CAPITALISED = new Uint8Array(8);
for (const value of [LETTER_CASE.capital, LETTER_CASE.allCapitals, LETTER_CASE.mixed, LETTER_CASE.initial]) {
  CAPITALISED[value] = 1;
}

/** Whether a word is written with a capital letter that may begin a name. */
export function isCapitalised(types: WordTypes, type: number): boolean {
  return CAPITALISED[types.letterCase[type]] === 1;
}

/** Whether nothing stands between two neighbouring words. */
const touches = (words: Words, i: number) => words.end[i] === words.start[i + 1];

/** Finds the runs: hyphens and full stops that touch both neighbours, and "&", hold a run together. */
export function capitalRuns(words: Words, types: WordTypes): CapitalRuns {
  const { count, sentence } = words;
  const { typeOf, form, letterCase, classes } = types;
  const first = new Int32Array(count).fill(-1);
  const last = new Int32Array(count).fill(-1);
  const opens = (i: number) => {
    const t = typeOf[i];
    if (!isCapitalised(types, t)) return false;
    // "However, Smith": a common word is capitalised only because the sentence begins
    const begins = i === 0 || sentence[i - 1] !== sentence[i] || letterCase[typeOf[i - 1]] === LETTER_CASE.mark;
    return !(begins && (classes[t] & WORD_CLASS.common) !== 0 && letterCase[t] !== LETTER_CASE.allCapitals);
  };
  for (let i = 0; i < count; i++) {
    if (!opens(i)) continue;
    let end = i;
    for (let k = i + 1; k < count && sentence[k] === sentence[i]; k++) {
      const t = typeOf[k];
      if (isCapitalised(types, t)) end = k;
      else if (letterCase[t] === LETTER_CASE.alphanumeric || letterCase[t] === LETTER_CASE.number) {
        if (k !== end + 1) break;
        end = k;
      } else {
        const joins = form[t] === "&" || ((form[t] === "-" || form[t] === "–") && touches(words, k - 1));
        if (!joins || k !== end + 1) break;
      }
    }
    for (let k = i; k <= end; k++) {
      first[k] = i;
      last[k] = end;
    }
    i = end;
  }
  return { first, last };
}
