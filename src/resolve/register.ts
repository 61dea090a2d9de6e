import type { EntityKind } from "../model/index.ts";

/** A role someone holds for a time. Days are inclusive; `2017-07` and `2017` stand for all of the month and the year. */
export interface RegisterRole {
  /** "Chief Executive", without an article. */
  readonly role: string;
  /** The organisation or place by its name, "Hong Kong". */
  readonly of: string;
  readonly from?: string;
  readonly to?: string;
}

/** A stakeholder as a person keeps it in the register: its names count as one stakeholder in every article. */
export interface RegisterEntry {
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles?: readonly RegisterRole[];
  /** The name of what it is part of. */
  readonly partOf?: string;
  /** `Q…` at Wikidata. */
  readonly wikidata: string | null;
  /** `#rrggbb`, how it is drawn. */
  readonly color?: string;
  readonly notes?: string;
}

/** Who is who, kept by a person. The extractor works without it; with it names resolve across articles. */
export type Register = readonly RegisterEntry[];

/** The register of someone who hasn't written one. */
export const EMPTY_REGISTER: Register = [];

/** Whether a role was held on a day (ISO 8601); an open end has no bound. */
export function isHeldOn({ from, to }: RegisterRole, day: string): boolean {
  // a month or a year is the beginning of all its days as text, and comes before them
  return (from === undefined || from <= day) && (to === undefined || day <= to || day.startsWith(to));
}

/** When a role was held, for a person: "2017-07-01 to 2022-06-30", "since 2022". */
export function termOf({ from, to }: RegisterRole): string {
  if (from !== undefined && to !== undefined) return `${from} to ${to}`;
  if (from !== undefined) return `since ${from}`;
  return to === undefined ? "at any time" : `until ${to}`;
}
