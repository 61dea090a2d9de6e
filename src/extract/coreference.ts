import { compareSpans, covers, overlaps, type Span } from "../model/index.ts";
import { type Cluster, newCluster, noteGender, notePronoun } from "./cluster.ts";
import type { Anaphor, Antecedent, Nature } from "./coreference-model/index.ts";
import { Discourse } from "./discourse.ts";
import { distinctionsOf, roleWordsOf, wordsBefore } from "./distinctions.ts";
import { COMPANY_NOUNS } from "./lexicon/organizations.ts";
import { SPOKES_NOUNS } from "./lexicon/people.ts";
import { isFirstPerson, type MentionCandidate } from "./mentions.ts";
import { clusterNames } from "./name-clusters.ts";
import { findPlainPhrases, type PlainPhrase } from "./plain-phrases.ts";
import { fitOf, fits, ownQuotation } from "./pronoun-rules.ts";
import type { Prose } from "./prose.ts";

/** Words in the names of public bodies: "the company" is none of these. */
const PUBLIC_BODY =
  /^(?:ministry|department|court|council|university|office|police|party|commission|committee|institute|union|government|parliament|senate|congress|agency|authority|hospital|school|army|nations|church|association|federation|bureau|service|prison|tribunal|embassy|alliance|society|foundation|charity|league|trust|coalition|movement|administration|reuters|xinhua)$/;

/** What a report, a law or a book has, and no organisation or place. */
const DOCUMENT_PARTS = new Set(["author", "co-author", "finding", "conclusion", "chapter", "page", "wording", "text"]);

/** Chooses what a pronoun goes back to, in place of the rules. */
export interface AntecedentChooser {
  /** The index of the antecedent among the candidates (the nearest first), or -1 for none of them. */
  choose(prose: Prose, anaphor: Anaphor, candidates: readonly Antecedent[]): number;
  /** What a noun that makes no entity of its own can be. */
  natureOf(noun: string): Nature;
}

/** Sentences a pronoun may look back by the rules. */
const FARTHEST_SENTENCES = 5;
/** Candidates a pronoun or description looks at, so that the cost stays linear in the length of the article. */
const MOST_CANDIDATES = 120;

/**
 * Groups mentions that mean the same entity: names by their words; descriptions by their nouns; pronouns by a trained
 * chooser, or without one by gender, number, nearness and whether the candidate is a subject or the source of a statement.
 */
export class Coreference {
  readonly clusters: Cluster[] = [];
  readonly clusterOf = new Map<MentionCandidate, Cluster>();
  private readonly prose: Prose;
  /** Mentions in reading order with a cluster, for looking back. */
  private readonly resolved: MentionCandidate[] = [];
  /** These and what plain phrases mean, which only the chooser looks at. */
  private readonly discourse: Discourse;
  private readonly sources: readonly Span[];
  private readonly chooser: AntecedentChooser | null;
  /** Named persons by their first word. */
  private readonly personAt = new Map<number, MentionCandidate>();
  /** The first description with each noun. */
  private readonly firstByNoun = new Map<string, MentionCandidate>();
  /** Roles by which persons are introduced. */
  private readonly roles = new Map<Cluster, Set<string>>();
  /** Entities that each quotation names or describes, by its number. */
  private readonly spokenOf = new Map<number, Set<Cluster>>();

  /**
   * @param sources the spans of the statements' sources: whoever speaks is the likelier antecedent.
   * @param chooser what decides about pronouns; the rules where it's null.
   */
  constructor(
    prose: Prose,
    mentions: readonly MentionCandidate[],
    sources: readonly Span[],
    chooser: AntecedentChooser | null = null,
  ) {
    this.chooser = chooser;
    this.prose = prose;
    this.discourse = new Discourse(prose, this.clusterOf);
    this.sources = [...sources].sort(compareSpans);
    for (const [mention, cluster] of clusterNames(prose, mentions)) {
      if (!this.clusterOf.has(mention)) this.clusterOf.set(mention, cluster);
      if (cluster.kind === "Person" && !this.personAt.has(mention.first)) this.personAt.set(mention.first, mention);
      this.noteSpokenOf(mention, cluster);
    }
    this.clusters.push(...new Set(this.clusterOf.values()));
    // a headline takes up what the text only introduces below it
    const isHeadline = ({ sentence }: MentionCandidate) =>
      /title|heading/.test(prose.blocks[prose.words.sentenceBlock[sentence]].kind);
    const phrases = chooser === null ? [] : findPlainPhrases(prose, mentions);
    let next = 0;
    for (const mention of mentions) {
      if (isHeadline(mention)) continue;
      while (next < phrases.length && phrases[next].start < mention.start) this.addPhrase(phrases[next++]);
      this.resolve(mention);
    }
    for (const mention of mentions) if (isHeadline(mention)) this.resolveInHeadline(mention);
    if (chooser !== null) this.addSpeaking(chooser);
  }

