import type { MentionCandidate } from "../mentions.ts";
import type { Prose } from "../prose.ts";
import { type Anaphor, type Antecedent, KIND_NUMBER, opensSentence, type PairValues } from "./antecedent.ts";

/** What a pair of pronoun and candidate is, as small numbers. */
interface Pair {
  readonly distance: number;
  readonly place: number;
  readonly role: number;
  /** Whether a mention of the entity that the pronoun can see is the source of a statement. */
  readonly hasSpoken: boolean;
}

/** How two pronouns go together: 0 one isn't a pronoun, 1 they contradict each other, 2 they agree, 3 they are the same word. */
export function pronounRelation(pronoun: MentionCandidate, other: MentionCandidate): number {
  if (other.form !== "pronoun") return 0;
  if (other.head === pronoun.head) return 3;
  return other.gender === pronoun.gender && other.plural === pronoun.plural ? 2 : 1;
}

/** Adds the features of who takes the floor: whoever has it keeps it, "she said … she added". */
export function addSpeakingValues(
  prose: Prose,
  { mention, isSource }: Anaphor,
  { mention: other, kind, open, named, isSource: spoke }: Antecedent,
  { distance, place, role, hasSpoken }: Pair,
  values: PairValues,
): void {
  const relation = pronounRelation(mention, other);
  const near = Math.min(distance, 3);
  const speaks = isSource ? 1 : 0;
  const spoken = (hasSpoken ? 1 : 0) + (spoke ? 2 : 0);
  const what = KIND_NUMBER[kind] * 4 + (open ? 2 : 0) + (named ? 1 : 0);
  const opening = (opensSentence(prose, mention) ? 1 : 0) + (opensSentence(prose, other) ? 2 : 0);
  values.add(relation);
  values.add(relation * 4 + near);
  values.add((relation * 4 + near) * 8 + role);
  values.add(relation * 16 + Math.min(place, 8));
  values.add(spoken * 2 + speaks);
  values.add((spoken * 2 + speaks) * 4 + near);
  values.add((spoken * 4 + relation) * 4 + near);
  values.add(what * 2 + speaks);
  values.add((what * 8 + role) * 4 + near);
  values.add(what * 4 + spoken);
  values.add((opening * 4 + near) * 8 + role);
  values.add(gapOf(prose, mention, other) * 2 + speaks);
}

/** "The candidates, they went in": what stands between two mentions of a sentence, where it's no more than a comma. */
function gapOf(prose: Prose, mention: MentionCandidate, { last, sentence }: MentionCandidate): number {
  if (sentence !== mention.sentence || mention.first - last > 1) return 0;
  return mention.first === last ? 1 : prose.tag(last) === "," ? 2 : 3;
}
