import { genderOfNoun, INDEFINITE, type MentionCandidate, mentionAt, phraseStart } from "./mentions.ts";
import { isCalendarWord } from "./noun-phrases.ts";
import type { Prose } from "./prose.ts";

/** "Some of the candidates", "a group of people": who is meant are these, not all candidates and not people as such. */
const PARTS = new Set(
  "some all many most both each one none several few any two three group bunch lot number couple majority handful".split(
    " ",
  ),
);
const SINGULAR_PARTS = new Set(["one", "each", "none"]);

/** Phrases joined by "and" are at most so many. */
const MOST_JOINED = 6;

/** A noun phrase that is no mention of an entity and yet what a pronoun may go back to. */
export interface PlainPhrase extends MentionCandidate {
  /** The mentions that an "and" joins to it: "Anna and her brother". Empty for a phrase of its own. */
  readonly members: readonly MentionCandidate[];
}

/**
 * Noun phrases beside the mentions of entities: "kids", "the catalogue", "some of the candidates", "Anna and her brother". In
 * reading order; no single noun is found where a name or a description already ends with it.
 *
 * @param mentions those that are known, in reading order.
 */
export function findPlainPhrases(prose: Prose, mentions: readonly MentionCandidate[]): PlainPhrase[] {
  const taken = new Uint8Array(prose.count);
  for (const { form, first, last } of mentions) {
    if (form === "named") taken.fill(1, first, last);
    else taken[last - 1] = 1;
  }
  const found = joinedPhrases(prose, mentions);
  for (let word = 0; word < prose.count; word++) {
    if (prose.blocks[prose.words.sentenceBlock[prose.words.sentence[word]]].kind !== "paragraph") continue;
    if (opensParts(prose, word)) found.push(partsPhrase(prose, word));
    else if (taken[word] === 0 && isHead(prose, word)) found.push(nounPhrase(prose, word));
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether a phrase stands behind "some of", "a group of". */
export function isBehindParts(prose: Prose, { first }: MentionCandidate): boolean {
  return first > 1 && opensParts(prose, first - 2);
}

function opensParts(prose: Prose, word: number): boolean {
  // tags are cheaper to look at than words
  return (
    word + 1 < prose.count &&
    prose.tag(word + 1) === "IN" &&
    prose.lower(word + 1) === "of" &&
    PARTS.has(prose.lower(word))
  );
}

function isHead(prose: Prose, word: number): boolean {
  if (!prose.isNoun(word) || isCalendarWord(prose, word) || isMisreadVerb(prose, word)) return false;
  const next = word + 1;
  const goesOn = next < prose.count && prose.words.sentence[next] === prose.words.sentence[word] && prose.isNoun(next);
  return !goesOn || isMisreadVerb(prose, next);
}

/** "Her mother wept.": the last word of a sentence without a verb, behind a noun of a man or woman, is no noun as it was read. */
function isMisreadVerb(prose: Prose, word: number): boolean {
  const { tag, sentence, sentenceStart } = prose.words;
  if (word + 1 >= prose.count || prose.tag(word + 1) !== "." || prose.tag(word) !== "NN") return false;
  if (tag[word - 1] !== tag[word] || genderOfNoun(prose.lemma(word - 1)) === null) return false;
  for (let other = sentenceStart[sentence[word]]; other < word; other++) if (prose.isFiniteVerb(other)) return false;
  return true;
}

function nounPhrase(prose: Prose, head: number): PlainPhrase {
  const first = phraseStart(prose, head);
  const opening = prose.lower(first);
  const determiner = prose.tag(first);
  const tag = prose.tag(head);
  const mention = mentionAt(prose, prose.span(first, head + 1));
  return {
    ...mention,
    subject: mention.subject || (head + 1 < prose.count && isMisreadVerb(prose, head + 1)),
    form: "nominal",
    kinds: ["Topic"],
    head: prose.lemma(head),
    plural: tag === "NNS" || tag === "NNPS",
    gender: genderOfNoun(prose.lemma(head)),
    definite: !INDEFINITE.has(opening) && (determiner === "DT" || determiner === "PRP$" || prose.isProperNoun(first)),
    holdsName: false,
    confidence: 0.4,
    members: [],
  };
}

function partsPhrase(prose: Prose, part: number): PlainPhrase {
  const { count } = prose;
  const sentence = prose.words.sentence[part];
  let last = part + 2;
  while (last < count && prose.words.sentence[last] === sentence && /^(?:DT|PRP\$|JJ|NN|CD)/.test(prose.tag(last))) {
    last++;
  }
  const first = phraseStart(prose, part);
  return {
    ...mentionAt(prose, prose.span(first, last)),
    form: "nominal",
    kinds: ["Topic"],
    head: prose.lower(part),
    plural: !SINGULAR_PARTS.has(prose.lower(part)),
    gender: null,
    definite: false,
    holdsName: false,
    confidence: 0.4,
    members: [],
  };
}

/** "Anna and her brother", "Lee, Roy and the mayor": mentions of entities with nothing between them but commas and "and". */
function joinedPhrases(prose: Prose, mentions: readonly MentionCandidate[]): PlainPhrase[] {
  const beginning = new Map<number, MentionCandidate>();
  const ending = new Map<number, MentionCandidate>();
  for (const mention of mentions) {
    if (mention.form === "pronoun") continue;
    if (!beginning.has(mention.first)) beginning.set(mention.first, mention);
    if (!ending.has(mention.last)) ending.set(mention.last, mention);
  }
  const found: PlainPhrase[] = [];
  for (const [and, left] of ending) {
    const right = beginning.get(and + 1);
    if (and >= prose.count || prose.lower(and) !== "and" || right === undefined) continue;
    if (left.quotation !== right.quotation || left.sentence !== right.sentence || right.first !== and + 1) continue;
    const members = [left, right];
    while (members.length < MOST_JOINED) {
      const comma = members[0].first - 1;
      const before = comma > 0 && prose.tag(comma) === "," ? ending.get(comma) : undefined;
      if (before?.form !== "named" || before.sentence !== left.sentence) break;
      members.unshift(before);
    }
    if (!areAlike(members)) continue;
    found.push({
      ...mentionAt(prose, prose.span(members[0].first, right.last)),
      form: "nominal",
      kinds: ["Topic"],
      head: "and",
      plural: true,
      gender: null,
      definite: false,
      holdsName: false,
      confidence: 0.4,
      members,
    });
  }
  return found;
}

/** Whether all are people, or none is. */
function areAlike(members: readonly MentionCandidate[]): boolean {
  const people = members.filter(({ kinds }) => kinds[0] === "Person" || kinds[0] === "Group");
  return people.length === 0 || people.length === members.length;
}
