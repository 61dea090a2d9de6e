import type { Entity, EntityKind, Mention, Span } from "../model/index.ts";
import { compareSpans, covers, overlaps } from "../model/index.ts";
import { COMPANY_NOUNS } from "./lexicon/organizations.ts";
import { COURTESY_TITLES, FEMALE_NAMES, MALE_NAMES, SPOKES_NOUNS } from "./lexicon/people.ts";
import { TERRITORY_SUFFIX } from "./lexicon/places.ts";
import { type Gender, isFirstPerson, type MentionCandidate } from "./mentions.ts";
import { isListedPlace } from "./name-kinds.ts";
import type { Prose } from "./prose.ts";

/** An entity while the article is being read. */
export interface Cluster {
  readonly kind: EntityKind;
  readonly mentions: MentionCandidate[];
  gender: Gender | null;
  /** Whether a proper name of its own stands for it somewhere. */
  named: boolean;
  plural: boolean;
}

/** Sentences a pronoun may look back. */
const FARTHEST_SENTENCES = 5;
/** Candidates a pronoun or description looks at, so that the cost stays linear in the length of the article. */
const MOST_CANDIDATES = 120;

/**
 * Groups mentions that mean the same entity: names by their words, descriptions by their nouns, pronouns by gender, number,
 * nearness and whether the candidate is the subject of its clause or the source of a statement.
 */
export class Coreference {
  readonly clusters: Cluster[] = [];
  readonly clusterOf = new Map<MentionCandidate, Cluster>();
  private readonly prose: Prose;
  private readonly mentions: readonly MentionCandidate[];
  /** Mentions in reading order with a cluster, for looking back. */
  private readonly resolved: MentionCandidate[] = [];
  private readonly sources: readonly Span[];

  /** @param sources the spans of the statements' sources: whoever speaks is the likelier antecedent. */
  constructor(prose: Prose, mentions: readonly MentionCandidate[], sources: readonly Span[]) {
    this.prose = prose;
    this.mentions = mentions;
    this.sources = [...sources].sort(compareSpans);
    this.clusterNames();
    for (const mention of mentions) this.resolve(mention);
  }

  private words(span: Span): string {
    return this.prose.text.slice(span.start, span.end);
  }

  // --- names --------------------------------------------------------------------------------------------------------

  /** Longer names first, so that short forms before the full name find it as well. */
  private clusterNames(): void {
    const named = this.mentions.filter(({ form }) => form === "named");
    const byLength = [...named].sort((a, b) => this.words(b).length - this.words(a).length || a.start - b.start);
    const byKey = new Map<string, Cluster>();
    const byWord = new Map<string, Cluster[]>();
    for (const mention of byLength) {
      const name = plainName(this.words(mention), mention.kinds[0]);
      const key = `${mention.kinds[0]} ${name.toLowerCase()}`;
      const cluster =
        byKey.get(key) ?? this.clusterWithName(name, mention, byWord) ?? this.newCluster(mention.kinds[0], true);
      byKey.set(key, cluster);
      for (const word of name.split(/[\s-]+/)) {
        const list = byWord.get(word.toLowerCase()) ?? [];
        if (!list.includes(cluster)) list.push(cluster);
        byWord.set(word.toLowerCase(), list);
      }
      if (isAcronymOf(name, "")) byWord.set(name.toLowerCase(), [cluster]);
      this.join(mention, cluster);
      cluster.gender ??= this.genderOfName(mention);
    }
  }

  private clusterWithName(
    name: string,
    mention: MentionCandidate,
    byWord: ReadonlyMap<string, readonly Cluster[]>,
  ): Cluster | null {
    const words = name.split(/\s+/);
    const kind = mention.kinds[0];
    const candidates = new Set([
      ...(byWord.get(words[0].toLowerCase()) ?? []),
      ...(byWord.get(words[words.length - 1].toLowerCase()) ?? []),
    ]);
    if (kind === "Organization" && /^(?:\p{Lu}\.?){2,8}$/u.test(name)) {
      const longer = this.clusters.find(
        (cluster) => cluster.kind === kind && cluster.mentions.some((other) => isAcronymOf(name, this.words(other))),
      );
      if (longer !== undefined) return longer;
    }
    const fitting = [...candidates].filter(
      (cluster) =>
        cluster.kind === kind &&
        cluster.mentions.some((other) => isShortFormOf(words, plainName(this.words(other), kind), kind)),
    );
    if (fitting.length <= 1) return fitting[0] ?? null;
    // two people of one name: the one whose full name stands nearest before
    const before = fitting.map((cluster) => ({
      cluster,
      at: Math.max(-1, ...cluster.mentions.filter((other) => other.start < mention.start).map(({ start }) => start)),
    }));
    return before.reduce((best, next) => (next.at > best.at ? next : best)).cluster;
  }