  /** What a mention means, be it an entity or only something that is spoken of. */
  referentOf(mention: MentionCandidate): Cluster | undefined {
    return this.discourse.referentOf(mention);
  }

  /** "They", after "Anna and her brother": what each of these means. Empty where a pronoun goes back to no such phrase. */
  joinedBehind(pronoun: MentionCandidate): Cluster[] {
    return this.discourse.joinedBehind(pronoun).flatMap((member) => this.clusterOf.get(member) ?? []);
  }

  private addPhrase(phrase: PlainPhrase): void {
    const known = phrase.definite ? this.describedBy(phrase) : undefined;
    if (known !== undefined) {
      this.join(phrase, known);
      this.discourse.remember(phrase, known);
    }
    this.noteSpokenOf(phrase, known ?? this.discourse.addPhrase(phrase));
  }

  /** The entity that a source was described as by the same noun: "Mermaids said …", later "the mermaids". */
  private describedBy({ head, plural }: MentionCandidate): Cluster | undefined {
    for (const kind of plural ? ["Group"] : ["Person", "Document"]) {
      const first = this.firstByNoun.get(`${kind} ${head}`);
      if (first !== undefined && first.plural === plural) return this.clusterOf.get(first);
    }
    return undefined;
  }

  /** Whatever "they" or "it" goes back to is an entity if it speaks. */
  private addSpeaking({ natureOf }: AntecedentChooser): void {
    for (const entity of this.discourse.speaking((mention) => this.isSource(mention), natureOf)) {
      this.addCluster(entity);
      for (const mention of entity.mentions) this.clusterOf.set(mention, entity);
    }
  }

  private words(span: Span): string {
    return this.prose.text.slice(span.start, span.end);
  }

  // --- descriptions and pronouns ------------------------------------------------------------------------------------

  private resolve(mention: MentionCandidate): void {
    if (mention.form === "named") {
      this.remember(mention);
      return;
    }
    const cluster = mention.form === "nominal" ? this.antecedentOfNominal(mention) : this.antecedentOfPronoun(mention);
    if (cluster === null && mention.form === "pronoun") return;
    if (cluster?.open === true) {
      this.discourse.addPronoun(mention, cluster);
      return;
    }
    const own = cluster ?? this.addDescribed(mention);
    if (mention.form === "pronoun") notePronoun(own, mention.gender);
    else noteGender(own, mention.gender, "word");
    own.plural ||= mention.plural && mention.form === "nominal";
    this.join(mention, own);
    this.remember(mention);
    const noun = `${own.kind} ${mention.head}`;
    if (mention.form === "nominal" && !this.firstByNoun.has(noun)) this.firstByNoun.set(noun, mention);
    if (mention.form === "nominal") this.noteSpokenOf(mention, own);
  }

  private remember(mention: MentionCandidate): void {
    this.resolved.push(mention);
    this.discourse.remember(mention, this.clusterOf.get(mention)!);
  }

  private noteSpokenOf({ quotation }: MentionCandidate, cluster: Cluster): void {
    if (quotation === -1) return;
    const known = this.spokenOf.get(quotation);
    if (known === undefined) this.spokenOf.set(quotation, new Set([cluster]));
    else known.add(cluster);
  }

