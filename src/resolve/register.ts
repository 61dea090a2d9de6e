import type { EntityKind } from "../model/index.ts";

/** A stakeholder as a person keeps it in the register: its names count as one stakeholder in every article. */
export interface RegisterEntry {
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** `Q…` at Wikidata. */
  readonly wikidata: string | null;
}

/** Who is who, kept by a person. The extractor works without it; with it names resolve across articles. */
export type Register = readonly RegisterEntry[];

/** The register of someone who hasn't written one. */
export const EMPTY_REGISTER: Register = [];