  private genderOfName(mention: MentionCandidate): Gender | null {
    if (mention.kinds[0] !== "Person") return null;
    const before = mention.first > 0 ? this.prose.lower(mention.first - 1).replace(/\.$/, "") : "";
    const title = COURTESY_TITLES[before];
    if (title) return title;
    const given = this.words(mention).split(/\s+/);
    if (given.length < 2) return null;
    return MALE_NAMES.has(given[0]) && !FEMALE_NAMES.has(given[0])
      ? "male"
      : FEMALE_NAMES.has(given[0]) && !MALE_NAMES.has(given[0])
        ? "female"
        : null;
  }

  // --- descriptions and pronouns ------------------------------------------------------------------------------------

  private resolve(mention: MentionCandidate): void {
    if (mention.form === "named") {
      this.resolved.push(mention);
      return;
    }
    const cluster = mention.form === "nominal" ? this.antecedentOfNominal(mention) : this.antecedentOfPronoun(mention);
    if (cluster === null && mention.form === "pronoun") return;
    const own = cluster ?? this.newCluster(mention.kinds[0], false);
    own.gender ??= mention.gender;
    own.plural ||= mention.plural && mention.form === "nominal";
    this.join(mention, own);
    this.resolved.push(mention);
  }

  private antecedentOfNominal(mention: MentionCandidate): Cluster | null {
    const apposed = this.apposition(mention);
    if (apposed !== null) return apposed;
    if (!mention.definite && !(mention.holdsName && SPOKES_NOUNS.has(mention.head))) return null;
    const kind = mention.kinds[0];
    const words = this.words(mention).toLowerCase();
    let byName: Cluster | null = null;
    for (let index = this.resolved.length - 1, looked = 0; index >= 0 && looked < MOST_CANDIDATES; index--, looked++) {
      const other = this.resolved[index];
      const cluster = this.clusterOf.get(other)!;
      if (cluster.kind !== kind || overlaps(other, mention)) continue;
      if (other.form === "nominal" && other.head === mention.head && other.plural === mention.plural) {
        if (!mention.holdsName || this.words(other).toLowerCase() === words) return cluster;
      }
      if (
        other.form === "named" &&
        byName === null &&
        !mention.holdsName &&
        !mention.plural &&
        this.describes(mention, other)
      )
        byName = cluster;
    }
    return byName;
  }

  /** "Ann Lee, the mayor": a description between commas behind a name. */
  private apposition(mention: MentionCandidate): Cluster | null {
    const { prose } = this;
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
    if (mention.kinds[0] === "Person") return this.hasRole(name, head);
    if (words.includes(head) || words.some((word) => word === `${head}s`)) return true;
    const isCompany =
      /^(?:inc|corp|ltd|plc|co|llc|ag|gmbh|motors|airlines|airways|energy|technologies|systems|group|holdings|bank)\.?$/;
    return COMPANY_NOUNS.has(head) && words.some((word) => isCompany.test(word));
  }

  /** Whether a role stands right before or behind a person's name: "Mayor Ann Lee", later "the mayor". */
  private hasRole(name: MentionCandidate, role: string): boolean {
    const { prose } = this;
    const cluster = this.clusterOf.get(name)!;
    return cluster.mentions.some((other) => {
      for (let word = Math.max(0, other.first - 3); word < other.first; word++)
        if (prose.lower(word) === role) return true;
      return other.form === "nominal" && other.head === role;
    });
  }

