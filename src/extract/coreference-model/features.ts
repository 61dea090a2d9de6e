import { finish, mix } from "../../language/hash.ts";
import type { GenderSource } from "../cluster.ts";
import type { Gender, MentionCandidate } from "../mentions.ts";
import type { Prose } from "../prose.ts";
import {
  type Anaphor,
  type Antecedent,
  blockDistance,
  bucket,
  FEATURE_MASK,
  FORM_NUMBER,
  followedByPossessive,
  KIND_NUMBER,
  opensSentence,
  PairValues,
  quoteRelation,
  recency,
  sentenceDistance,
} from "./antecedent.ts";
import type { NounSenses } from "./senses.ts";
import { addSpeakingValues } from "./speaking.ts";
import { addClauseValues, addNounValues, type OwnWords, ownWords } from "./words-around.ts";

/** Pronouns that behave alike: he and she, it, they; subjects, objects, possessives. */
function classOf({ head }: MentionCandidate): number {
  const person = /^(?:he|she|him|his|her|hers|himself|herself)$/.test(head)
    ? 0
    : /^(?:it|its|itself)$/.test(head)
      ? 1
      : 2;
  const role = /self|selves/.test(head)
    ? 3
    : /^(?:his|hers?|its|their|theirs)$/.test(head)
      ? 2
      : /^(?:him|them)$/.test(head)
        ? 1
        : 0;
  return person * 4 + role;
}

/** The features of every choice: entry `i` for candidate `i`, and one entry more for "none of them". */
export function choicesOf(
  prose: Prose,
  anaphor: Anaphor,
  candidates: readonly Antecedent[],
  senses: NounSenses,
): Int32Array[] {
  const choices: Int32Array[] = [];
  eachChoice(prose, anaphor, candidates, senses, (features, count) => choices.push(features.slice(0, count)));
  return choices;
}

/**
 * Goes through the choices in the same order without keeping their features: `visit` gets a list, of which the first `count`
 * count, and which the next choice overwrites.
 */
export function eachChoice(
  prose: Prose,
  anaphor: Anaphor,
  candidates: readonly Antecedent[],
  senses: NounSenses,
  visit: (features: Int32Array, count: number) => void,
): void {
  const order = recency(candidates);
  const inSentence = new Map<number, number>();
  for (const { mention } of candidates) inSentence.set(mention.sentence, (inSentence.get(mention.sentence) ?? 0) + 1);
  const scene: Rivals = {
    own: ownWords(prose, anaphor.mention, senses),
    kind: classOf(anaphor.mention),
    leftOrder: candidates.map(({ mention }) => {
      const left = inSentence.get(mention.sentence)! - 1;
      inSentence.set(mention.sentence, left);
      return left;
    }),
    mostMentioned: candidates.reduce((most, { earlier }) => Math.max(most, earlier), 0),
    mostKnown: candidates.reduce((most, { known }) => Math.max(most, known), 0),
    spoken: new Set(candidates.filter((candidate) => candidate.isSource).map(({ entity }) => entity)),
    agreeing: new Set(candidates.filter(({ gender }) => agrees(anaphor, gender)).map(({ entity }) => entity)),
    speakingOrder: recency(candidates.map((candidate) => (candidate.isSource ? candidate : null))),
    agreeingOrder: recency(candidates.map((candidate) => (agrees(anaphor, candidate.gender) ? candidate : null))),
  };
  for (let i = 0; i < candidates.length; i++) {
    values.count = 0;
    addPairValues(prose, anaphor, candidates[i], order[i], i, scene, values);
    visit(features, hashValues(values, 1, scene.kind, features));
  }
  values.count = 0;
  addNoneValues(prose, anaphor, candidates, order, values);
  visit(features, hashValues(values, 200, scene.kind, features));
}

const values = new PairValues();
const features = new Int32Array(2 * values.list.length);

