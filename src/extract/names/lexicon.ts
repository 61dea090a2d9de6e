import { feature, HashIndex } from "../../language/hash.ts";
import { hashText } from "./hash.ts";

/** What a lexicon knows about a word or a phrase: bits of a class. */
export const WORD_CLASS = {
  /** Given name: "Maria". */
  given: 1,
  /** Family name: "Okafor". */
  family: 2,
  /** A place's name or a part of it. */
  place: 4,
  /** An organisation's name. */
  organization: 8,
  /** "Kenyan", "Kenyans". */
  demonym: 16,
  /** "senator", "spokeswoman". */
  personNoun: 32,
  /** "ministry", "council". */
  organizationNoun: 64,
  /** "river", "district". */
  placeNoun: 128,
  /** "Mr.", "Sen.", "President": stands before a person's name. */
  title: 256,
  /** "election", "treaty", "summit". */
  otherNoun: 512,
  /** Months and days of the week. */
  calendar: 1024,
  /** Mostly written in lower case: "however". */
  common: 2048,
  /** A longer phrase begins with these words. */
  prefix: 4096,
} as const;

/** Longest phrase of the lexicon, in words. */
export const LONGEST_PHRASE = 4;

const CLUSTER_SHIFT = 16;
const CLASS_MASK = (1 << CLUSTER_SHIFT) - 1;

/** Words and phrases by hash, with the bits of `WORD_CLASS`. */
export class Lexicon {
  readonly #index: HashIndex;

  /** `keys[i]` (of `wordKey` or `joinKeys`) has the class bits `classes[i]` and belongs to the cluster `clusters[i]`. */
  constructor(keys: Int32Array, classes: ArrayLike<number>, clusters: ArrayLike<number>) {
    const values = Int32Array.from(keys, (_, i) => classes[i] | (clusters[i] << CLUSTER_SHIFT));
    this.#index = new HashIndex(keys, values);
  }

  /** The class bits of a key, 0 where it isn't known. */
  classesOf(key: number): number {
    return Math.max(this.#index.get(key), 0) & CLASS_MASK;
  }

  /** The cluster of words that stand among the same neighbours as this one, 1 … 255; 0 where it isn't known. */
  clusterOf(key: number): number {
    return Math.max(this.#index.get(key), 0) >>> CLUSTER_SHIFT;
  }
}

/** The key of a word: letter case doesn't count, and digits are all alike. */
export function wordKey(word: string): number {
  return hashText(word.toLowerCase().replace(/\d/g, "0")) | 1;
}

/** The key of a phrase from the keys of its words: `[a, b, c].reduce(joinKeys)`. */
export function joinKeys(left: number, right: number): number {
  return feature(left, right) | 1;
}
