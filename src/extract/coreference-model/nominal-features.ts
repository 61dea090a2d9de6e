import { feature2 } from "../../language/hash.ts";
import { COMPANY_NOUNS } from "../lexicon/organizations.ts";
import type { MentionCandidate } from "../mentions.ts";
import { hashText } from "../names/hash.ts";
import type { Prose } from "../prose.ts";
import {
  type Anaphor,
  type Antecedent,
  blockDistance,
  bucket,
  FEATURE_MASK,
  FORM_NUMBER,
  KIND_NUMBER,
  quoteRelation,
} from "./antecedent.ts";

/** Templates of descriptions are numbered from here on, so that they share no weights with those of pronouns. */
const TEMPLATES = 300;
const TEMPLATES_OF_NONE = 380;

/** The features of every choice for a description such as "the company"; the last entry is that of "none of them". */
export function nominalChoices(
  prose: Prose,
  anaphor: Anaphor,
  candidates: readonly Antecedent[],
  order: readonly number[],
): Int32Array[] {
  const own = describe(prose, anaphor.mention);
  const choices = candidates.map((candidate, i) => pairFeatures(prose, anaphor, own, candidate, order[i]));
  choices.push(noneFeatures(prose, anaphor, own, candidates));
  return choices;
}

/** What a description says by itself. */
interface Description {
  /** 0 "the", 1 "this" and "that", 2 a possessive, 3 none or another. */
  readonly determiner: number;
  readonly head: number;
  /** Its words but determiner and head, in lower case. */
  readonly modifiers: ReadonlySet<string>;
  readonly kind: number;
  /** Whether it means a business: "firm". */
  readonly business: number;
}

function describe(prose: Prose, mention: MentionCandidate): Description {
  const first = prose.lower(mention.first);
  const tag = prose.tag(mention.first);
  const determiner = first === "the" ? 0 : /^th(?:is|at|ese|ose)$/.test(first) ? 1 : tag === "PRP$" ? 2 : 3;
  return {
    determiner,
    head: hashText(mention.head),
    modifiers: modifiersOf(prose, mention),
    kind: KIND_NUMBER[mention.kinds[0]],
    business: COMPANY_NOUNS.has(mention.head) ? 1 : 0,
  };
}

function modifiersOf(prose: Prose, { first, last, head }: MentionCandidate): Set<string> {
  const words = new Set<string>();
  for (let word = first; word < last; word++) {
    const tag = prose.tag(word);
    if (tag === "DT" || tag === "PRP$" || tag === "POS" || tag === "IN" || prose.lemma(word) === head) continue;
    words.add(prose.lower(word));
  }
  return words;
}

function pairFeatures(
  prose: Prose,
  { mention, isSource }: Anaphor,
  own: Description,
  candidate: Antecedent,
  place: number,
): Int32Array {
  const other = candidate.mention;
  const distance = bucket(mention.sentence - other.sentence);
  const form = FORM_NUMBER[other.form] * 2 + (candidate.named ? 1 : 0);
  const sameHead = other.form === "nominal" && other.head === mention.head ? 1 : 0;
  const fits = candidate.fits ? 1 : 0;
  const match = sameHead * 2 + fits;
  const modifiers = other.form === "nominal" ? likeness(own.modifiers, modifiersOf(prose, other)) : 4;
  const nth = Math.min(place, 6);
  const quotes = quoteRelation(mention, other);
  const gender = mention.gender === null ? 0 : candidate.gender === null ? 1 : 2;
  const speaks = (isSource ? 1 : 0) | (candidate.isSource ? 2 : 0) | (candidate.isSpokenOf ? 4 : 0);
  const values = [
    match * 8 + form,
    (match * 8 + form) * 8 + distance,
    (match * 8 + form) * 8 + nth,
    (match * 8 + form) * 4 + own.determiner,
    match * 8 + modifiers,
    (match * 8 + modifiers) * 8 + distance,
    own.kind * 8 + form,
    (own.kind * 8 + form) * 8 + nth,
    (own.kind * 8 + form) * 8 + distance,
    feature2(own.head, form, 1),
    feature2(own.head, fits, form),
    other.form === "pronoun" ? 0 : feature2(own.head, hashText(other.head), 2),
    (own.business * 2 + fits) * 8 + form,
    ((own.business * 2 + fits) * 8 + form) * 8 + nth,
    quotes * 8 + speaks,
    speaks * 8 + form,
    gender * 8 + form,
    blockDistance(prose, mention, other) * 8 + form,
    bucket(candidate.earlier) * 8 + form,
    bucket(candidate.known) * 8 + nth,
    other.subject ? 1 : 0,
    (mention.holdsName ? 1 : 0) * 32 + match * 8 + form,
    Math.min(own.modifiers.size, 3) * 32 + match * 8 + form,
    mention.plural ? 8 + form : form,
    (other.definite ? 1 : 0) * 32 + match * 8 + form,
  ];
  return hashed(values, TEMPLATES);
}

/** How two sets of modifiers go together: 0 the same, 1 the later has fewer, 2 it has others too, 3 they have none. */
function likeness(later: ReadonlySet<string>, earlier: ReadonlySet<string>): number {
  if (later.size === 0 && earlier.size === 0) return 3;
  for (const word of later) if (!earlier.has(word)) return 2;
  return later.size === earlier.size ? 0 : 1;
}

function noneFeatures(
  prose: Prose,
  { mention, isSource }: Anaphor,
  own: Description,
  candidates: readonly Antecedent[],
): Int32Array {
  const fitting = candidates.filter(({ fits }) => fits).length;
  const same = candidates.filter(({ mention: other }) => other.form === "nominal" && other.head === mention.head);
  const closest = candidates.length === 0 ? 7 : bucket(mention.sentence - candidates[0].mention.sentence);
  const { last } = mention;
  const following = last < prose.count ? prose.words.tag[last] : 63;
  const extent = Math.min(own.modifiers.size, 3);
  const values = [
    own.determiner,
    own.kind * 4 + own.determiner,
    own.head,
    feature2(own.head, own.determiner, 1),
    extent * 4 + own.determiner,
    following,
    feature2(following, own.determiner, extent),
    Math.min(fitting, 2) * 4 + Math.min(same.length, 2),
    closest,
    mention.holdsName ? 1 : 0,
    (mention.quotation === -1 ? 0 : 1) | (isSource ? 2 : 0) | (mention.plural ? 4 : 0),
    Math.min(mention.sentence, 6),
  ];
  return hashed(values, TEMPLATES_OF_NONE);
}

function hashed(values: readonly number[], templates: number): Int32Array {
  return Int32Array.from(values, (value, template) => feature2(templates + template, value, 0) & FEATURE_MASK);
}
