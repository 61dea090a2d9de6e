import type { Span } from "../model/index.ts";
import { afterAdjuncts, type Cue, findCues, type VerbForm, verbForm } from "./cues.ts";
import { isNominalWord, nounPhraseBefore, nounPhraseFrom, startsClause, type WordRange } from "./noun-phrases.ts";
import type { Passage, Prose } from "./prose.ts";
import type { StatementCandidate } from "./statement-candidate.ts";

/** No clause is longer, in words: bounds the cost of sentences without end. */
const LONGEST_CONTENT = 400;

/** What one cue reports, in words; content is cut where the next report begins. */
interface Report {
  readonly cue: Cue;
  readonly source: WordRange | null;
  readonly addressee: WordRange | null;
  /** Where the reporting clause begins and ends: source, cue and what belongs to them. */
  readonly clause: WordRange;
  /** Content in front of the reporting clause, behind it, or around it. */
  readonly before: WordRange | null;
  after: { first: number; last: number } | null;
  readonly rule: string;
  readonly speech: boolean;
  readonly confidence: number;
}

/** The statements of a passage that have a cue of their own. */
export function findReports(prose: Prose, passage: Passage): StatementCandidate[] {
  const reports: Report[] = [];
  let start = passage.first;
  for (const cue of findCues(prose, passage)) {
    const report =
      cue.kind === "according"
        ? readAccording(prose, passage, cue, start)
        : readVerb(prose, passage, cue, start, reports);
    if (report === null || !placeAfter(prose, reports, report)) continue;
    reports.push(report);
    start = Math.max(start, report.after === null ? report.clause.last : start);
  }
  return reports.map((report) => candidateOf(prose, report)).filter((candidate) => candidate !== null);
}

/** Cuts the content of the report before where this one begins; false when this one is a part of that content. */
function placeAfter(prose: Prose, reports: Report[], report: Report): boolean {
  // "The plan asks us to move, she said": the outer report takes the place of what it reports
  while (
    report.before !== null &&
    reports.length > 0 &&
    report.before.first <= reports[reports.length - 1].clause.first
  )
    reports.pop();
  const previous = reports[reports.length - 1];
  if (previous === undefined) return true;
  const begins = report.before === null ? report.clause.first : Math.min(report.before.first, report.clause.first);
  if (previous.after === null) return begins >= previous.clause.first;
  if (begins >= previous.after.last) return true;
  if (begins <= previous.after.first) return false;
  const end = endBeforeReport(prose, begins, previous.after.first);
  if (end === null) return false;
  previous.after.last = end;
  return end > previous.after.first;
}

/** Where content ends before a new report at `begins`, or null when the new report is nested in it. */
function endBeforeReport(prose: Prose, begins: number, floor: number): number | null {
  let end = begins;
  if (
    end - 1 > floor &&
    ["and", "but", "while", "whereas", "although", "though", "as", "or"].includes(prose.lower(end - 1))
  ) {
    end--;
    if (prose.tag(end - 1) === ",") return end - 1;
    return end < begins && !prose.isFiniteVerb(begins) && prose.lower(end) !== "while" ? null : end;
  }
  const before = prose.form(end - 1);
  if (before === "," || before === ";" || before === "—" || before === "–") return end - 1;
  return prose.quotation[end - 1] !== -1 ? end : null;
}

// --- according to ---------------------------------------------------------------------------------------------------

function readAccording(prose: Prose, passage: Passage, cue: Cue, start: number): Report | null {
  const source = nounPhraseFrom(prose, cue.last, passage.last);
  if (source === null) return null;
  const sentence = sentenceOf(prose, cue.first);
  const clauseEnd = withApposition(prose, source, passage.last, true);
  const base = {
    cue,
    source: clauseEnd.range,
    addressee: null,
    speech: true,
    clause: { first: cue.first, last: clauseEnd.range.last },
  };
  const before = cue.first - 1;
  const begins = prose.beginsSentence(cue.first) || before < passage.first;
  if (!begins) {
    const end = prose.tag(before) === "," ? before : cue.first;
    const first = contentStart(prose, Math.max(start, sentence.first), end);
    if (end > first) {
      const next = clauseEnd.range.last;
      const goesOn =
        !hasFiniteVerb(prose, first, end) && end === before && next < passage.last && prose.tag(next) === ",";
      const after = goesOn ? { first: next + 1, last: contentEnd(prose, next + 1, passage.last) } : null;
      const rule = goesOn ? "according-to-inside" : "according-to-behind";
      return { ...base, before: { first, last: end }, after, rule, confidence: 0.85 };
    }
  }
  const comma = clauseEnd.range.last;
  if (comma < passage.last && prose.tag(comma) === ",") {
    return {
      ...base,
      before: null,
      after: { first: comma + 1, last: contentEnd(prose, comma + 1, passage.last) },
      rule: "according-to-before",
      confidence: 0.85,
    };
  }
  return null;
}

