import type { Words } from "../../model/index.ts";
import { WORD_CLASS } from "./lexicon.ts";
import type { CapitalRuns } from "./runs.ts";
import { LETTER_CASE, type WordTypes } from "./wordtypes.ts";

/** What place a word has in the long name of an institution. */
export const PLACE_IN_INSTITUTION = { none: 0, begins: 1, inside: 2, afterAnd: 3 } as const;

/** Long names of institutions that a grammar proposes. */
export interface Institutions {
  /** A value of `PLACE_IN_INSTITUTION` for each word. */
  readonly place: Uint8Array;
  /** The word that says what kind of institution it is, for each word of it: "Office" in "Office of the Mayor". */
  readonly head: Int32Array;
}

const LINK = /^(?:of|for|on|against|to)$/;
const ARTICLE = /^(?:the|The|la|l’|l')$/;
const MOST_LINKS = 6;

/**
 * Finds "Ministry of Trade and Industry", "Council on Foreign Relations", "Liaison Office of the Central People's
 * Government in the Hong Kong SAR": a run of capitalised words that ends in a noun for institutions, and what prepositions
 * tie to it. What follows "and" may belong to it or be another name: it is marked apart.
 */
export function findInstitutions(words: Words, types: WordTypes, runs: CapitalRuns): Institutions {
  const { count } = words;
  const { typeOf, classes } = types;
  const place = new Uint8Array(count);
  const head = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    if (runs.first[i] !== i) continue;
    const first = i;
    const last = runs.last[i];
    i = last;
    if (place[first] !== 0 || !(classes[typeOf[last]] & WORD_CLASS.organizationNoun)) continue;
    const reach = follow(words, types, runs, last);
    if (reach.end === last) continue;
    place[first] = PLACE_IN_INSTITUTION.begins;
    place.fill(PLACE_IN_INSTITUTION.inside, first + 1, reach.sure + 1);
    place.fill(PLACE_IN_INSTITUTION.afterAnd, reach.sure + 1, reach.end + 1);
    head.fill(last, first, reach.end + 1);
    i = reach.end;
  }
  return { place, head };
}

/** How far the name goes on from its head: surely to `sure`, perhaps (after "and" or a comma) to `end`. */
function follow(words: Words, types: WordTypes, runs: CapitalRuns, head: number): { sure: number; end: number } {
  const form = (k: number) =>
    k < words.count && words.sentence[k] === words.sentence[head] ? types.form[types.typeOf[k]] : "";
  let sure = head;
  let end = head;
  let open = false;
  for (let links = 0; links < MOST_LINKS; links++) {
    let k = end + 1;
    const link = form(k);
    if (LINK.test(link) || (link === "in" && end > head)) k++;
    else if (/^['’]s$/.test(link) && end > head) k++;
    else if ((link === "and" || link === "&" || (link === "," && form(k + 1) !== "and")) && end > head) {
      open = true;
      k++;
    } else break;
    if (ARTICLE.test(form(k))) k++;
    if (form(k) === "" || runs.first[k] !== k) break;
    if (/^['’]s$/.test(link) && !(types.classes[types.typeOf[runs.last[k]]] & WORD_CLASS.organizationNoun)) break;
    end = runs.last[k];
    if (!open) sure = end;
  }
  return { sure, end };
}

/** Long forms and the acronyms in brackets that stand for them. */
export interface Acronyms {
  /** 1 where a long form begins, 2 inside one, 3 at its acronym in brackets. */
  readonly place: Uint8Array;
  /** Pairs of word indices: first and last word of the long form, and the acronym. */
  readonly pairs: readonly { readonly first: number; readonly last: number; readonly acronym: number }[];
}

const MOST_BACK = 14;

/** Finds "Free Trade Council (FTC)" by its initials (after Schwartz and Hearst 2003). */
export function findAcronyms(words: Words, types: WordTypes): Acronyms {
  const place = new Uint8Array(words.count);
  const pairs: { first: number; last: number; acronym: number }[] = [];
  for (let i = 2; i < words.count; i++) {
    const form = types.form[types.typeOf[i]];
    const letterCase = types.letterCase[types.typeOf[i]];
    if (types.form[types.typeOf[i - 1]] !== "(" || form.length < 2 || form.length > 8) continue;
    if (letterCase !== LETTER_CASE.allCapitals && letterCase !== LETTER_CASE.mixed) continue;
    const first = longFormStart(words, types, i - 2, form);
    if (first < 0) continue;
    place[first] = 1;
    place.fill(2, first + 1, i - 1);
    place[i] = 3;
    pairs.push({ first, last: i - 2, acronym: i });
  }
  return { place, pairs };
}

/** Where the words whose initials an acronym is made of begin, -1 where they aren't these. */
function longFormStart(words: Words, types: WordTypes, last: number, acronym: string): number {
  const letters = acronym.replace(/[^\p{L}]/gu, "").toLowerCase();
  let left = letters.length;
  for (let k = last; k >= 0 && k > last - MOST_BACK && words.sentence[k] === words.sentence[last]; k--) {
    const form = types.form[types.typeOf[k]];
    const initial = form[0].toLowerCase();
    const capital = types.letterCase[types.typeOf[k]] !== LETTER_CASE.lower && /^\p{L}/u.test(form);
    if (initial === letters[left - 1] && (capital || (left > 1 && left < letters.length))) left--;
    else if (capital && k === last && letters.length > 0) {
      // "Movement (MpS)": the last word may stand for a letter inside
      if (!letters.includes(initial)) return -1;
    } else if (capital) {
      const inner = form.match(/[\p{Lu}]/gu)?.length ?? 0;
      if (inner > 1 && letters.slice(0, left).endsWith(initial)) left--;
    }
    if (left === 0) return capital ? k : -1;
  }
  return -1;
}
