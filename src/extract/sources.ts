import type { Span } from "../model/index.ts";
import { compareSpans, covers, overlaps } from "../model/index.ts";
import { describedSource, type MentionCandidate } from "./mentions.ts";
import type { NameIndex } from "./name-index.ts";
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

  private find(source: Span, onlyKnown: boolean): MentionCandidate | null {
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
    const apposed = named.find((mention) => mention.kinds[0] === "Person" && this.standsBehindComma(mention, head));
    if (apposed !== undefined) return apposed;
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

  private standsBehindComma(mention: MentionCandidate, head: Span): boolean {
    const { prose } = this;
    let comma = prose.wordAt(head.end);
    // over what belongs to the description: "a spokesman for the governor, Paul Ives"
    while (comma < mention.first && prose.tag(comma) !== ",") comma++;
    return comma + 1 === mention.first && prose.tag(comma) === "," && this.isNominalHead(head);
  }

  /** Whether the head is a common noun: "a Reuters reporter" is no Reuters. */
  private isNominalHead(head: Span): boolean {
    const last = this.prose.wordAt(head.end) - 1;
    const tag = last >= 0 ? this.prose.tag(last) : ".";
    return (tag === "NN" || tag === "NNS") && !this.prose.isCapitalised(last);
  }

  private describe(source: Span, head: Span, onlyKnown: boolean): MentionCandidate | null {
    const described = describedSource(this.prose, this.withoutApposition(source), this.names);
    if (described === null || (onlyKnown && described.confidence < LEAST_KNOWN)) return null;
    for (const other of this.within(source)) {
      if (other.form === "nominal" && other.head === described.head && overlaps(other, head)) this.replaced.add(other);
    }
    this.described.push(described);
    return described;
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
