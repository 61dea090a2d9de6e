import type { Entity, EntityKind, Reading } from "../model/index.ts";
import { foldName, isAcronym, looksLikeName, wordsOfName } from "./names.ts";
import { EMPTY_REGISTER, type Register, type RegisterEntry } from "./register.ts";

/** One entity of one article, and why it was taken for the stakeholder. */
export interface Link {
  /** The index of the reading. */
  readonly reading: number;
  readonly entity: Entity;
  readonly why: string;
}

/** Someone or something across all articles. */
export interface Stakeholder {
  /** Made from content: kind and fullest name; what isn't told apart by its name carries its article too. */
  readonly key: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Every other name, in order of appearance. */
  readonly aliases: readonly string[];
  readonly unnamed: boolean;
  readonly wikidata: string | null;
  /** At least one, in the order of the readings. */
  readonly links: readonly Link[];
}

/** Two stakeholders that may be one: for a person to decide, never merged by itself. */
export interface Proposal {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** How likely, 0…1. */
  readonly confidence: number;
}

export interface Resolution {
  /** In order of first appearance. */
  readonly stakeholders: readonly Stakeholder[];
  /** For each reading: entity id → stakeholder key. */
  readonly keys: readonly ReadonlyMap<string, string>[];
  readonly proposals: readonly Proposal[];
}

export interface ResolveOptions {
  /** Who is who, kept by a person. Default: empty. */
  readonly register?: Register;
}

/** A cluster of links while it is being put together. `register` is what a person said it is. */
interface Cluster {
  readonly kind: EntityKind;
  readonly links: Link[];
  readonly register: RegisterEntry | null;
  /** Its own full name, folded. */
  readonly name: string;
  readonly local: boolean;
}

/**
 * Resolves the entities of many articles to stakeholders. Named ones are one where kind and name are the same, or where
 * a full alias of one (two words for a person, an acronym for an organisation, any name of a place) is the name of just
 * one other. Unnamed sources, descriptions and persons called by a single word stay with their article; likely sameness
 * is proposed. Linear in the number of entities, apart from sorting.
 */
export function resolve(readings: readonly Reading[], options: ResolveOptions = {}): Resolution {
  const clusters = clusterByName(readings, options.register ?? EMPTY_REGISTER);
  const union = new Union(clusters.length);
  const conflicts = joinByAlias(clusters, union);
  const groups = groupClusters(clusters, union);
  const stakeholders = nameStakeholders(groups, readings);
  const keys = readings.map(() => new Map<string, string>());
  for (const { key, links } of stakeholders) for (const link of links) keys[link.reading].set(link.entity.id, key);
  const keyOfCluster = (index: number) => {
    const link = clusters[index].links[0];
    return link && keys[link.reading].get(link.entity.id);
  };
  const proposals = [...proposeConflicts(conflicts, keyOfCluster), ...proposeShortNames(stakeholders)];
  return { stakeholders, keys, proposals: uniqueProposals(proposals) };
}

/** First step: one cluster for each kind and full name; what a name doesn't tell apart gets a cluster of its own. */
function clusterByName(readings: readonly Reading[], register: Register): Cluster[] {
  const clusters: Cluster[] = [];
  const byName = new Map<string, Cluster>();
  for (const entry of register) {
    const cluster: Cluster = { kind: entry.kind, links: [], register: entry, name: foldName(entry.name), local: false };
    clusters.push(cluster);
    for (const name of [entry.name, ...entry.aliases]) {
      const key = `${entry.kind}:${foldName(name)}`;
      if (!byName.has(key)) byName.set(key, cluster);
    }
  }
  readings.forEach((reading, index) => {
    const named = new Set<string>();
    for (const mention of reading.mentions) if (mention.form === "named") named.add(mention.entity);
    for (const entity of reading.entities) {
      const name = foldName(entity.name);
      const key = `${entity.kind}:${name}`;
      const known = byName.get(key);
      const described = entity.unnamed || !named.has(entity.id) || name === "";
      const local = described || (isShortPersonName(entity.kind, name) && !known?.register);
      if (known && !local) {
        const why = known.register ? `"${entity.name}" stands in the register` : `the same name, "${entity.name}"`;
        known.links.push({ reading: index, entity, why });
        continue;
      }
      const why = described ? "described, not named: kept to its article" : `the name, "${entity.name}"`;
      const cluster: Cluster = {
        kind: entity.kind,
        links: [{ reading: index, entity, why }],
        register: null,
        name,
        local,
      };
      clusters.push(cluster);
      if (!local) byName.set(key, cluster);
    }
  });
  return clusters;
}

