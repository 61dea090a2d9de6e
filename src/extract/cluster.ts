import type { EntityKind } from "../model/index.ts";
import type { Gender, MentionCandidate } from "./mentions.ts";

/** A courtesy title or a noun ("the actress"); a given name; pronouns alone. */
export type GenderSource = "word" | "name" | "pronoun";

/** An entity while the article is being read: the mentions that mean it. */
export interface Cluster {
  readonly kind: EntityKind;
  readonly mentions: MentionCandidate[];
  gender: Gender | null;
  /** What tells the gender, the surest first. */
  genderFrom: GenderSource | null;
  /** How many pronouns of each gender mean it. */
  readonly pronouns: Record<Gender, number>;
  /** Whether a proper name stands for it somewhere. */
  readonly named: boolean;
  /** Whether nothing is known but nouns of no kind that makes an entity ("the mermaids"): it is one only if it speaks. */
  readonly open: boolean;
  plural: boolean;
}

export function newCluster(kind: EntityKind, named: boolean, open = false): Cluster {
  return {
    kind,
    open,
    mentions: [],
    gender: null,
    genderFrom: null,
    pronouns: { male: 0, female: 0 },
    named,
    plural: false,
  };
}

/** Takes note of a gender unless something at least as sure has told it before. */
export function noteGender(cluster: Cluster, gender: Gender | null, from: GenderSource): void {
  const isSurer = cluster.genderFrom === null || RANK[from] < RANK[cluster.genderFrom];
  if (gender === null || !isSurer) return;
  cluster.gender = gender;
  cluster.genderFrom = from;
}

const RANK: Readonly<Record<GenderSource, number>> = { word: 0, name: 1, pronoun: 2 };

/** Counts a pronoun; where nothing else tells the gender, most pronouns do. */
export function notePronoun(cluster: Cluster, gender: Gender | null): void {
  if (gender === null) return;
  const { pronouns } = cluster;
  pronouns[gender]++;
  if (cluster.genderFrom === null) noteGender(cluster, gender, "pronoun");
  else if (cluster.genderFrom === "pronoun" && pronouns.male !== pronouns.female) {
    cluster.gender = pronouns.male > pronouns.female ? "male" : "female";
  }
}
