import { ABBREVIATIONS, BEFORE_NUMBERS, STATES, TITLES } from "./abbreviations.ts";
import {
  DIGIT,
  foldCase,
  isApostrophe,
  isHyphen,
  kindAt,
  kindOf,
  LETTER,
  LOWER,
  MARK,
  SPACE,
  UPPER,
} from "./characters.ts";

/**
 * Words as two columns that grow. The tokens follow the Penn Treebank: clitics stand alone ("Kong" + "'s", "do" + "n't"),
 * hyphenated words stay whole, an abbreviation keeps its full stop, every quotation mark is a token.
 */
export class TokenList {
  start = new Int32Array(256);
  end = new Int32Array(256);
  count = 0;

  push(start: number, end: number): void {
    if (this.count === this.start.length) {
      this.start = grown(this.start);
      this.end = grown(this.end);
    }
    this.start[this.count] = start;
    this.end[this.count++] = end;
  }
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

/**
 * Appends the tokens of `text.slice(from, to)` to `tokens`. Every character that isn't white space belongs to exactly one
 * token. One pass with bounded look-ahead: linear in the length whatever the text.
 */
export function tokenise(text: string, from: number, to: number, tokens: TokenList): void {
  const scanner = new Scanner(text, from, to, tokens);
  let index = from;
  while (index < to) {
    const kind = kindAt(text, index);
    if (kind & SPACE) index++;
    else if (kind & (LETTER | DIGIT)) index = scanner.word(index);
    else index = scanner.symbol(index);
  }
}

const LONGEST_DOMAIN_ENDING = 6;
const LONGEST_MAILBOX = 40;
const DOMAIN_ENDINGS = new Set(
  "com org net gov edu mil int info biz tv io co uk us eu de fr it ly be me ca au nz ru cn jp hk in ie ch nl".split(
    " ",
  ),
);
/** Words in one that are taken apart after the given number of letters: "can" + "not", "gon" + "na". */
const JOINED = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
  ["lemme", 3],
  ["gimme", 3],
]);
/** Words that begin with an apostrophe. */
const ELIDED = new Set(["em", "til", "cause", "tis", "twas", "bout", "round", "n", "nuff"]);

const code = (character: string) => character.charCodeAt(0);
const [STOP, COMMA, COLON, SLASH, AMPERSAND, AT, UNDERSCORE, DOLLAR, NUMBER_SIGN, GRAVE] = [...".,:/&@_$#`"].map(code);
const [EXCLAMATION, QUESTION, ELLIPSIS] = [..."!?…"].map(code);

class Scanner {
  private readonly text: string;
  private readonly from: number;
  private readonly to: number;
  private readonly tokens: TokenList;

