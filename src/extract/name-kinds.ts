import type { EntityKind } from "../model/index.ts";
import { DOCUMENT_NAME_HEADS } from "./lexicon/documents.ts";
import { EVENT_HEADS } from "./lexicon/events.ts";
import { ORGANIZATION_HEADS } from "./lexicon/organizations.ts";
import { FEMALE_NAMES, MALE_NAMES } from "./lexicon/people.ts";
import { PLACE_HEADS, PLACES } from "./lexicon/places.ts";

/** A kind with how much speaks for it, 0…1. */
export interface KindGuess {
  readonly kind: EntityKind;
  readonly confidence: number;
}

/** Longest name in the list of places, in words. */
export const LONGEST_PLACE = 4;

/** Whether a name is in the list of places. */
export function isListedPlace(name: string): boolean {
  return PLACES.has(name);
}

/** Whether a word is a common given name. */
export function isGivenName(word: string): boolean {
  return MALE_NAMES.has(word) || FEMALE_NAMES.has(word);
}

/** Two to six capitals, perhaps with full stops: WHO, U.N. */
export function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}{2,6}s?|(?:\p{Lu}\.){2,5})$/u.test(name);
}

/** The word that says what a name names: the last one before "of" or "for". */
function headOf(words: readonly string[]): string {
  const preposition = words.findIndex(
    (word) => word === "of" || word === "for" || word === "in" || word === "on" || word === "at",
  );
  return (preposition > 0 ? words[preposition - 1] : words[words.length - 1]).toLowerCase().replace(/\.$/, "");
}

/** What kind of thing a name of several words or one names, by its own words alone; null where they don't tell. */
export function kindByWords(words: readonly string[]): KindGuess | null {
  const name = words.join(" ");
  if (PLACES.has(name)) return { kind: "Place", confidence: 0.95 };
  const head = headOf(words);
  if (words.length > 1 && !(words.length === 2 && isGivenName(words[0]))) {
    if (ORGANIZATION_HEADS.has(head)) return { kind: "Organization", confidence: 0.93 };
    if (DOCUMENT_NAME_HEADS.has(head)) return { kind: "Document", confidence: 0.85 };
    if (PLACE_HEADS.has(head)) return { kind: "Place", confidence: 0.85 };
    if (EVENT_HEADS.has(head)) return { kind: "Event", confidence: 0.85 };
  }
  if (words.length === 1 && isAcronym(name)) return { kind: "Organization", confidence: 0.7 };
  if (words.length > 1 && isGivenName(words[0])) return { kind: "Person", confidence: 0.9 };
  return null;
}
