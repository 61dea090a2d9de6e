import {
  CAN_BE_PERSON,
  type NounSenses,
  PERSON,
  SENSE_BITS,
  wordHash,
} from "../../extract/coreference-model/senses.ts";
import { readWordNet } from "../statements/corpus.ts";

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
    fileOf.set(offset, Number(file));
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
    const files = fields.slice(-senseCount).map((offset) => 1 + (fileOf.get(offset) ?? 0));
    found[row] = files[0] | (files.includes(PERSON) ? CAN_BE_PERSON : 0);
  }
  return found;
}
