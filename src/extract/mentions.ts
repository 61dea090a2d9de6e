import type { EntityKind, MentionForm, Span } from "../model/index.ts";
import { DOCUMENT_NOUNS } from "./lexicon/documents.ts";
import { ORGANIZATION_NOUNS } from "./lexicon/organizations.ts";
import { FEMALE_NOUNS, GROUP_NOUNS, MALE_NOUNS, PERSON_NOUNS } from "./lexicon/people.ts";
import { NATIONALITIES } from "./lexicon/places.ts";
import { wordSet } from "./lexicon/word-list.ts";
import { type NameIndex, wordOf } from "./name-index.ts";
import { kindByWords } from "./name-kinds.ts";
import { isNominalWord, nounPhraseFrom } from "./noun-phrases.ts";
import type { Prose } from "./prose.ts";

export type Gender = "male" | "female";

/** A mention before it is known to which entity it refers. */
export interface MentionCandidate extends Span {
  readonly form: MentionForm;
  /** Kinds of entity it can refer to, the likeliest first. */
  readonly kinds: readonly EntityKind[];
  /** The noun that says what it is, in its dictionary form; for a name its last word, for a pronoun the pronoun. */
  readonly head: string;
  readonly plural: boolean;
  readonly gender: Gender | null;
  /** "the plan" as against "a plan"; possessives count as definite. */
  readonly definite: boolean;
  /** Whether a name stands in it: "China's central authorities". */
  readonly holdsName: boolean;
  /** First word and the word after the last. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  /** Whether a finite verb follows: the subject of its clause, the likeliest antecedent. */
  readonly subject: boolean;
  /** The outermost quotation it stands in, or -1. */
  readonly quotation: number;
  readonly confidence: number;
}

const PRONOUNS: Readonly<Record<string, { kinds: readonly EntityKind[]; gender: Gender | null; plural: boolean }>> = {
  he: { kinds: ["Person"], gender: "male", plural: false },
  him: { kinds: ["Person"], gender: "male", plural: false },
  his: { kinds: ["Person"], gender: "male", plural: false },
  himself: { kinds: ["Person"], gender: "male", plural: false },
  she: { kinds: ["Person"], gender: "female", plural: false },
  her: { kinds: ["Person"], gender: "female", plural: false },
  hers: { kinds: ["Person"], gender: "female", plural: false },
  herself: { kinds: ["Person"], gender: "female", plural: false },
  it: { kinds: ["Document", "Organization", "Place", "Event"], gender: null, plural: false },
  its: { kinds: ["Organization", "Document", "Place", "Event"], gender: null, plural: false },
  they: { kinds: ["Group", "Organization", "Person"], gender: null, plural: true },
  them: { kinds: ["Group", "Organization", "Person"], gender: null, plural: true },
  their: { kinds: ["Group", "Organization", "Person"], gender: null, plural: true },
  i: { kinds: ["Person"], gender: null, plural: false },
  me: { kinds: ["Person"], gender: null, plural: false },
  my: { kinds: ["Person"], gender: null, plural: false },
  myself: { kinds: ["Person"], gender: null, plural: false },
};

/** Whether a pronoun means who speaks. */
export function isFirstPerson(head: string): boolean {
  return head === "i" || head === "me" || head === "my" || head === "myself";
}

