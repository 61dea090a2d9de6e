import { PERSON_NOUNS } from "./lexicon/people.ts";
import { type ReportingFrame, reportingFrame } from "./lexicon/reporting-verbs.ts";
import { nounPhraseBefore, nounPhraseFrom, type WordRange } from "./noun-phrases.ts";
import type { Passage, Prose } from "./prose.ts";

/** Words that may report something said: a verb of reporting or "according to". */
export interface Cue extends WordRange {
  readonly kind: "verb" | "according";
  readonly lemma: string;
  /** How the verb can be used; null for "according to". */
  readonly frame: ReportingFrame | null;
  /** A verb by its place, whatever the tagger takes it for. */
  readonly byPlace?: true;
}

/** Particles that belong to a verb of reporting: "pointed out", "went on". */
const PARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  point: new Set(["out"]),
  spell: new Set(["out"]),
  call: new Set(["on", "upon", "for"]),
  go: new Set(["on"]),
  speak: new Set(["out"]),
  blurt: new Set(["out"]),
  shout: new Set(["out"]),
  sum: new Set(["up"]),
  make: new Set(["clear"]),
  fire: new Set(["back"]),
  shoot: new Set(["back"]),
  hit: new Set(["back"]),
  lash: new Set(["out"]),
};

/** Phrasal verbs that report like the plain verb beside them. */
const PHRASAL: Readonly<Record<string, string>> = {
  "point out": "note",
  "spell out": "explain",
  "call on": "urge",
  "call upon": "urge",
  "call for": "demand",
  "go on": "continue",
  "speak out": "remark",
  "blurt out": "exclaim",
  "shout out": "shout",
  "sum up": "conclude",
  "make clear": "stress",
  "fire back": "retort",
  "shoot back": "retort",
  "hit back": "retort",
  "lash out": "retort",
};

/** The cues of a passage outside quotation marks, in reading order. */
export function findCues(prose: Prose, passage: Passage): Cue[] {
  const cues: Cue[] = [];
  for (let word = passage.first; word < passage.last; word++) {
    if (prose.quotation[word] !== -1) continue;
    const cue =
      accordingAt(prose, word, passage.last) ??
      verbAt(prose, word, passage.last) ??
      verbBehindQuotation(prose, word, passage);
    if (cue === null) continue;
    cues.push(cue);
    word = cue.last - 1;
  }
  return cues;
}

function accordingAt(prose: Prose, word: number, limit: number): Cue | null {
  if (word + 1 >= limit || prose.lower(word) !== "according" || prose.lower(word + 1) !== "to") return null;
  return { kind: "according", lemma: "according to", frame: null, first: word, last: word + 2 };
}

function verbAt(prose: Prose, word: number, limit: number): Cue | null {
  const tag = prose.tag(word);
  if (tag !== "VBD" && tag !== "VBZ" && tag !== "VBP" && tag !== "VBN" && tag !== "VBG" && tag !== "VB") return null;
  const lemma = prose.lemma(word);
  const particle = PARTICLES[lemma];
  if (particle !== undefined && word + 1 < limit && particle.has(prose.lower(word + 1))) {
    const plain = PHRASAL[`${lemma} ${prose.lower(word + 1)}`];
    const frame = plain === undefined ? undefined : reportingFrame(plain);
    if (frame !== undefined) return { kind: "verb", lemma: plain, frame, first: word, last: word + 2 };
  }
  const frame = reportingFrame(lemma);
  return frame === undefined ? null : { kind: "verb", lemma, frame, first: word, last: word + 1 };
}

/** How any verb is used that stands with a name right behind a quotation: "…," Kelly charged. */
const BEHIND_QUOTATION: ReportingFrame = {
  speech: true,
  bareClause: false,
  thatClause: false,
  question: false,
  infinitive: false,
  objectInfinitive: false,
  gerund: false,
  description: false,
  behind: true,
  manner: true,
  addressee: false,
};

/**
 * A verb that isn't in the list, or that the tagger takes for a noun, where a quotation left open by a comma, a question or
 * an exclamation ends right before its subject or itself.
 */
