import type { Columns } from "./columns.ts";

/** Words of the cue's sentence on either side of it that are looked at. */
const REACH = 160;
/** … where it is longer than people write: the cost of a text must stay in proportion to its length. */
const LONGEST_SENTENCE = 400;
const SHORT_REACH = 24;
/** Stretches of a sentence around it that are looked at. */
const MOST_STRETCHES = 24;
const MOST_BEFORE = 5;
const MOST_AFTER = 9;
/** So many sentences on either side are looked at even where no quotation leads to them. */
const ALWAYS = 2;

/**
 * The sequence of places that one cue is read over: the single words of its own sentence and, in the sentences around it,
 * stretches that stand inside or outside of one quotation as a whole.
 */
export class Window {
  count = 0;
  /** First and last word of each place. */
  first = new Int32Array(512);
  last = new Int32Array(512);
  /** Its sentence, counted from the cue's. */
  offset = new Int32Array(512);
  /** The place of the anchor. */
  anchorAt = 0;

  /** Lays the window around a word. */
  around(columns: Columns, anchor: number): void {
    const { quotation, words } = columns;
    const { sentence, sentenceStart } = words;
    const s = sentence[anchor];
    const lastSentence = sentenceStart.length - 2;
    this.count = 0;
    let back = s;
    while (back > 0 && s - back < MOST_BEFORE && (s - back < ALWAYS || quotation[sentenceStart[back] - 1] >= 0)) back--;
    for (let k = back; k < s; k++) this.pushStretches(columns, k, k - s);
    const reach = sentenceStart[s + 1] - sentenceStart[s] > LONGEST_SENTENCE ? SHORT_REACH : REACH;
    const from = Math.max(sentenceStart[s], anchor - reach);
    const to = Math.min(sentenceStart[s + 1], anchor + reach + 1);
    this.anchorAt = this.count + anchor - from;
    for (let i = from; i < to; i++) this.push(i, i, 0);
    let ahead = s;
    while (
      ahead < lastSentence &&
      ahead - s < MOST_AFTER &&
      (ahead - s < ALWAYS || quotation[sentenceStart[ahead + 1]] >= 0)
    )
      ahead++;
    for (let k = s + 1; k <= ahead; k++) this.pushStretches(columns, k, k - s);
  }

  private pushStretches(columns: Columns, sentence: number, offset: number): void {
    const { quotation, words } = columns;
    const to = words.sentenceStart[sentence + 1];
    let stretches = 0;
    for (let i = words.sentenceStart[sentence]; i < to && stretches < MOST_STRETCHES; stretches++) {
      let end = i + 1;
      while (end < to && quotation[end] === quotation[i]) end++;
      this.push(i, end - 1, offset);
      i = end;
    }
  }

  private push(first: number, last: number, offset: number): void {
    if (this.count === this.first.length) {
      this.first = doubled(this.first);
      this.last = doubled(this.last);
      this.offset = doubled(this.offset);
    }
    this.first[this.count] = first;
    this.last[this.count] = last;
    this.offset[this.count++] = offset;
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}
