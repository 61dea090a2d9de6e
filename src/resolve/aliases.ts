import type { Entity, EntityKind } from "../model/index.ts";
import type { Cluster } from "./clusters.ts";
import { foldName, isAcronym, looksLikeName, wordsOfName } from "./names.ts";
import type { Union } from "./union.ts";

/** Clusters that share an alias and couldn't be told to be one. */
export interface Conflict {
  readonly alias: string;
  readonly clusters: readonly number[];
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

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

/** Other writings of a person's name that stand for it: without middle names and initials, without hyphens. */
function writings(kind: EntityKind, name: string): string[] {
  const words = wordsOfName(name);
  if (kind !== "Person" || words.length < 3 || SUFFIX.test(words[words.length - 1])) return [];
  return [`${words[0]} ${words[words.length - 1]}`];
}

/** Second step: joins clusters where a full alias leaves no doubt, and returns those where it does. */
export function joinByAlias(clusters: readonly Cluster[], union: Union): Conflict[] {
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
    for (const writing of writings(cluster.kind, cluster.name)) hold(cluster.kind, writing, index);
    for (const { entity } of cluster.links) for (const alias of fullAliases(entity)) hold(cluster.kind, alias, index);
  });
  const conflicts: Conflict[] = [];
  for (const [key, set] of holders) {
    if (set.size < 2) continue;
    const kind = key.slice(0, key.indexOf(":")) as EntityKind;
    const alias = key.slice(kind.length + 1);
    const sharing = [...set];
    const fuller = sharing.filter((index) => clusters[index].name !== alias);
    // people of one name who were kept apart stay apart, and nobody else can tell which is meant
    const keptApart = sharing.length - fuller.length > 1;
    if (!keptApart && compatible(fuller.map((index) => clusters[index]))) {
      for (const index of sharing) union.join(sharing[0], index);
    } else if (fuller.length > 0) conflicts.push({ alias: asWritten(alias, clusters[sharing[0]]), clusters: sharing });
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
    // George W. Bush is not George H. W. Bush, Martin Luther King Jr. not Martin Luther King
    const marks = (name: readonly string[]) => name.filter((word) => word.length === 1 || SUFFIX.test(word)).join(" ");
    const [more, fewer] = [marks(words[i - 1]), marks(words[i])];
    if (more !== fewer && (fewer !== "" || SUFFIX.test(words[i - 1][words[i - 1].length - 1]))) return false;
  }
  return true;
}
