import { overlaps, type Span } from "../model/index.ts";

/** A stretch of text whose wording is compared: the content of one statement. */
export interface Wording {
  readonly text: string;
  /** Sorted, not overlapping; a run of words never crosses from one to the next. */
  readonly spans: readonly Span[];
  /** Stretches of `text` that are names: shared names alone are no echo. */
  readonly names: readonly Span[];
  /** Wordings of the same document don't echo each other where their spans overlap. */
  readonly document: string;
}

/** Two wordings that share a long run of words. */
export interface Echo {
  /** Indices of the two wordings; `later` comes after `earlier` in the list. */
  readonly later: number;
  readonly earlier: number;
  /** Where the shared words stand in the text of each. */
  readonly laterSpan: Span;
  readonly earlierSpan: Span;
  /** Shared words that are neither function words nor part of a name. */
  readonly contentWords: number;
}

export interface EchoOptions {
  /** Least number of shared words that are neither function words nor part of a name. Default 5. */
  readonly contentWords?: number;
  /** Least length of the shared words outside names, in characters. Default 40. */
  readonly characters?: number;
}

/** Length of the word runs that are looked up; a shared run of the least size always contains one. */
const SHINGLE = 5;
/** A run that more wordings than this share is compared with the first of them alone (boilerplate, wire copy). */
const CROWD = 8;

const FUNCTION_WORDS = new Set(
  (
    "a about after all also am an and any are as at be because been before being but by can could did do does for from had " +
    "has have he her here him his how i if in into is it its just may me might more most must my no nor not of on only or " +
    "our out over own s said say says shall she should so some such t than that the their them then there these they this " +
    "those to too under up us very was we were what when where which while who whom why will with would you your"
  ).split(" "),
);

/**
 * Finds wordings that share a long run of words, whatever their case and punctuation: every run of five words is looked up
 * in an index of those before (word shingles, after Broder 1997) and grown to both sides as far as the words agree. Of two
 * wordings the longest shared run is given. Time grows with the number of words and of shared runs, not of pairs; texts
 * aren't kept, memory is some thirty bytes a word.
 */
export function findEchoes(wordings: Iterable<Wording>, options: EchoOptions = {}): Echo[] {
  const leastWords = options.contentWords ?? 5;
  const leastCharacters = options.characters ?? 40;
  const words = new WordTable(wordings);
  const best = new Map<number, Echo & { length: number }>();
  // The last place compared on each diagonal of a pair, so that a long run is grown once, not once a shingle
  const grownTo = new Map<string, number>();
  for (const [here, there] of sharedShingles(words)) {
    const [later, earlier] = [words.wording.at(here), words.wording.at(there)];
    if (later === earlier) continue;
    const diagonal = `${later}:${earlier}:${here - there}`;
    if ((grownTo.get(diagonal) ?? -1) >= here) continue;
    const run = grow(words, here, there);
    grownTo.set(diagonal, run.here + run.length - SHINGLE);
    const measured = measure(words, run.here, run.length);
    if (measured.contentWords < leastWords || measured.characters < leastCharacters) continue;
    const laterSpan = words.span(run.here, run.length);
    const earlierSpan = words.span(run.there, run.length);
    const sameText = words.document[later] === words.document[earlier];
    if (sameText && overlaps(laterSpan, earlierSpan)) continue;
    const length = laterSpan.end - laterSpan.start;
    const pair = later * words.document.length + earlier;
    const known = best.get(pair);
    if (known && known.length >= length) continue;
    best.set(pair, { later, earlier, laterSpan, earlierSpan, contentWords: measured.contentWords, length });
  }
  return [...best.values()]
    .sort((a, b) => a.later - b.later || a.earlier - b.earlier)
    .map(({ length: _, ...echo }) => echo);
}

/** A list of whole numbers that grows, four bytes each. */
class Numbers {
  #items = new Int32Array(1024);
  length = 0;

  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length++] = item;
  }

  /** Undefined before the first and behind the last. */
  at(index: number): number {
    return this.#items[index];
  }
}

/** Bits of `WordTable.flags`. */
const COUNTS = 1;
const NAMED = 2;

