import { RELATIONS, type RelationLabel } from "../../language/index.ts";
import { type Span, TAG_NUMBER, TAGS, type Tag, type Words } from "../../model/index.ts";
import { hashLowerCase } from "./hash.ts";
import { COARSE, type CueLexicon, lexiconRow, STRONG_BIN } from "./lexicon.ts";

/** Where a word stands to quotation marks. */
export const OUTSIDE = 0;
export const INSIDE = 1;
export const OPENING = 2;
export const CLOSING = 3;

/** What is asked of a quotation: where it stands, and whether it goes on with another one (not -1). */
export interface QuotationSpan extends Span {
  readonly continues: number;
}

/** What the features look at: one entry per word, integers only. */
export interface Columns {
  readonly words: Words;
  readonly count: number;
  /** Hashes of the form in lower case, the lemma and the last three letters. */
  readonly form: Int32Array;
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  /** Capitals and digits: 0 lower case, 1 Capitalised, 2 CAPITALS, 3 one capital, 4 digits, 5 other letters, 6 marks. */
  readonly shape: Uint8Array;
  /** OUTSIDE, INSIDE, OPENING or CLOSING. */
  readonly quote: Uint8Array;
  /** The outermost quotation, -1 outside; its first and last word by its number. */
  readonly quotation: Int32Array;
  readonly quotationFirst: Int32Array;
  readonly quotationLast: Int32Array;
  /** 1 for a quotation that goes on with one left open in the paragraph before. */
  readonly quotationContinues: Uint8Array;
  /** From the lexicon. */
  readonly bin: Uint8Array;
  readonly precision: Uint8Array;
  readonly seen: Uint8Array;
  readonly sense: Uint8Array;
  readonly speech: Uint8Array;
  /** Bits of the relations of the children, see `CHILD_RELATIONS`. */
  readonly children: Int32Array;
  /** First and last word of the subtree. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The nearest strong word above in the tree and its child on the way there, -1 where there is none. */
  readonly up: Int32Array;
  readonly upChild: Int32Array;
  readonly depth: Uint8Array;
  /** The nearest strong words before and after in the sentence, -1 where there is none. */
  readonly strongLeft: Int32Array;
  readonly strongRight: Int32Array;
  /** Punctuation marks before word `i`. */
  readonly punctuation: Int32Array;
}

/** Relations whose presence below a word is a feature, in the order of their bits; all others share bit 15. */
const CHILD_RELATIONS: readonly RelationLabel[] = [
  "nsubj",
  "nsubj:pass",
  "obj",
  "ccomp",
  "xcomp",
  "parataxis",
  "mark",
  "obl",
  "advcl",
  "cop",
  "aux:pass",
  "advmod",
  "nmod",
  "acl",
  "appos",
];
const CHILD_BIT = Int32Array.from(RELATIONS, (relation) => {
  const bit = CHILD_RELATIONS.indexOf(relation);
  return 1 << (bit < 0 ? 15 : bit);
});

const PUNCTUATION_TAGS: readonly Tag[] = [".", ",", ":", "(", ")", "``", "''", "HYPH"];
/** 1 for the tags of punctuation marks. */
export const isPunctuationTag: Uint8Array = Uint8Array.from(TAGS, (tag) => (PUNCTUATION_TAGS.includes(tag) ? 1 : 0));

/** Steps up a tree that are looked at: deeper ones don't occur in sentences. */
const MOST_STEPS = 60;

/**
 * Lays out what the features look at. `quotations` are the outermost ones, sorted; the lexicon's columns are copied, so
 * that it may change afterwards.
 */
export function columnsOf(words: Words, quotations: readonly QuotationSpan[], lexicon: CueLexicon): Columns {
  const columns = emptyColumns(words, quotations.length);
  describeWords(columns, lexicon);
  placeQuotations(columns, quotations);
  for (let sentence = 0; sentence + 1 < words.sentenceStart.length; sentence++) {
    const first = words.sentenceStart[sentence];
    const last = words.sentenceStart[sentence + 1] - 1;
    findStrongNeighbours(columns, first, last);
    walkTree(columns, first, last);
  }
  return columns;
}