  private antecedentOfPronoun(mention: MentionCandidate): Cluster | null {
    if (isFirstPerson(mention.head)) return null;
    let best: Cluster | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let index = this.resolved.length - 1, looked = 0; index >= 0 && looked < MOST_CANDIDATES; index--, looked++) {
      const other = this.resolved[index];
      if (mention.sentence - other.sentence > FARTHEST_SENTENCES) break;
      if (other.end > mention.start || covers(other, mention)) continue;
      const cluster = this.clusterOf.get(other)!;
      const score = this.fit(mention, other, cluster);
      if (score !== null && score > bestScore) {
        best = cluster;
        bestScore = score;
      }
    }
    return best;
  }

  /** How well a pronoun goes with an earlier mention; null where it can't. */
  private fit(mention: MentionCandidate, other: MentionCandidate, cluster: Cluster): number | null {
    const rank = mention.kinds.indexOf(cluster.kind);
    if (rank === -1) return null;
    if (mention.gender !== null && cluster.gender !== null && mention.gender !== cluster.gender) return null;
    if (cluster.kind === "Person" && mention.plural && !cluster.plural) return null;
    if (cluster.kind === "Organization" && mention.plural && other.sentence === mention.sentence) return null;
    const distance = mention.sentence - other.sentence;
    const isSource = this.isSource(other);
    let score = -2 * distance - 0.4 * rank;
    if (other.subject) score += 2;
    if (isSource) score += 2;
    if (mention.gender !== null && cluster.gender === mention.gender) score += 1;
    if (other.quotation !== -1 && mention.quotation === -1) score -= 3;
    // who speaks is rarely "he" or "it" in the same quotation
    if (mention.quotation !== -1 && other.quotation === -1 && isSource) score -= 3;
    if (distance === 0 && other.subject && this.isSource(mention)) score -= 1.5;
    if (other.form === "nominal" && !other.definite && !isSource && !other.subject) score -= 0.5;
    const speaks = this.isSource(mention);
    if (speaks && cluster.kind === "Place") score -= 3;
    return score - (mention.start - other.start) / 10_000;
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

  private newCluster(kind: EntityKind, named: boolean): Cluster {
    const cluster: Cluster = { kind, mentions: [], gender: null, named, plural: false };
    this.clusters.push(cluster);
    return cluster;
  }

  private join(mention: MentionCandidate, cluster: Cluster): void {
    cluster.mentions.push(mention);
    this.clusterOf.set(mention, cluster);
  }

  /** Adds a mention found later, of an entity that is known: "I" in a quotation. */
  assign(mention: MentionCandidate, cluster: Cluster): void {
    this.join(mention, cluster);
  }
}

