import type { Cluster } from "./cluster.ts";
import type { MentionCandidate } from "./mentions.ts";

/** Whether a pronoun goes with an entity in kind, gender and number, as far as these are known. */
export function fits(mention: MentionCandidate, cluster: Cluster): boolean {
  if (mention.gender !== null && cluster.gender !== null && mention.gender !== cluster.gender) return false;
  return mention.kinds.includes(cluster.kind) && !(cluster.kind === "Person" && mention.plural && !cluster.plural);
}

/** How well a pronoun goes with an earlier mention; null where it can't. */
export function fitOf(
  mention: MentionCandidate,
  other: MentionCandidate,
  cluster: Cluster,
  isSource: (mention: MentionCandidate) => boolean,
): number | null {
  if (!fits(mention, cluster)) return null;
  const rank = mention.kinds.indexOf(cluster.kind);
  if (cluster.kind === "Organization" && mention.plural && other.sentence === mention.sentence) return null;
  const distance = mention.sentence - other.sentence;
  const hasSpoken = isSource(other);
  let score = -2 * distance - 0.4 * rank;
  if (other.subject) score += 2;
  if (hasSpoken) score += 2;
  if (mention.gender !== null && cluster.gender === mention.gender) score += 1;
  if (other.quotation !== -1 && mention.quotation === -1) score -= 3;
  // who speaks is rarely "he" or "it" in the same quotation
  if (mention.quotation !== -1 && other.quotation === -1 && hasSpoken) score -= 3;
  if (distance === 0 && other.subject && isSource(mention)) score -= 1.5;
  if (other.form === "nominal" && !other.definite && !hasSpoken && !other.subject) score -= 0.5;
  const speaks = isSource(mention);
  if (speaks && cluster.kind === "Place") score -= 3;
  return score - (mention.start - other.start) / 10_000;
}