function verbBehindQuotation(prose: Prose, word: number, passage: Passage): Cue | null {
  const tag = prose.tag(word);
  const known =
    reportingFrame(prose.lemma(word)) ??
    (tag === "NNS" ? reportingFrame(prose.lower(word).replace(/s$/, "")) : undefined);
  const isTagged = tag === "VBD" || tag === "VBZ" || (tag === "NNS" && known?.behind === true);
  const byPlace = !isTagged && isVerbByPlace(prose, word, passage);
  if (!(isTagged || byPlace) || !/^\p{Ll}/u.test(prose.form(word)) || word === passage.first) return null;
  if (prose.lemma(word) === "be" || prose.lemma(word) === "have") return null;
  const subject = nounPhraseBefore(prose, word, passage.first);
  const first = subject?.first ?? word;
  const quotation = first > passage.first ? prose.quotation[first - 1] : -1;
  if (quotation === -1 || !/[,?!…—–-]/.test(prose.text[prose.quotations[quotation].inner.end - 1])) return null;
  if (subject === null && (word + 1 >= passage.last || !/^(?:NN|DT$|JJ$)/.test(prose.tag(word + 1)))) return null;
  return {
    kind: "verb",
    lemma: prose.lemma(word),
    frame: known?.behind ? known : BEHIND_QUOTATION,
    first: word,
    last: word + 1,
    ...((byPlace || (subject === null && tag === "NNS")) && { byPlace: true }),
  };
}

/**
 * `"…," spat Kelly.`: right behind a quotation only a verb stands directly before a name that no verb follows. What people
 * are ("…," coach Ann Lee said) stands there too, but with a verb behind the name.
 */
function isVerbByPlace(prose: Prose, word: number, passage: Passage): boolean {
  if (word === passage.first || prose.quotation[word - 1] === -1 || word + 1 >= passage.last) return false;
  if (!/^\p{Ll}{3,}$/u.test(prose.form(word)) || !/^(?:NNS?|JJ|VB[NG]?|\.)$/.test(prose.tag(word))) return false;
  if (PERSON_NOUNS.has(prose.lower(word)) || /[^r]ing$/.test(prose.lower(word))) return false;
  let next = word + 1;
  while (next < passage.last && prose.isProperNoun(next)) next++;
  return next > word + 1 && (next === passage.last || /^(?:[,.:;]|IN|RB|CC|WP|WRB|-LRB-)$/.test(prose.tag(next)));
}

const AUXILIARIES = new Set([
  "have",
  "do",
  "be",
  "will",
  "would",
  "can",
  "could",
  "should",
  "shall",
  "may",
  "might",
  "must",
]);

/** How a verb stands in its sentence. */
export interface VerbForm {
  /** The first word of the verb with its auxiliaries and adverbs: "has repeatedly said". */
  readonly first: number;
  readonly finite: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  /** With "would", "could", "might" …: nobody has said it yet. */
  readonly modal: boolean;
  /** "to say". */
  readonly infinitive: boolean;
}

/** Reads the auxiliaries and adverbs before a verb, back to `limit`. */
export function verbForm(prose: Prose, cue: Cue, limit: number): VerbForm {
  let first = cue.first;
  // a verb the tagger took for a noun counts as what it was taken for: "…," Lee notes
  let finite = prose.isFiniteVerb(cue.first) || prose.tag(cue.first) === "NNS" || cue.byPlace === true;
  let passive = false;
  let negated = false;
  let modal = false;
  let infinitive = false;
  let have = false;
  while (first > limit) {
    const before = first - 1;
    const form = prose.lower(before);
    const tag = prose.tag(before);
    const lemma = prose.lemma(before);
    if (form === "n't" || form === "not" || form === "never") negated = true;
    else if (tag === "MD") {
      finite = true;
      modal = true;
    } else if (AUXILIARIES.has(lemma) && tag.startsWith("VB") && (lemma === "have" || prose.tag(cue.first) !== "VBD")) {
      finite ||= prose.isFiniteVerb(before);
      have ||= lemma === "have";
      passive ||= lemma === "be" && prose.tag(cue.first) === "VBN";
    } else if (tag === "TO" || (form === "to" && prose.tag(cue.first) === "VB")) {
      infinitive = true;
      first = before;
      break;
    } else if (!(tag === "RB" || tag === "RBR")) break;
    first = before;
  }
  if (prose.tag(cue.first) === "VBN" && !have && !passive && !cue.byPlace) finite = looksFinite(prose, cue);
  return { first, finite, passive, negated, modal, infinitive };
}

/** "Its owner, Ann Lee, blamed “a storm”": past tense and participle look the same, and what is said follows at once. */
function looksFinite(prose: Prose, cue: Cue): boolean {
  const before = cue.first > 0 ? prose.tag(cue.first - 1) : ".";
  const quotes = cue.last < prose.count && prose.quotation[cue.last] !== -1;
  const that = cue.last < prose.count && prose.lower(cue.last) === "that";
  if ((quotes || that) && (before === "," || before === "PRP" || before === "NNP")) return true;
  // "…, an inquiry heard on Friday."
  const subject = nounPhraseBefore(prose, cue.first, Math.max(0, cue.first - 12));
  const closes = cue.last >= prose.count || /^(?:\.|,|IN)$/.test(prose.tag(cue.last));
  return (
    subject !== null &&
    subject.first > 0 &&
    prose.tag(subject.first - 1) === "," &&
    closes &&
    cue.frame?.behind === true
  );
}

