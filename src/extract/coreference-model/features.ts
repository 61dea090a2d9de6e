import { feature2 } from "../../language/hash.ts";
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
  quoteRelation,
  recency,
  sentenceDistance,
} from "./antecedent.ts";
import type { NounSenses } from "./senses.ts";
import { clauseValues, nounValues, type OwnWords, ownWords } from "./words-around.ts";

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
  const order = recency(candidates);
  const inSentence = new Map<number, number>();
  for (const { mention } of candidates) inSentence.set(mention.sentence, (inSentence.get(mention.sentence) ?? 0) + 1);
  const scene: Rivals = {
    own: ownWords(prose, anaphor.mention, senses),
    leftOrder: candidates.map(({ mention }) => {
      const left = inSentence.get(mention.sentence)! - 1;
      inSentence.set(mention.sentence, left);
      return left;
    }),
    mostMentioned: candidates.reduce((most, { earlier }) => Math.max(most, earlier), 0),
    mostKnown: candidates.reduce((most, { known }) => Math.max(most, known), 0),
    agreeing: new Set(candidates.filter(({ gender }) => agrees(anaphor, gender)).map(({ entity }) => entity)),
    speakingOrder: recency(candidates.map((candidate) => (candidate.isSource ? candidate : null))),
    agreeingOrder: recency(candidates.map((candidate) => (agrees(anaphor, candidate.gender) ? candidate : null))),
  };
  const choices = candidates.map((candidate, i) => pairFeatures(prose, anaphor, candidate, order[i], i, scene));
  choices.push(noneFeatures(prose, anaphor, candidates, order));
  return choices;
}

/** What all candidates together tell about one. */
interface Rivals {
  readonly own: OwnWords;
  /** How many of the candidates in the same sentence stand further left. */
  readonly leftOrder: readonly number[];
  readonly mostMentioned: number;
  readonly mostKnown: number;
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

function pairFeatures(
  prose: Prose,
  { mention, isSource }: Anaphor,
  candidate: Antecedent,
  place: number,
  index: number,
  rivals: Rivals,
): Int32Array {
  const other = candidate.mention;
  const kind = classOf(mention);
  const distance = sentenceDistance(mention, other);
  const form = FORM_NUMBER[other.form] * 2 + (other.definite ? 1 : 0);
  const gender = candidate.gender === null ? 0 : candidate.gender === mention.gender ? 1 : 2;
  const between = verbsBetween(prose, other.last, mention.first);
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
  const values = [
    ...clauseValues(prose, candidate, { distance, plural, form, left: rivals.leftOrder[index] }, rivals.own),
    ...nounValues(prose, candidate, { distance, plural, form, place, role, own }, rivals.own),
    distance,
    distance * 16 + role,
    Math.min(place, 8),
    Math.min(place, 8) * 16 + distance,
    form,
    form * 16 + role,
    gender,
    gender * 16 + Math.min(place, 8),
    KIND_NUMBER[candidate.kind],
    KIND_NUMBER[candidate.kind] * 8 + form,
    role * 4 + own,
    quotes,
    quotes * 64 + role * 4 + own,
    sameWord,
    sameWord * 16 + distance,
    before * 8 + form,
    block * 8 + Math.min(distance, 3),
    salience,
    salience * 16 + Math.min(place, 8),
    candidate.earlier === rivals.mostMentioned ? 1 : 0,
    candidate.known === rivals.mostKnown ? 1 : 0,
    Math.floor((8 * candidate.known) / rivals.mostKnown),
    agreeing,
    agreeing * 16 + Math.min(distance, 3) * 4 + (role & 3),
    (role * 4 + own) * 8 + distance,
    bucket(mention.first - other.last),
    index === 0 ? 1 : 0,
    plural,
    plural * 8 + KIND_NUMBER[candidate.kind],
    distance === 0 ? between * 16 + own * 4 + (other.subject ? 1 : 0) : 99,
    opensSentence(prose, other) ? 1 : 0,
    (opensSentence(prose, other) ? 1 : 0) * 4 + (opensSentence(prose, mention) ? 2 : 0),
    rank + 1,
    candidate.named ? 1 : 0,
    (candidate.named ? 1 : 0) * 4 + gender,
    (candidate.named ? 1 : 0) * 32 + Math.min(place, 8) * 2 + (mention.gender === null ? 0 : 1),
    candidate.isSpokenOf ? 1 : 0,
    (candidate.isSpokenOf ? 1 : 0) * 4 + (other.quotation === -1 ? 0 : 1),
    Math.min(rivals.speakingOrder[index], 3) + 1,
    (Math.min(rivals.speakingOrder[index], 3) + 1) * 64 + own * 16 + Math.min(distance, 3) * 4 + Math.min(quotes, 3),
    candidate.isOnly ? 1 : 0,
    (candidate.isOnly ? 1 : 0) * 8 + gender,
    gender * 4 + (candidate.genderFrom === null ? 0 : GENDER_SOURCE_NUMBER[candidate.genderFrom]),
  ];
  const found = new Int32Array(values.length * 2);
  let at = 0;
  values.forEach((value, template) => {
    found[at++] = feature2(template + 1, value, -1) & FEATURE_MASK;
    found[at++] = feature2(template + 1, value, kind) & FEATURE_MASK;
  });
  return found;
}

const GENDER_SOURCE_NUMBER: Readonly<Record<GenderSource, number>> = { word: 1, name: 2, pronoun: 3 };

/** What speaks for no antecedent at all: "it is clear that …", somebody not mentioned before. */
function noneFeatures(
  prose: Prose,
  { mention, isSource }: Anaphor,
  candidates: readonly Antecedent[],
  order: readonly number[],
): Int32Array {
  const kind = classOf(mention);
  const entities = order.length === 0 ? 0 : Math.max(...order) + 1;
  const fitting = candidates.filter(({ gender }) => gender !== null && gender === mention.gender).length;
  const next = (step: number) => (mention.last + step < prose.count ? prose.words.tag[mention.last + step] : 63);
  const nextIsBe = mention.last < prose.count && prose.lemma(mention.last) === "be" ? 1 : 0;
  const nearest = candidates.length === 0 ? 7 : Math.min(mention.sentence - candidates[0].mention.sentence, 6);
  const values = [
    1,
    Math.min(entities, 6),
    nearest,
    Math.min(fitting, 3),
    (mention.subject ? 1 : 0) | (isSource ? 2 : 0) | (mention.quotation === -1 ? 0 : 4),
    nextIsBe * 64 + next(1),
    next(0),
    mention.first > 0 ? prose.words.tag[mention.first - 1] : 63,
    opensSentence(prose, mention) ? 1 : 0,
  ];
  const found = new Int32Array(values.length * 2);
  values.forEach((value, template) => {
    found[template * 2] = feature2(200 + template, value, -1) & FEATURE_MASK;
    found[template * 2 + 1] = feature2(200 + template, value, kind) & FEATURE_MASK;
  });
  return found;
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