/** Hashes each value by itself and with the kind of pronoun; answers how many features that makes. */
function hashValues({ list, count }: PairValues, firstTemplate: number, kind: number, out: Int32Array): number {
  for (let i = 0; i < count; i++) {
    const hash = mix(firstTemplate + i, list[i]);
    out[2 * i] = finish(mix(hash, -1)) & FEATURE_MASK;
    out[2 * i + 1] = finish(mix(hash, kind)) & FEATURE_MASK;
  }
  return 2 * count;
}

/** What all candidates together tell about one. */
interface Rivals {
  readonly own: OwnWords;
  readonly kind: number;
  /** How many of the candidates in the same sentence stand further left. */
  readonly leftOrder: readonly number[];
  readonly mostMentioned: number;
  readonly mostKnown: number;
  /** The entities that are the source of a statement among the candidates. */
  readonly spoken: ReadonlySet<number>;
  /** The entities whose gender is known to be the pronoun's. */
  readonly agreeing: ReadonlySet<number>;
  /** Places among these alone. */
  readonly agreeingOrder: readonly number[];
  /** Places among those that spoke, the last speaker first. */
  readonly speakingOrder: readonly number[];
}

function agrees({ mention }: Anaphor, gender: Gender | null): boolean {
  return gender !== null && gender === mention.gender;
}

function addPairValues(
  prose: Prose,
  anaphor: Anaphor,
  candidate: Antecedent,
  place: number,
  index: number,
  rivals: Rivals,
  values: PairValues,
): void {
  const { mention, isSource } = anaphor;
  const other = candidate.mention;
  const distance = sentenceDistance(mention, other);
  const form = FORM_NUMBER[other.form] * 2 + (other.definite ? 1 : 0);
  const gender = candidate.gender === null ? 0 : candidate.gender === mention.gender ? 1 : 2;
  const between = distance === 0 ? verbsBetween(prose, other.last, mention.first) : 0;
  const role = (other.subject ? 1 : 0) | (candidate.isSource ? 2 : 0) | (followedByPossessive(prose, other) ? 4 : 0);
  const own = (mention.subject ? 1 : 0) | (isSource ? 2 : 0);
  const quotes = quoteRelation(mention, other);
  const sameWord = other.form === "pronoun" ? (other.head === mention.head ? 2 : 1) : 0;
  const before = prepositionBefore(prose, other) ? 1 : 0;
  const block = blockDistance(prose, mention, other);
  const salience = bucket(candidate.earlier);
  const plural = (candidate.plural ? 1 : 0) | (other.plural ? 2 : 0);
  const rank = mention.kinds.indexOf(candidate.kind);
  // How many others agree in gender, and which of those that do this one is
  const agreeing = gender === 1 ? 4 + Math.min(rivals.agreeingOrder[index], 3) : Math.min(rivals.agreeing.size, 3);
  addClauseValues(prose, candidate, { distance, plural, form, left: rivals.leftOrder[index] }, rivals.own, values);
  addNounValues(prose, candidate, { distance, plural, form, place, role, own }, rivals.own, values);
  values.add(distance);
  values.add(distance * 16 + role);
  values.add(Math.min(place, 8));
  values.add(Math.min(place, 8) * 16 + distance);
  values.add(form);
  values.add(form * 16 + role);
  values.add(gender);
  values.add(gender * 16 + Math.min(place, 8));
  values.add(KIND_NUMBER[candidate.kind]);
  values.add(KIND_NUMBER[candidate.kind] * 8 + form);
  values.add(role * 4 + own);
  values.add(quotes);
  values.add(quotes * 64 + role * 4 + own);
  values.add(sameWord);
  values.add(sameWord * 16 + distance);
  values.add(before * 8 + form);
  values.add(block * 8 + Math.min(distance, 3));
  values.add(salience);
  values.add(salience * 16 + Math.min(place, 8));
  values.add(candidate.earlier === rivals.mostMentioned ? 1 : 0);
  values.add(candidate.known === rivals.mostKnown ? 1 : 0);
  values.add(Math.floor((8 * candidate.known) / rivals.mostKnown));
  values.add(agreeing);
  values.add(agreeing * 16 + Math.min(distance, 3) * 4 + (role & 3));
  values.add((role * 4 + own) * 8 + distance);
  values.add(bucket(mention.first - other.last));
  values.add(index === 0 ? 1 : 0);
  values.add(plural);
  values.add(plural * 8 + KIND_NUMBER[candidate.kind]);
  values.add(distance === 0 ? between * 16 + own * 4 + (other.subject ? 1 : 0) : 99);
  values.add(opensSentence(prose, other) ? 1 : 0);
  values.add((opensSentence(prose, other) ? 1 : 0) * 4 + (opensSentence(prose, mention) ? 2 : 0));
  values.add(rank + 1);
  values.add(candidate.named ? 1 : 0);
  values.add((candidate.named ? 1 : 0) * 4 + gender);
  values.add((candidate.named ? 1 : 0) * 32 + Math.min(place, 8) * 2 + (mention.gender === null ? 0 : 1));
  values.add(candidate.isSpokenOf ? 1 : 0);
  values.add((candidate.isSpokenOf ? 1 : 0) * 4 + (other.quotation === -1 ? 0 : 1));
  values.add(Math.min(rivals.speakingOrder[index], 3) + 1);
  values.add(
    (Math.min(rivals.speakingOrder[index], 3) + 1) * 64 + own * 16 + Math.min(distance, 3) * 4 + Math.min(quotes, 3),
  );
  values.add(candidate.isOnly ? 1 : 0);
  values.add((candidate.isOnly ? 1 : 0) * 8 + gender);
  const hasSpoken = rivals.spoken.has(candidate.entity);
  addSpeakingValues(prose, anaphor, candidate, { distance, place, role, hasSpoken }, values);
  values.add(gender * 4 + (candidate.genderFrom === null ? 0 : GENDER_SOURCE_NUMBER[candidate.genderFrom]));
}

