import { choicesOf } from "../../extract/coreference-model/features.ts";
import { COREFERENCE_VERSION } from "../../extract/coreference-model/index.ts";
import { WEIGHT_COUNT } from "../../extract/coreference-model/ranker.ts";
import { natureOf } from "../../extract/coreference-model/senses.ts";
import { Weights } from "../../language/index.ts";
import { progress, seededRandom, shuffle } from "../lib/index.ts";
import type { Scene } from "./scenes.ts";
import { nounSenses } from "./senses.ts";

/** A pronoun with what it may go back to: the last choice is "none of them". */
export interface Question {
  readonly choices: readonly Int32Array[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

export interface RankerSettings {
  readonly epochs: number;
  readonly rate: number;
  /** What share of each weight is taken back after an epoch: what few pronouns speak for fades. */
  readonly decay: number;
  /** How much an automatic chain counts beside a gold one. */
  readonly silverWeight: number;
  /** Trainings whose mean is taken. */
  readonly runs: number;
  readonly seed: number;
}

export const RANKER_SETTINGS: RankerSettings = {
  epochs: 6,
  rate: 0.015,
  decay: 0.1,
  silverWeight: 0.15,
  runs: 3,
  seed: 11,
};

/** Of 127 steps a weight must come to more than so many: smaller ones cost bytes and tell little. */
const LEAST_WEIGHT = 4;
/** A choice whose probability is off by less teaches nothing. */
const LEAST_STEP = 1e-4;

/**
 * Trains the ranker of antecedents: the likelihood of all right candidates together is maximised by AdaGrad (Duchi, Hazan
 * and Singer 2011). What ships is the mean of the weights after each pass, of several trainings that differ in the order.
 */
export function trainRanker(asked: readonly Question[], settings: RankerSettings = RANKER_SETTINGS): Weights {
  progress(`coreference: learning from ${asked.length} pronouns`);
  const sums = new Float64Array(WEIGHT_COUNT);
  for (let run = 0; run < settings.runs; run++) addMeans(asked, { ...settings, seed: settings.seed + run }, sums);
  return packRanker(sums.map((sum) => sum / settings.runs));
}

/** Adds the mean of the weights of one training. */
function addMeans(asked: readonly Question[], settings: RankerSettings, sums: Float64Array): void {
  const questions = [...asked];
  const learner = new Learner();
  const { weights } = learner;
  const random = seededRandom(settings.seed);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(questions, random);
    for (const question of questions) learner.learn(question, settings.rate);
    for (let i = 0; i < WEIGHT_COUNT; i++) {
      weights[i] *= 1 - settings.decay;
      sums[i] += weights[i] / settings.epochs;
    }
  }
}

/** Goes through a text with the right answer for each pronoun and keeps the questions. */
export function questionsOf(scene: Scene, settings: RankerSettings = RANKER_SETTINGS): Question[] {
  const questions: Question[] = [];
  scene.resolve({
    natureOf: (noun) => natureOf(nounSenses(), noun),
    choose(prose, anaphor, candidates) {
      const chain = scene.chainOf(anaphor.mention);
      const right = candidates.map(({ mention }) => chain !== -1 && scene.chainOf(mention) === chain);
      const answer = right.indexOf(true);
      // The automatic chains leave out what stands alone, so a pronoun without an answer means nothing there
      if (answer !== -1 || scene.source.gold) {
        questions.push({
          choices: choicesOf(prose, anaphor, candidates, nounSenses()),
          right: [...right, answer === -1],
          weight: scene.source.gold ? 1 : settings.silverWeight,
        });
      }
      return answer;
    },
  });
  return questions;
}

/** The weights while they are being learnt, with room for the gradient of one question. */
class Learner {
  readonly weights = new Float64Array(WEIGHT_COUNT);
  private readonly squares = new Float64Array(WEIGHT_COUNT).fill(0.01);
  private readonly gradient = new Float64Array(WEIGHT_COUNT);

  learn({ choices, right, weight }: Question, rate: number): void {
    const { weights, squares, gradient } = this;
    const scores = choices.map((features) => {
      let score = 0;
      for (const hash of features) score += weights[hash];
      return score;
    });
    const top = Math.max(...scores);
    const exps = scores.map((score) => Math.exp(score - top));
    const all = exps.reduce((sum, value) => sum + value, 0);
    const good = exps.reduce((sum, value, i) => sum + (right[i] ? value : 0), 0);
    const moved: Int32Array[] = [];
    choices.forEach((features, i) => {
      const step = weight * ((right[i] && good > 0 ? exps[i] / good : 0) - exps[i] / all);
      if (Math.abs(step) < LEAST_STEP) return;
      for (const hash of features) gradient[hash] += step;
      moved.push(features);
    });
    for (const features of moved) {
      for (const hash of features) {
        const value = gradient[hash];
        if (value === 0) continue;
        squares[hash] += value * value;
        weights[hash] += (rate * value) / Math.sqrt(squares[hash]);
        gradient[hash] = 0;
      }
    }
  }
}

const inSteps = (value: number) => (Math.abs(value) > LEAST_WEIGHT ? Math.round(value) : 0);

function packRanker(weights: Float64Array): Weights {
  const top = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = top / 127;
  return new Weights("coreference", COREFERENCE_VERSION, [
    ["weights", Int8Array.from(weights, (value) => inSteps(value / scale))],
    ["scale", Float32Array.of(scale)],
    ["senses", nounSenses()],
  ]);
}