  private antecedentOfNominal(mention: MentionCandidate): Cluster | null {
    const apposed = this.apposition(mention);
    if (apposed !== null) return apposed;
    if (!mention.definite && !(mention.holdsName && SPOKES_NOUNS.has(mention.head))) return null;
    const kind = mention.kinds[0];
    const words = this.words(mention).toLowerCase();
    let byNoun: Cluster | null = null;
    let byName: Cluster | null = null;
    for (let index = this.resolved.length - 1, looked = 0; index >= 0 && looked < MOST_CANDIDATES; index--, looked++) {
      const other = this.resolved[index];
      const cluster = this.clusterOf.get(other)!;
      if (cluster.kind !== kind || overlaps(other, mention)) continue;
      if (other.form === "nominal" && other.head === mention.head && other.plural === mention.plural) {
        // the same words mean the same thing, before a nearer one that is described otherwise ("a follow-up study")
        if (this.words(other).toLowerCase() === words) return cluster;
        if (!mention.holdsName && !this.isAnother(mention, cluster)) byNoun ??= cluster;
      }
      if (other.form === "named" && !mention.holdsName && !mention.plural && this.describes(mention, other))
        byName ??= cluster;
    }
    return byNoun ?? byName;
  }

  /** What a headline's noun means: the first thing of that name below it. */
  private resolveInHeadline(mention: MentionCandidate): void {
    const first = this.firstByNoun.get(`${mention.kinds[0]} ${mention.head}`);
    if (mention.form !== "nominal" || first === undefined) this.resolve(mention);
    else this.join(mention, this.clusterOf.get(first)!);
  }

  /** "Ann Lee, the mayor" and "the mayor, Ann Lee,": a description between commas behind a name, or before one. */
  private apposition(mention: MentionCandidate): Cluster | null {
    const { prose } = this;
    const name = this.personAt.get(mention.last + 1);
    if (name !== undefined && mention.definite && mention.kinds[0] === "Person" && prose.tag(mention.last) === ",") {
      const closes = name.last >= prose.count || prose.tag(name.last) === "," || prose.isFiniteVerb(name.last);
      if (closes && name.sentence === mention.sentence && !mention.plural) return this.clusterOf.get(name)!;
    }
    const comma = mention.first - 1;
    if (comma < 1 || prose.tag(comma) !== "," || mention.kinds[0] !== "Person") return null;
    for (let index = this.resolved.length - 1; index >= 0 && index > this.resolved.length - 6; index--) {
      const other = this.resolved[index];
      if (other.last === comma && other.form === "named" && other.kinds[0] === "Person")
        return this.clusterOf.get(other)!;
    }
    return null;
  }

  /** Whether "the ministry" can mean a name: its noun stands in the name, or the name is a company's. */
  private describes(mention: MentionCandidate, name: MentionCandidate): boolean {
    const words = this.words(name)
      .toLowerCase()
      .split(/[\s-]+/);
    const head = mention.head.toLowerCase();
    if (mention.kinds[0] === "Person") {
      return roleWordsOf(this.prose, mention).every((word) => this.hasRole(name, word));
    }
    if (words.includes(head) || words.some((word) => word === `${head}s`)) return true;
    const means = COMPANY_NOUNS.has(head) || head === "club";
    return means && !words.some((word) => PUBLIC_BODY.test(word));
  }

  /** "The prime minister", where so far there was only "the minister". */
  private isAnother(mention: MentionCandidate, cluster: Cluster): boolean {
    const distinctions = distinctionsOf(this.prose, mention);
    return distinctions.some((word) =>
      cluster.mentions.every((other) =>
        other.form === "named"
          ? !wordsBefore(this.prose, other.first).includes(word)
          : !distinctionsOf(this.prose, other).includes(word),
      ),
    );
  }

  /** Whether a role stands right before a person's name somewhere: "Mayor Ann Lee", later "the mayor". */
  private hasRole(name: MentionCandidate, role: string): boolean {
    const cluster = this.clusterOf.get(name)!;
    let roles = this.roles.get(cluster);
    if (roles === undefined) {
      roles = new Set();
      for (const mention of cluster.mentions) {
        const isNominal = mention.form === "nominal";
        for (const word of isNominal ? roleWordsOf(this.prose, mention) : wordsBefore(this.prose, mention.first))
          roles.add(word);
      }
      this.roles.set(cluster, roles);
    }
    return roles.has(role);
  }

