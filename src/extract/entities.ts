import type { Entity, EntityKind, Mention, Span } from "../model/index.ts";
import { compareSpans, entityId } from "../model/index.ts";
import type { Cluster } from "./cluster.ts";
import { type MentionCandidate, opensWithPeople } from "./mentions.ts";
import { isListedPlace } from "./name-kinds.ts";
import type { Prose } from "./prose.ts";

/** Entities and mentions of the clusters that are kept, with ids made from kind, name and, for the unnamed, the article. */
export function finishEntities(
  prose: Prose,
  articleId: string,
  clusters: readonly Cluster[],
  speaking: ReadonlySet<Cluster | null>,
): { entities: Entity[]; mentions: Mention[]; idOf: Map<Cluster, string> } {
  const idOf = new Map<Cluster, string>();
  const used = new Set<string>();
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  const places = placesByEnd(clusters);
  const ordered = [...clusters].sort((a, b) => firstStart(a) - firstStart(b) || b.mentions.length - a.mentions.length);
  for (const cluster of ordered) {
    const names = namesOf(prose, cluster, places);
    const local = !cluster.named && !(cluster.kind === "Organization" && holdsName(cluster));
    const base = `${entityId(cluster.kind, names[0])}${local ? `@${articleId}` : ""}`;
    let id = base;
    for (let copy = 2; used.has(id); copy++) id = `${base}-${copy}`;
    used.add(id);
    idOf.set(cluster, id);
    entities.push({
      id,
      kind: cluster.kind,
      name: names[0],
      aliases: names.slice(1),
      unnamed:
        local &&
        cluster.kind !== "Document" &&
        !(cluster.kind === "Group" && holdsName(cluster) && !speaking.has(cluster)),
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

/** Bodies that every country has: their names alone don't tell which is meant. */
const EVERY_COUNTRY_HAS =
  /(?:^|\s)(?:ministry|government|parliament|army|navy|police|court|embassy|senate|congress|cabinet|bank|office|department|commission|council|assembly|agency|administration|service|authority)$/i;

/** Named places by the word behind them. */
function placesByEnd(clusters: readonly Cluster[]): Map<number, MentionCandidate> {
  const places = clusters.filter(({ kind, named }) => kind === "Place" && named).flatMap(({ mentions }) => mentions);
  return new Map(places.filter(({ form }) => form === "named").map((mention) => [mention.last, mention]));
}

/** "Russia's Foreign Ministry": the name with the place that has it, where the name alone is one of many. */
function ownedName(
  prose: Prose,
  { kind, mentions }: Cluster,
  name: string,
  places: ReadonlyMap<number, MentionCandidate>,
): string | null {
  if (kind !== "Organization" || !EVERY_COUNTRY_HAS.test(name) || /\sof\s/.test(name)) return null;
  for (const { form, first, end } of mentions) {
    if (form !== "named" || first < 2 || prose.tag(first - 1) !== "POS") continue;
    const place = places.get(first - 1);
    const words = place === undefined ? "" : prose.text.slice(place.start, end).replace(/\s+/g, " ");
    if (words.endsWith(` ${name}`)) return words;
  }
  return null;
}

/** The best name first, then the others in order of appearance. */
function namesOf(prose: Prose, cluster: Cluster, places: ReadonlyMap<number, MentionCandidate>): string[] {
  const text = (mention: Span) => prose.text.slice(mention.start, mention.end).replace(/\s+/g, " ");
  const sorted = [...cluster.mentions].sort(compareSpans);
  const proper = sorted.filter(({ form }) => form === "named").map((mention) => withoutClitic(text(mention)));
  const described = sorted
    .filter(({ form }) => form === "nominal")
    .map((mention) => lowerFirst(prose, mention, text(mention)));
  const all = [...new Set([...proper, ...described])];
  if (all.length === 0) return [text(sorted[0])];
  const holding = sorted.find((mention) => mention.form === "nominal" && mention.holdsName);
  const fullest = holding === undefined ? undefined : lowerFirst(prose, holding, text(holding));
  const best = proper.length > 0 ? bestName(proper, cluster.kind) : bestDescription(described, cluster.kind, fullest);
  return [ownedName(prose, cluster, best, places) ?? best, ...all.filter((name) => name !== best)];
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

/** Of a document's descriptions the definite one ("the plan"), of an organisation's the one that holds a name. */
function bestDescription(descriptions: readonly string[], kind: EntityKind, fullest: string | undefined): string {
  const preferred = kind === "Document" ? descriptions.find((words) => words.startsWith("the ")) : undefined;
  return preferred ?? (kind === "Organization" ? fullest : undefined) ?? descriptions[0];
}

function withoutClitic(name: string): string {
  return name.replace(/['’]s$/, "");
}

function lowerFirst(prose: Prose, mention: MentionCandidate, words: string): string {
  const { first } = mention;
  const isName = prose.isProperNoun(first) && !opensWithPeople(prose, first);
  return isName || !prose.beginsSentence(first) || /^\p{Lu}{2}/u.test(words)
    ? words
    : words[0].toLowerCase() + words.slice(1);
}
