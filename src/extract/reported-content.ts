import type { Cue, VerbForm } from "./cues.ts";
import { hasFiniteVerb, nounPhraseFrom, sentenceOf, startsClause, type WordRange } from "./noun-phrases.ts";
import type { Passage, Prose } from "./prose.ts";
import type { Subject } from "./reporting-subject.ts";

/** No clause is longer, in words: bounds the cost of sentences without end. */
const LONGEST_CONTENT = 400;

/** Content in front of a reporting clause. */
export interface BeforeContent {
  readonly range: WordRange;
  /** Whether it ends with a quotation. */
  readonly strong: boolean;
  /** Whether it has no verb of its own: it counts only if it goes on behind the reporting clause. */
  readonly fragment?: boolean;
}

/** Content that ends right before the reporting clause. */
export function contentBefore(
  prose: Prose,
  passage: Passage,
  cue: Cue,
  subject: Subject,
  start: number,
): BeforeContent | null {
  if (!cue.frame!.behind) return null;
  let end = subject.clauseFirst;
  if (end <= start) return null;
  const comma = prose.tag(end - 1) === "," || /^(?:—|–|--|-|…|\.\.\.)$/.test(prose.form(end - 1));
  if (comma && prose.quotation[end - 1] === -1) end--;
  if (end <= start) return null;
  const quotation = prose.quotation[end - 1];
  if (quotation !== -1) {
    const first = contentStart(prose, start, end);
    const opened = prose.wordAt(prose.quotations[quotation].start);
    return {
      range: { first: Math.max(first, passage.first), last: end },
      strong: !(subject.how === "shared" && opened > first && prose.tag(cue.first) !== "VBG"),
    };
  }
  if (!comma || subject.how === "shared" || cue.frame!.manner) return null;
  const first = contentStart(prose, Math.max(start, sentenceOf(prose, end - 1).first), end);
  if (end <= first || end - first >= LONGEST_CONTENT) return null;
  const clause = startsClause(prose, first, end) || hasFiniteVerb(prose, first, end);
  return { range: { first, last: end }, strong: false, fragment: !clause };
}

/** Where content that ends at `end` begins: at the quotation it ends with, unless that is only a part of its clause. */
export function contentStart(prose: Prose, floor: number, end: number): number {
  // an article may begin with a comma and a reporting clause: nothing stands before them
  if (end <= floor) return floor;
  let first = floor;
  const quotation = prose.quotation[end - 1];
  if (quotation !== -1) {
    const opens = Math.max(floor, prose.wordAt(prose.quotations[quotation].start));
    if (opens <= floor) return opens;
    const before = prose.form(opens - 1);
    if (/^[,:;.!?—–-]$|^--$/.test(before) || prose.quotation[opens - 1] !== -1 || prose.beginsSentence(opens))
      return opens;
    first = Math.max(floor, sentenceOf(prose, opens - 1).first);
  }
  while (first < end && (prose.tag(first) === "," || (prose.tag(first) === "CC" && first + 1 < end))) first++;
  return first;
}

/** Content behind a reporting clause. */
export interface AfterContent {
  readonly range: { first: number; last: number };
  /** Goes on with what began in front of the reporting clause. */
  readonly around: boolean;
  readonly rule: string;
  readonly confidence: number;
}

/** Content behind the reporting clause that ends at `from`. */
export function contentAfter(
  prose: Prose,
  passage: Passage,
  cue: Cue,
  form: VerbForm,
  from: number,
  before: BeforeContent | null,
): AfterContent | null {
  let word = from;
  if (word >= passage.last) return null;
  const punctuated = /^[,:;—–]$|^--$/.test(prose.form(word));
  if (punctuated) word++;
  if (word >= passage.last) return null;
  const frame = cue.frame!;
  const made = (first: number, rule: string, confidence: number, around = false): AfterContent => ({
    range: { first, last: contentEnd(prose, first, passage.last) },
    around,
    rule,
    confidence,
  });
  if (prose.quotation[word] !== -1 && prose.words.start[word] === prose.quotations[prose.quotation[word]].start) {
    if (frame.description && !frame.thatClause) return made(word, "cue-describes", 0.7);
    return made(word, "cue-before-quotation", 0.92, before?.strong ?? false);
  }
  if (before !== null && punctuated && prose.form(from) === ",") {
    if (before.strong) return null;
    return endsWithin(prose, from, passage.last) ? made(word, "cue-inside", 0.75, true) : null;
  }
  if (before?.strong) return null;
  const lower = prose.lower(word);
  // behind an agent ("told by an official that talks had stalled") "that" opens nothing else
  const opensClause = prose.tag(word) === "IN" || form.passive || startsClause(prose, word + 1, passage.last);
  if (lower === "that" && frame.thatClause && opensClause) return made(word, "cue-before-that", 0.85);
  if (punctuated && prose.form(from) === ":") return frame.thatClause ? made(word, "cue-before-colon", 0.75) : null;
  if (punctuated) return null;
  return frameContent(prose, passage, cue, form, word, made);
}

