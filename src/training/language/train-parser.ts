import { describeForms } from "../../language/forms.ts";
import { LEFT, Parser, type ParserTables, RIGHT, SHIFT, TRANSITIONS } from "../../language/parser.ts";
import {
  RELATION_FEATURES,
  relationFeatures,
  type SentenceView,
  TRANSITION_FEATURES,
  transitionFeatures,
  viewSentence,
} from "../../language/parser-features.ts";
import { RELATION_NUMBER, RELATIONS } from "../../language/relations.ts";
import type { WeightArray } from "../../language/weights.ts";
import { TAGS, type Words } from "../../model/index.ts";
import { AveragedWeights, FeatureGate, progress, quantise, seededRandom, shuffle } from "../lib/index.ts";
import { type GoldTree, goldTree, transitionCosts } from "./oracle.ts";

export interface ParserSettings {
  readonly epochs: number;
  /** 2ⁿ places for the weights of transitions and of relations. */
  readonly transitionBits: number;
  readonly relationBits: number;
  /** How often the parser follows its own choice instead of the oracle's, from the second epoch. */
  readonly exploration: number;
  /** A feature is learnt from its so-many-th mistake on. */
  readonly leastMistakes: number;
  readonly seed: number;
}

export const PARSER_SETTINGS: ParserSettings = {
  epochs: 6,
  transitionBits: 20,
  relationBits: 18,
  exploration: 0.9,
  leastMistakes: 4,
  seed: 1,
};

/** A document with gold trees and the tags that the tagger gives when it hasn't seen the document. */
export interface ParserDocument {
  readonly words: Words;
  readonly tags: Uint8Array;
}

interface Sentence {
  readonly view: SentenceView;
  readonly tags: Uint8Array;
  readonly gold: GoldTree;
  readonly relation: Uint8Array;
}

/** Features are counted among 2ⁿ places. */
const GATE_BITS = 24;

/** Weights below this many of 127 steps are dropped: 0.1 points of accuracy for a fifth of the file. */
const LEAST_WEIGHT = 4;

/** A relation rarer than this share of its tag's and side's arcs isn't offered there. */
const LEAST_SHARE = 0.0005;

/** Trains a parser; the arrays are those of the weights file. */
export function trainParser(
  documents: readonly ParserDocument[],
  settings: ParserSettings = PARSER_SETTINGS,
): [string, WeightArray][] {
  const sentences = documents.flatMap(({ words, tags }) => {
    const { folded } = describeForms(words.text, words.start, words.end, words.count);
    return Array.from({ length: words.sentenceStart.length - 1 }, (_, s): Sentence => {
      const from = words.sentenceStart[s];
      const to = words.sentenceStart[s + 1];
      const own = tags.subarray(from, to);
      return {
        view: viewSentence(folded.subarray(from, to), own),
        tags: own,
        gold: goldTree(words.head, from, to),
        relation: words.relation.subarray(from, to),
      };
    });
  });
  const trainer = new ParserTrainer(collectChoices(documents), settings);
  const random = seededRandom(settings.seed);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    const exploration = epoch === 1 ? 0 : settings.exploration;
    for (const sentence of shuffle(sentences, random)) trainer.learn(sentence, exploration, random);
    trainer.report(epoch);
  }
  return trainer.arrays();
}

class ParserTrainer {
  private readonly choices: Pick<ParserTables, "choices" | "choiceStart">;
  private readonly transitions: AveragedWeights;
  private readonly relations: AveragedWeights;
  private readonly parser: Parser;
  private readonly transitionGate: FeatureGate;
  private readonly relationGate: FeatureGate;
  private readonly settings: ParserSettings;
  /** Places of features among 2ⁿ, n = `GATE_BITS`. */
  private readonly gatePlaces = new Int32Array(TRANSITION_FEATURES);
  private readonly costs = new Float64Array(TRANSITIONS);
  private arcs = 0;
  private wrongHeads = 0;
  private wrongRelations = 0;

  constructor(choices: Pick<ParserTables, "choices" | "choiceStart">, settings: ParserSettings) {
    this.choices = choices;
    this.settings = settings;
    this.transitionGate = new FeatureGate(GATE_BITS, settings.leastMistakes);
    this.relationGate = new FeatureGate(GATE_BITS, settings.leastMistakes);
    this.transitions = new AveragedWeights(2 ** settings.transitionBits + TRANSITIONS);
    this.relations = new AveragedWeights(2 ** settings.relationBits + RELATIONS.length);
    this.parser = new Parser({
      ...choices,
      transitions: this.transitions.current,
      relations: this.relations.current,
    });
  }

