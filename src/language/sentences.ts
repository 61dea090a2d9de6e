import { AFTER_TIME, REPORTING_VERBS, SENTENCE_STARTERS, TITLES } from "./abbreviations.ts";
import { DIGIT, isApostrophe, kindAt, LETTER, LOWER, UPPER } from "./characters.ts";
import type { TokenList } from "./tokenise.ts";
import { isAbbreviation } from "./tokenise.ts";

const CLOSING = ")]}”’»›\u201F";
const OPENING = "([{“‘„«‹‚";
const EITHER = "\"'“«»`";

/**
 * Finds where sentences begin among the tokens `from` … `to` of one block and appends the index of each first token to
 * `starts`. Closing quotation marks and brackets stay with the sentence they end; a question or exclamation in quotation
 * marks stays with the words that report it.
 */
export function splitSentences(text: string, tokens: TokenList, from: number, to: number, starts: number[]): void {
  if (from >= to) return;
  new Splitter(text, tokens, from, to, starts).run();
}

class Splitter {
  private readonly text: string;
  private readonly tokens: TokenList;
  private readonly from: number;
  private readonly to: number;
  private readonly starts: number[];

  constructor(text: string, tokens: TokenList, from: number, to: number, starts: number[]) {
    this.text = text;
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.starts = starts;
  }

  run(): void {
    this.starts.push(this.from);
    let sentence = this.from;
    let index = this.from;
    /** Whether a straight quotation mark is open. */
    let open = false;
    while (index < this.to) {
      if (this.isStraight(index)) open = !open;
      const strong = this.isTerminator(index);
      if (!strong && !this.isAbbreviation(index)) {
        index++;
        continue;
      }
      const last = index++;
      let closed = false;
      while (index < this.to && (this.isTerminator(index) || this.isCloser(index, open))) {
        if (this.isStraight(index)) open = !open;
        closed ||= !this.isTerminator(index);
        index++;
      }
      if (index < this.to && this.breaks(sentence, last, index, strong, closed)) {
        this.starts.push(index);
        sentence = index;
      }
    }
  }

  private character(index: number): string {
    return this.text[this.tokens.start[index]];
  }

  private form(index: number): string {
    return this.text.slice(this.tokens.start[index], this.tokens.end[index]);
  }

  private touches(index: number): boolean {
    return index > this.from && this.tokens.end[index - 1] === this.tokens.start[index];
  }

  private isStraight(index: number): boolean {
    const start = this.tokens.start[index];
    const length = this.tokens.end[index] - start;
    return length === 1
      ? this.text[start] === '"'
      : length === 2 && this.text[start] === "'" && this.text[start + 1] === "'";
  }

  private isTerminator(index: number): boolean {
    const first = this.character(index);
    return ".!?…。！？".includes(first) && (first !== "." || this.text[this.tokens.end[index] - 1] === ".");
  }

  private isAbbreviation(index: number): boolean {
    return isAbbreviation(this.text, this.tokens.start[index], this.tokens.end[index]);
  }

  /** Whether the token after a sentence's end still closes something of that sentence. */
  private isCloser(index: number, open: boolean): boolean {
    const first = this.character(index);
    const length = this.tokens.end[index] - this.tokens.start[index];
    if (length > 1 && !this.isStraight(index) && !isApostrophe(this.text.charCodeAt(this.tokens.end[index] - 1)))
      return false;
    if (CLOSING.includes(first) && first !== "’" && first !== "»") return true;
    if (!EITHER.includes(first) && first !== "’") return false;
    const touchesNext = index + 1 < this.to && this.touches(index + 1) && this.isWord(index + 1);
    if (this.touches(index) !== touchesNext) return this.touches(index);
    return this.isStraight(index) ? open : first === "’" || first === "»";
  }

  private isWord(index: number): boolean {
    return (kindAt(this.text, this.tokens.start[index]) & (LETTER | DIGIT)) !== 0;
  }

  private isOpener(index: number): boolean {
    return OPENING.includes(this.character(index)) || EITHER.includes(this.character(index));
  }

  /**
   * Whether a sentence begins at token `next`: the one before began at `sentence` and may end at `last`, a full stop or
   * another strong mark, or an abbreviation; `closed` tells that a closing mark stands between.
   */
  private breaks(sentence: number, last: number, next: number, strong: boolean, closed: boolean): boolean {
    let word = next;
    while (word < this.to && word < next + 3 && this.isOpener(word)) word++;
    if (word === this.to) return false;
    const kind = kindAt(this.text, this.tokens.start[word]);
    if (!(kind & (LETTER | DIGIT))) return strong && word > next;
    if (kind & LOWER) {
      // "iPhone", "eBay": a capital as the second letter
      return strong && (kindAt(this.text, this.tokens.start[word] + 1) & UPPER) !== 0;
    }
    if (!strong) return this.breaksAfterAbbreviation(last, next, word, kind);
    const mark = this.character(last);
    const ellipsis = mark === "…" || this.tokens.end[last] - this.tokens.start[last] > 1;
    if (mark === "." && !ellipsis) return !(last === sentence + 1 && this.isListNumber(sentence));
    if ((mark === "." || mark === "…") && !closed && word === next) return this.form(word) !== "I";
    return !(closed && mark !== "." && mark !== "…" && this.isReport(next));
  }

  private breaksAfterAbbreviation(last: number, next: number, word: number, kind: number): boolean {
    if (kind & DIGIT) return false;
    const abbreviation = this.form(last).slice(0, -1);
    if (TITLES.has(abbreviation) || abbreviation.length === 1) return false;
    const following = this.form(word).toLowerCase();
    if (/^[ap]\.m$/i.test(abbreviation)) return !AFTER_TIME.has(following);
    // "Lumen Health, Inc. (LMNH), a maker of …": what stands in brackets belongs to what is before it
    return SENTENCE_STARTERS.has(following) || (word > next && this.character(next) !== "(");
  }

  /** "1." at the beginning of a line. */
  private isListNumber(index: number): boolean {
    return (kindAt(this.text, this.tokens.start[index]) & DIGIT) !== 0;
  }

  /** Whether a name and a verb of reporting follow: `"Really?" Jane Smith asked`. */
  private isReport(next: number): boolean {
    for (let index = next; index < Math.min(next + 6, this.to); index++) {
      if (REPORTING_VERBS.has(this.form(index))) return index > next;
      if (!(kindAt(this.text, this.tokens.start[index]) & UPPER)) return false;
      if (
        index === next &&
        SENTENCE_STARTERS.has(this.form(index).toLowerCase()) &&
        !/^(?:He|She|They|I|We)$/.test(this.form(index))
      ) {
        return false;
      }
    }
    return false;
  }
}
