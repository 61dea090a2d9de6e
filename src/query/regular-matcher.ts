/**
 * Matches regular expressions in time linear in the text, by following every state of a nondeterministic automaton at
 * once (Thompson 1968). Knows characters, classes, groups, alternatives, repetitions and the assertions ^ $ \b \B; not
 * lookaround and back references, which no automaton has.
 */

import { type QueryError, runtimeError } from "./errors.ts";

/** What is done when a state is entered at the place at hand. */
type State = () => void;

/** A piece of a pattern: given the state that follows it, makes the state it begins with. */
type Piece = (next: State) => State;

const MOST_STATES = 5000;

/** A pattern that no automaton can match, or that takes too large a one. */
const unsafe = (pattern: string): QueryError =>
  runtimeError(
    "ArgumentError",
    "UnsafeRegularExpression",
    `${pattern} repeats a group and looks around or back, which can take forever`,
  );

/** @throws QueryError for a pattern that no automaton can match */
export class Automaton {
  readonly #pattern: string;
  readonly #flags: string;
  /** How far the pattern is read. */
  #read = 0;
  #states = 0;
  readonly #start: State;

  #text = "";
  /** The place in the text. */
  #at = 0;
  /** Counts places over all texts: a state knows by it that it has been entered here before. */
  #moment = 0;
  /** When the pattern's end was reached last. */
  #accepted = 0;
  /** States still to be entered at this place, and those that wait for the character here. */
  readonly #open: State[] = [];
  #waiting: { readonly character: RegExp; readonly next: State }[] = [];

  constructor(pattern: string, flags: string) {
    this.#pattern = pattern;
    this.#flags = flags;
    const whole = this.#alternatives();
    if (this.#read < pattern.length) throw unsafe(pattern);
    this.#start = whole(() => {
      this.#accepted = this.#moment;
    });
  }

  matches(text: string): boolean {
    this.#text = text;
    this.#at = 0;
    for (this.#enter([this.#start]); this.#at < text.length && this.#waiting.length > 0; ) {
      const reached = this.#waiting.filter(({ character }) => this.#isHere(character));
      if (reached.length === 0) return false;
      this.#at = reached[0].character.lastIndex;
      this.#enter(reached.map(({ next }) => next));
    }
    return this.#at === text.length && this.#accepted === this.#moment;
  }

  #enter(states: readonly State[]): void {
    this.#moment++;
    this.#waiting = [];
    this.#open.push(...states);
    for (let state = this.#open.pop(); state; state = this.#open.pop()) state();
  }

  /** Whether the text at hand is what a sticky expression says. */
  #isHere(expression: RegExp): boolean {
    expression.lastIndex = this.#at;
    return expression.test(this.#text);
  }

  /** A state that is entered once at each place. */
  #state(enter: State): State {
    if (++this.#states > MOST_STATES) throw unsafe(this.#pattern);
    let entered = 0;
    return () => {
      if (entered === this.#moment) return;
      entered = this.#moment;
      enter();
    };
  }

  /** Leads to several states; they may be added later, until the first text is matched. */
  #either(states: readonly State[]): State {
    return this.#state(() => this.#open.push(...states));
  }

  #alternatives(): Piece {
    const pieces = [this.#sequence()];
    while (this.#pattern[this.#read] === "|") {
      this.#read++;
      pieces.push(this.#sequence());
    }
    return pieces.length === 1 ? pieces[0] : (next) => this.#either(pieces.map((piece) => piece(next)));
  }

  #sequence(): Piece {
    const pieces: Piece[] = [];
    while (this.#read < this.#pattern.length && !"|)".includes(this.#pattern[this.#read]))
      pieces.push(this.#repetition());
    return (next) => pieces.reduceRight((after, piece) => piece(after), next);
  }

  /** Reads what a sticky expression finds at the place at hand. */
  #take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#read;
    const found = expression.exec(this.#pattern);
    if (found) this.#read += found[0].length;
    return found;
  }

  #repetition(): Piece {
    const piece = this.#atom();
    const found = this.#take(/(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y);
    if (!found) return piece;
    const [, sign, least, comma, most] = found;
    const min = sign ? Number(sign === "+") : Number(least);
    const max = sign === "?" ? 1 : sign || (comma && !most) ? Infinity : Number(comma ? most : least);
    return (next) => {
      let state = max === Infinity ? this.#loop(piece, next) : next;
      if (max !== Infinity) for (let i = min; i < max; i++) state = this.#either([piece(state), next]);
      for (let i = 0; i < min; i++) state = piece(state);
      return state;
    };
  }

  #loop(piece: Piece, next: State): State {
    const ways = [next];
    const again = this.#either(ways);
    ways.push(piece(again));
    return again;
  }

  #atom(): Piece {
    if (this.#pattern[this.#read] === "(") {
      if (!this.#take(/\((?:\?:|\?<\w+>|(?!\?))/y)) throw unsafe(this.#pattern);
      const inside = this.#alternatives();
      if (this.#pattern[this.#read++] !== ")") throw unsafe(this.#pattern);
      return inside;
    }
    const [text] = this.#take(
      /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|.)|./suy,
    )!;
    if (/^\\[1-9k]/.test(text)) throw unsafe(this.#pattern);
    const expression = new RegExp(text, `${this.#flags}y`);
    const isAssertion = /^(?:[$^]|\\b)$/i.test(text);
    return (next) =>
      this.#state(() => {
        if (!isAssertion) this.#waiting.push({ character: expression, next });
        else if (this.#isHere(expression)) this.#open.push(next);
      });
  }
}
