import { choicesOf } from "../../extract/coreference-model/features.ts";
import { COREFERENCE_VERSION } from "../../extract/coreference-model/index.ts";
import { WEIGHT_COUNT } from "../../extract/coreference-model/ranker.ts";
import { Weights } from "../../language/index.ts";
import { progress, seededRandom, shuffle } from "../lib/index.ts";
import type { Scene } from "./scenes.ts";

/** A pronoun with what it may go back to: the last choice is "none of them". */
export interface Question {
  readonly choices: readonly Int32Array[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

export interface RankerSettings {
  readonly epochs: number;
  readonly rate: number;
  /** How much an automatic chain counts beside a gold one. */
  readonly silverWeight: number;
  readonly seed: number;
}

export const RANKER_SETTINGS: RankerSettings = { epochs: 4, rate: 0.03, silverWeight: 0.15, seed: 11 };

/** Trains the ranker of antecedents: the likelihood of all right candidates together is maximised by AdaGrad. */
export function trainRanker(asked: readonly Question[], settings: RankerSettings = RANKER_SETTINGS): Weights {
  const questions = [...asked];
  progress(`coreference: learning from ${questions.length} pronouns`);
  const weights = new Float64Array(WEIGHT_COUNT);
  const squares = new Float64Array(WEIGHT_COUNT).fill(0.01);
  const random = seededRandom(settings.seed);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(questions, random);
    for (const question of questions) learn(question, weights, squares, settings.rate);
  }
  return packRanker(weights);
}

/** Goes through a text with the right answer for each pronoun and keeps the questions. */
export function questionsOf(scene: Scene, settings: RankerSettings = RANKER_SETTINGS): Question[] {
  const questions: Question[] = [];
  scene.resolve({
    choose(prose, anaphor, candidates) {
      const chain = scene.chainOf(anaphor.mention);
      const right = candidates.map(({ mention }) => chain !== -1 && scene.chainOf(mention) === chain);
      const answer = right.indexOf(true);
      // The automatic chains leave out what stands alone, so a pronoun without an answer means nothing there
      if (answer !== -1 || scene.source.gold) {
        questions.push({
          choices: choicesOf(prose, anaphor, candidates),
          right: [...right, answer === -1],
          weight: scene.source.gold ? 1 : settings.silverWeight,
        });
      }
      return answer;
    },
  });
  return questions;
}

function learn({ choices, right, weight }: Question, weights: Float64Array, squares: Float64Array, rate: number): void {
  const scores = choices.map((features) => {
    let score = 0;
    for (const hash of features) score += weights[hash];
    return score;
  });
  const top = Math.max(...scores);
  const exps = scores.map((score) => Math.exp(score - top));
  const all = exps.reduce((sum, value) => sum + value, 0);
  const good = exps.reduce((sum, value, i) => sum + (right[i] ? value : 0), 0);
  const gradients = new Map<number, number>();
  choices.forEach((features, i) => {
    const gradient = weight * ((right[i] && good > 0 ? exps[i] / good : 0) - exps[i] / all);
    if (Math.abs(gradient) < 1e-4) return;
    for (const hash of features) gradients.set(hash, (gradients.get(hash) ?? 0) + gradient);
  });
  for (const [hash, gradient] of gradients) {
    squares[hash] += gradient * gradient;
    weights[hash] += (rate * gradient) / Math.sqrt(squares[hash]);
  }
}

function packRanker(weights: Float64Array): Weights {
  const top = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = top / 127;
  return new Weights("coreference", COREFERENCE_VERSION, [
    ["weights", Int8Array.from(weights, (value) => Math.round(value / scale))],
    ["scale", Float32Array.of(scale)],
  ]);
}
