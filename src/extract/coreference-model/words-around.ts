import { feature2 } from "../../language/hash.ts";
import type { MentionCandidate } from "../mentions.ts";
import type { Prose } from "../prose.ts";
import { type Antecedent, KIND_NUMBER } from "./antecedent.ts";
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

/** Features of where a candidate stands in its clause. */
export function clauseValues(
  prose: Prose,
  { mention }: Antecedent,
  { distance, plural, form, left }: Pair & { readonly left: number },
  own: OwnWords,
): number[] {
  const fromLeft = Math.min(left, 3);
  const role = clauseRoleOf(prose, mention);
  const before = mention.first - 1;
  const preposition = before >= 0 && isPreposition(prose, before);
  return [
    fromLeft,
    fromLeft * 8 + distance,
    (fromLeft * 8 + distance) * 8 + role,
    role,
    role * 8 + own.clauseRole,
    (role * 8 + own.clauseRole) * 8 + distance,
    role * 4 + plural,
    preposition ? wordHash(prose.lower(before)) : tagAt(prose, before),
    Math.min(mention.last - mention.first, 5) * 8 + form,
    own.verb !== 0 && own.verb === verbBehind(prose, mention) ? 1 : 0,
    own.governor !== 0 && own.governor === governorOf(prose, mention) ? 1 : 0,
  ];
}

/** Features of what a candidate is by its noun, and of how that goes with the pronoun's words. */
export function nounValues(
  prose: Prose,
  { mention, noun, named, kind, open: isOpen }: Antecedent,
  { distance, plural, form, place, role, own: ownRole }: Pair & Record<"place" | "role" | "own", number>,
  own: OwnWords,
): number[] {
  const sense = noun === null ? NO_NOUN : senseOf(own.senses, noun);
  const word = noun === null ? (named ? 1 : 2) : wordHash(noun);
  const what = sense * 8 + KIND_NUMBER[kind];
  const open = isOpen ? 1 : 0;
  const before = tagAt(prose, mention.first - 1);
  const behind = tagAt(prose, mention.last);
  const determiner = mention.form === "nominal" ? prose.words.tag[mention.first] : NO_TAG;
  return [
    feature2(3, what, own.governor),
    feature2(4, word, own.governor),
    word,
    what,
    what * 16 + role,
    what * 4 + ownRole,
    what * 4 + plural,
    what * 8 + distance,
    feature2(1, what, own.verb),
    feature2(2, word, own.verb),
    before,
    behind,
    before * 64 + behind,
    determiner * 4 + plural,
    determiner * 64 + sense,
    open,
    open * 16 + Math.min(place, 8),
    open * 64 + form * 8 + distance,
    open * 64 + role * 4 + ownRole,
  ];
}

function tagAt(prose: Prose, word: number): number {
  return word >= 0 && word < prose.count ? prose.words.tag[word] : NO_TAG;
}
