import type { Asked } from "./words.ts";

/** Documents that match, in their order. */
export interface Matches {
  readonly documents: Int32Array;
  /** By document number, the higher the better; only those of `documents` mean anything, and until the next search. */
  readonly scores: Float32Array;
}

/** Words that begin with what was typed count less than the word itself, words spelt nearly so less again. */
const BEGINS = 0.6;
const NEARLY = 0.35;
/** Fewer matches than this, and near spellings are tried too. */
const FEW = 3;

/**
 * An inverted index over numbered documents: which words stand where, as columns of numbers. Terms are sorted, so that the
 * occurrences of all words with one beginning are one run: a letter typed is a scan over numbers.
 *
 * Occurrences of one term are in the order of documents and positions.
 */
export class WordIndex {
  private readonly level: Uint8Array;
  private readonly best: Float32Array;
  private readonly scores: Float32Array;
  private readonly masks: Int32Array;
  /** Near spellings of words asked lately: while the next word is typed they stay the same. */
  private readonly nearly = new Map<string, readonly number[]>();

  /**
   * @param terms in code-unit order.
   * @param offset of each term's first occurrence, and one entry more.
   * @param document of each occurrence, its `position` in the document and the `weight` of the field it stands in.
   * @param frequency in how many documents each term stands.
   * @param boost of each document.
   */
  constructor(
    private readonly terms: readonly string[],
    private readonly offset: Int32Array,
    private readonly document: Int32Array,
    private readonly position: Uint16Array,
    private readonly weight: Uint8Array,
    private readonly frequency: Int32Array,
    private readonly boost: Float32Array,
  ) {
    const { length } = boost;
    this.level = new Uint8Array(length);
    this.best = new Float32Array(length);
    this.scores = new Float32Array(length);
    this.masks = Int32Array.from(terms, letterMask);
  }

  /** Finds the documents with all words of `asked`, or with its phrase. */
  search(asked: Asked): Matches {
    const { words, phrase, open } = asked;
    if (words.length === 0) return { documents: new Int32Array(0), scores: this.scores };
    if (phrase) return this.phrase(words, open);
    const exact = this.all(words, open, false);
    return { documents: exact.length >= FEW ? exact : this.all(words, open, true), scores: this.scores };
  }

  /** Documents in which every word stands, each with the best of the ways it does. */
  private all(words: readonly string[], open: boolean, nearly: boolean): Int32Array {
    this.level.fill(0);
    this.scores.fill(0);
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      const [from, to] = this.beginning(word);
      // A word that is written out still finds longer ones: "minister" finds "ministers".
      const begins = word.length > 1 || (open && i === words.length - 1);
      for (let term = from; term < to; term++) {
        const itself = this.terms[term].length === word.length;
        if (itself || begins) this.count(term, i, itself ? 1 : BEGINS);
      }
      if (nearly) for (const term of this.near(word)) this.count(term, i, NEARLY);
    }
    const found: number[] = [];
    for (let document = 0; document < this.level.length; document++) {
      if (this.level[document] !== words.length) continue;
      this.scores[document] *= this.boost[document];
      found.push(document);
    }
    return Int32Array.from(found);
  }

  /** Counts a term's occurrences for the word with this number, in documents that have all words before it. */
  private count(term: number, word: number, quality: number): void {
    const { level, scores, best, document, weight, boost } = this;
    const rare = quality * Math.log(1 + boost.length / this.frequency[term]);
    const end = this.offset[term + 1];
    for (let at = this.offset[term]; at < end; at++) {
      const which = document[at];
      const worth = rare * weight[at];
      if (level[which] === word) {
        level[which] = word + 1;
        scores[which] += worth;
        best[which] = worth;
      } else if (level[which] === word + 1 && worth > best[which]) {
        scores[which] += worth - best[which];
        best[which] = worth;
      }
    }
  }

  /** Documents with these words one after the other, in the order of documents; the score is how often. */
  private phrase(words: readonly string[], open: boolean): Matches {
    this.scores.fill(0);
    /** Where the phrase may go on: behind these places, sorted; null at its beginning. */
    let ends: Float64Array | null = null;
    for (let i = 0; i < words.length && ends?.length !== 0; i++) {
      const isLast = i === words.length - 1;
      const [from, to] = this.beginning(words[i]);
      const last = isLast && open ? to : this.terms[from] === words[i] ? from + 1 : from;
      const next: number[] = [];
      for (let at = this.offset[from]; at < this.offset[last]; at++) {
        const place = this.document[at] * PLACES + this.position[at];
        if (ends !== null && !includes(ends, place - 1)) continue;
        if (isLast) this.scores[this.document[at]]++;
        else next.push(place);
      }
      ends = Float64Array.from(next);
    }
    const found: number[] = [];
    for (let document = 0; document < this.scores.length; document++)
      if (this.scores[document] > 0) found.push(document);
    return { documents: Int32Array.from(found), scores: this.scores };
  }

  /** The run of terms that begin so. */
  private beginning(word: string): [number, number] {
    return [lowerBound(this.terms, word), lowerBound(this.terms, `${word}\uffff`)];
  }

  /** Terms spelt nearly so: one letter in up to five may be another, be missing, be too much or have changed places. */
  private near(word: string): readonly number[] {
    if (word.length < 4) return [];
    const known = this.nearly.get(word);
    if (known !== undefined) return known;
    const allowed = word.length < 6 ? 1 : 2;
    const mask = letterMask(word);
    const found: number[] = [];
    for (let term = 0; term < this.terms.length; term++) {
      const other = this.terms[term];
      // An edit changes at most two letters of the set of letters: most terms need no closer look.
      if (Math.abs(other.length - word.length) > allowed || bits(mask ^ this.masks[term]) > 2 * allowed) continue;
      if (other !== word && editDistance(word, other, allowed) <= allowed) found.push(term);
    }
    if (this.nearly.size === REMEMBERED) this.nearly.clear();
    this.nearly.set(word, found);
    return found;
  }
}