  private antecedentOfPronoun(mention: MentionCandidate): Cluster | null {
    if (isFirstPerson(mention.head)) return null;
    const only = this.onlyPersonBefore(mention);
    if (this.chooser !== null) return this.chosenAntecedent(mention, this.chooser, only);
    if (only !== null) return only;
    let best: Cluster | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let index = this.resolved.length - 1, looked = 0; index >= 0 && looked < MOST_CANDIDATES; index--, looked++) {
      const other = this.resolved[index];
      if (mention.sentence - other.sentence > FARTHEST_SENTENCES) break;
      if (other.end > mention.start || covers(other, mention)) continue;
      const cluster = this.clusterOf.get(other)!;
      const score = fitOf(mention, other, cluster, (span) => this.isSource(span));
      if (score !== null && score > bestScore) {
        best = cluster;
        bestScore = score;
      }
    }
    return best;
  }

  /** "Ann Lee left. She …": the one person the sentence before, in the same paragraph, speaks of outside quotation marks. */
  private onlyPersonBefore(mention: MentionCandidate): Cluster | null {
    const { words } = this.prose;
    if (!/^s?he$/.test(mention.head) || mention.quotation !== -1 || !this.prose.beginsSentence(mention.first))
      return null;
    const before = mention.sentence - 1;
    if (before < 0 || words.sentenceBlock[before] !== words.sentenceBlock[mention.sentence]) return null;
    const persons = new Set<Cluster>();
    for (let index = this.resolved.length - 1; index >= 0 && this.resolved[index].sentence >= before; index--) {
      const other = this.resolved[index];
      const cluster = this.clusterOf.get(other)!;
      if (other.sentence !== before || other.quotation !== -1 || cluster.kind !== "Person") continue;
      if (!fits(mention, cluster)) return null;
      persons.add(cluster);
    }
    const [only] = persons;
    return persons.size === 1 && only.named ? only : null;
  }

  private chosenAntecedent(
    mention: MentionCandidate,
    chooser: AntecedentChooser,
    only: Cluster | null,
  ): Cluster | null {
    const speaks = this.isSource(mention);
    const subject = speaks ? this.discourse.subjectBefore(mention) : null;
    if (subject !== null) return subject;
    const spokenWords = speaks ? ownQuotation(this.prose, mention) : -1;
    let candidates = this.discourse.candidates(mention, {
      isSource: (other) => this.isSource(other),
      ownQuotation: spokenWords,
      spokenOf: this.spokenOf.get(spokenWords),
      only,
      natureOf: chooser.natureOf,
    });
    const likely = candidates.filter((candidate) => this.isLikely(mention, candidate, candidates));
    if (likely.length > 0) candidates = likely;
    if (candidates.length === 0) return null;
    const chosen = chooser.choose(this.prose, { mention, isSource: speaks }, candidates);
    return chosen === -1 ? null : this.referentOf(candidates[chosen].mention)!;
  }

  /** "Its author" is a document's; and "it" that says something is no place, unless that place has spoken before. */
  private isLikely(mention: MentionCandidate, candidate: Antecedent, all: readonly Antecedent[]): boolean {
    const { head, last } = mention;
    if (head === "its" && last < this.prose.count && DOCUMENT_PARTS.has(this.prose.lemma(last))) {
      return candidate.kind === "Document";
    }
    if (head !== "it" || candidate.kind !== "Place" || !this.isSource(mention)) return true;
    return all.some(({ entity, isSource }) => isSource && entity === candidate.entity);
  }

  private isSource(mention: Span): boolean {
    let low = 0;
    let high = this.sources.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sources[middle].end <= mention.start) low = middle + 1;
      else high = middle;
    }
    return low < this.sources.length && overlaps(this.sources[low], mention);
  }

  // --- clusters -----------------------------------------------------------------------------------------------------

  private addCluster(cluster: Cluster): Cluster {
    this.clusters.push(cluster);
    return cluster;
  }

  /** Somebody new by a description; where the same noun was no entity so far, it is this one. */
  private addDescribed(mention: MentionCandidate): Cluster {
    const own = this.addCluster(newCluster(mention.kinds[0], false));
    if (mention.definite && !mention.holdsName) {
      for (const other of this.discourse.takeOver(mention, own)) this.join(other, own);
    }
    return own;
  }

  private join(mention: MentionCandidate, cluster: Cluster): void {
    cluster.mentions.push(mention);
    this.clusterOf.set(mention, cluster);
    const roles = mention.form === "nominal" ? this.roles.get(cluster) : undefined;
    for (const word of roles === undefined ? [] : roleWordsOf(this.prose, mention)) roles?.add(word);
  }

  /** Adds a mention found later, of an entity that is known: "I" in a quotation. */
  assign(mention: MentionCandidate, cluster: Cluster): void {
    this.join(mention, cluster);
  }
}