/** A name without what may come and go: leading article, the kind of territory, possessive. */
function plainName(name: string, kind: EntityKind): string {
  const bare = name
    .replace(/\s+/g, " ")
    .replace(/^[Tt]he /, "")
    .replace(/['’]s?$/, "");
  if (kind !== "Place") return bare;
  const territory = bare.replace(TERRITORY_SUFFIX, "");
  return isListedPlace(bare) && !isListedPlace(territory) ? bare : territory;
}

/** Whether the capitals of `acronym` are the initials of a longer name: WHO, World Health Organization. */
function isAcronymOf(acronym: string, name: string): boolean {
  const letters = acronym.replace(/[^\p{L}]/gu, "");
  const initials = (words: readonly string[]) =>
    words
      .map((word) => word[0])
      .join("")
      .toUpperCase();
  const words = name.split(/[\s-]+/).filter((word) => word !== "");
  if (letters.length < 2 || words.length < 2) return false;
  return initials(words) === letters || initials(words.filter((word) => /^\p{Lu}/u.test(word))) === letters;
}

/** Whether `words` are a shorter form of `full`: the same words in order, some left out. */
function isShortFormOf(words: readonly string[], full: string, kind: EntityKind): boolean {
  const all = full.split(/\s+/);
  if (words.length >= all.length) return false;
  const wanted = words.map((word) => word.toLowerCase());
  const given = all.map((word) => word.toLowerCase());
  let at = 0;
  for (const word of given) if (at < wanted.length && (word === wanted[at] || word === `${wanted[at]}s`)) at++;
  if (at < wanted.length) return false;
  if (kind === "Person") return true;
  if (kind === "Place")
    return (
      !isListedPlace(words.join(" ")) &&
      (wanted[0] === given[0] || wanted[wanted.length - 1] === given[given.length - 1]) &&
      (words.length > 1 || wanted[0] === given[0])
    );
  return wanted[0] === given[0] && (words.length > 1 || !isListedPlace(words[0]));
}

// --- what comes out -------------------------------------------------------------------------------------------------

/** Whether an entity is somebody or something described, not named. */
export function isDescribed(cluster: Cluster): boolean {
  return !cluster.named;
}

/** Entities and mentions of the clusters that are kept, with ids made from kind, name and, for the unnamed, the article. */
export function finishEntities(
  prose: Prose,
  articleId: string,
  clusters: readonly Cluster[],
): { entities: Entity[]; mentions: Mention[]; idOf: Map<Cluster, string> } {
  const idOf = new Map<Cluster, string>();
  const used = new Set<string>();
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  const ordered = [...clusters].sort((a, b) => firstStart(a) - firstStart(b) || b.mentions.length - a.mentions.length);
  for (const cluster of ordered) {
    const names = namesOf(prose, cluster);
    const local = !cluster.named && !(cluster.kind === "Organization" && holdsName(cluster));
    const base = `${cluster.kind.toLowerCase()}:${slug(names[0]) || "unknown"}${local ? `@${articleId}` : ""}`;
    let id = base;
    for (let copy = 2; used.has(id); copy++) id = `${base}-${copy}`;
    used.add(id);
    idOf.set(cluster, id);
    entities.push({
      id,
      kind: cluster.kind,
      name: names[0],
      aliases: names.slice(1),
      unnamed: local && cluster.kind !== "Document" && !(cluster.kind === "Group" && holdsName(cluster)),
    });
    const seen = new Set<string>();
    for (const { start, end, form } of cluster.mentions) {
      if (seen.has(`${start}-${end}`)) continue;
      seen.add(`${start}-${end}`);
      mentions.push({ start, end, form, entity: id });
    }
  }
  return { entities, mentions: mentions.sort(compareSpans), idOf };
}

function firstStart(cluster: Cluster): number {
  return Math.min(...cluster.mentions.map(({ start }) => start));
}

function holdsName(cluster: Cluster): boolean {
  return cluster.mentions.some((mention) => mention.form === "nominal" && mention.holdsName);
}

/** The best name first, then the others in order of appearance. */
function namesOf(prose: Prose, cluster: Cluster): string[] {
  const text = (mention: Span) => prose.text.slice(mention.start, mention.end).replace(/\s+/g, " ");
  const sorted = [...cluster.mentions].sort(compareSpans);
  const proper = sorted.filter(({ form }) => form === "named").map((mention) => withoutClitic(text(mention)));
  const described = sorted
    .filter(({ form }) => form === "nominal")
    .map((mention) => lowerFirst(prose, mention, text(mention)));
  const all = [...new Set([...proper, ...described])];
  if (all.length === 0) return [text(sorted[0])];
  const best = proper.length > 0 ? bestName(proper, cluster.kind) : bestDescription(described, cluster.kind);
  return [best, ...all.filter((name) => name !== best)];
}

/** The fullest name; of a territory the name without its kind ("Hong Kong", not "Hong Kong SAR"). */
function bestName(names: readonly string[], kind: EntityKind): string {
  const candidates =
    kind === "Place" && names.some((name) => isListedPlace(name)) ? names.filter((name) => isListedPlace(name)) : names;
  const capitalised = candidates.filter(
    (name) => !/\s\p{Ll}{4,}/u.test(name.replace(/\b(?:of|the|and|for|with|from)\b/g, "")),
  );
  return (capitalised.length > 0 ? capitalised : candidates).reduce((best, name) =>
    name.length > best.length ? name : best,
  );
}

/** Of a document's descriptions the definite one ("the plan"), of others the first. */
function bestDescription(descriptions: readonly string[], kind: EntityKind): string {
  return (kind === "Document" ? descriptions.find((words) => words.startsWith("the ")) : undefined) ?? descriptions[0];
}

function withoutClitic(name: string): string {
  return name.replace(/['’]s$/, "");
}

function lowerFirst(prose: Prose, mention: MentionCandidate, words: string): string {
  return prose.isProperNoun(mention.first) || !prose.beginsSentence(mention.first)
    ? words
    : words[0].toLowerCase() + words.slice(1);
}

function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
}
