import type { Cluster } from "./cluster.ts";
import type { MentionCandidate } from "./mentions.ts";
import type { Prose } from "./prose.ts";

/** Words between a pronoun that speaks and the quotation it speaks. */
const FARTHEST_QUOTATION = 8;

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

/** The quotation right before or after somebody who speaks, -1 where none is near. */
export function ownQuotation(prose: Prose, { first, last, quotation, sentence }: MentionCandidate): number {
  if (quotation !== -1) return -1;
  for (let word = first - 1; word >= 0 && word >= first - FARTHEST_QUOTATION; word--) {
    if (prose.words.sentence[word] < sentence - 1) break;
    if (prose.quotation[word] !== -1) return prose.quotation[word];
    if (prose.words.sentence[word] !== sentence) break;
  }
  for (let word = last; word < prose.count && word < last + FARTHEST_QUOTATION; word++) {
    if (prose.words.sentence[word] !== sentence) break;
    if (prose.quotation[word] !== -1) return prose.quotation[word];
  }
  return -1;
}
