import { feature2 } from "../../language/hash.ts";
import type { MentionCandidate } from "../mentions.ts";
import type { Prose } from "../prose.ts";
import { type Antecedent, KIND_NUMBER, type PairValues } from "./antecedent.ts";
import { clauseRoleOf, governorOf, isPreposition, verbBehind } from "./clause.ts";
import { type NounSenses, senseOf, wordHash } from "./senses.ts";

/** What stands around a pronoun: the same for all that it may go back to. */
export interface OwnWords {
  readonly senses: NounSenses;
  readonly clauseRole: number;
  /** Hashes of the verb behind it and of the word that governs it from before. */
  readonly verb: number;
  readonly governor: number;
}

/** What stands around a mention, worked out once for all pronouns that may go back to it. */
interface Surroundings {
  readonly clauseRole: number;
  readonly verb: number;
  readonly governor: number;
  /** The preposition before it, or the tag of the word before. */
  readonly before: number;
}

const known = new WeakMap<MentionCandidate, Surroundings>();

function surroundingsOf(prose: Prose, mention: MentionCandidate): Surroundings {
  const found = known.get(mention);
  if (found !== undefined) return found;
  const before = mention.first - 1;
  const surroundings = {
    clauseRole: clauseRoleOf(prose, mention),
    verb: verbBehind(prose, mention),
    governor: governorOf(prose, mention),
    before: before >= 0 && isPreposition(prose, before) ? wordHash(prose.lower(before)) : tagAt(prose, before),
  };
  known.set(mention, surroundings);
  return surroundings;
}

/** Looks at the words around a pronoun. */
export function ownWords(prose: Prose, pronoun: MentionCandidate, senses: NounSenses): OwnWords {
  return {
    senses,
    clauseRole: clauseRoleOf(prose, pronoun),
    verb: verbBehind(prose, pronoun),
    governor: governorOf(prose, pronoun),
  };
}

/** Values of features of a pair, as small numbers. */
interface Pair {
  readonly distance: number;
  readonly plural: number;
  readonly form: number;
}

/** No tag and no sense has this number. */
const NO_TAG = 63;
const NO_NOUN = 62;

/** Adds the features of where a candidate stands in its clause. */
export function addClauseValues(
  prose: Prose,
  { mention }: Antecedent,
  { distance, plural, form, left }: Pair & { readonly left: number },
  own: OwnWords,
  values: PairValues,
): void {
  const fromLeft = Math.min(left, 3);
  const { clauseRole: role, verb, governor, before } = surroundingsOf(prose, mention);
  values.add(fromLeft);
  values.add(fromLeft * 8 + distance);
  values.add((fromLeft * 8 + distance) * 8 + role);
  values.add(role);
  values.add(role * 8 + own.clauseRole);
  values.add((role * 8 + own.clauseRole) * 8 + distance);
  values.add(role * 4 + plural);
  values.add(before);
  values.add(Math.min(mention.last - mention.first, 5) * 8 + form);
  values.add(own.verb !== 0 && own.verb === verb ? 1 : 0);
  values.add(own.governor !== 0 && own.governor === governor ? 1 : 0);
}

/** Adds the features of what a candidate is by its noun, and of how that goes with the pronoun's words. */
export function addNounValues(
  prose: Prose,
  { mention, noun, named, kind, open: isOpen }: Antecedent,
  { distance, plural, form, place, role, own: ownRole }: Pair & Record<"place" | "role" | "own", number>,
  own: OwnWords,
  values: PairValues,
): void {
  const sense = noun === null ? NO_NOUN : senseOf(own.senses, noun);
  const word = noun === null ? (named ? 1 : 2) : wordHash(noun);
  const what = sense * 8 + KIND_NUMBER[kind];
  const open = isOpen ? 1 : 0;
  const before = tagAt(prose, mention.first - 1);
  const behind = tagAt(prose, mention.last);
  const determiner = mention.form === "nominal" ? prose.words.tag[mention.first] : NO_TAG;
  values.add(feature2(3, what, own.governor));
  values.add(feature2(4, word, own.governor));
  values.add(word);
  values.add(what);
  values.add(what * 16 + role);
  values.add(what * 4 + ownRole);
  values.add(what * 4 + plural);
  values.add(what * 8 + distance);
  values.add(feature2(1, what, own.verb));
  values.add(feature2(2, word, own.verb));
  values.add(before);
  values.add(behind);
  values.add(before * 64 + behind);
  values.add(determiner * 4 + plural);
  values.add(determiner * 64 + sense);
  values.add(open);
  values.add(open * 16 + Math.min(place, 8));
  values.add(open * 64 + form * 8 + distance);
  values.add(open * 64 + role * 4 + ownRole);
}

function tagAt(prose: Prose, word: number): number {
  return word >= 0 && word < prose.count ? prose.words.tag[word] : NO_TAG;
}