/** Words whose near spellings are kept. */
const REMEMBERED = 64;
/** Positions are below this. */
const PLACES = 65_536;

/** Gathers the words of documents and makes the index of them. */
export class WordIndexBuilder {
  private readonly numbers = new Map<string, number>();
  private readonly frequency: number[] = [];
  private readonly lastIn: number[] = [];
  private readonly boosts: number[] = [];
  private term = new Int32Array(1 << 12);
  private document = new Int32Array(1 << 12);
  private position = new Uint16Array(1 << 12);
  private weight = new Uint8Array(1 << 12);
  private length = 0;

  /**
   * Adds the next document.
   *
   * @param fields words with the weight of what they stand in; no phrase runs from one field into the next.
   */
  add(fields: readonly { readonly words: readonly string[]; readonly weight: number }[], boost: number): void {
    const which = this.boosts.length;
    this.boosts.push(boost);
    let position = 0;
    for (const { words, weight } of fields) {
      for (const word of words) this.occur(word, which, Math.min(position++, PLACES - 1), weight);
      position++;
    }
  }

  private occur(word: string, which: number, position: number, weight: number): void {
    if (this.length === this.term.length) this.grow();
    let term = this.numbers.get(word);
    if (term === undefined) {
      term = this.numbers.size;
      this.numbers.set(word, term);
      this.frequency.push(0);
      this.lastIn.push(-1);
    }
    if (this.lastIn[term] !== which) {
      this.lastIn[term] = which;
      this.frequency[term]++;
    }
    const at = this.length++;
    this.term[at] = term;
    this.document[at] = which;
    this.position[at] = position;
    this.weight[at] = weight;
  }

  private grow(): void {
    const larger = <T extends Int32Array | Uint16Array | Uint8Array>(column: T, into: T): T => {
      into.set(column);
      return into;
    };
    const size = this.length * 2;
    this.term = larger(this.term, new Int32Array(size));
    this.document = larger(this.document, new Int32Array(size));
    this.position = larger(this.position, new Uint16Array(size));
    this.weight = larger(this.weight, new Uint8Array(size));
  }

  /** Sorts the terms and lays their occurrences out in runs. */
  finish(): WordIndex {
    const work = this.finishing();
    for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
  }

  /** The same in steps, each of which is short. */
  *finishing(): Generator<void, WordIndex> {
    const terms = [...this.numbers.keys()].sort();
    yield;
    const rank = new Int32Array(terms.length);
    const frequency = new Int32Array(terms.length);
    for (const [index, word] of terms.entries()) {
      const number = this.numbers.get(word)!;
      rank[number] = index;
      frequency[index] = this.frequency[number];
    }
    const offset = new Int32Array(terms.length + 1);
    for (let at = 0; at < this.length; at++) offset[rank[this.term[at]] + 1]++;
    for (let term = 0; term < terms.length; term++) offset[term + 1] += offset[term];
    yield;
    const next = offset.slice();
    const document = new Int32Array(this.length);
    const position = new Uint16Array(this.length);
    const weight = new Uint8Array(this.length);
    for (let at = 0; at < this.length; at++) {
      const to = next[rank[this.term[at]]]++;
      document[to] = this.document[at];
      position[to] = this.position[at];
      weight[to] = this.weight[at];
      if (at % PLACES === PLACES - 1) yield;
    }
    return new WordIndex(terms, offset, document, position, weight, frequency, Float32Array.from(this.boosts));
  }
}

function lowerBound(terms: readonly string[], word: string): number {
  let [from, to] = [0, terms.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (terms[middle] < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Whether sorted numbers have this one. */
function includes(sorted: Float64Array, value: number): boolean {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < value) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === value;
}

/** Which letters a word has, a bit each; several letters share one. */
function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

function bits(value: number): number {
  let [count, rest] = [0, value];
  for (; rest !== 0; count++) rest &= rest - 1;
  return count;
}

/** Three rows of a table of distances, used again and again; terms longer than a row are spelt near nothing. */
const ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/** Edit distance with changed places of neighbours (Damerau 1964, optimal string alignment); above `most` it is only above. */
function editDistance(a: string, b: string, most: number): number {
  if (b.length >= ROWS[0].length || a.length >= ROWS[0].length) return most + 1;
  let [before, above, row] = ROWS;
  for (let j = 0; j <= b.length; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, before[j - 2] + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return above[b.length];
}