  learn(sentence: Sentence, exploration: number, random: () => number): void {
    const { view, tags, gold, relation } = sentence;
    const { state } = this.parser;
    const onStack = new Uint8Array(gold.length + 1);
    state.reset(gold.length);
    while (!state.isFinal()) {
      const transition = this.step(view, gold, onStack, exploration, random);
      if (transition === SHIFT) {
        onStack[state.next] = 1;
        state.shift();
        continue;
      }
      const child = state.stacked(0);
      const head = transition === LEFT ? state.next : state.stacked(1);
      const label = this.nameRelation(view, head, child, tags[child], gold, relation[child]);
      onStack[child] = 0;
      if (transition === LEFT) state.leftArc(label);
      else state.rightArc(label);
    }
  }

  /** Decides about the next transition and learns from it. */
  private step(
    view: SentenceView,
    gold: GoldTree,
    onStack: Uint8Array,
    exploration: number,
    random: () => number,
  ): number {
    const { state, scores } = this.parser;
    const { costs } = this;
    transitionCosts(state, gold, onStack, costs);
    this.parser.scoreTransitions(view);
    let best = -1;
    let bestRight = -1;
    const cheapest = Math.min(costs[SHIFT], costs[LEFT], costs[RIGHT]);
    for (let t = 0; t < TRANSITIONS; t++) {
      if (costs[t] === Number.POSITIVE_INFINITY) continue;
      if (best < 0 || scores[t] > scores[best]) best = t;
      if (costs[t] === cheapest && (bestRight < 0 || scores[t] > scores[bestRight])) bestRight = t;
    }
    if (costs[best] > cheapest) {
      const { gatePlaces } = this;
      transitionFeatures(state, view, gatePlaces, GATE_BITS);
      for (let f = 0; f < TRANSITION_FEATURES; f++) {
        if (!this.transitionGate.admits(gatePlaces[f])) continue;
        const place = gatePlaces[f] >>> (GATE_BITS - this.settings.transitionBits);
        this.transitions.change(place + bestRight, 1);
        this.transitions.change(place + best, -1);
      }
    }
    this.transitions.tick();
    return random() < exploration ? best : bestRight;
  }

  /** Names the relation of the arc about to be made and learns from it where the arc is right. */
  private nameRelation(
    view: SentenceView,
    head: number,
    child: number,
    tag: number,
    gold: GoldTree,
    right: number,
  ): number {
    const label = this.parser.bestRelation(view, head, child, tag);
    if (head === gold.length) return label;
    this.arcs++;
    if (gold.head[child] !== head) {
      this.wrongHeads++;
      return label;
    }
    const { choiceStart, choices } = this.choices;
    const side = 2 * tag + (head > child ? 0 : 1);
    const offered = choices.subarray(choiceStart[side], choiceStart[side + 1]).includes(right);
    if (label !== right && offered) {
      this.wrongRelations++;
      const { gatePlaces } = this;
      relationFeatures(this.parser.state, view, head, child, gatePlaces, GATE_BITS);
      for (let f = 0; f < RELATION_FEATURES; f++) {
        if (!this.relationGate.admits(gatePlaces[f])) continue;
        const place = gatePlaces[f] >>> (GATE_BITS - this.settings.relationBits);
        this.relations.change(place + right, 1);
        this.relations.change(place + label, -1);
      }
    }
    this.relations.tick();
    return label;
  }

  report(epoch: number): void {
    const percent = (n: number) => ((100 * n) / this.arcs).toFixed(2);
    progress(
      `parser: epoch ${epoch}, ${percent(this.wrongHeads)} % heads, ${percent(this.wrongRelations)} % relations wrong`,
    );
    this.arcs = 0;
    this.wrongHeads = 0;
    this.wrongRelations = 0;
  }

  arrays(): [string, WeightArray][] {
    return [
      ["parser.transitions", quantise(this.transitions.averaged(), LEAST_WEIGHT)],
      ["parser.relations", quantise(this.relations.averaged(), LEAST_WEIGHT)],
      ["parser.choices.start", this.choices.choiceStart],
      ["parser.choices", this.choices.choices],
    ];
  }
}

/** Which relations words of each tag have to heads on either side. */
function collectChoices(documents: readonly ParserDocument[]): Pick<ParserTables, "choices" | "choiceStart"> {
  const counts = Array.from({ length: 2 * TAGS.length }, () => new Uint32Array(RELATIONS.length));
  for (const { words, tags } of documents) {
    for (let i = 0; i < words.count; i++) {
      if (words.head[i] < 0) continue;
      counts[2 * tags[i] + (words.head[i] > i ? 0 : 1)][words.relation[i]]++;
    }
  }
  const lists = counts.map((seen) => {
    const total = seen.reduce((sum, n) => sum + n, 0);
    const list = [...seen.keys()].filter((r) => seen[r] >= 2 && seen[r] / total >= LEAST_SHARE);
    return list.length > 0 ? list : [RELATION_NUMBER.dep];
  });
  const choiceStart = new Uint16Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) choiceStart[i + 1] = choiceStart[i] + lists[i].length;
  return { choiceStart, choices: Uint8Array.from(lists.flat()) };
}
