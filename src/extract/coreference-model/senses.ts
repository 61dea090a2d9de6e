import { finish, mix } from "../../language/hash.ts";

/** Rows of the table of senses. */
export const SENSE_BITS = 16;

/** By the hash of a noun WordNet's lexicographer file of its commonest sense, plus one; 0 where it isn't known. */
export type NounSenses = Uint8Array;

/** The sense of a noun in its dictionary form. */
export function senseOf(senses: NounSenses, noun: string): number {
  return senses[wordHash(noun) & (senses.length - 1)] & 63;
}

/** A word as 32 bits. */
export function wordHash(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = mix(hash, word.charCodeAt(i));
  return finish(hash);
}

/** What a noun's senses say about the pronouns that can go back to it; "either" where some of them are people. */
export type Nature = "person" | "either" | "group" | "thing" | "unknown";

/** WordNet's lexicographer files, plus one. */
export const ANIMAL = 6;
export const GROUP = 15;
export const PERSON = 19;
/** Added where another sense than the commonest is a person. */
export const CAN_BE_PERSON = 64;

/** What a noun can be. */
export function natureOf(senses: NounSenses, noun: string): Nature {
  const row = senses[wordHash(noun) & (senses.length - 1)];
  const sense = row & 63;
  if (sense === PERSON || sense === ANIMAL) return "person";
  if (sense === GROUP) return "group";
  if ((row & CAN_BE_PERSON) !== 0) return "either";
  return sense === 0 ? "unknown" : "thing";
}
