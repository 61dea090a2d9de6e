import type { EntityKind } from "../model/index.ts";
import { type Cluster, newCluster, noteGender } from "./cluster.ts";
import { ORGANIZATION_HEADS, ORGANIZATION_NOUNS } from "./lexicon/organizations.ts";
import { COURTESY_TITLES, FEMALE_NAMES, MALE_NAMES } from "./lexicon/people.ts";
import { TERRITORY_SUFFIX } from "./lexicon/places.ts";
import type { Gender, MentionCandidate } from "./mentions.ts";
import { isListedPlace } from "./name-kinds.ts";
import type { Prose } from "./prose.ts";

/** At most so many bearers of one word are compared: a word in more names than that tells nothing. */
const MOST_BEARERS = 40;

/** A cluster with the names it goes by and where they stand. */
interface NamedCluster {
  readonly cluster: Cluster;
  readonly names: Set<string>;
  readonly starts: number[];
}

/**
 * Groups named mentions by their words: the same name, a shorter form of a longer one ("Lam", "Carrie Lam"), an acronym
 * and what it stands for, a territory with and without its kind ("Hong Kong SAR").
 */
export function clusterNames(prose: Prose, mentions: readonly MentionCandidate[]): Map<MentionCandidate, Cluster> {
  const clusterOf = new Map<MentionCandidate, Cluster>();
  const index = new NameClusters();
  const wordsOf = (mention: MentionCandidate) => prose.text.slice(mention.start, mention.end);
  const named = mentions.filter(({ form }) => form === "named");
  // longer names first, so that short forms find the full name wherever it stands
  named.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const byEnd = new Map(named.map((mention) => [mention.end, mention]));
  for (const mention of named) {
    const introduced = byEnd.get(mention.start - 2);
    const spelledOut =
      introduced !== undefined && isBracketedAcronym(prose, mention) ? clusterOf.get(introduced) : undefined;
    const name = plainName(wordsOf(mention), mention.kinds[0]);
    const { cluster } =
      spelledOut === undefined
        ? index.take(name, mention, genderOfTitle(prose, mention))
        : index.add(spelledOut, name, mention);
    cluster.mentions.push(mention);
    noteGender(cluster, genderOfTitle(prose, mention), "word");
    noteGender(cluster, genderOfGivenName(prose, mention), "name");
    clusterOf.set(mention, cluster);
  }
  for (const cluster of new Set(clusterOf.values())) noteGender(cluster, genderOfSingleNames(prose, cluster), "name");
  return clusterOf;
}

/** Of a person never called but by one word the gender that word tells as a given name. */
function genderOfSingleNames(prose: Prose, { kind, mentions }: Cluster): Gender | null {
  if (kind !== "Person") return null;
  const [name, ...others] = new Set(mentions.map(({ start, end }) => prose.text.slice(start, end)));
  if (others.length > 0 || MALE_NAMES.has(name) === FEMALE_NAMES.has(name)) return null;
  return MALE_NAMES.has(name) ? "male" : "female";
}

/** "Centre national de la recherche (CNRS)": an acronym in brackets is what stands before it, whatever its letters. */
function isBracketedAcronym(prose: Prose, { kinds, start, end }: MentionCandidate): boolean {
  const isBracketed = prose.text.slice(start - 2, start) === " (" && prose.text[end] === ")";
  return isBracketed && kinds[0] !== "Person" && /^[\p{Lu}\d&.-]{2,9}s?$/u.test(prose.text.slice(start, end));
}

class NameClusters {
  private readonly byName = new Map<string, NamedCluster>();
  private readonly byWord = new Map<string, NamedCluster[]>();
  private readonly byInitials = new Map<string, NamedCluster>();
  private readonly byCluster = new Map<Cluster, NamedCluster>();

  /** The cluster of a name: the one it fits, or a new one. "Mr. Lee" and "Mrs. Lee", told apart by `title`, are two. */
  take(name: string, mention: MentionCandidate, title: Gender | null): NamedCluster {
    const kind = mention.kinds[0];
    const plainKey = `${kind} ${name.toLowerCase()}`;
    const key = title === null ? plainKey : `${plainKey} ${title}`;
    const known = this.byName.get(key) ??
      this.fitting(name, mention, title) ??
      this.untitled(plainKey, title) ?? { cluster: newCluster(kind, true), names: new Set(), starts: [] };
    this.name(known, key, name, mention);
    return known;
  }

  /** Adds to a cluster a name that no word of its own ties to it. */
  add(cluster: Cluster, name: string, mention: MentionCandidate): NamedCluster {
    const known = this.byCluster.get(cluster)!;
    this.name(known, `${cluster.kind} ${name.toLowerCase()}`, name, mention);
    return known;
  }

  private name(known: NamedCluster, key: string, name: string, mention: MentionCandidate): void {
    const { kind } = known.cluster;
    this.byCluster.set(known.cluster, known);
    known.starts.push(mention.start);
    if (!this.byName.has(key)) this.byName.set(key, known);
    if (!known.names.has(name)) {
      known.names.add(name);
      for (const word of new Set(name.toLowerCase().split(/\s+/))) {
        const bearers = this.byWord.get(`${kind} ${word}`) ?? [];
        if (!bearers.includes(known) && bearers.length < MOST_BEARERS) bearers.push(known);
        this.byWord.set(`${kind} ${word}`, bearers);
      }
      for (const initials of initialsOf(name)) this.byInitials.set(`${kind} ${initials}`, known);
    }
  }