function emptyColumns(words: Words, quotations: number): Columns {
  const { count } = words;
  const none = () => new Int32Array(count).fill(-1);
  return {
    words,
    count,
    form: new Int32Array(count),
    lemma: new Int32Array(count),
    suffix: new Int32Array(count),
    shape: new Uint8Array(count),
    quote: new Uint8Array(count),
    quotation: none(),
    quotationFirst: new Int32Array(quotations),
    quotationLast: new Int32Array(quotations),
    quotationContinues: new Uint8Array(quotations),
    bin: new Uint8Array(count),
    precision: new Uint8Array(count),
    seen: new Uint8Array(count),
    sense: new Uint8Array(count),
    speech: new Uint8Array(count),
    children: new Int32Array(count),
    left: new Int32Array(count),
    right: new Int32Array(count),
    up: none(),
    upChild: none(),
    depth: new Uint8Array(count),
    strongLeft: none(),
    strongRight: none(),
    punctuation: new Int32Array(count + 1),
  };
}

function describeWords(columns: Columns, lexicon: CueLexicon): void {
  const { words, count, form, lemma, suffix, shape, punctuation } = columns;
  const { text, start, end, tag } = words;
  for (let i = 0; i < count; i++) {
    form[i] = hashLowerCase(text, start[i], end[i]);
    lemma[i] = hashLowerCase(words.lemma[i], 0, words.lemma[i].length);
    suffix[i] = hashLowerCase(text, Math.max(start[i], end[i] - 3), end[i]);
    shape[i] = shapeOf(text, start[i], end[i]);
    const row = lexiconRow(lemma[i], COARSE[tag[i]]);
    columns.bin[i] = lexicon.bin[row];
    columns.precision[i] = lexicon.precision[row];
    columns.seen[i] = lexicon.seen[row];
    columns.sense[i] = lexicon.sense[row];
    columns.speech[i] = lexicon.speech[row];
    punctuation[i + 1] = punctuation[i] + isPunctuationTag[tag[i]];
    columns.left[i] = i;
    columns.right[i] = i;
  }
}

function shapeOf(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  if (unit >= 48 && unit <= 57) return 4;
  if (unit < 65 || unit > 90) return unit >= 97 && unit <= 122 ? 0 : unit > 127 ? 5 : 6;
  for (let i = start + 1; i < end; i++) {
    const next = text.charCodeAt(i);
    if (next >= 97 && next <= 122) return 1;
  }
  return end - start === 1 ? 3 : 2;
}

function placeQuotations(columns: Columns, quotations: readonly QuotationSpan[]): void {
  const { words, count, quote, quotation } = columns;
  const { start, end, tag } = words;
  let i = 0;
  quotations.forEach((span, number) => {
    while (i < count && end[i] <= span.start) i++;
    columns.quotationFirst[number] = i;
    columns.quotationContinues[number] = span.continues === -1 ? 0 : 1;
    for (; i < count && start[i] < span.end; i++) {
      quotation[i] = number;
      quote[i] = INSIDE;
      if (tag[i] !== TAG_NUMBER["``"] && tag[i] !== TAG_NUMBER["''"] && end[i] - start[i] > 2) continue;
      if (start[i] === span.start) quote[i] = OPENING;
      else if (end[i] === span.end && isMark(words.text.charCodeAt(start[i]))) quote[i] = CLOSING;
    }
    columns.quotationLast[number] = i - 1;
  });
}

function isMark(unit: number): boolean {
  return "\"'`“”„‟«»‹›‘’".includes(String.fromCharCode(unit));
}

function findStrongNeighbours(columns: Columns, first: number, last: number): void {
  const { bin, strongLeft, strongRight } = columns;
  let strong = -1;
  for (let i = first; i <= last; i++) {
    strongLeft[i] = strong;
    if (bin[i] >= STRONG_BIN) strong = i;
  }
  strong = -1;
  for (let i = last; i >= first; i--) {
    strongRight[i] = strong;
    if (bin[i] >= STRONG_BIN) strong = i;
  }
}

function walkTree(columns: Columns, first: number, last: number): void {
  const { words, bin, children, left, right, up, upChild, depth } = columns;
  const { head, relation } = words;
  for (let i = first; i <= last; i++) {
    if (head[i] >= 0) children[head[i]] |= CHILD_BIT[relation[i]];
    let node = i;
    let steps = 0;
    while (head[node] >= 0 && steps < MOST_STEPS) {
      const child = node;
      node = head[node];
      steps++;
      if (up[i] < 0 && bin[node] >= STRONG_BIN) {
        up[i] = node;
        upChild[i] = child;
      }
      if (left[node] > i) left[node] = i;
      if (right[node] < i) right[node] = i;
    }
    depth[i] = steps;
  }
}
