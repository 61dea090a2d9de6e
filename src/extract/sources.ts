import type { EntityKind, Span } from "../model/index.ts";
import { compareSpans, covers, overlaps } from "../model/index.ts";
import { PERSON_NOUNS, ROLES } from "./lexicon/people.ts";
import { describedSource, kindOfNoun, type MentionCandidate } from "./mentions.ts";
import type { NameIndex } from "./name-index.ts";
import { isNominalWord, nounPhraseBefore } from "./noun-phrases.ts";
import type { Prose } from "./prose.ts";

/** A description surer than this is by a noun that is known to mean people, organisations or documents. */
const LEAST_KNOWN = 0.5;

/**
 * Finds who is meant by the words that name a source: a pronoun, the person named in them, an organisation, a document, or
 * somebody described. A description becomes a mention of its own, with all its words, and takes the place of a shorter one.
 */
export class SourceReader {
  private readonly mentions: readonly MentionCandidate[];
  private readonly described: MentionCandidate[] = [];
  private readonly replaced = new Set<MentionCandidate>();
  private readonly prose: Prose;
  private readonly names: NameIndex;
  private readonly known = new Map<string, MentionCandidate | null>();

  constructor(prose: Prose, mentions: readonly MentionCandidate[], names: NameIndex) {
    this.prose = prose;
    this.mentions = mentions;
    this.names = names;
  }

  /** All mentions in reading order, those of the sources asked for so far included. */
  allMentions(): MentionCandidate[] {
    return [...this.mentions.filter((mention) => !this.replaced.has(mention)), ...this.described].sort(compareSpans);
  }

