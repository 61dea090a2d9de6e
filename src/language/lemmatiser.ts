import { TAG_NUMBER, type Tag } from "../model/index.ts";
import { foldCase, isApostrophe } from "./characters.ts";
import { finish, HashIndex, mix } from "./hash.ts";
import type { Weights } from "./weights.ts";

/** A rule takes `cut` characters off the end of a word in lower case and puts `add` there. */
export interface LemmaRule {
  readonly cut: number;
  readonly add: string;
}

/**
 * What a lemmatiser knows: for endings of words (the whole word with `WHOLE` before it counts as the longest ending)
 * under a part of speech, the number of the rule. An ending is listed only where its rule differs from that of the next
 * shorter one.
 */
export interface LemmaTables {
  readonly rules: readonly LemmaRule[];
  readonly keys: Int32Array;
  readonly values: Uint16Array;
}

/** The longest ending that is looked up, apart from whole words. */
export const LONGEST_ENDING = 6;
const WHOLE = 1;

const numbers = (tags: readonly Tag[]) => new Set(tags.map((tag) => TAG_NUMBER[tag]));
const AS_THEY_ARE = numbers([
  "NNP",
  "NNPS",
  "ADD",
  "GW",
  "CD",
  "SYM",
  "$",
  "#",
  ".",
  ",",
  ":",
  "(",
  ")",
  "``",
  "''",
  "HYPH",
  "NFP",
  "LS",
]);

/** The tables of a lemmatiser in a weights file. */
export function lemmaTables(weights: Weights): LemmaTables {
  return {
    rules: weights.strings("lemmas.rules").map((rule) => {
      const space = rule.indexOf(" ");
      return { cut: Number(rule.slice(0, space)), add: rule.slice(space + 1) };
    }),
    keys: weights.array("lemmas.keys", "Int32Array"),
    values: weights.array("lemmas.values", "Uint16Array"),
  };
}

/** Finds dictionary forms by rules learnt for endings of words, the longest known ending deciding. */
export class Lemmatiser {
  private readonly tables: LemmaTables;
  private readonly index: HashIndex;
  private readonly known = new Map<string, string>();

  constructor(tables: LemmaTables) {
    this.tables = tables;
    this.index = new HashIndex(tables.keys, tables.values);
  }

  /** The dictionary form of a word: lower case, but proper nouns, numbers and punctuation as they are. */
  lemma(form: string, tag: number): string {
    if (AS_THEY_ARE.has(tag)) return form;
    const key = String.fromCharCode(tag + 1) + form;
    let lemma = this.known.get(key);
    if (lemma === undefined) {
      lemma = this.apply(normaliseForm(form), tag);
      if (this.known.size >= 50_000) this.known.clear();
      this.known.set(key, lemma);
    }
    return lemma;
  }

  private apply(form: string, tag: number): string {
    for (const hash of endingHashes(form, tag)) {
      const value = this.index.get(hash);
      if (value < 0) continue;
      const { cut, add } = this.tables.rules[value];
      if (cut <= form.length) return form.slice(0, form.length - cut) + add || form;
    }
    return form;
  }
}

/** Lower case, straight apostrophes. */
export function normaliseForm(form: string): string {
  let out = "";
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    out += isApostrophe(code) ? "'" : String.fromCharCode(foldCase(code));
  }
  return out;
}

/** The hashes of a word's endings under a tag: the whole word, then the longest ending to the empty one. */
export function endingHashes(form: string, tag: number): number[] {
  const hashes: number[] = [];
  let hash = mix(3, tag);
  hashes.push(finish(hash) || 1);
  for (let k = 1; k <= form.length; k++) {
    hash = mix(hash, form.charCodeAt(form.length - k));
    if (k <= LONGEST_ENDING) hashes.push(finish(hash) || 1);
  }
  hashes.push(finish(mix(hash, WHOLE)) || 1);
  return hashes.reverse();
}
