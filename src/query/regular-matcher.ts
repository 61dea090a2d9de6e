/**
 * Matches regular expressions in time linear in the text, by following every state of a nondeterministic automaton at
 * once (Thompson 1968). Knows characters, classes, groups, alternatives, repetitions and the assertions ^ $ \b \B; not
 * lookaround and back references, which no automaton has.
 */

/** A step of the automaton; `to` and `or` are numbers of states. */
type State =
  | { readonly on: "character"; readonly test: (character: string) => boolean; to: number }
  | { readonly on: "split"; to: number; or: number }
  | { readonly on: "assertion"; readonly test: (text: readonly string[], at: number) => boolean; to: number }
  | { readonly on: "accept" };

/** A piece of automaton: where it begins, and the exits still to be tied to what follows. */
interface Piece {
  readonly start: number;
  readonly exits: ((state: number) => void)[];
}

const MOST_STATES = 5000;

class Refused extends Error {}

class Builder {
  readonly states: State[] = [];
  #at = 0;

  readonly #pattern: string;
  readonly #flags: string;

  constructor(pattern: string, flags: string) {
    this.#pattern = pattern;
    this.#flags = flags;
  }

  build(): number {
    const piece = this.#alternatives();
    if (this.#at < this.#pattern.length) throw new Refused();
    const accept = this.#add({ on: "accept" });
    for (const exit of piece.exits) exit(accept);
    return piece.start;
  }

  #add(state: State): number {
    if (this.states.length >= MOST_STATES) throw new Refused();
    return this.states.push(state) - 1;
  }

  #alternatives(): Piece {
    let piece = this.#sequence();
    while (this.#pattern[this.#at] === "|") {
      this.#at++;
      const other = this.#sequence();
      const start = this.#add({ on: "split", to: piece.start, or: other.start });
      piece = { start, exits: [...piece.exits, ...other.exits] };
    }
    return piece;
  }

  #sequence(): Piece {
    let piece = this.#empty();
    while (this.#at < this.#pattern.length && !"|)".includes(this.#pattern[this.#at]))
      piece = join(piece, this.#repetition());
    return piece;
  }

  /** A state that is passed without a character. */
  #empty(): Piece {
    const state: State = { on: "assertion", test: () => true, to: -1 };
    return { start: this.#add(state), exits: [(to) => (state.to = to)] };
  }

  #repetition(): Piece {
    const from = this.#at;
    const piece = this.#atom();
    const end = this.#at;
    const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.#pattern.slice(end));
    if (!found) return piece;
    const [text, least, comma, most] = found;
    const min = least !== undefined ? Number(least) : text[0] === "+" ? 1 : 0;
    const max = least !== undefined ? (comma ? (most ? Number(most) : Infinity) : min) : text[0] === "?" ? 1 : Infinity;
    const again = (): Piece => {
      this.#at = from;
      return this.#atom();
    };
    let result = this.#empty();
    for (let i = 0; i < min; i++) result = join(result, again());
    if (max === Infinity) result = join(result, this.#loop(again()));
    else for (let i = min; i < max; i++) result = join(result, this.#optional(again()));
    this.#at = end + text.length;
    return result;
  }

  #loop(piece: Piece): Piece {
    const split: State = { on: "split", to: piece.start, or: -1 };
    const start = this.#add(split);
    for (const exit of piece.exits) exit(start);
    return { start, exits: [(to) => (split.or = to)] };
  }

  #optional(piece: Piece): Piece {
    const split: State = { on: "split", to: piece.start, or: -1 };
    return { start: this.#add(split), exits: [...piece.exits, (to) => (split.or = to)] };
  }

  #atom(): Piece {
    if (this.#pattern[this.#at] === "(") {
      const open = /^\((?:\?:|\?<\w+>|(?!\?))/.exec(this.#pattern.slice(this.#at));
      if (!open) throw new Refused();
      this.#at += open[0].length;
      const inside = this.#alternatives();
      if (this.#pattern[this.#at++] !== ")") throw new Refused();
      return inside;
    }
    const [text] =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|.)|.)/su.exec(
        this.#pattern.slice(this.#at),
      )!;
    this.#at += text.length;
    if (/^\\[1-9k]/.test(text)) throw new Refused();
    const assertion = this.#assertion(text);
    const state: State = assertion
      ? { on: "assertion", test: assertion, to: -1 }
      : { on: "character", test: this.#character(text), to: -1 };
    return { start: this.#add(state), exits: [(to) => (state.to = to)] };
  }

  #character(text: string): (character: string) => boolean {
    const expression = new RegExp(`^(?:${text})$`, this.#flags);
    return (character) => expression.test(character);
  }

  #assertion(text: string): ((characters: readonly string[], at: number) => boolean) | null {
    const isWord = (character: string | undefined) => character !== undefined && /^\w$/.test(character);
    const lines = this.#flags.includes("m");
    switch (text) {
      case "^":
        return (characters, at) => at === 0 || (lines && characters[at - 1] === "\n");
      case "$":
        return (characters, at) => at === characters.length || (lines && characters[at] === "\n");
      case "\\b":
        return (characters, at) => isWord(characters[at - 1]) !== isWord(characters[at]);
      case "\\B":
        return (characters, at) => isWord(characters[at - 1]) === isWord(characters[at]);
      default:
        return null;
    }
  }
}

function join(first: Piece, second: Piece): Piece {
  for (const exit of first.exits) exit(second.start);
  return { start: first.start, exits: second.exits };
}

/** A test whether a whole text matches; null for a pattern that no automaton can match. */
export function matcherFor(pattern: string, flags: string): ((text: string) => boolean) | null {
  const builder = new Builder(pattern, flags);
  let start: number;
  try {
    start = builder.build();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  const { states } = builder;
  return (text) => {
    const characters = [...text];
    let current = reach(states, [start], characters, 0);
    for (let at = 0; at < characters.length && current.size > 0; at++) {
      const onward: number[] = [];
      for (const number of current) {
        const state = states[number];
        if (state.on === "character" && state.test(characters[at])) onward.push(state.to);
      }
      current = reach(states, onward, characters, at + 1);
    }
    return [...current].some((number) => states[number].on === "accept");
  };
}

/** Every state that can be reached without a character. */
function reach(states: readonly State[], from: readonly number[], text: readonly string[], at: number): Set<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (reached.has(number)) continue;
    reached.add(number);
    const state = states[number];
    if (state.on === "split") open.push(state.to, state.or);
    else if (state.on === "assertion" && state.test(text, at)) open.push(state.to);
  }
  return reached;
}