// --- verbs ----------------------------------------------------------------------------------------------------------

interface Subject {
  readonly range: WordRange;
  /** First word of the reporting clause. */
  readonly clauseFirst: number;
  readonly clauseLast: number;
  readonly how: "before" | "inverted" | "shared";
}

function readVerb(prose: Prose, passage: Passage, cue: Cue, start: number, reports: readonly Report[]): Report | null {
  const form = verbForm(prose, cue, passage.first);
  const subject = findSubject(prose, passage, cue, form, start, reports);
  if (subject === null || isUnreported(prose, cue, form, subject)) return null;
  const afterCue = Math.max(cue.last, subject.how === "inverted" ? subject.range.last : 0);
  const adjuncts = afterAdjuncts(
    prose,
    subject.how === "inverted" ? subject.clauseLast : afterCue,
    passage.last,
    cue.frame!.addressee && subject.how !== "inverted",
  );
  const clause = { first: subject.clauseFirst, last: adjuncts.end };
  const base = {
    cue,
    source: subject.range,
    addressee: adjuncts.addressee,
    clause,
    speech: cue.frame!.speech && !form.modal,
  };
  const before = contentBefore(prose, passage, cue, subject, start);
  const after = contentAfter(prose, passage, cue, form, adjuncts.end, before);
  // "…, adding, “…”": what is added stands behind
  if (before !== null && !(prose.tag(cue.first) === "VBG" && subject.how === "shared" && after !== null)) {
    const around = after?.around ?? false;
    if (before.strong || around || after === null) {
      const rule = around ? "cue-inside" : before.strong ? "cue-after-quotation" : "cue-after-clause";
      const confidence = before.strong ? (subject.how === "shared" ? 0.8 : 0.95) : 0.75;
      if (!before.strong && !around && !endsClause(prose, adjuncts.end, passage.last)) return null;
      return { ...base, before: before.range, after: around ? after!.range : null, rule, confidence };
    }
  }
  if (after === null) return null;
  return {
    ...base,
    before: null,
    after: after.range,
    rule: after.rule,
    confidence: after.confidence * (subject.how === "shared" ? 0.85 : 1),
  };
}

