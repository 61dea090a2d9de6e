import { covers } from "../model/index.ts";
import { type Cluster, newCluster, noteGender, notePronoun } from "./cluster.ts";
import type { Antecedent, Nature } from "./coreference-model/index.ts";
import type { MentionCandidate } from "./mentions.ts";
import { isBehindParts, type PlainPhrase } from "./plain-phrases.ts";
import { fits } from "./pronoun-rules.ts";
import type { Prose } from "./prose.ts";

/** Sentences that a pronoun may look back: most of a conversation's are short. */
const FARTHEST_SENTENCES = 20;
/** And for what is no entity. */
const FARTHEST_PLAIN = 8;
/** Candidates a pronoun looks at, so that the cost stays linear in the length of the article. */
const MOST_CANDIDATES = 200;

/** What a discourse is told about a pronoun whose antecedent is sought. */
export interface Sought {
  /** Whether a mention is the source of a statement. */
  readonly isSource: (mention: MentionCandidate) => boolean;
  /** The quotation that the pronoun speaks, or -1. */
  readonly ownQuotation: number;
  /** What its words name. */
  readonly spokenOf: ReadonlySet<Cluster> | undefined;
  /** The one person the sentence before speaks of. */
  readonly only: Cluster | null;
  /** What a noun that makes no entity of its own can be. */
  readonly natureOf: (noun: string) => Nature;
}

/**
 * What an article has spoken of so far, in reading order: its entities, and whatever else noun phrases mean. The latter are
 * open: things that only become entities if they speak.
 */
export class Discourse {
  private readonly prose: Prose;
  private readonly entityOf: ReadonlyMap<MentionCandidate, Cluster>;
  private readonly openOf = new Map<MentionCandidate, Cluster>();
  private readonly openClusters = new Set<Cluster>();
  /** The last open thing with each noun. */
  private readonly openByNoun = new Map<string, Cluster>();
  private readonly joined = new Map<Cluster, readonly MentionCandidate[]>();
  private readonly referents: MentionCandidate[] = [];
  /** How many mentions of each stand before the one that is being resolved, and a number for it. */
  private readonly earlier = new Map<Cluster, { readonly number: number; count: number }>();

  /** @param entityOf what mentions mean that are known to mean entities; it may grow. */
  constructor(prose: Prose, entityOf: ReadonlyMap<MentionCandidate, Cluster>) {
    this.prose = prose;
    this.entityOf = entityOf;
  }

  /** What a mention means, be it an entity or only something that is spoken of. */
  referentOf(mention: MentionCandidate): Cluster | undefined {
    return this.entityOf.get(mention) ?? this.openOf.get(mention);
  }

  /** Takes note of a mention of an entity. */
  remember(mention: MentionCandidate, cluster: Cluster): void {
    this.referents.push(mention);
    const known = this.earlier.get(cluster);
    if (known === undefined) this.earlier.set(cluster, { number: this.earlier.size, count: 1 });
    else known.count++;
  }

  /** Takes note of a phrase that is no mention of an entity; returns what it means: something known or something new. */
  addPhrase(phrase: PlainPhrase): Cluster {
    const cluster = this.knownByNoun(phrase) ?? newCluster("Topic", false, true);
    if (phrase.members.length > 0) this.joined.set(cluster, phrase.members);
    this.openClusters.add(cluster);
    this.openByNoun.set(nounKey(phrase), cluster);
    noteGender(cluster, phrase.gender, "word");
    cluster.plural ||= phrase.plural;
    this.addOpen(phrase, cluster);
    return cluster;
  }

  /** Takes note of a pronoun that goes back to something open. */
  addPronoun(pronoun: MentionCandidate, cluster: Cluster): void {
    notePronoun(cluster, pronoun.gender);
    this.addOpen(pronoun, cluster);
  }

  private addOpen(mention: MentionCandidate, cluster: Cluster): void {
    cluster.mentions.push(mention);
    this.openOf.set(mention, cluster);
    this.remember(mention, cluster);
  }

  /** The mentions of the open thing of a description's noun, which from now on is `entity`: empty where there is none. */
  takeOver(description: MentionCandidate, entity: Cluster): readonly MentionCandidate[] {
    const key = nounKey(description);
    const cluster = this.openByNoun.get(key);
    if (cluster === undefined) return [];
    this.openByNoun.delete(key);
    this.openClusters.delete(cluster);
    const { number, count } = this.earlier.get(cluster)!;
    this.earlier.set(entity, { number, count });
    entity.plural ||= cluster.plural;
    noteGender(entity, cluster.gender, cluster.genderFrom ?? "pronoun");
    return cluster.mentions;
  }

  /** "The mermaids", after "mermaids"; the same words in the plural mean the same: "kids" and "kids". */
  private knownByNoun(phrase: PlainPhrase): Cluster | null {
    const known = this.openByNoun.get(nounKey(phrase));
    if (known === undefined) return null;
    if (phrase.definite) return known;
    const words = this.words(phrase);
    const isSame = phrase.plural && known.mentions.some((other) => this.words(other) === words);
    return isSame ? known : null;
  }

  private words({ start, end }: MentionCandidate): string {
    return this.prose.text.slice(start, end).toLowerCase();
  }

  /** The open things that a source of a statement goes back to, each with a kind of its own: they are entities. */
  speaking(isSource: (mention: MentionCandidate) => boolean, natureOf: (noun: string) => Nature): Cluster[] {
    const found: Cluster[] = [];
    for (const cluster of this.openClusters) {
      const speaker = cluster.mentions.find((mention) => mention.form === "pronoun" && isSource(mention));
      if (speaker === undefined || this.joined.has(cluster)) continue;
      const entity = newCluster(kindOf(speaker, natureOf(cluster.mentions[0].head)), false);
      entity.mentions.push(...cluster.mentions);
      entity.plural = cluster.plural;
      noteGender(entity, cluster.gender, cluster.genderFrom ?? "pronoun");
      found.push(entity);
    }
    return found;
  }