/** Names, descriptions and pronouns of an article that may refer to entities, sorted; they may lie inside one another. */
export function findMentions(prose: Prose, names: NameIndex): MentionCandidate[] {
  const found: MentionCandidate[] = names.names.map((name) => namedMention(prose, name));
  for (let word = 0; word < prose.count; word++) {
    const { kind } = prose.blocks[prose.words.sentenceBlock[prose.words.sentence[word]]];
    if (kind !== "paragraph" && kind !== "heading") continue;
    const pronoun = pronounMention(prose, word);
    if (pronoun !== null) found.push(pronoun);
    else {
      const nominal = nominalMention(prose, word, names);
      if (nominal !== null) found.push(nominal);
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What every mention has by where it stands. */
export function mentionAt(prose: Prose, span: Span) {
  const start = wordOf(prose, span.start);
  const last = Math.max(start + 1, prose.wordAt(span.end));
  return {
    start: span.start,
    end: span.end,
    first: start,
    last,
    sentence: prose.words.sentence[start],
    subject: isSubject(prose, last),
    quotation: prose.quotation[start],
  };
}

/** Whether what ends before `word` is followed by its verb, over adverbs and one apposition. */
function isSubject(prose: Prose, word: number): boolean {
  for (let next = word; next < prose.count && next < word + 4; next++) {
    if (prose.isFiniteVerb(next)) return true;
    if (prose.tag(next) !== "RB") return false;
  }
  return false;
}

function namedMention(prose: Prose, name: Span & { kind: EntityKind; confidence: number }): MentionCandidate {
  const words = prose.text.slice(name.start, name.end).split(/\s+/);
  return {
    ...mentionAt(prose, name),
    form: "named",
    kinds: [name.kind],
    head: words[words.length - 1],
    plural: false,
    gender: null,
    definite: true,
    holdsName: true,
    confidence: name.confidence,
  };
}

function pronounMention(prose: Prose, word: number): MentionCandidate | null {
  const tag = prose.tag(word);
  if (tag !== "PRP" && tag !== "PRP$") return null;
  const head = prose.lower(word);
  const pronoun = PRONOUNS[head];
  if (pronoun === undefined || (isFirstPerson(head) && prose.quotation[word] === -1)) return null;
  const span = prose.span(word, word + 1);
  return {
    ...mentionAt(prose, span),
    form: "pronoun",
    head,
    kinds: pronoun.kinds,
    plural: pronoun.plural,
    gender: pronoun.gender,
    definite: true,
    holdsName: false,
    confidence: 0.8,
  };
}

/** What a noun alone says about what it means. */
export function kindOfNoun(lemma: string, plural: boolean): EntityKind | null {
  if (GROUP_NOUNS.has(lemma) && (plural || /^(?:people|police|crowd|public|family|staff|crew)$/.test(lemma)))
    return lemma === "police" || lemma === "authorities" ? "Organization" : "Group";
  if (lemma === "authority" && plural) return "Organization";
  if (PERSON_NOUNS.has(lemma)) return plural ? "Group" : "Person";
  if (ORGANIZATION_NOUNS.has(lemma)) return "Organization";
  return DOCUMENT_NOUNS.has(lemma) ? "Document" : null;
}

/** The gender a person noun tells. */
export function genderOfNoun(lemma: string): Gender | null {
  return MALE_NOUNS.has(lemma) ? "male" : FEMALE_NOUNS.has(lemma) ? "female" : null;
}

/** Words that begin a description of what is new. */
export const INDEFINITE = new Set([
  "a",
  "an",
  "another",
  "one",
  "some",
  "several",
  "many",
  "two",
  "three",
  "four",
  "five",
  "few",
  "any",
  "both",
  "most",
  "other",
]);

/** A noun phrase whose head is at `word`, where that noun means a person, an organisation, a document or a group. */
function nominalMention(prose: Prose, word: number, names: NameIndex): MentionCandidate | null {
  if (!isCommonNoun(prose, word) || (prose.isCapitalised(word) && !prose.beginsSentence(word))) return null;
  if (
    word + 1 < prose.count &&
    (prose.isNoun(word + 1) || (prose.tag(word + 1) === "CD" && /^\d/.test(prose.form(word + 1)))) &&
    prose.words.sentence[word + 1] === prose.words.sentence[word]
  ) {
    return null;
  }
  return nominalAt(prose, word, names);
}

/** Those of a party are written with a capital. */
export const PARTY_MEMBER = /^(?:democrat|republican|socialist|liberal|conservative|independent|communist|tory)$/i;

/** "Lawyers for the campaign": people at the beginning of a sentence, whose capital the tagger may take for a name's. */
export function opensWithPeople(prose: Prose, word: number): boolean {
  if (!prose.beginsSentence(word) || !prose.isProperNoun(word)) return false;
  const lower = prose.lower(word);
  return lower.endsWith("s") && PERSON_NOUNS.has(lower.slice(0, -1)) && !PARTY_MEMBER.test(lower.slice(0, -1));
}

/**
 * "The institute warned": a word that is known as a noun, between a determiner and something no adjective stands before, is
 * one whatever the tagger takes it for.
 */
function isCommonNoun(prose: Prose, word: number): boolean {
  const tag = prose.tag(word);
  if (tag === "NN" || tag === "NNS") return true;
  if (!/^(?:JJ|VBP?)$/.test(tag) || !/^(?:the|an?|its|his|her|their|our|my)$/.test(prose.lower(word - 1))) return false;
  const next = prose.tag(word + 1);
  return (
    kindOfNoun(prose.lower(word), false) !== null && !isNominalWord(prose, word + 1) && !/^(?:VB[GN]|CC)$/.test(next)
  );
}

/** The nominal mention with its head at `word`, without asking what follows. */
export function nominalAt(prose: Prose, word: number, names: NameIndex): MentionCandidate | null {
  const isOpening = opensWithPeople(prose, word);
  const plural =
    isOpening || prose.tag(word) === "NNS" || prose.lower(word) === "people" || prose.lower(word) === "police";
  const lemma = isOpening ? prose.lower(word).slice(0, -1) : prose.lemma(word);
  const kind = kindOfNoun(lemma, plural) ?? kindOfNoun(prose.lower(word), plural);
  if (kind === null) return null;
  let first = phraseStart(prose, word);
  let last = word + 1;
  if (kind === "Group") last = coordinationEnd(prose, word);
  const name = names.within(first, last);
  const holdsName = name !== null || hasNationality(prose, first, word);
  if (name !== null && kind !== "Document" && name.start < prose.words.start[first]) first = wordOf(prose, name.start);
  const determiner = prose.lower(first);
  return {
    ...mentionAt(prose, prose.span(first, last)),
    form: "nominal",
    head: lemma,
    kinds: [kind],
    plural,
    gender: genderOfNoun(lemma),
    definite:
      !INDEFINITE.has(determiner) &&
      (prose.tag(first) === "DT" || prose.tag(first) === "PRP$" || hasPossessive(prose, first, word)),
    holdsName,
    confidence: 0.7,
  };
}

/** The first word of the noun phrase with its head at `head`. */
export function phraseStart(prose: Prose, head: number): number {
  let first = head;
  while (
    first > 0 &&
    prose.words.sentence[first - 1] === prose.words.sentence[head] &&
    head - first < 10 &&
    prose.quotation[first - 1] === prose.quotation[head] &&
    (isNominalWord(prose, first - 1) || prose.tag(first - 1) === "VBN")
  ) {
    if (prose.tag(first) === "DT" || (prose.tag(first) === "PRP$" && prose.tag(first - 1) !== "PDT")) break;
    first--;
  }
  while (first < head && (prose.tag(first) === "POS" || prose.tag(first) === "VBN")) first++;
  return first;
}

/** "professionals and enterprises": nouns that share what stands before the first of them. */
function coordinationEnd(prose: Prose, head: number): number {
  const and = head + 1;
  if (and + 1 >= prose.count || prose.lower(and) !== "and" || prose.tag(and + 1) !== "NNS") return head + 1;
  const next = and + 2 < prose.count ? prose.tag(and + 2) : ".";
  return next === "NN" || next === "NNS" || prose.isFiniteVerb(Math.min(and + 2, prose.count - 1)) ? head + 1 : and + 2;
}

function hasPossessive(prose: Prose, first: number, last: number): boolean {
  for (let word = first; word < last; word++) if (prose.tag(word) === "POS") return true;
  return false;
}

function hasNationality(prose: Prose, first: number, last: number): boolean {
  for (let word = first; word < last; word++) if (NATIONALITIES.has(prose.form(word))) return true;
  return false;
}

/** Determiners that stand for people: "Another said". */
const ONE_PERSON = new Set(["another", "one", "neither", "someone", "somebody"]);
const SEVERAL_PEOPLE = new Set([
  "others",
  "some",
  "many",
  "several",
  "both",
  "few",
  "most",
  "all",
  "two",
  "three",
  "four",
]);

function determinerAlone(prose: Prose, first: number, limit: number): MentionCandidate | null {
  const head = prose.lower(first);
  const plural = SEVERAL_PEOPLE.has(head);
  if (first >= limit || (!plural && !ONE_PERSON.has(head))) return null;
  const span = prose.span(first, Math.min(limit, first + 1));
  return {
    ...mentionAt(prose, span),
    form: "nominal",
    kinds: [plural ? "Group" : "Person"],
    head,
    plural,
    gender: null,
    definite: false,
    holdsName: false,
    confidence: 0.4,
  };
}

/** What numbers and findings are taken from: "according to official figures". */
const DATA_NOUNS = wordSet(`data figures statistics consensus evidence findings results research records estimates
  forecasts website documents minutes footage video polling projections`);

/** Whether words that no recogniser knows are a proper name all the same: "ScotGrid", and capitals within a sentence. */
function isProperName(prose: Prose, first: number, last: number): boolean {
  for (let word = first; word < last; word++) if (!prose.isProperNoun(word) || !prose.isCapitalised(word)) return false;
  const isMixed = /\p{Ll}\p{Lu}|^\p{Lu}{2,}$/u.test(prose.form(first));
  return isMixed || !prose.beginsSentence(first);
}

function properName(
  prose: Prose,
  first: number,
  last: number,
  words: Omit<MentionCandidate, "kinds" | "head" | "gender" | "definite">,
): MentionCandidate {
  const forms = Array.from({ length: last - first }, (_, index) => prose.form(first + index));
  const kind = kindByWords(forms)?.kind ?? (forms.length === 1 ? "Organization" : "Person");
  return {
    ...words,
    form: "named",
    kinds: [kind],
    head: forms[forms.length - 1],
    plural: false,
    gender: null,
    definite: true,
    holdsName: true,
    confidence: 0.5,
  };
}

/** A source described but not named, as the words of its span say: "a spokesperson of the Liaison Office". */
export function describedSource(prose: Prose, span: Span, names: NameIndex): MentionCandidate | null {
  const first = prose.wordAt(span.start);
  const limit = prose.wordAt(span.end);
  const phrase = nounPhraseFrom(prose, first, limit);
  const end = phrase?.last ?? limit;
  let head = -1;
  for (let word = first; word < end; word++) {
    const tag = prose.tag(word);
    if (head !== -1 && (tag === "IN" || tag === "TO" || tag === "," || tag === "WP" || tag === "WDT")) break;
    if (prose.isNoun(word) || isCommonNoun(prose, word)) head = word;
    else if (head !== -1 && tag === "POS") head = -1;
  }
  if (head === -1) return determinerAlone(prose, first, limit);
  const nominal = nominalAt(prose, head, names);
  const plural = prose.tag(head) === "NNS" || prose.tag(head) === "NNPS" || opensWithPeople(prose, head);
  const words = {
    ...mentionAt(prose, prose.span(first, end)),
    form: "nominal" as const,
    plural,
    holdsName: names.within(first, end) !== null,
    confidence: 0.7,
  };
  if (nominal !== null) return { ...nominal, ...words, first, last: end };
  const determiner = prose.lower(first);
  if (isProperName(prose, first, end)) return properName(prose, first, end, words);
  const isData = DATA_NOUNS.has(prose.lower(head));
  const definite = determiner === "the" || prose.tag(first) === "PRP$";
  // "the Centre for Tide Research", later "the centre"
  const takesUp = definite && !plural && names.organizationHolds(prose.lemma(head));
  return {
    ...words,
    kinds: [isData ? "Document" : takesUp ? "Organization" : plural ? "Group" : "Person"],
    head: prose.lemma(head),
    gender: null,
    definite,
    confidence: 0.4,
  };
}