/** Whether nothing was said: passives without agent, "would say", "did not say whether", "to say". */
function isUnreported(prose: Prose, cue: Cue, form: VerbForm, subject: Subject): boolean {
  if (form.passive || form.infinitive) return true;
  if (form.negated && subject.how !== "inverted") return true;
  if (form.modal && !/^(?:will|'ll)$/.test(prose.lower(form.first))) return true;
  const word = prose.lower(subject.range.first);
  const single = subject.range.last - subject.range.first === 1;
  return (
    single &&
    (word === "you" ||
      word === "there" ||
      word === "this" ||
      word === "that" ||
      word === "which" ||
      (word === "it" && cue.lemma === "mean"))
  );
}

function findSubject(
  prose: Prose,
  passage: Passage,
  cue: Cue,
  form: VerbForm,
  start: number,
  reports: readonly Report[],
): Subject | null {
  const inverted = invertedSubject(prose, passage, cue);
  if (
    inverted !== null &&
    (prose.quotation[cue.first - 1] !== -1 || subjectBefore(prose, form.first, passage.first) === null)
  )
    return inverted;
  const tag = prose.tag(cue.first);
  if (form.finite && tag !== "VBG") {
    const direct = subjectBefore(
      prose,
      form.first,
      Math.max(passage.first, start === passage.first ? start : passage.first),
    );
    if (direct !== null) return { range: direct.range, clauseFirst: direct.first, clauseLast: cue.last, how: "before" };
    return sharedSubject(prose, passage, form.first, reports);
  }
  if (
    tag === "VBG" &&
    form.first - 1 >= passage.first &&
    (/^(?:,|before|after|while)$/.test(prose.lower(form.first - 1)) || prose.quotation[form.first - 1] !== -1)
  ) {
    return sharedSubject(prose, passage, form.first, reports);
  }
  return null;
}

/** "…," said Ann Lee, the mayor. */
function invertedSubject(prose: Prose, passage: Passage, cue: Cue): Subject | null {
  const before = cue.first - 1;
  if (before < passage.first) return null;
  const tag = prose.tag(cue.first);
  if (tag !== "VBD" && tag !== "VBZ" && tag !== "VBN" && tag !== "VBP") return null;
  const quoted = prose.quotation[before] !== -1 || (prose.tag(before) === "," && before > passage.first);
  if (!quoted || (prose.quotation[cue.last] !== -1 && cue.last < passage.last)) return null;
  const phrase = nounPhraseFrom(prose, cue.last, passage.last);
  if (phrase === null) return null;
  const head = prose.tag(phrase.first);
  if (prose.quotation[before] === -1 && !(prose.isProperNoun(phrase.first) || head === "DT" || head === "PRP"))
    return null;
  const next = phrase.last;
  if (next < passage.last && (prose.isFiniteVerb(next) || prose.tag(next) === "TO")) return null;
  if (!cue.frame!.behind) return null;
  const named = withApposition(prose, withoutCalendar(prose, phrase), passage.last, false);
  return { range: named.range, clauseFirst: cue.first, clauseLast: named.range.last, how: "inverted" };
}

/** "said Ann Lee on Monday": times and occasions are no part of the name. */
function withoutCalendar(prose: Prose, phrase: WordRange): WordRange {
  for (let word = phrase.first + 1; word < phrase.last; word++) {
    const preposition = prose.lower(word);
    if (
      prose.tag(word) === "IN" &&
      preposition !== "of" &&
      preposition !== "for" &&
      preposition !== "at" &&
      preposition !== "from" &&
      preposition !== "with" &&
      preposition !== "in"
    ) {
      return { first: phrase.first, last: word };
    }
    if (
      prose.tag(word) === "IN" &&
      (preposition === "in" || preposition === "at") &&
      /^(?:an?|the)$/.test(prose.lower(word + 1)) &&
      prose.tag(word + 2) === "NN"
    ) {
      return { first: phrase.first, last: word };
    }
  }
  return phrase;
}

/** The noun phrase before a verb, over an apposition or relative clause between commas. */
function subjectBefore(prose: Prose, verb: number, limit: number): { range: WordRange; first: number } | null {
  const direct = nounPhraseBefore(prose, verb, limit);
  if (direct !== null) {
    return { range: direct, first: direct.first };
  }
  const relative = subjectWithRelativeClause(prose, verb, limit);
  if (relative !== null) return { range: relative, first: relative.first };
  if (verb - 1 <= limit || (prose.tag(verb - 1) !== "," && prose.form(verb - 1) !== ")")) return null;
  const closing = prose.form(verb - 1);
  const opening = closing === ")" ? "(" : ",";
  for (let word = verb - 2; word > limit && verb - word < 40; word--) {
    if (prose.quotation[word] !== -1) return null;
    if (prose.form(word) !== opening || !isApposition(prose, word + 1)) continue;
    const named = nounPhraseBefore(prose, word, limit);
    if (named === null || (named.last - named.first === 1 && prose.tag(named.first) === "CD")) continue;
    return { range: { first: named.first, last: closing === ")" ? verb : verb - 1 }, first: named.first };
  }
  return null;
}

/** "An engineer who worked at the dam": the relative clause stands between the noun and its verb. */
function subjectWithRelativeClause(prose: Prose, verb: number, limit: number): WordRange | null {
  let verbs = 0;
  for (let word = verb - 1; word > limit && verb - word < 25; word--) {
    const tag = prose.tag(word);
    if (prose.quotation[word] !== -1 || tag === "," || tag === "." || tag === ":") return null;
    if (prose.isFiniteVerb(word)) verbs++;
    // "a letter sent to families": a participle stands for the relative clause
    if ((tag === "VBN" || tag === "VBG") && verbs === 0 && prose.isNoun(word - 1)) {
      const noun = nounPhraseBefore(prose, word, limit);
      const opens =
        noun !== null &&
        (noun.first === limit ||
          /^(?:,|:|``|''|CC|IN)$/.test(prose.tag(noun.first - 1)) ||
          prose.beginsSentence(noun.first));
      return noun !== null && opens ? { first: noun.first, last: verb } : null;
    }
    if (tag !== "WP" && tag !== "WDT" && prose.lower(word) !== "who") continue;
    const noun = verbs > 0 ? nounPhraseBefore(prose, word, limit) : null;
    return noun === null ? null : { first: noun.first, last: verb };
  }
  return null;
}

function isApposition(prose: Prose, word: number): boolean {
  const tag = prose.tag(word);
  return (
    tag === "DT" ||
    tag === "WP" ||
    tag === "WDT" ||
    tag === "WP$" ||
    tag === "PRP$" ||
    prose.isNoun(word) ||
    tag === "JJ" ||
    tag === "CD" ||
    tag === "VBG" ||
    tag === "VBN" ||
    tag === "RB" ||
    (tag === "IN" && prose.lower(word) === "of")
  );
}

/** The subject of the clause before: "He smiled and said", "…, adding that". */
function sharedSubject(prose: Prose, passage: Passage, verb: number, reports: readonly Report[]): Subject | null {
  const before = verb - 1;
  if (before < passage.first) return null;
  const joined =
    /^(?:and|but|then|or|,|also|later|before|after|while)$/.test(prose.lower(before)) || prose.quotation[before] !== -1;
  if (!joined) return null;
  const last = reports[reports.length - 1];
  if (last?.source && sentenceOf(prose, last.cue.first).first === sentenceOf(prose, verb).first) {
    return { range: last.source, clauseFirst: verb, clauseLast: verb + 1, how: "shared" };
  }
  const sentence = sentenceOf(prose, verb);
  for (let word = Math.max(sentence.first, passage.first); word < verb; word++) {
    if (prose.quotation[word] !== -1 || !prose.isFiniteVerb(word)) continue;
    const range = subjectBefore(prose, skipAdverbsBefore(prose, word), Math.max(sentence.first, passage.first))?.range;
    return range === undefined ? null : { range, clauseFirst: verb, clauseLast: verb + 1, how: "shared" };
  }
  return null;
}

function skipAdverbsBefore(prose: Prose, verb: number): number {
  let word = verb;
  while (word > 0 && prose.tag(word - 1) === "RB") word--;
  return word;
}

// --- content --------------------------------------------------------------------------------------------------------

/** Content that ends right before the reporting clause. */
function contentBefore(
  prose: Prose,
  passage: Passage,
  cue: Cue,
  subject: Subject,
  start: number,
): { range: WordRange; strong: boolean } | null {
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
  return end > first &&
    end - first < LONGEST_CONTENT &&
    (startsClause(prose, first, end) || hasFiniteVerb(prose, first, end))
    ? { range: { first, last: end }, strong: false }
    : null;
}

/** Where content that ends at `end` begins: at the quotation it ends with, unless that is only a part of its clause. */
function contentStart(prose: Prose, floor: number, end: number): number {
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

interface AfterContent {
  readonly range: { first: number; last: number };
  /** Goes on with what began in front of the reporting clause. */
  readonly around: boolean;
  readonly rule: string;
  readonly confidence: number;
}

/** Content behind the reporting clause that ends at `from`. */
function contentAfter(
  prose: Prose,
  passage: Passage,
  cue: Cue,
  form: VerbForm,
  from: number,
  before: { range: WordRange; strong: boolean } | null,
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
  if (lower === "that" && frame.thatClause && (prose.tag(word) === "IN" || startsClause(prose, word + 1, passage.last)))
    return made(word, "cue-before-that", 0.85);
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
function endsClause(prose: Prose, word: number, limit: number): boolean {
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
 * The word after content that begins at `first`: the end of the quotation it begins with where that is a whole utterance,
 * otherwise the end of the sentence, without its full stop.
 */
function contentEnd(prose: Prose, first: number, limit: number): number {
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

/** The phrase with the apposition or relative clause behind it, up to the comma that ends it. */
function withApposition(prose: Prose, phrase: WordRange, limit: number, needsEnd: boolean): { range: WordRange } {
  const comma = phrase.last;
  if (
    comma + 1 >= limit ||
    prose.tag(comma) !== "," ||
    prose.quotation[comma + 1] !== -1 ||
    !isApposition(prose, comma + 1) ||
    prose.tag(comma + 1) === "VBG"
  )
    return { range: phrase };
  const relative = prose.tag(comma + 1) === "WP" || prose.tag(comma + 1) === "WDT" || prose.tag(comma + 1) === "WP$";
  for (let word = comma + 1; word < limit && word - comma < 30 && prose.quotation[word] === -1; word++) {
    const tag = prose.tag(word);
    if (tag === "," || tag === ".") {
      if (needsEnd && tag === "." && word - comma < 2) break;
      if (needsEnd && tag === ".")
        return prose.words.start[phrase.first] > 0 && !relative && hasFiniteVerb(prose, comma + 1, word)
          ? { range: phrase }
          : { range: { first: phrase.first, last: word } };
      return { range: { first: phrase.first, last: word } };
    }
    if (!relative && prose.isFiniteVerb(word)) return { range: phrase };
  }
  return { range: phrase };
}

function hasFiniteVerb(prose: Prose, first: number, last: number): boolean {
  for (let word = first; word < last; word++) if (prose.isFiniteVerb(word)) return true;
  return false;
}

function sentenceOf(prose: Prose, word: number): WordRange {
  const sentence = prose.words.sentence[word];
  return { first: prose.words.sentenceStart[sentence], last: prose.words.sentenceStart[sentence + 1] };
}

// --- result ---------------------------------------------------------------------------------------------------------

function candidateOf(prose: Prose, report: Report): StatementCandidate | null {
  const content: Span[] = [];
  for (const range of [report.before, report.after]) {
    if (range !== null && range.last > range.first && hasWords(prose, range))
      content.push(prose.span(range.first, range.last));
  }
  if (content.length === 0) return null;
  const cue = prose.span(report.cue.first, report.cue.last);
  const source = report.source === null ? [] : [prose.span(report.source.first, report.source.last)];
  const cueWords = prose.text.slice(cue.start, cue.end);
  const sourceWords = source.map(({ start, end }) => prose.text.slice(start, end)).join();
  return {
    content,
    cue: [cue],
    source,
    addressee: report.addressee === null ? null : prose.span(report.addressee.first, report.addressee.last),
    floating: false,
    speech: report.speech,
    confidence: report.confidence,
    why: { reason: reasonOf(report, cueWords, sourceWords), rule: report.rule, runnerUp: null },
  };
}

function hasWords(prose: Prose, range: WordRange): boolean {
  for (let word = range.first; word < range.last; word++)
    if (isNominalWord(prose, word) || /\p{L}/u.test(prose.form(word))) return true;
  return false;
}

const REASONS: Readonly<Record<string, string>> = {
  "according-to-before": "stands behind “%cue %source”",
  "according-to-inside": "stands on both sides of “%cue %source”",
  "according-to-behind": "stands before “%cue %source”",
  "cue-inside": "stands on both sides of “%source %cue”",
  "cue-after-quotation": "the quotation ends right before “%source %cue”",
  "cue-after-clause": "the clause is followed by “%source %cue”",
  "cue-before-quotation": "“%source %cue” introduces the quotation",
  "cue-before-that": "“%source %cue” is followed by a clause with “that”",
  "cue-before-colon": "“%source %cue” is followed by a colon",
  "cue-before-infinitive": "“%source %cue” is followed by what is to be done",
  "cue-before-object-infinitive": "“%source %cue” is followed by who is to do what",
  "cue-before-gerund": "“%source %cue” is followed by what is to be done",
  "cue-before-question": "“%source %cue” is followed by a question",
  "cue-before-clause": "“%source %cue” is followed by a clause",
  "cue-describes": "“%source %cue” describes something in quotation marks",
};

function reasonOf(report: Report, cue: string, source: string): string {
  const shorter = source.length > 60 ? `${source.slice(0, 57)}…` : source;
  const reason = (REASONS[report.rule] ?? "“%source %cue”")
    .replace("%cue", () => cue)
    .replace("%source", () => shorter);
  return `${reason[0].toUpperCase()}${reason.slice(1)}.`;
}