const ADJUNCT_PREPOSITIONS = new Set([
  "on",
  "in",
  "at",
  "during",
  "after",
  "before",
  "via",
  "through",
  "by",
  "from",
  "to",
  "over",
  "about",
  "with",
  "of",
  "outside",
  "following",
  "late",
  "early",
  "since",
  "for",
  "under",
  "upon",
  "amid",
]);
const ADJUNCT_NOUNS = new Set([
  "week",
  "month",
  "year",
  "morning",
  "afternoon",
  "evening",
  "night",
  "today",
  "yesterday",
  "weekend",
  "tonight",
  "time",
]);
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/**
 * The word after what stands between a cue and what it reports: the person addressed ("told reporters"), times, places
 * and manners ("on Monday", "in a statement", "last week", "angrily").
 */
export function afterAdjuncts(
  prose: Prose,
  from: number,
  limit: number,
  addressee: boolean,
): { end: number; addressee: WordRange | null } {
  let word = from;
  let addressed: WordRange | null = null;
  if (addressee && word < limit) {
    const phrase = prose.tag(word) === "PRP" ? { first: word, last: word + 1 } : addressedPhrase(prose, word, limit);
    if (phrase !== null) {
      addressed = phrase;
      word = phrase.last;
    }
  }
  for (;;) {
    const next = adjunctEnd(prose, word, limit);
    if (next === word) return { end: word, addressee: addressed };
    word = next;
  }
}

/** "told the Daily Mail that": the phrase addressed, without the prepositional phrases that say when and where. */
function addressedPhrase(prose: Prose, word: number, limit: number): WordRange | null {
  const phrase = nounPhraseFrom(prose, word, limit);
  if (phrase === null) return null;
  for (let last = phrase.first + 1; last < phrase.last; last++) {
    const tag = prose.tag(last);
    if ((tag === "IN" && prose.lower(last) !== "of") || tag === "TO") return { first: phrase.first, last };
    if (
      prose.isNoun(last - 1) &&
      (WEEKDAY.test(prose.form(last)) || ADJUNCT_NOUNS.has(prose.lower(last)) || tag === "DT" || tag === "PRP$")
    ) {
      return { first: phrase.first, last };
    }
  }
  return phrase;
}

function adjunctEnd(prose: Prose, word: number, limit: number): number {
  if (word >= limit || prose.quotation[word] !== -1) return word;
  const tag = prose.tag(word);
  const form = prose.lower(word);
  if (
    WEEKDAY.test(form) ||
    form === "today" ||
    form === "yesterday" ||
    form === "tonight" ||
    form === "earlier" ||
    form === "later" ||
    form === "recently" ||
    form === "afterwards" ||
    form === "afterward"
  )
    return word + 1;
  if (tag === "RB" && form.endsWith("ly")) return word + 1;
  if (
    (form === "last" ||
      form === "this" ||
      form === "earlier" ||
      form === "late" ||
      form === "early" ||
      form === "next") &&
    word + 1 < limit
  ) {
    for (let next = word + 1; next <= word + 2 && next < limit; next++) {
      if (ADJUNCT_NOUNS.has(prose.lower(next)) || WEEKDAY.test(prose.form(next))) return next + 1;
    }
  }
  if (
    (tag === "IN" || tag === "TO" || form === "to" || form === "late" || form === "following") &&
    ADJUNCT_PREPOSITIONS.has(form)
  ) {
    const phrase = nounPhraseFrom(prose, word + 1, limit);
    if (phrase !== null) return adjunctPhraseEnd(prose, phrase);
    // "during questioning", "after meeting the minister": a gerund and its object
    if (word + 1 < limit && prose.tag(word + 1) === "VBG") {
      return nounPhraseFrom(prose, word + 2, limit)?.last ?? word + 2;
    }
  }
  return word;
}

/** "in a statement the plan": a new determiner or pronoun begins what is reported. */
function adjunctPhraseEnd(prose: Prose, phrase: WordRange): number {
  for (let word = phrase.first + 1; word < phrase.last; word++) {
    const tag = prose.tag(word);
    if ((tag === "DT" || tag === "PRP$") && prose.isNoun(word - 1)) return word;
    if (
      prose.isProperNoun(word) &&
      prose.tag(word - 1) === "NN" &&
      prose.tag(Math.max(phrase.first, word - 2)) === "DT"
    )
      return word;
  }
  return phrase.last;
}