function isShortPersonName(kind: EntityKind, folded: string): boolean {
  return kind === "Person" && wordsOfName(folded).length < 2;
}

/** The aliases that are as good as a name for telling who is meant. */
function fullAliases(entity: Entity): string[] {
  const aliases: string[] = [];
  for (const alias of entity.aliases) {
    if (!looksLikeName(alias)) continue;
    const folded = foldName(alias);
    if (folded === "") continue;
    const full =
      entity.kind === "Person"
        ? wordsOfName(folded).length >= 2
        : entity.kind === "Place" || (entity.kind === "Organization" && isAcronym(alias));
    if (full) aliases.push(folded);
  }
  return aliases;
}

/** Clusters that share an alias and couldn't be told to be one. */
interface Conflict {
  readonly alias: string;
  readonly clusters: readonly number[];
}

/** Second step: joins clusters where a full alias leaves no doubt, and returns those where it does. */
function joinByAlias(clusters: readonly Cluster[], union: Union): Conflict[] {
  const holders = new Map<string, Set<number>>();
  const hold = (kind: EntityKind, name: string, index: number) => {
    const key = `${kind}:${name}`;
    const set = holders.get(key);
    if (set) set.add(index);
    else holders.set(key, new Set([index]));
  };
  clusters.forEach((cluster, index) => {
    if (cluster.local) return;
    hold(cluster.kind, cluster.name, index);
    for (const { entity } of cluster.links) for (const alias of fullAliases(entity)) hold(cluster.kind, alias, index);
  });
  const conflicts: Conflict[] = [];
  for (const [key, set] of holders) {
    if (set.size < 2) continue;
    const kind = key.slice(0, key.indexOf(":")) as EntityKind;
    const alias = key.slice(kind.length + 1);
    const sharing = [...set];
    const fuller = sharing.filter((index) => clusters[index].name !== alias);
    if (compatible(fuller.map((index) => clusters[index]))) {
      for (const index of sharing) union.join(sharing[0], index);
    } else conflicts.push({ alias: asWritten(alias, clusters[sharing[0]]), clusters: sharing });
  }
  return conflicts;
}

/** The name as the first article that has it writes it. */
function asWritten(folded: string, { links }: Cluster): string {
  for (const { entity } of links)
    for (const name of [entity.name, ...entity.aliases]) if (foldName(name) === folded) return name;
  return folded;
}

/** Names that can be one stakeholder's: each contains the words of the next shorter ("Carrie Lam Cheng", "Carrie Lam"). */
function compatible(clusters: readonly Cluster[]): boolean {
  const registered = new Set(clusters.map((cluster) => cluster.register).filter((entry) => entry !== null));
  if (registered.size > 1) return false;
  const words = clusters.map((cluster) => wordsOfName(cluster.name)).sort((a, b) => b.length - a.length);
  for (let i = 1; i < words.length; i++) {
    const longer = new Set(words[i - 1]);
    if (!words[i].every((word) => longer.has(word))) return false;
  }
  return true;
}

interface Group {
  readonly kind: EntityKind;
  readonly register: RegisterEntry | null;
  readonly local: boolean;
  readonly links: Link[];
}

/** The joined clusters, in order of first appearance, without register entries that nothing refers to. */
function groupClusters(clusters: readonly Cluster[], union: Union): Group[] {
  const groups = new Map<number, { kind: EntityKind; register: RegisterEntry | null; local: boolean; links: Link[] }>();
  clusters.forEach((cluster, index) => {
    const root = union.find(index);
    const group = groups.get(root);
    if (!group) {
      const { kind, register, local, links } = cluster;
      groups.set(root, { kind, register, local, links: [...links] });
      return;
    }
    group.register ??= cluster.register;
    for (const link of cluster.links)
      group.links.push({ ...link, why: `"${link.entity.name}" is another name of the same` });
  });
  return [...groups.values()]
    .filter((group) => group.links.length > 0)
    .map((group) => ({ ...group, links: group.links.sort((a, b) => a.reading - b.reading) }))
    .sort((a, b) => a.links[0].reading - b.links[0].reading);
}