  /**
   * The mention that stands for a source, or null where its words say nothing. With `onlyKnown` a noun that isn't known to
   * mean somebody gives none ("told a press conference").
   */
  mentionOf(source: Span, onlyKnown = false): MentionCandidate | null {
    const key = `${source.start}-${source.end}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const found = this.find(source, onlyKnown);
    this.known.set(key, found);
    return found;
  }

  /**
   * The mentions of those who speak together, in reading order: "Germany and France", "Foreign Minister Ann Lee and her
   * counterpart, Max Roy,". Empty where a source is one. "The leaders of France and Germany" are one group.
   */
  jointMentionsOf(source: Span): MentionCandidate[] {
    return this.jointParts(source).flatMap((part) => this.mentionOf(part) ?? []);
  }

  /** The parts of a coordinated source, each of which names somebody; empty where it can't be parted. */
  private jointParts(source: Span): Span[] {
    const { prose } = this;
    const first = prose.wordAt(source.start);
    let last = prose.wordAt(source.end);
    while (last > first && prose.tag(last - 1) === ",") last--;
    const joint = this.conjunction(first, last);
    if (joint === -1) return [];
    const parts: Span[] = [];
    let begin = first;
    for (let word = first; word <= joint; word++) {
      // "Lee, Roy and Diaz": commas part what one "and" joins, where names stand between them
      const parted = word === joint || (prose.tag(word) === "," && this.isNameAlone(begin, word));
      if (!parted) continue;
      const end = word > begin && prose.tag(word - 1) === "," ? word - 1 : word;
      if (end > begin) parts.push(prose.span(begin, end));
      begin = word + 1;
    }
    parts.push(prose.span(joint + 1, last));
    return parts.length > 1 && this.speakTogether(parts) ? parts : [];
  }

  /** The "and" that joins speakers: outside of names, before any relative clause; -1 where there is none. */
  private conjunction(first: number, last: number): number {
    const { prose } = this;
    for (let word = first + 1; word + 1 < last; word++) {
      if (/^W/.test(prose.tag(word)) || prose.tag(word).startsWith("VB")) return -1;
      if (prose.lower(word) === "and" && this.names.within(word, word + 1) === null) return word;
    }
    return -1;
  }

  private isNameAlone(first: number, last: number): boolean {
    const { start, end } = this.prose.span(first, Math.max(last, first + 1));
    return this.within({ start, end }).some((mention) => mention.form === "named" && mention.end === end);
  }

  private speakTogether(parts: readonly Span[]): boolean {
    const { prose } = this;
    const named = parts.map((part) => {
      const head = this.headPart(part);
      const names = this.within(part).filter(({ form }) => form === "named");
      return (
        names.find((mention) => covers(head, mention) && mention.end === head.end && !this.isOwner(mention)) ??
        names.find((mention) => mention.kinds[0] === "Person" && this.standsBehindComma(mention, head)) ??
        null
      );
    });
    const left = prose.text.slice(parts[0].start, parts[parts.length - 1].start);
    const kinds = new Set(named.map((mention) => mention?.kinds[0]));
    if (named.every((mention) => mention !== null))
      return /,|\b(?:of|for|in|from|at|with)\b/.test(left) ? allPeople(kinds) : true;
    const described = parts.filter((_, index) => named[index] === null);
    return (
      named[0] !== null &&
      !/,/.test(left) &&
      described.every(({ start }) => /^(?:DT|PRP\$)$/.test(prose.tag(prose.wordAt(start))))
    );
  }

  private find(source: Span, onlyKnown: boolean): MentionCandidate | null {
    const antecedent = this.antecedentOfRelative(source);
    if (antecedent !== null) return this.mentionOf(antecedent, onlyKnown);
    const [joint] = this.jointParts(source);
    if (joint !== undefined) return this.mentionOf(joint, onlyKnown);
    const inside = this.within(source);
    const exact = inside.find(
      (mention) => mention.form === "pronoun" && mention.start === source.start && mention.end === source.end,
    );
    if (exact !== undefined) return exact;
    const head = this.headPart(source);
    const named = inside.filter(({ form }) => form === "named");
    const person = named
      .filter((mention) => mention.kinds[0] === "Person" && covers(head, mention) && !this.isOwner(mention))
      .at(-1);
    if (person !== undefined) return person;
    const apposed = named.find(
      (mention) =>
        (mention.kinds[0] === "Person" || (mention.kinds[0] === "Organization" && this.isOrganization(head))) &&
        this.standsBehindComma(mention, head),
    );
    if (apposed !== undefined) return apposed;
    const post = named.find((mention) => mention.kinds[0] === "Person" && this.standsBehindPost(mention, source));
    if (post !== undefined) return post;
    const ending = named.filter(
      (mention) => covers(source, mention) && mention.start < head.end && mention.end >= head.end,
    );
    const joined = named.find(
      (mention) =>
        mention.start <= head.start + 4 && mention.last < this.prose.count && this.prose.lower(mention.last) === "and",
    );
    if (joined !== undefined && !this.isNominalHead(head)) return joined;
    if (ending.length > 0 && !this.isNominalHead(head)) return ending[0];
    return this.describe(source, head, onlyKnown) ?? ending[0] ?? null;
  }

  /** Mentions inside a span, by binary search in reading order. */
  private within(span: Span): MentionCandidate[] {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle].start < span.start) low = middle + 1;
      else high = middle;
    }
    const found: MentionCandidate[] = [];
    for (let index = low; index < this.mentions.length && this.mentions[index].start < span.end; index++) {
      if (covers(span, this.mentions[index])) found.push(this.mentions[index]);
    }
    return found;
  }

  /** The part of a source before its first preposition, comma or relative pronoun. */
  private headPart(source: Span): Span {
    const { prose } = this;
    const first = prose.wordAt(source.start);
    for (let word = first; word < prose.count && prose.words.start[word] < source.end; word++) {
      const tag = prose.tag(word);
      const breaks =
        tag === "," ||
        tag === "(" ||
        tag === "WP" ||
        tag === "WDT" ||
        (tag === "IN" && word > first) ||
        (tag === "TO" && word > first);
      if (breaks && word > first) return { start: source.start, end: prose.words.end[word - 1] };
    }
    return source;
  }

  /** "Pell's lawyer" is not Pell. */
  private isOwner(mention: MentionCandidate): boolean {
    return mention.last < this.prose.count && this.prose.tag(mention.last) === "POS";
  }

  /**
   * Whether a name ends what its bearer is called by: a thing stands before it, and nobody whom it could name ("Opposition
   * spokesman for sport Craig Tran"), or a post or a body with a preposition in it ("Secretary of State Jane Muller", "Bank of
   * England governor Andrew Hale"). "A spokesman for President Dunn" isn't Dunn.
   */
  private standsBehindPost(mention: MentionCandidate, source: Span): boolean {
    const { prose } = this;
    const before = mention.first - 1;
    if (mention.end !== this.withoutApposition(source).end || before < 0 || prose.words.start[before] < source.start)
      return false;
    const isThing =
      prose.tag(before) === "NN" && !prose.isCapitalised(before) && !PERSON_NOUNS.has(prose.lemma(before));
    return isThing || this.endsPost(before, prose.wordAt(source.start));
  }

  /** Whether the words up to `last` are a post or a body with a preposition in it: "Secretary of State". */
  private endsPost(last: number, first: number): boolean {
    const { prose } = this;
    let preposition = last;
    while (preposition > first && isNominalWord(prose, preposition)) preposition--;
    const head = preposition - 1;
    if (preposition === last || head < first || prose.tag(preposition) !== "IN" || !prose.isCapitalised(head))
      return false;
    // "Office of Governor Lowe", "Lawyer for Texas Governor Lowe": the name belongs to a post of its own
    const isTitle = ROLES.has(prose.lower(last)) && prose.isCapitalised(last);
    if (isTitle && (preposition + 1 === last || prose.lower(preposition) !== "of")) return false;
    return (
      PERSON_NOUNS.has(prose.lower(head)) || ROLES.has(prose.lower(head)) || this.names.within(head, head + 1) !== null
    );
  }

  /** What "who" goes back to: the noun before it, over a comma. Null where the source is no relative pronoun. */
  private antecedentOfRelative(source: Span): Span | null {
    const { prose } = this;
    const word = prose.wordAt(source.start);
    if (word >= prose.count || prose.words.end[word] !== source.end) return null;
    if (!/^(?:WP|WDT)$/.test(prose.tag(word)) && prose.lower(word) !== "who") return null;
    const sentence = prose.words.sentenceStart[prose.words.sentence[word]];
    const end = word > 0 && prose.tag(word - 1) === "," ? word - 1 : word;
    const phrase = nounPhraseBefore(prose, end, sentence);
    if (phrase !== null) return prose.span(phrase.first, phrase.last);
    // "confirmed by her daughter, who …": what a preposition governs is no subject, and yet who is meant
    let first = end;
    while (first > sentence && isNominalWord(prose, first - 1)) first--;
    return first === end ? null : prose.span(first, end);
  }

  private standsBehindComma(mention: MentionCandidate, head: Span): boolean {
    const { prose } = this;
    let comma = prose.wordAt(head.end);
    // over what belongs to the description: "a spokesman for the governor, Paul Ives"
    while (comma < mention.first && prose.tag(comma) !== ",") comma++;
    return comma + 1 === mention.first && prose.tag(comma) === "," && this.isNominalHead(head);
  }

  /** Whether the head is a common noun ("a Reuters reporter" is no Reuters) or stands for one: "one of them". */
  private isNominalHead(head: Span): boolean {
    const last = this.prose.wordAt(head.end) - 1;
    const tag = last >= 0 ? this.prose.tag(last) : ".";
    if (last >= 0 && /^(?:one|another)$/.test(this.prose.lower(last))) return true;
    return (tag === "NN" || tag === "NNS") && !this.prose.isCapitalised(last);
  }

  private isOrganization(head: Span): boolean {
    const last = this.prose.wordAt(head.end) - 1;
    return last >= 0 && kindOfNoun(this.prose.lemma(last), false) === "Organization";
  }

  private describe(source: Span, head: Span, onlyKnown: boolean): MentionCandidate | null {
    const described = describedSource(this.prose, this.withoutApposition(source), this.names);
    if (described === null || (onlyKnown && described.confidence < LEAST_KNOWN)) return null;
    for (const other of this.within(source)) {
      if (other.form === "nominal" && other.head === described.head && overlaps(other, head)) this.replaced.add(other);
    }
    const whole = this.isWhoever(source, described)
      ? { ...described, kinds: described.kinds.map(asPerson) }
      : described;
    this.described.push(whole);
    return whole;
  }

  /** "One crane operator, who …": whoever is "who" is no organisation, whatever the noun can mean. */
  private isWhoever(source: Span, described: MentionCandidate): boolean {
    const { prose } = this;
    const next =
      described.last < prose.count && prose.tag(described.last) === "," ? described.last + 1 : described.last;
    return next < prose.count && prose.words.start[next] < source.end && /^who(?:se)?$/.test(prose.lower(next));
  }

  private withoutApposition(source: Span): Span {
    const { prose } = this;
    for (
      let word = prose.wordAt(source.start) + 1;
      word < prose.count && prose.words.start[word] < source.end;
      word++
    ) {
      if (prose.tag(word) === "," || prose.tag(word) === "(")
        return { start: source.start, end: prose.words.end[word - 1] };
    }
    return source;
  }
}

function allPeople(kinds: ReadonlySet<string | undefined>): boolean {
  return kinds.size === 1 && kinds.has("Person");
}

function asPerson(kind: EntityKind): EntityKind {
  return kind === "Organization" ? "Person" : kind;
}
