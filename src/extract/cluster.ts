import type { EntityKind } from "../model/index.ts";
import type { Gender, MentionCandidate } from "./mentions.ts";

/** An entity while the article is being read: the mentions that mean it. */
export interface Cluster {
  readonly kind: EntityKind;
  readonly mentions: MentionCandidate[];
  gender: Gender | null;
  /** Whether a proper name stands for it somewhere. */
  readonly named: boolean;
  plural: boolean;
}

export function newCluster(kind: EntityKind, named: boolean): Cluster {
  return { kind, mentions: [], gender: null, named, plural: false };
}