  constructor(text: string, from: number, to: number, tokens: TokenList) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.tokens = tokens;
  }

  private at(index: number): number {
    return index >= this.from && index < this.to ? this.text.charCodeAt(index) : 32;
  }

  private isKind(index: number, kinds: number): boolean {
    return index >= this.from && index < this.to && (kindAt(this.text, index) & kinds) !== 0;
  }

  /** Length of the character at `index` in code units. */
  private width(index: number): number {
    const unit = this.at(index);
    return unit >= 0xd800 && unit <= 0xdbff && index + 1 < this.to && (this.at(index + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
  }

  /** Takes the word at `index`, its clitics apart, and returns where the next token may begin. */
  word(index: number): number {
    const address = this.addressEnd(index);
    if (address > index) {
      this.tokens.push(index, address);
      return address;
    }
    let { end, segment, dotted } = this.wordEnd(index);
    if (this.at(end) === STOP && this.at(end + 1) !== STOP && this.keepsStop(index, end, segment, dotted)) end++;
    this.pushWithClitics(index, end);
    return end;
  }

  /** The end of a web address that begins at `index`, or `index`. */
  private addressEnd(index: number): number {
    const first = this.at(index) | 32;
    if (first !== 0x68 && first !== 0x77) return index;
    if (!/^(?:https?:\/\/|www\.)[^\s]/i.test(this.text.slice(index, Math.min(index + 9, this.to)))) return index;
    let end = index;
    while (end < this.to) {
      const unit = this.at(end);
      if (kindOf(unit) & SPACE || '<>"“”«»'.includes(this.text[end])) break;
      end++;
    }
    while (end > index && ".,;:!?)]}'’…".includes(this.text[end - 1])) end--;
    return end;
  }

  /**
   * The end of the run of letters, digits and joining characters from `index`; where its last segment (after the last
   * full stop or hyphen) begins; whether it is an abbreviation with full stops inside ("U.S", "p.m").
   */
  private wordEnd(index: number): { end: number; segment: number; dotted: boolean } {
    let end = index;
    let segment = index;
    let dotted = false;
    while (end < this.to) {
      const unit = this.at(end);
      if (kindAt(this.text, end) & (LETTER | DIGIT | MARK)) {
        end += this.width(end);
        continue;
      }
      if (isHyphen(unit) && this.isKind(end + 1, LETTER | DIGIT)) {
        segment = end + 1;
      } else if (unit === STOP) {
        const next = this.stopInside(end, segment, dotted);
        if (next === end) break;
        dotted ||= end - segment === 1 && this.isKind(segment, LETTER);
        segment = next;
        end = next;
        continue;
      } else if (!this.joins(unit, end, index)) {
        if (unit === DOLLAR && this.isCurrencyPrefix(index, end)) end++;
        break;
      }
      end++;
    }
    return { end, segment, dotted };
  }

  /** Where the word goes on after the full stop at `end`, or `end` where it doesn't. */
  private stopInside(end: number, segment: number, dotted: boolean): number {
    if (this.isKind(end - 1, DIGIT) && this.isKind(end + 1, DIGIT)) return end + 1;
    const single = end - segment === 1 && this.isKind(segment, LETTER);
    if (single && dotted && isHyphen(this.at(end + 1)) && this.isKind(end + 2, LETTER)) return end + 2;
    if (!this.isKind(end + 1, LETTER)) return end;
    const nextIsSingle = !this.isKind(end + 2, LETTER | DIGIT);
    if (single && nextIsSingle) return end + 1;
    if (end - segment === 2 && nextIsSingle && /^(?:ph\.d|ed\.d|m\.sc)$/i.test(this.text.slice(segment, end + 2)))
      return end + 1;
    let last = end + 1;
    while (last - end <= LONGEST_DOMAIN_ENDING + 1 && this.isKind(last, LETTER)) last++;
    if (end > segment && DOMAIN_ENDINGS.has(this.text.slice(end + 1, last))) return end + 1;
    return this.isMailbox(end + 1) ? end + 1 : end;
  }

  /** Whether the letters and digits from `index` run into an @ sign: "press.office@…". */
  private isMailbox(index: number): boolean {
    let end = index;
    while (end < index + LONGEST_MAILBOX && (this.isKind(end, LETTER | DIGIT) || ".-_".includes(this.text[end]))) end++;
    return this.at(end) === AT && this.isKind(end + 1, LETTER | DIGIT);
  }

  /** Whether the character at `end`, no letter, holds the word together that began at `index`. */
  private joins(unit: number, end: number, index: number): boolean {
    if (unit === UNDERSCORE) return true;
    const digits = this.isKind(end - 1, DIGIT) && this.isKind(end + 1, DIGIT);
    if (unit === COLON || unit === SLASH) return digits;
    if (unit === COMMA) {
      return digits && this.isKind(end + 2, DIGIT) && this.isKind(end + 3, DIGIT) && !this.isKind(end + 4, DIGIT);
    }
    if (isApostrophe(unit)) return unit !== 0x2018 && this.isKind(end - 1, LETTER) && this.isKind(end + 1, LETTER);
    if (unit === AMPERSAND) return this.isKind(end - 1, UPPER) && this.isKind(end + 1, UPPER);
    return unit === AT && end > index && this.isKind(end + 1, LETTER | DIGIT);
  }

  /** "US$", "HK$", "A$" before an amount. */
  private isCurrencyPrefix(index: number, end: number): boolean {
    if (end - index > 3 || !this.isKind(end + 1, DIGIT)) return false;
    for (let i = index; i < end; i++) if (!this.isKind(i, UPPER)) return false;
    return true;
  }

  /** Whether the full stop at `end` belongs to the word before it. */
  private keepsStop(index: number, end: number, segment: number, dotted: boolean): boolean {
    if (dotted && end - segment <= 2) return true;
    if (end - index === 1 && this.isKind(index, UPPER)) return this.isInitial(index, end);
    if (end - index > 8) return false;
    const form = this.text.slice(index, end);
    if (TITLES.has(form) || ABBREVIATIONS.has(form)) return true;
    if (BEFORE_NUMBERS.has(form)) return this.isKind(this.nextWord(end + 1), DIGIT);
    if (STATES.has(form)) return this.followsComma(index);
    return /^[DRI]-/.test(form) && STATES.has(form.slice(2));
  }

  /** "George W. Bush": a capital with a full stop and another capital after it; "so do I." ends a sentence. */
  private isInitial(index: number, end: number): boolean {
    if (this.at(index) === 0x49) return false;
    const next = this.nextWord(end + 1);
    return this.isKind(next, UPPER) || this.at(next) === COMMA;
  }

  private nextWord(index: number): number {
    let next = index;
    while (next < this.to && next < index + 2 && kindOf(this.at(next)) & SPACE) next++;
    return next;
  }

  private followsComma(index: number): boolean {
    return this.at(index - 1) === COMMA || (this.at(index - 2) === COMMA && (kindOf(this.at(index - 1)) & SPACE) !== 0);
  }

  private pushWithClitics(index: number, end: number): void {
    if (end - index <= 6) {
      const at = JOINED.get(this.text.slice(index, end).toLowerCase());
      if (at !== undefined) {
        this.tokens.push(index, index + at);
        this.tokens.push(index + at, end);
        return;
      }
    }
    // from the right: "could" + "n't" + "'ve"
    const last = index < end ? cliticStart(this.text, index, end) : end;
    const previous = last < end ? cliticStart(this.text, index, last) : last;
    this.tokens.push(index, previous);
    if (previous < last) this.tokens.push(previous, last);
    if (last < end) this.tokens.push(last, end);
  }

  /** Takes the punctuation mark, quotation mark or symbol at `index` and returns where the next token may begin. */
  symbol(index: number): number {
    const end = this.symbolEnd(index);
    this.tokens.push(index, end);
    return end;
  }

  private symbolEnd(index: number): number {
    const unit = this.at(index);
    if (isApostrophe(unit)) return this.apostropheEnd(index);
    if (unit === GRAVE) return this.at(index + 1) === GRAVE ? index + 2 : index + 1;
    if (unit === STOP) {
      if (this.isKind(index + 1, DIGIT) && !this.isKind(index - 1, LETTER | DIGIT)) return this.wordEnd(index + 1).end;
      return this.runEnd(index, (next) => next === STOP);
    }
    if (unit === EXCLAMATION || unit === QUESTION) {
      return this.runEnd(index, (next) => next === EXCLAMATION || next === QUESTION);
    }
    if (unit === 0x2d) {
      const isNegative = this.isKind(index + 1, DIGIT) && kindOf(this.at(index - 1)) & SPACE;
      return isNegative ? this.wordEnd(index + 1).end : this.runEnd(index, (next) => next === 0x2d);
    }
    if (unit === 0x2013 || unit === 0x2014 || unit === 0x2015 || unit === ELLIPSIS || unit === UNDERSCORE) {
      return this.runEnd(index, (next) => next === unit);
    }
    if ((unit === AT || unit === NUMBER_SIGN) && this.isKind(index + 1, LETTER)) {
      return this.runEnd(index, (next) => next === UNDERSCORE || (kindOf(next) & (LETTER | DIGIT | MARK)) !== 0);
    }
    return this.pictureEnd(index);
  }

  private runEnd(index: number, belongs: (unit: number) => boolean): number {
    let end = index + 1;
    while (end < this.to && belongs(this.at(end))) end++;
    return end;
  }

  /** A symbol with what modifies it: variation selectors, skin tones and what a joiner ties to it. */
  private pictureEnd(index: number): number {
    let end = index + this.width(index);
    while (end < this.to) {
      const unit = this.at(end);
      if (unit === 0x200d && end + 1 < this.to && !(kindOf(this.at(end + 1)) & SPACE)) end += 1 + this.width(end + 1);
      else if (kindOf(unit) & MARK) end++;
      else if (unit === 0xd83c && this.at(end + 1) >= 0xdffb && this.at(end + 1) <= 0xdfff) end += 2;
      else break;
    }
    return end;
  }

  /** A quotation mark of two apostrophes, an elided word ("'em", "'90s"), a clitic after a bracket, or one apostrophe. */
  private apostropheEnd(index: number): number {
    const unit = this.at(index);
    if (this.at(index + 1) === unit && unit !== 0x02bc) return index + 2;
    const followsWord = this.isKind(index - 1, LETTER | DIGIT);
    if (!followsWord && unit !== 0x2018 && this.isKind(index + 1, DIGIT) && this.isKind(index + 2, DIGIT)) {
      const end = this.at(index + 3) === 0x73 ? index + 4 : index + 3;
      if (!this.isKind(end, LETTER | DIGIT)) return end;
    }
    let end = index + 1;
    while (end < index + 7 && this.isKind(end, LETTER)) end++;
    if (end === index + 1 || this.isKind(end, LETTER | DIGIT)) return index + 1;
    if (cliticStart(this.text, index - 1, end) === index && !(kindOf(this.at(index - 1)) & SPACE) && unit !== 0x2018) {
      return end;
    }
    return !followsWord && ELIDED.has(this.text.slice(index + 1, end).toLowerCase()) ? end : index + 1;
  }
}

/** Where the clitic at the end of `text.slice(start, end)` begins ("'s", "n't", "'ll"), or `end` where there is none. */
function cliticStart(text: string, start: number, end: number): number {
  const last = foldCase(text.charCodeAt(end - 1));
  const before = end >= 2 ? text.charCodeAt(end - 2) : 0;
  // 's 'm 'd
  if (isApostrophe(before)) {
    if (last === 0x74 && end - start > 3 && foldCase(text.charCodeAt(end - 3)) === 0x6e) return end - 3;
    const single = last === 0x73 || last === 0x6d || last === 0x64;
    return single && end - 2 > start ? end - 2 : end;
  }
  if (end - start > 3 && isApostrophe(text.charCodeAt(end - 3))) {
    const pair = text.slice(end - 2, end).toLowerCase();
    if (pair === "ll" || pair === "re" || pair === "ve") return end - 3;
  }
  return end;
}

/** Whether the word that ends at `end` is an abbreviation: letters with a full stop as their last character. */
export function isAbbreviation(text: string, start: number, end: number): boolean {
  return (
    end - start > 1 && text.charCodeAt(end - 1) === STOP && (kindOf(text.charCodeAt(start)) & (UPPER | LOWER)) !== 0
  );
}