  /** The cluster of the same name without a title, unless it is of another gender. */
  private untitled(key: string, title: Gender | null): NamedCluster | undefined {
    const known = title === null ? undefined : this.byName.get(key);
    return known !== undefined && mayHaveTitle(known, title) ? known : undefined;
  }

  private fitting(name: string, mention: MentionCandidate, title: Gender | null): NamedCluster | null {
    const kind = mention.kinds[0];
    const longer = /^(?:\p{Lu}\.?){2,8}$/u.test(name)
      ? this.byInitials.get(`${kind} ${name.replace(/\./g, "")}`)
      : undefined;
    if (longer !== undefined) return longer;
    const words = name.split(/\s+/);
    const bearers = new Set([
      ...(this.byWord.get(`${kind} ${words[0].toLowerCase()}`) ?? []),
      ...(this.byWord.get(`${kind} ${words[words.length - 1].toLowerCase()}`) ?? []),
    ]);
    const fitting = [...bearers].filter(
      (bearer) => mayHaveTitle(bearer, title) && [...bearer.names].some((full) => isShortFormOf(words, full, kind)),
    );
    if (fitting.length <= 1) return fitting[0] ?? null;
    // two of one name: the one named nearest before
    const nearest = (bearer: NamedCluster) =>
      bearer.starts.reduce((best, start) => (start < mention.start && start > best ? start : best), -1);
    return fitting.reduce((best, next) => (nearest(next) > nearest(best) ? next : best));
  }
}

function mayHaveTitle({ cluster }: NamedCluster, title: Gender | null): boolean {
  return title === null || cluster.gender === null || cluster.gender === title;
}

/** A name without what may come and go: leading article, the kind of territory, possessive. */
function plainName(name: string, kind: EntityKind): string {
  const bare = name
    .replace(/\s+/g, " ")
    .replace(/^[Tt]he /, "")
    .replace(/['’]s?$/, "");
  if (kind === "Organization") return bare.replace(LEGAL_FORM, "");
  if (kind !== "Place") return bare;
  const territory = bare.replace(TERRITORY_SUFFIX, "");
  return isListedPlace(bare) && !isListedPlace(territory) ? bare : territory;
}

/** What the law calls a company and nobody says. */
const LEGAL_FORM =
  /(?<=\p{L}{2}),?\s(?:Inc|Corp|Ltd|Limited|LLC|L\.L\.C|LLP|PLC|plc|Co|ASA|AG|SA|S\.A|SE|NV|N\.V|GmbH|AB|Oyj|SpA|S\.p\.A|KK|Pty|Bhd|Pte)\.?(?:\s(?:Ltd|KGaA|KG)\.?)?$/u;

/** The acronyms a name of several words may have: World Health Organization, WHO. */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((word) => word !== "");
  if (words.length < 2) return [];
  const initials = (list: readonly string[]) => list.map((word) => word[0].toUpperCase()).join("");
  return [...new Set([initials(words), initials(words.filter((word) => /^\p{Lu}/u.test(word)))])].filter(
    (acronym) => acronym.length > 1,
  );
}

/** Whether `words` are a shorter form of `full`: the same words in order, some left out. */
function isShortFormOf(words: readonly string[], full: string, kind: EntityKind): boolean {
  const given = full.toLowerCase().split(/\s+/);
  if (words.length >= given.length) return false;
  const wanted = words.map((word) => word.toLowerCase());
  let at = 0;
  for (const word of given) if (at < wanted.length && (word === wanted[at] || word === `${wanted[at]}s`)) at++;
  if (at < wanted.length) return false;
  if (kind === "Person") return true;
  const sameStart = wanted[0] === given[0];
  const sameEnd = wanted[wanted.length - 1] === given[given.length - 1];
  if (kind === "Organization" && sameEnd && words.length === 1 && !ORGANIZATION_NOUNS.has(wanted[0])) return true;
  // "Port Authority" in an article that speaks of the Halden Bay Port Authority
  if (kind === "Organization" && sameEnd && words.length > 1 && ORGANIZATION_HEADS.has(wanted[wanted.length - 1]))
    return true;
  if (kind !== "Place") return sameStart && (words.length > 1 || !isListedPlace(words[0]));
  return !isListedPlace(words.join(" ")) && (sameStart || (sameEnd && words.length > 1));
}

/** What a courtesy title before a person's name says about gender. */
function genderOfTitle(prose: Prose, mention: MentionCandidate): Gender | null {
  if (mention.kinds[0] !== "Person" || mention.first === 0) return null;
  return COURTESY_TITLES[prose.lower(mention.first - 1).replace(/\.$/, "")] ?? null;
}

/** What the given name of a person's name of several words says. */
function genderOfGivenName(prose: Prose, mention: MentionCandidate): Gender | null {
  if (mention.kinds[0] !== "Person") return null;
  const words = prose.text.slice(mention.start, mention.end).split(/\s+/);
  if (words.length < 2 || MALE_NAMES.has(words[0]) === FEMALE_NAMES.has(words[0])) return null;
  return MALE_NAMES.has(words[0]) ? "male" : "female";
}
