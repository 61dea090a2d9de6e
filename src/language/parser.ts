import {
  RELATION_FEATURES,
  relationFeatures,
  type SentenceView,
  TRANSITION_FEATURES,
  transitionFeatures,
  viewSentence,
} from "./parser-features.ts";
import { NONE, ParserState } from "./parser-state.ts";
import type { Weights } from "./weights.ts";

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export const TRANSITIONS = 3;

/** What a parser knows, as typed arrays; rows overlap as in `TaggerTables`. */
export interface ParserTables {
  /** 2ⁿ places and `TRANSITIONS` more. */
  readonly transitions: Int8Array | Float32Array;
  /** 2ⁿ places and `RELATIONS.length` more. */
  readonly relations: Int8Array | Float32Array;
  /** The relations words of tag `t` have to a head on their right are `choices[choiceStart[2t]] …`, on their left `[2t + 1]`. */
  readonly choiceStart: Uint16Array;
  readonly choices: Uint8Array;
}

/** The tables of a parser in a weights file. */
export function parserTables(weights: Weights): ParserTables {
  return {
    transitions: weights.array("parser.transitions", "Int8Array"),
    relations: weights.array("parser.relations", "Int8Array"),
    choiceStart: weights.array("parser.choices.start", "Uint16Array"),
    choices: weights.array("parser.choices", "Uint8Array"),
  };
}

/**
 * A greedy dependency parser: arc-hybrid transitions chosen by an averaged perceptron trained with a dynamic oracle
 * (Goldberg and Nivre 2013); a second one names the relation of each arc when it is made. Linear in the words.
 */
export class Parser {
  readonly state = new ParserState();
  private readonly tables: ParserTables;
  private readonly transitionBits: number;
  private readonly relationBits: number;
  private readonly transitionPlaces = new Int32Array(TRANSITION_FEATURES);
  private readonly relationPlaces = new Int32Array(RELATION_FEATURES);
  /** Scores of the three transitions, of the last call of `scoreTransitions`. */
  readonly scores = new Float64Array(TRANSITIONS);

  constructor(tables: ParserTables) {
    this.tables = tables;
    this.transitionBits = Math.floor(Math.log2(tables.transitions.length));
    this.relationBits = Math.floor(Math.log2(tables.relations.length));
  }

  /**
   * Parses one sentence, given the hashes of its forms and its tags, and writes heads (-1 for the root's child) and
   * relations of its words into the columns of a document in which it begins at word `first`.
   */
  parse(folded: Int32Array, tags: Uint8Array, first: number, head: Int32Array, relation: Uint8Array): void {
    const { state } = this;
    const { length } = folded;
    const view = viewSentence(folded, tags);
    state.reset(length);
    while (!state.isFinal()) {
      const transition = this.bestTransition(view);
      if (transition === SHIFT) {
        state.shift();
      } else {
        const child = state.stacked(0);
        const parent = transition === LEFT ? state.next : state.stacked(1);
        const label = this.bestRelation(view, parent, child, tags[child]);
        if (transition === LEFT) state.leftArc(label);
        else state.rightArc(label);
      }
    }
    for (let i = 0; i < length; i++) {
      head[first + i] = state.head[i] === length ? NONE : first + state.head[i];
      relation[first + i] = state.relation[i];
    }
  }

  /** The best transition that is possible now. */
  bestTransition(view: SentenceView): number {
    const { state } = this;
    const shift = state.canShift();
    const left = state.canLeft();
    const right = state.canRight();
    if (!left && !right) return SHIFT;
    if (!shift && !(left && right)) return left ? LEFT : RIGHT;
    this.scoreTransitions(view);
    let best = shift ? SHIFT : NONE;
    if (left && (best === NONE || this.scores[LEFT] > this.scores[best])) best = LEFT;
    if (right && (best === NONE || this.scores[RIGHT] > this.scores[best])) best = RIGHT;
    return best;
  }

  /** Fills `scores`. */
  scoreTransitions(view: SentenceView): void {
    const { transitions } = this.tables;
    const places = this.transitionPlaces;
    transitionFeatures(this.state, view, places, this.transitionBits);
    let shift = 0;
    let left = 0;
    let right = 0;
    for (let f = 0; f < TRANSITION_FEATURES; f++) {
      const place = places[f];
      shift += transitions[place];
      left += transitions[place + LEFT];
      right += transitions[place + RIGHT];
    }
    this.scores[SHIFT] = shift;
    this.scores[LEFT] = left;
    this.scores[RIGHT] = right;
  }

  /** The best relation of `child`, whose tag is `tag`, to `head`, in the current state. */
  bestRelation(view: SentenceView, head: number, child: number, tag: number): number {
    if (head === this.state.length) return 0;
    const { relations, choices, choiceStart } = this.tables;
    const side = 2 * tag + (head > child ? 0 : 1);
    const first = choiceStart[side];
    const last = choiceStart[side + 1];
    if (last - first === 1) return choices[first];
    const places = this.relationPlaces;
    relationFeatures(this.state, view, head, child, places, this.relationBits);
    let best = choices[first];
    let most = Number.NEGATIVE_INFINITY;
    for (let c = first; c < last; c++) {
      const label = choices[c];
      let score = 0;
      for (let f = 0; f < RELATION_FEATURES; f++) score += relations[places[f] + label];
      if (score > most) {
        best = label;
        most = score;
      }
    }
    return best;
  }
}