/** Content in the forms a verb's frame allows. */
function frameContent(
  prose: Prose,
  passage: Passage,
  cue: Cue,
  form: VerbForm,
  word: number,
  made: (first: number, rule: string, confidence: number) => AfterContent,
): AfterContent | null {
  const frame = cue.frame!;
  const lower = prose.lower(word);
  if (frame.infinitive && lower === "to" && word + 1 < passage.last && prose.tag(word + 1).startsWith("VB"))
    return made(word, "cue-before-infinitive", 0.7);
  if (frame.gerund && prose.tag(word) === "VBG") return made(word, "cue-before-gerund", 0.7);
  if (frame.question && /^(?:whether|if|how|why|what|who|when|where)$/.test(lower) && !form.negated)
    return made(word, "cue-before-question", 0.7);
  if (frame.bareClause && (startsClause(prose, word, passage.last) || (lower === "there" && word + 1 < passage.last)))
    return made(word, "cue-before-clause", 0.8);
  if (frame.addressee && startsClause(prose, word, passage.last)) return made(word, "cue-before-clause", 0.7);
  if (frame.objectInfinitive && !(lower === "to" && /title|heading/.test(prose.blocks[passage.block].kind))) {
    const object = nounPhraseFrom(prose, word, passage.last);
    if (
      object !== null &&
      object.last + 1 < passage.last &&
      prose.lower(object.last) === "to" &&
      prose.tag(object.last + 1).startsWith("VB")
    )
      return made(word, "cue-before-object-infinitive", 0.7);
    if (prose.lower(word) === "to" && prose.tag(word + 1).startsWith("VB"))
      return made(word, "cue-before-object-infinitive", 0.65);
  }
  if (frame.description && quotesWithin(prose, word, contentEnd(prose, word, passage.last)))
    return made(word, "cue-describes", 0.6);
  return null;
}

/** Whether a quotation of some length stands in a range. */
function quotesWithin(prose: Prose, first: number, last: number): boolean {
  for (let word = first; word < last; word++) if (prose.quotation[word] !== -1) return true;
  return false;
}

/** Whether a reporting clause ends its sentence or the clause. */
export function endsClause(prose: Prose, word: number, limit: number): boolean {
  if (word >= limit) return true;
  const tag = prose.tag(word);
  return (
    tag === "." ||
    tag === "," ||
    tag === ":" ||
    tag === "CC" ||
    tag === "(" ||
    prose.lower(word) === "as" ||
    prose.lower(word) === "when" ||
    prose.lower(word) === "after"
  );
}

/** Whether a sentence goes on as a clause after the comma at `comma`. */
function endsWithin(prose: Prose, comma: number, limit: number): boolean {
  let verbs = 0;
  for (
    let word = comma + 1;
    word < limit && word < comma + LONGEST_CONTENT && prose.words.sentence[word] === prose.words.sentence[comma];
    word++
  )
    if (prose.isFiniteVerb(word)) verbs++;
  return verbs > 0;
}

/**
 * The word after content that begins at `first`, which is `first` where nothing follows: the end of the quotation it begins with where that is a whole utterance,
 * otherwise the end of the sentence, without its full stop.
 */
export function contentEnd(prose: Prose, first: number, limit: number): number {
  // "according to the plan," may be the last of an article
  if (first >= limit) return first;
  const quotation = prose.quotation[first];
  if (quotation !== -1) {
    const end = prose.wordAt(prose.quotations[quotation].end);
    if (end >= limit || isWholeUtterance(prose, quotation, end)) return Math.min(end, limit);
  }
  const sentence = prose.words.sentence[first];
  const farthest = Math.min(limit, first + LONGEST_CONTENT);
  let end = first;
  while (
    end < farthest &&
    (prose.words.sentence[end] === sentence || prose.quotation[end] !== -1) &&
    !endsIndirectContent(prose, end)
  )
    end++;
  while (end > first + 1 && prose.quotation[end - 1] === -1 && /^[.!?,;:…]$/.test(prose.form(end - 1))) end--;
  return beforeNextVerb(prose, first, end);
}

/** "said it “will not pay” and accused the others": a past tense behind a quotation and "and" is the speaker's next deed. */
function beforeNextVerb(prose: Prose, first: number, end: number): number {
  for (let word = first + 1; word + 1 < end; word++) {
    const joins = prose.lower(word) === "and" && prose.quotation[word] === -1 && prose.quotation[word - 1] !== -1;
    if (joins && prose.tag(word + 1) === "VBD") return word;
  }
  return end;
}

/** A semicolon or ", but" outside quotation marks ends what is reported: the writer goes on. */
function endsIndirectContent(prose: Prose, word: number): boolean {
  if (prose.quotation[word] !== -1) return false;
  if (prose.form(word) === ";") return true;
  return (
    prose.tag(word) === "," &&
    word + 1 < prose.count &&
    prose.lower(word + 1) === "but" &&
    !(word + 2 < prose.count && prose.lower(word + 2) === "that") &&
    prose.quotation[word + 1] === -1
  );
}

/** Whether the quotation ends a sentence or a clause of its own. */
function isWholeUtterance(prose: Prose, quotation: number, next: number): boolean {
  const { inner } = prose.quotations[quotation];
  const lastCharacter = prose.text[inner.end - 1];
  if (/[.!?…]/.test(lastCharacter)) return true;
  if (lastCharacter === ",") return next >= prose.count || !/^(?:and|but|or|to|in|for|of)$/.test(prose.lower(next));
  return /^[.!?]$/.test(prose.form(next));
}