const GENDER_SOURCE_NUMBER: Readonly<Record<GenderSource, number>> = { word: 1, name: 2, pronoun: 3 };

/** What speaks for no antecedent at all: "it is clear that …", somebody not mentioned before. */
function addNoneValues(
  prose: Prose,
  { mention, isSource }: Anaphor,
  candidates: readonly Antecedent[],
  order: readonly number[],
  values: PairValues,
): void {
  const entities = order.length === 0 ? 0 : Math.max(...order) + 1;
  const fitting = candidates.filter(({ gender }) => gender !== null && gender === mention.gender).length;
  const next = (step: number) => (mention.last + step < prose.count ? prose.words.tag[mention.last + step] : 63);
  const nextIsBe = mention.last < prose.count && prose.lemma(mention.last) === "be" ? 1 : 0;
  const nearest = candidates.length === 0 ? 7 : Math.min(mention.sentence - candidates[0].mention.sentence, 6);
  values.add(1);
  values.add(Math.min(entities, 6));
  values.add(nearest);
  values.add(Math.min(fitting, 3));
  values.add((mention.subject ? 1 : 0) | (isSource ? 2 : 0) | (mention.quotation === -1 ? 0 : 4));
  values.add(nextIsBe * 64 + next(1));
  values.add(next(0));
  values.add(mention.first > 0 ? prose.words.tag[mention.first - 1] : 63);
  values.add(opensSentence(prose, mention) ? 1 : 0);
}

/** Finite verbs between two words, at most 3. */
function verbsBetween(prose: Prose, from: number, to: number): number {
  let verbs = 0;
  for (let word = from; word < to && word < from + 40 && verbs < 3; word++) if (prose.isFiniteVerb(word)) verbs++;
  return verbs;
}

function prepositionBefore(prose: Prose, { first }: MentionCandidate): boolean {
  return first > 0 && (prose.tag(first - 1) === "IN" || prose.tag(first - 1) === "TO");
}