  /** "They", after "Anna and her brother": each of these. Empty where a pronoun goes back to no such phrase. */
  joinedBehind(pronoun: MentionCandidate): readonly MentionCandidate[] {
    const cluster = this.openOf.get(pronoun);
    return (cluster && this.joined.get(cluster)) ?? [];
  }

  /** "His mother wept. “He is a good boy,” she sobbed.": the sentence before is about the one person whose noun has the gender. */
  subjectBefore(pronoun: MentionCandidate): Cluster | null {
    const { words } = this.prose;
    const before = pronoun.sentence - 1;
    if (pronoun.gender === null || before < 0 || !this.isBehindItsWords(pronoun)) return null;
    if (words.sentenceBlock[before] !== words.sentenceBlock[pronoun.sentence]) return null;
    let subject: Cluster | null = null;
    for (let index = this.referents.length - 1; index >= 0; index--) {
      const other = this.referents[index];
      if (other.sentence < before) break;
      const cluster = this.referentOf(other)!;
      const isRival = cluster.open ? cluster.gender === pronoun.gender : fits(pronoun, cluster);
      if (other.sentence !== before || !isRival) continue;
      const isSubject = other.subject && other.quotation === -1 && cluster.genderFrom === "word";
      if (!isSubject || (subject !== null && subject !== cluster)) return null;
      subject = cluster;
    }
    return subject;
  }

  /** Whether nothing but a quotation stands before a pronoun in its sentence. */
  private isBehindItsWords({ first, sentence, quotation }: MentionCandidate): boolean {
    const begin = this.prose.words.sentenceStart[sentence];
    if (quotation !== -1 || begin === first) return false;
    for (let word = begin; word < first; word++) if (this.prose.quotation[word] === -1) return false;
    return true;
  }

  /** What a pronoun may go back to, the nearest first. */
  candidates(pronoun: MentionCandidate, sought: Sought): Antecedent[] {
    const found: Antecedent[] = [];
    const { referents } = this;
    for (let index = referents.length - 1, looked = 0; index >= 0 && looked < MOST_CANDIDATES; index--, looked++) {
      const other = referents[index];
      const distance = pronoun.sentence - other.sentence;
      if (distance > FARTHEST_SENTENCES) break;
      if (other.end > pronoun.start || covers(other, pronoun)) continue;
      // whoever speaks is "I" in what is spoken
      if (other.quotation !== -1 && other.quotation === sought.ownQuotation) continue;
      if (contradicts(pronoun, other)) continue;
      const cluster = this.referentOf(other)!;
      if (cluster.open && distance > FARTHEST_PLAIN) continue;
      if (!mayMean(pronoun, cluster, sought.natureOf)) continue;
      if (pronoun.plural && other.form === "nominal" && isBehindParts(this.prose, other)) continue;
      found.push(this.antecedent(other, cluster, sought));
    }
    return found;
  }

  private antecedent(mention: MentionCandidate, cluster: Cluster, { isSource, spokenOf, only }: Sought): Antecedent {
    const { kind, open, gender, genderFrom, named, plural } = cluster;
    const { number, count } = this.earlier.get(cluster)!;
    return {
      mention,
      kind,
      open,
      noun: cluster.mentions.find(({ form }) => form === "nominal")?.head ?? null,
      gender,
      genderFrom,
      named,
      plural,
      isSource: isSource(mention),
      entity: number,
      earlier: count,
      known: cluster.mentions.length,
      isSpokenOf: spokenOf?.has(cluster) === true,
      isOnly: cluster === only,
    };
  }
}

/** "He" and "she": whatever is known of the entity, the one doesn't take up the other. */
function contradicts(pronoun: MentionCandidate, { form, gender }: MentionCandidate): boolean {
  return form === "pronoun" && gender !== null && pronoun.gender !== null && gender !== pronoun.gender;
}

const nounKey = ({ plural, head }: MentionCandidate) => `${plural ? "+" : "-"}${head}`;

/** The kind of entity that something open is when a pronoun speaks for it. */
function kindOf(speaker: MentionCandidate, nature: Nature): Cluster["kind"] {
  if (speaker.gender !== null) return "Person";
  if (nature === "group") return "Organization";
  return speaker.plural ? "Group" : "Document";
}

/** Whether a pronoun can mean something at all: by kind, gender and number. */
function mayMean(pronoun: MentionCandidate, cluster: Cluster, natureOf: (noun: string) => Nature): boolean {
  // given names and other pronouns mislead now and then: "Andrea", "Jean"
  const isOtherGender = pronoun.gender !== null && cluster.gender !== null && pronoun.gender !== cluster.gender;
  if (isOtherGender && (cluster.open || cluster.genderFrom === "word")) return false;
  if (cluster.open) {
    if (cluster.plural) return pronoun.plural;
    const nature = natureOf(cluster.mentions[0].head);
    if (pronoun.plural) return nature === "person" || nature === "group";
    return pronoun.gender !== null ? nature !== "thing" : nature !== "person";
  }
  // "Germany … they", and "another person … they"
  if (pronoun.plural) return cluster.kind !== "Person" || cluster.plural || (!cluster.named && cluster.gender === null);
  return pronoun.kinds.includes(cluster.kind);
}