/** The words of all wordings in order, as columns. */
class WordTable {
  /** The same number for the same word. */
  readonly word = new Numbers();
  readonly start = new Numbers();
  readonly end = new Numbers();
  readonly wording = new Numbers();
  /** A number for each span of each wording: a run of words stays within one. */
  readonly part = new Numbers();
  /** `COUNTS`: no function word and not in a name. `NAMED`: in a name. */
  readonly flags = new Numbers();
  /** The document of each wording. */
  readonly document: string[] = [];

  constructor(wordings: Iterable<Wording>) {
    const numbers = new Map<string, number>();
    let part = 0;
    for (const { text, spans, names, document } of wordings) {
      for (const span of spans) {
        part++;
        for (const match of text.slice(span.start, span.end).matchAll(WORD)) {
          const form = match[0].toLowerCase().replaceAll("’", "'");
          let number = numbers.get(form);
          if (number === undefined) numbers.set(form, (number = numbers.size));
          const start = span.start + match.index;
          const end = start + match[0].length;
          const named = names.some((name) => name.start < end && start < name.end);
          this.word.push(number);
          this.start.push(start);
          this.end.push(end);
          this.wording.push(this.document.length);
          this.part.push(part);
          this.flags.push(named ? NAMED : FUNCTION_WORDS.has(form) ? 0 : COUNTS);
        }
      }
      this.document.push(document);
    }
  }

  get count(): number {
    return this.word.length;
  }

  /** Where `length` words stand in their text. */
  span(from: number, length: number): Span {
    return { start: this.start.at(from), end: this.end.at(from + length - 1) };
  }

  /** Whether a shingle begins here: so many words of one span. */
  hasShingle(at: number): boolean {
    const last = at + SHINGLE - 1;
    return last < this.count && this.part.at(at) === this.part.at(last);
  }

  sameShingle(a: number, b: number): boolean {
    for (let i = 0; i < SHINGLE; i++) if (this.word.at(a + i) !== this.word.at(b + i)) return false;
    return true;
  }

  hashOfShingle(at: number): number {
    let hash = 0x811c9dc5;
    for (let i = 0; i < SHINGLE; i++) hash = Math.imul(hash ^ this.word.at(at + i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return (hash ^ (hash >>> 13)) >>> 0;
  }
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Pairs of places where the same shingle begins, the later first: a hash table of first places, with chains of the next. */
function* sharedShingles(words: WordTable): Iterable<[number, number]> {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, words.count * 1.5)));
  const first = new Int32Array(size).fill(-1);
  const next = new Int32Array(words.count).fill(-1);
  for (let here = 0; here < words.count; here++) {
    if (!words.hasShingle(here)) continue;
    let slot = words.hashOfShingle(here) & (size - 1);
    while (first[slot] >= 0 && !words.sameShingle(first[slot], here)) slot = (slot + 1) & (size - 1);
    if (first[slot] < 0) {
      first[slot] = here;
      continue;
    }
    const known = [first[slot]];
    for (let place = next[first[slot]]; place >= 0; place = next[place]) known.push(place);
    if (known.length < CROWD) {
      next[known[known.length - 1]] = here;
      for (const place of known) yield [here, place];
    } else yield [here, first[slot]];
  }
}

/** The run of equal words around two places, within the span of each. */
function grow(words: WordTable, here: number, there: number) {
  const { word, part } = words;
  const same = (i: number, j: number) =>
    word.at(i) === word.at(j) && part.at(i) === part.at(here) && part.at(j) === part.at(there);
  let [from, to] = [0, SHINGLE];
  while (here - from > 0 && there - from > 0 && same(here - from - 1, there - from - 1)) from++;
  while (here + to < words.count && same(here + to, there + to)) to++;
  return { here: here - from, there: there - from, length: from + to };
}

function measure(words: WordTable, from: number, length: number): { contentWords: number; characters: number } {
  let contentWords = 0;
  let characters = 0;
  for (let i = from; i < from + length; i++) {
    const flags = words.flags.at(i);
    if (flags & COUNTS) contentWords++;
    if (!(flags & NAMED)) characters += words.end.at(i) - words.start.at(i) + 1;
  }
  return { contentWords, characters };
}
