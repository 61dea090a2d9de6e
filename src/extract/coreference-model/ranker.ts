import type { AntecedentChooser } from "../coreference.ts";
import type { Prose } from "../prose.ts";
import { type Anaphor, type Antecedent, FEATURE_BITS } from "./antecedent.ts";
import { eachChoice } from "./features.ts";
import { type NounSenses, natureOf } from "./senses.ts";

/** Raised whenever the code that uses the arrays of `weights/coreference.bin` changes. */
export const COREFERENCE_VERSION = 5;

/** The trained ranker of antecedents: one weight for each hashed feature. */
export interface CoreferenceModel {
  /** 2^FEATURE_BITS numbers. */
  readonly weights: Int8Array;
  /** What an integer of `weights` is worth. */
  readonly scale: number;
  readonly senses: NounSenses;
}

/**
 * The probability of each candidate to be what a pronoun goes back to, and as one entry more that of
 * none of them; together 1. A log-linear ranker of mentions (Durrett and Klein 2013).
 */
export function rankAntecedents(
  prose: Prose,
  anaphor: Anaphor,
  candidates: readonly Antecedent[],
  model: CoreferenceModel,
): Float64Array {
  const probabilities = new Float64Array(candidates.length + 1);
  const { weights, scale } = model;
  let next = 0;
  let top = Number.NEGATIVE_INFINITY;
  eachChoice(prose, anaphor, candidates, model.senses, (features, count) => {
    let score = 0;
    for (let i = 0; i < count; i++) score += weights[features[i]];
    probabilities[next] = score * scale;
    top = Math.max(top, probabilities[next++]);
  });
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) sum += probabilities[i] = Math.exp(probabilities[i] - top);
  for (let i = 0; i < probabilities.length; i++) probabilities[i] /= sum;
  return probabilities;
}

/** Whoever speaks is seldom nobody that was spoken of: there "none" must be so many times as likely to win. */
const SPEAKER_FACTOR = 2;

/**
 * Chooses the entity a pronoun goes back to: the probabilities of all its mentions are added up. Returns
 * the index of its likeliest mention with the entity's probability, or null where "none" is likelier than
 * any, for pronouns that speak much likelier.
 */
export function chooseAntecedent(
  prose: Prose,
  anaphor: Anaphor,
  candidates: readonly Antecedent[],
  model: CoreferenceModel,
): { readonly index: number; readonly probability: number } | null {
  const probabilities = rankAntecedents(prose, anaphor, candidates, model);
  const byEntity = new Map<number, { sum: number; index: number }>();
  candidates.forEach(({ entity }, index) => {
    const known = byEntity.get(entity);
    if (known === undefined) byEntity.set(entity, { sum: probabilities[index], index });
    else {
      known.sum += probabilities[index];
      if (probabilities[index] > probabilities[known.index]) known.index = index;
    }
  });
  let best: { index: number; probability: number } | null = null;
  for (const { sum, index } of byEntity.values()) {
    if (best === null || sum > best.probability) best = { index, probability: sum };
  }
  const factor = anaphor.isSource ? SPEAKER_FACTOR : 1;
  return best !== null && best.probability * factor > probabilities[candidates.length] ? best : null;
}

export const WEIGHT_COUNT = 1 << FEATURE_BITS;

/** What the reader's coreference asks: the trained ranker behind its interface. */
export function antecedentChooser(model: CoreferenceModel): AntecedentChooser & { readonly name: string } {
  return {
    name: `coreference/${COREFERENCE_VERSION}`,
    natureOf: (noun) => natureOf(model.senses, noun),
    choose: (prose, anaphor, candidates) => chooseAntecedent(prose, anaphor, candidates, model)?.index ?? -1,
  };
}
