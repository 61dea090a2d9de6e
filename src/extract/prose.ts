import type { Article, Block, Span, Tag, Words } from "../model/index.ts";
import { TAG_NUMBER, TAGS } from "../model/index.ts";
import type { Quotation, Quotations } from "./quotations.ts";

/** A run of words that is looked at as one: a sentence, or several that one quotation holds together. */
export interface Passage {
  /** First word and the word after the last. */
  readonly first: number;
  readonly last: number;
  /** Index of the block. */
  readonly block: number;
}

const NO_QUOTATION = -1;
/** The tag of what stands outside of the article. */
const OUTSIDE: Tag = ".";

/**
 * The words of an article with what every question about them needs: forms, tags as text, and the outermost quotation
 * each word stands in. Word numbers are indices into `words`; ranges are end-exclusive. Before the first word and after the
 * last stands nothing: a form without letters, tagged like the end of a sentence.
 */
export class Prose {
  readonly text: string;
  readonly words: Words;
  readonly blocks: readonly Block[];
  readonly quotations: readonly Quotation[];
  /** The outermost quotation a word stands in, marks included, or -1. */
  readonly quotation: Int32Array;
  readonly passages: readonly Passage[];
  readonly count: number;
  /** Where quotations begin whose closing mark was forgotten. */
  readonly neverClosed: ReadonlySet<number>;

  constructor(article: Article, words: Words, quotations: Quotations) {
    this.text = article.text;
    this.words = words;
    this.blocks = article.blocks;
    this.quotations = quotations.all;
    this.count = words.count;
    this.neverClosed = new Set(
      quotations.all.filter(({ unbalanced, level }) => unbalanced && level === 0).map(({ start }) => start),
    );
    this.quotation = outermostQuotations(words, quotations.all);
    this.passages = passagesOf(words, this.quotation);
  }

  form(word: number): string {
    return this.isWithin(word) ? this.text.slice(this.words.start[word], this.words.end[word]) : "";
  }

  lower(word: number): string {
    return this.form(word).toLowerCase();
  }

  lemma(word: number): string {
    return this.isWithin(word) ? this.words.lemma[word].toLowerCase() : "";
  }

  tag(word: number): Tag {
    return this.isWithin(word) ? TAGS[this.words.tag[word]] : OUTSIDE;
  }

  private isWithin(word: number): boolean {
    return word >= 0 && word < this.count;
  }

  /** The span of a range of words that isn't empty. */
  span(first: number, last: number): Span {
    return { start: this.words.start[first], end: this.words.end[last - 1] };
  }

  /** Whether the first letter is a capital. */
  isCapitalised(word: number): boolean {
    const first = this.isWithin(word) ? this.text[this.words.start[word]] : "";
    return first !== first.toLowerCase();
  }

  /** Whether the word begins its sentence, apart from an opening quotation mark. */
  beginsSentence(word: number): boolean {
    const first = this.words.sentenceStart[this.words.sentence[word]];
    for (let before = first; before < word; before++) if (!this.isMark(before)) return false;
    return true;
  }

  /** Whether the word is a quotation mark. */
  isMark(word: number): boolean {
    const tag = this.words.tag[word];
    return tag === TAG_NUMBER["``"] || tag === TAG_NUMBER["''"] || /^["“”„‟«»‹›‘’`]$|^''$|^``$/.test(this.form(word));
  }

  isFiniteVerb(word: number): boolean {
    const tag = this.tag(word);
    return tag === "VBD" || tag === "VBZ" || tag === "VBP" || tag === "MD";
  }

  isNoun(word: number): boolean {
    const tag = this.tag(word);
    return tag === "NN" || tag === "NNS" || tag === "NNP" || tag === "NNPS";
  }

  isProperNoun(word: number): boolean {
    const tag = this.tag(word);
    return tag === "NNP" || tag === "NNPS";
  }

  /** The first word that begins at or after `offset`, within `[0, count]`. */
  wordAt(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words.start[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function outermostQuotations(words: Words, quotations: readonly Quotation[]): Int32Array {
  const column = new Int32Array(words.count).fill(NO_QUOTATION);
  let word = 0;
  quotations.forEach((quotation, index) => {
    if (quotation.level > 0 || (quotation.unbalanced && quotation.continues === -1)) return;
    while (word < words.count && words.end[word] <= quotation.start) word++;
    while (word < words.count && words.start[word] < quotation.end) column[word++] = index;
  });
  return column;
}

function passagesOf(words: Words, quotation: Int32Array): Passage[] {
  const passages: { first: number; last: number; block: number }[] = [];
  for (let sentence = 0; sentence + 1 < words.sentenceStart.length; sentence++) {
    const first = words.sentenceStart[sentence];
    const last = words.sentenceStart[sentence + 1];
    const block = words.sentenceBlock[sentence];
    if (first === last) continue;
    const before = passages[passages.length - 1];
    const held = quotation[first] !== NO_QUOTATION && first > 0 && quotation[first - 1] === quotation[first];
    if (before !== undefined && before.block === block && held) before.last = last;
    else passages.push({ first, last, block });
  }
  return passages;
}
