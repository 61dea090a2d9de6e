import { type Entity, type EntityKind, entityId, type Reading } from "../model/index.ts";
import { type Conflict, joinByAlias } from "./aliases.ts";
import { type Cluster, clusterByName, type Doubt, type Link } from "./clusters.ts";
import { foldName, wordsOfName } from "./names.ts";
import { type Proposal, proposeRoleHolders, proposeShortNames, proposeWritings, rankProposals } from "./proposals.ts";
import { EMPTY_REGISTER, type Register, type RegisterEntry } from "./register.ts";
import { Union } from "./union.ts";

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
  /** `#rrggbb` where the register gives one. */
  readonly color: string | null;
  /** At least one, in the order of the readings. */
  readonly links: readonly Link[];
}

export interface Resolution {
  /** In order of first appearance. */
  readonly stakeholders: readonly Stakeholder[];
  /** For each reading: entity id → stakeholder key. */
  readonly keys: readonly ReadonlyMap<string, string>[];
  /** The least doubtful first. */
  readonly proposals: readonly Proposal[];
}

/** A change a person makes to what was resolved. Gives a new resolution; `readings` are those that were resolved. */
export type ResolutionStep = (resolution: Resolution, readings: readonly Reading[]) => Resolution;

export interface ResolveOptions {
  /** Who is who, kept by a person. Default: empty. */
  readonly register?: Register;
  /** What a person decided, in the order of the decisions: each is taken on what those before it left. Default: none. */
  readonly steps?: readonly ResolutionStep[];
}

/**
 * Resolves the entities of many articles to stakeholders. Named ones are one where kind and name are the same (people only as
 * far as the articles don't contradict, and the name isn't one that many have), or where a full alias of one (two words for a
 * person, an acronym for an organisation, any name of a place) is the name of just one other. Unnamed sources, descriptions and
 * persons called by a single word stay with their article, unless the register says who held that role on that day; likely
 * sameness is proposed. Every link says why. Linear in the number of entities, apart from sorting.
 */
export function resolve(readings: readonly Reading[], options: ResolveOptions = {}): Resolution {
  const { clusters, doubts } = clusterByName(readings, options.register ?? EMPTY_REGISTER);
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
  const proposals = rankProposals([
    ...proposeDoubts(doubts, keyOfCluster),
    ...proposeConflicts(conflicts, keyOfCluster),
    ...proposeShortNames(stakeholders),
    ...proposeWritings(stakeholders),
    ...proposeRoleHolders(stakeholders, readings),
  ]);
  const resolved: Resolution = { stakeholders, keys, proposals };
  return (options.steps ?? []).reduce((resolution, step) => step(resolution, readings), resolved);
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
    // who is only ever called by a role, and whom the register names, has a name all the same
    const isOnlyDescribed = group.links.every((link) => link.entity.unnamed);
    const byRegister = isOnlyDescribed && group.register !== null;
    let key = byRegister ? entityId(group.kind, group.register!.name) : fullest.id;
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
      unnamed: isOnlyDescribed && !byRegister,
      wikidata: group.register?.wikidata ?? null,
      color: group.register?.color ?? null,
      links: group.links,
    };
  });
}

/** The named entity with the most words in its name, then the longest, then the first in the alphabet. */
function fullestEntity(links: readonly Link[]): Entity {
  const named = links.filter(({ entity }) => !entity.unnamed);
  const among = named.length > 0 ? named : links;
  let best = among[0].entity;
  let bestWords = wordsOfName(foldName(best.name)).length;
  for (const { entity } of among) {
    if (entity.name === best.name && entity.id === best.id) continue;
    const words = wordsOfName(foldName(entity.name)).length;
    const order = words - bestWords || entity.name.length - best.name.length || (entity.name < best.name ? 1 : -1);
    if (order > 0) [best, bestWords] = [entity, words];
  }
  return best;
}

function* proposeDoubts(
  doubts: readonly Doubt[],
  keyOfCluster: (index: number) => string | undefined,
): Iterable<Proposal> {
  for (const { from, to, reason, confidence } of doubts) {
    const [source, target] = [keyOfCluster(from), keyOfCluster(to)];
    if (source !== undefined && target !== undefined) yield { from: source, to: target, reason, confidence };
  }
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
