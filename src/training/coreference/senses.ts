import {
  ANIMAL,
  CAN_BE_PERSON,
  GROUP,
  type NounSenses,
  PERSON,
  SENSE_BITS,
  wordHash,
} from "../../extract/coreference-model/senses.ts";
import { readWordNet } from "../statements/corpus.ts";

/** WordNet's lexicographer file of things that are made, plus one. */
const ARTIFACT = 7;

let senses: NounSenses | null = null;

/** The commonest sense of every noun of WordNet that is one word. */
export function nounSenses(): NounSenses {
  senses ??= readSenses();
  return senses;
}

function readSenses(): NounSenses {
  const found = new Uint8Array(1 << SENSE_BITS);
  const counts = new Uint16Array(found.length);
  const fileOf = new Map<string, number>();
  for (const line of readWordNet("noun", "data")) {
    const [offset, file] = line.split(" ", 2);
    // "Job", "Rose": one of a kind is no sense of the noun
    if (!line.includes(" @i ")) fileOf.set(offset, Number(file));
  }
  for (const line of readWordNet("noun", "index")) {
    const fields = line.trim().split(" ");
    if (fields[0].includes("_")) continue;
    const senseCount = Number(fields[2]);
    const row = wordHash(fields[0]) & (found.length - 1);
    // where two nouns share a row, the one that is found more often in WordNet's tagged texts has it
    const uses = Number(fields[fields.length - senseCount - 1]) + 1;
    if (uses <= counts[row]) continue;
    counts[row] = uses;
    const files = fields.slice(-senseCount).flatMap((offset) => fileOf.get(offset) ?? []);
    if (files.length === 0) continue;
    // of a noun that those texts don't have only what decides on pronouns is kept: the table is small
    const isRare = uses === 1;
    const sense = isRare && ![PERSON, ANIMAL, GROUP].includes(files[0] + 1) ? ARTIFACT : files[0] + 1;
    found[row] = sense | (!isRare && files.includes(PERSON - 1) ? CAN_BE_PERSON : 0);
  }
  return found;
}
