import type { EntityKind } from "../../model/index.ts";
import type { GenderSource } from "../cluster.ts";
import type { Gender, MentionCandidate } from "../mentions.ts";
import type { Prose } from "../prose.ts";

/** An earlier mention that a pronoun may go back to, with what is known of its entity by then. */
export interface Antecedent {
  readonly mention: MentionCandidate;
  readonly kind: EntityKind;
  /** Whether it is only something that nouns speak of, of no kind that makes an entity. */
  readonly open: boolean;
  /** The noun of its first description. */
  readonly noun: string | null;
  readonly gender: Gender | null;
  readonly genderFrom: GenderSource | null;
  /** Whether the entity has a proper name. */
  readonly named: boolean;
  readonly plural: boolean;
  /** Whether the mention is the source of a statement. */
  readonly isSource: boolean;
  /** A number for the entity: the same for mentions of the same. */
  readonly entity: number;
  /** How many mentions of the entity stand before. */
  readonly earlier: number;
  /** How many mentions of it are known in the whole text so far: its names stand for it everywhere. */
  readonly known: number;
  /** Whether the words that the pronoun speaks, in quotation marks beside it, name or describe the entity. */
  readonly isSpokenOf: boolean;
  /** Whether the sentence before speaks of this person and of no other. */
  readonly isOnly: boolean;
}

/** A pronoun whose antecedent is sought. */
export interface Anaphor {
  readonly mention: MentionCandidate;
  readonly isSource: boolean;
}

/** Features are hashed to this many bits. */
export const FEATURE_BITS = 17;
export const FEATURE_MASK = (1 << FEATURE_BITS) - 1;

/** A pair of a pronoun and a candidate has at most so many values. */
const MOST_VALUES = 128;

/**
 * The values of the features of one pair, in the order of their templates. There is one list for all pairs, for there are
 * many: made anew for each, they cost more than all that is worked out with them.
 */
export class PairValues {
  readonly list = new Int32Array(MOST_VALUES);
  count = 0;

  add(value: number): void {
    this.list[this.count++] = value;
  }
}

export const KIND_NUMBER: Readonly<Record<EntityKind, number>> = {
  Person: 1,
  Organization: 2,
  Group: 3,
  Place: 4,
  Document: 5,
  Event: 6,
  Topic: 7,
};
export const FORM_NUMBER = { named: 0, nominal: 1, pronoun: 2 } as const;

/** For each candidate the place of its entity among the entities mentioned most lately: 0 for the nearest; -1 for null. */
export function recency(candidates: readonly (Antecedent | null)[]): number[] {
  const places = new Map<number, number>();
  return candidates.map((candidate) => {
    if (candidate === null) return -1;
    const place = places.get(candidate.entity) ?? places.size;
    places.set(candidate.entity, place);
    return place;
  });
}

/** A number of things as one of eight. */
export const bucket = (value: number) => (value < 4 ? value : value < 6 ? 4 : value < 10 ? 5 : value < 20 ? 6 : 7);

/** 0 both outside quotations, 1 both in the same, 2 in different ones, 3 only the later, 4 only the earlier one. */
export function quoteRelation(mention: MentionCandidate, other: MentionCandidate): number {
  if (mention.quotation === -1) return other.quotation === -1 ? 0 : 4;
  if (other.quotation === -1) return 3;
  return mention.quotation === other.quotation ? 1 : 2;
}

/** Whether "'s" follows. */
export function followedByPossessive(prose: Prose, { last }: MentionCandidate): boolean {
  return last < prose.count && prose.tag(last) === "POS";
}

/** Whether a mention is the first or second word of its sentence. */
export function opensSentence(prose: Prose, { first }: MentionCandidate): boolean {
  return first - prose.words.sentenceStart[prose.words.sentence[first]] <= 1;
}

/** Paragraphs between two mentions, at most 3. */
export function blockDistance(prose: Prose, mention: MentionCandidate, other: MentionCandidate): number {
  return Math.min(prose.words.sentenceBlock[mention.sentence] - prose.words.sentenceBlock[other.sentence], 3);
}

/** Sentences between two mentions as one of eight. */
export function sentenceDistance(mention: MentionCandidate, other: MentionCandidate): number {
  const sentences = mention.sentence - other.sentence;
  return sentences < 6 ? sentences : sentences < 11 ? 6 : 7;
}