/** Gives each group its name, aliases and key. */
function nameStakeholders(groups: readonly Group[], readings: readonly Reading[]): Stakeholder[] {
  const taken = new Set<string>();
  return groups.map((group) => {
    const fullest = fullestEntity(group.links);
    const articleId = readings[group.links[0].reading].article.id;
    let key = fullest.id;
    if ((group.local || taken.has(key)) && !key.includes(articleId)) key = `${key}:${articleId}`;
    taken.add(key);
    const name = group.register?.name ?? fullest.name;
    const names = new Set<string>();
    for (const { entity } of group.links) for (const other of [entity.name, ...entity.aliases]) names.add(other);
    names.delete(name);
    return {
      key,
      kind: group.kind,
      name,
      aliases: [...names],
      unnamed: group.links.every((link) => link.entity.unnamed),
      wikidata: group.register?.wikidata ?? null,
      links: group.links,
    };
  });
}

/** The entity with the most words in its name, then the longest, then the first in the alphabet. */
function fullestEntity(links: readonly Link[]): Entity {
  let best = links[0].entity;
  let bestWords = wordsOfName(foldName(best.name)).length;
  for (const { entity } of links) {
    if (entity.name === best.name && entity.id === best.id) continue;
    const words = wordsOfName(foldName(entity.name)).length;
    const order = words - bestWords || entity.name.length - best.name.length || (entity.name < best.name ? 1 : -1);
    if (order > 0) [best, bestWords] = [entity, words];
  }
  return best;
}

/** Proposes the clusters that share an alias, each with the first of them. */
function* proposeConflicts(
  conflicts: readonly Conflict[],
  keyOfCluster: (index: number) => string | undefined,
): Iterable<Proposal> {
  for (const { alias, clusters } of conflicts) {
    const keys = clusters.map(keyOfCluster).filter((key) => key !== undefined);
    for (const key of keys.slice(1))
      yield { from: key, to: keys[0], reason: `both are called "${alias}"`, confidence: 0.4 };
  }
}

/** More people of a name than this, and the name says nothing about who is meant. */
const MOST_NAMESAKES = 4;

/** Proposes for a person called by one word those who have it in their full name, or the first called the same. */
function* proposeShortNames(stakeholders: readonly Stakeholder[]): Iterable<Proposal> {
  const byWord = new Map<string, string[]>();
  const people = stakeholders.filter((one) => one.kind === "Person" && !one.unnamed);
  for (const person of people) {
    const words = wordsOfName(foldName(person.name));
    if (words.length < 2) continue;
    for (const word of new Set([words[0], words[1], words[words.length - 1]])) {
      const keys = byWord.get(word);
      if (keys) keys.push(person.key);
      else byWord.set(word, [person.key]);
    }
  }
  const firstOf = new Map<string, string>();
  for (const person of people) {
    const word = foldName(person.name);
    if (wordsOfName(word).length !== 1) continue;
    const fuller = byWord.get(word) ?? [];
    if (fuller.length > 0 && fuller.length <= MOST_NAMESAKES) {
      for (const to of fuller)
        yield { from: person.key, to, reason: `"${person.name}" is part of the name`, confidence: 0.6 / fuller.length };
    } else if (fuller.length === 0) {
      const first = firstOf.get(word);
      if (first === undefined) firstOf.set(word, person.key);
      else yield { from: person.key, to: first, reason: `both are called "${person.name}"`, confidence: 0.5 };
    }
  }
}

/** Each pair once, the most likely reason first found. */
function uniqueProposals(proposals: readonly Proposal[]): Proposal[] {
  const best = new Map<string, Proposal>();
  for (const proposal of proposals) {
    if (proposal.from === proposal.to) continue;
    const pair = `${proposal.from}\n${proposal.to}`;
    const known = best.get(pair);
    if (!known || known.confidence < proposal.confidence) best.set(pair, proposal);
  }
  return [...best.values()];
}

/** Disjoint sets with path halving (Tarjan and van Leeuwen 1984); the smaller number is the root. */
class Union {
  readonly #parent: Int32Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i);
  }

  find(i: number): number {
    const parent = this.#parent;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.#parent[Math.max(x, y)] = Math.min(x, y);
  }
}
